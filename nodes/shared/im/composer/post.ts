import { checkSize } from '../../../../feishu/im/content/contentLimits';
import { postContent, type PostContent } from '../../../../feishu/im/content/postContent';
import type { Mention } from '../../../../feishu/im/content/textContent';
import { languageAdvice, languageNamed, type Language } from '../../../../feishu/im/languages';
import { isObject, object, text, type JsonObject } from '../../../../feishu/json';
import { markdownPost, plainPost } from '../../../../feishu/markdown';
import type { InputError } from '../../../../feishu/input';
import { fieldGroup } from '../../fields/nested';
import { choiceField, jsonField, jsonObjectField, textField } from '../../fields/plain';
import { variantField } from '../../fields/variants';
import { complaint, mappedField } from '../../operation/field';
import type { Panel } from '../../operation/panel';
import { UPLOAD_IMAGE } from '../upload';
import { checkedPost } from './checked';
import type { Compose, Frame, MessageKind } from './kind';
import { originOf } from './images';
import { Markdown, markdownField } from './markdownField';
import type { Surface } from './surface';
import type { Tools } from './tools';

const title = textField({
	displayName: 'Title',
	name: 'postTitle',
	placeholder: 'e.g. Weekly report',
	description: 'Shown in bold above the content; may be empty',
});

const markdown = markdownField({
	displayName: 'Markdown',
	name: 'postMarkdown',
	typeOptions: { rows: 6 },
	placeholder: 'e.g. **Revenue** is up 12 %',
	description: 'Bold, italics, links, lists, quotes, code; up to 30 KB',
});

/** The same in other languages, by language. */
const others = jsonObjectField({
	displayName: 'In Other Languages',
	name: 'postLanguages',
	description: 'By language: {"en_us": {"title": "…", "markdown": "…"}}; readers see their own',
});

const json = mappedField(
	jsonField({
		displayName: 'Post JSON',
		name: 'postJson',
		typeOptions: { rows: 6 },
		default: '{\n  "zh_cn": {\n    "title": "Title",\n    "content": [[{ "tag": "text", "text": "Hello" }]]\n  }\n}',
		description: 'Up to 30 KB; with or without an outer "post"',
	}),
	postFromJson,
);

const format = choiceField({
	displayName: 'Content Format',
	name: 'postFormat',
	options: [
		{ name: 'Markdown', value: 'markdown', description: 'Words with the usual marks for bold, links and lists' },
		{ name: 'Post JSON', value: 'json', description: 'The content of a post as the Feishu documentation shows it' },
	],
	default: 'markdown',
	description: 'How the content is written',
});

const written = variantField(format, {
	markdown: fieldGroup('words', [title, markdown, others], ({ read, label, panel }) => ({
		title: read(title),
		words: read(markdown),
		languages: otherWords(read(others), panel, label(others)),
	})),
	json,
});

export const post: MessageKind = {
	value: 'post',
	name: 'Rich Text (Post)',
	description: 'A title and formatted paragraphs',
	inWords: true,
	calls: [UPLOAD_IMAGE],
	field: (surface) =>
		mappedField(
			written,
			({ choice, value }): Compose =>
				async (tools) => {
					const content =
						choice === 'json' ? await framed(surface, value, tools) : await ofWords(surface, value, tools);
					const field = (choice === 'json' ? json : markdown).label;
					checkedPost(tools.context, content, { surface, field });
					checkSize(field, JSON.stringify(content), surface.postLimit);
					return [{ msg_type: 'post', content }];
				},
		),
};

async function ofWords(
	surface: Surface,
	said: { title: string; words: Markdown; languages: readonly OtherWords[] },
	{ mentions, from, ...tools }: Tools & Frame,
): Promise<PostContent> {
	if (said.title === '' && said.words.isEmpty && mentions.count === 0)
		throw markdown.refuse('is empty', 'Enter what to say or a title, or choose people to mention');
	const named = await mentions.resolve(tools);
	const words = signed(await said.words.uploaded(tools), from);
	const content = writePost(surface, { title: said.title, mentions: named, markdown: words });
	if (isEmptyPost(content)) throw nothingToShow(markdown);
	for (const { language, title: heading, words: other } of said.languages) {
		const translated = signed(await other.uploaded(tools), from);
		const post = writePost(surface, { title: heading, mentions: named, markdown: translated });
		if (!isEmptyPost(post)) content[language] = post.zh_cn;
	}
	return content;
}

interface OtherWords {
	language: Language;
	title: string;
	words: Markdown;
}

/** @throws InputError about a language that no client has, or what says nothing */
function otherWords(given: object, panel: Panel, label: string): OtherWords[] {
	return Object.entries(given).map(([name, said]: [string, unknown]) => {
		const language = languageNamed(name);
		if (!language) throw complaint(label, `has an unknown language: ${name}`, languageAdvice(name));
		const { title: heading, markdown: words } = object(said);
		if (text(heading) !== '' || text(words) !== '')
			return { language, title: text(heading), words: new Markdown(text(words), originOf(panel, label)) };
		throw complaint(label, `has nothing for ${name}`, 'Give it a title, markdown, or both');
	});
}

export const isEmptyPost = ({ zh_cn: { title: heading, content } }: PostContent) =>
	heading === '' && content.length === 0;

/** About Markdown of which nothing is left. */
export function nothingToShow(field: { refuse(what: string, advice: string): InputError }): InputError {
	return field.refuse('holds nothing to show', 'Comments (<!-- … -->) are left out');
}

/** What a post says. */
export interface PostWords {
	title: string;
	mentions: readonly Mention[];
	markdown: string;
}

/** The post of Markdown, formatted as far as the surface takes it. */
export function writePost({ plainPosts }: Surface, { markdown: words, ...around }: PostWords): PostContent {
	return postContent({ ...around, content: plainPosts ? plainPost(words) : markdownPost(words) });
}

/** The Markdown with the line that says where it comes from. */
export function signed(words: string, from: string | undefined): string {
	return from === undefined ? words : `${words.replace(/[ \t\r\n]+$/, '')}\n\n${from}`;
}

/** The post with its mentions before and the line that says where it comes from behind, in each of its languages. */
async function framed(surface: Surface, content: JsonObject, { mentions, from = '', feishu }: Tools & Frame) {
	const named = await mentions.resolve({ feishu });
	const before = writePost(surface, { title: '', mentions: named, markdown: '' }).zh_cn.content;
	const behind = writePost(surface, { title: '', mentions: [], markdown: from }).zh_cn.content;
	return Object.fromEntries(
		Object.entries(content).map(([language, body]) => [
			language,
			{ ...object(body), content: [...before, ...(object(body).content as unknown[]), ...behind] },
		]),
	);
}

/** Accepts a post with or without the outer `post` that the custom bot wants. */
function postFromJson(value: unknown, label: string): JsonObject {
	const content = isObject(value) && isObject(value.post) ? value.post : value;
	const locales = isObject(content) ? Object.values(content) : [];
	if (locales.length > 0 && locales.every((locale) => isObject(locale) && Array.isArray(locale.content)))
		return content as JsonObject;
	throw complaint(
		label,
		'holds no post',
		'A post is {"zh_cn": {"title": "…", "content": [[{"tag": "text", "text": "…"}]]}}',
	);
}
