import { checkSize } from '../../../../feishu/im/content/contentLimits';
import { postContent, type PostContent } from '../../../../feishu/im/content/postContent';
import type { Mention } from '../../../../feishu/im/content/textContent';
import { isObject, object, type JsonObject } from '../../../../feishu/json';
import { InputError } from '../../../../feishu/input';
import { markdownPost, plainPost } from '../../../../feishu/markdown';
import { attribution } from './attribution';
import { withUploadedImages } from './images';
import type { ComposeContext, MessageKind, Surface } from './kind';
import { readMentions } from './mentions';

const inMarkdown = { show: { postFormat: ['markdown'] } };

export const post: MessageKind = {
	value: 'post',
	name: 'Rich Text (Post)',
	description: 'A title and formatted paragraphs',
	fields: () => [
		{
			displayName: 'Content Format',
			name: 'postFormat',
			type: 'options',
			options: [
				{ name: 'Markdown', value: 'markdown', description: 'Words with the usual marks for bold, links and lists' },
				{ name: 'Post JSON', value: 'json', description: 'The content of a post as the Feishu documentation shows it' },
			],
			default: 'markdown',
			description: 'How the content is written',
		},
		{
			displayName: 'Title',
			name: 'postTitle',
			type: 'string',
			default: '',
			placeholder: 'e.g. Weekly report',
			description: 'Shown in bold above the content; may be empty',
			displayOptions: inMarkdown,
		},
		{
			displayName: 'Markdown',
			name: 'postMarkdown',
			type: 'string',
			typeOptions: { rows: 6 },
			default: '',
			placeholder: 'e.g. **Revenue** is up 12 %',
			description: 'Bold, italics, links, lists, quotes, code; up to 30 KB',
			displayOptions: inMarkdown,
		},
		{
			displayName: 'Post JSON',
			name: 'postJson',
			type: 'json',
			typeOptions: { rows: 6 },
			default: '{\n  "zh_cn": {\n    "title": "Title",\n    "content": [[{ "tag": "text", "text": "Hello" }]]\n  }\n}',
			description: 'Up to 30 KB; with or without an outer "post"',
			displayOptions: { show: { postFormat: ['json'] } },
		},
	],
	async compose(context) {
		const { param, surface } = context;
		const field = param.label(param.choice('postFormat') === 'json' ? 'postJson' : 'postMarkdown');
		const content =
			param.choice('postFormat') === 'json'
				? withFrame(context, postFromJson(field, param.json('postJson')), await readMentions(context))
				: await postFromFields(context);
		checkSize(field, JSON.stringify(content), surface.postLimit);
		return [{ msg_type: 'post', content }];
	},
};

async function postFromFields(context: ComposeContext): Promise<object> {
	const { param } = context;
	const title = param.optionalText('postTitle');
	const markdown = param.rawText('postMarkdown');
	const mentions = await readMentions(context);
	if (title === '' && markdown.trim() === '' && mentions.length === 0)
		throw new InputError(param.label('postMarkdown'), `The field '${param.label('postMarkdown')}' is empty`);
	const words = await withUploadedImages(context, markdown, 'postMarkdown');
	const content = writePost(context.surface, { title, mentions, markdown: signed(words, attribution(context)) });
	if (isEmptyPost(content)) throw nothingToShow(param.label('postMarkdown'));
	return content;
}

export const isEmptyPost = ({ zh_cn: { title, content } }: PostContent) => title === '' && content.length === 0;

/** About Markdown of which nothing is left. */
export function nothingToShow(field: string): InputError {
	return new InputError(field, `The field '${field}' holds nothing to show`, 'Comments (<!-- … -->) are left out');
}

/** What a post says. */
export interface PostWords {
	title: string;
	mentions: readonly Mention[];
	markdown: string;
}

/** The post of Markdown, formatted as far as the surface takes it. */
export function writePost({ plainPosts }: Surface, { title, mentions, markdown }: PostWords): PostContent {
	return postContent({ title, mentions, content: plainPosts ? plainPost(markdown) : markdownPost(markdown) });
}

/** The Markdown with the line that says where it comes from. */
export function signed(markdown: string, from: string | undefined): string {
	return from === undefined ? markdown : `${markdown.trimEnd()}\n\n${from}`;
}

/** The post with its mentions before and the line that says where it comes from behind, in each of its languages. */
function withFrame(context: ComposeContext, post: JsonObject, mentions: readonly Mention[]): JsonObject {
	const from = attribution(context) ?? '';
	const before = writePost(context.surface, { title: '', mentions, markdown: '' }).zh_cn.content;
	const behind = writePost(context.surface, { title: '', mentions: [], markdown: from }).zh_cn.content;
	return Object.fromEntries(
		Object.entries(post).map(([language, body]) => [
			language,
			{ ...object(body), content: [...before, ...(object(body).content as unknown[]), ...behind] },
		]),
	);
}

/** Accepts a post with or without the outer `post` that the custom bot wants. */
function postFromJson(field: string, value: unknown): JsonObject {
	const post = isObject(value) && isObject(value.post) ? value.post : value;
	const locales = isObject(post) ? Object.values(post) : [];
	if (locales.length === 0 || !locales.every((locale) => isObject(locale) && Array.isArray(locale.content))) {
		throw new InputError(
			field,
			`The field '${field}' holds no post`,
			'A post is {"zh_cn": {"title": "…", "content": [[{"tag": "text", "text": "…"}]]}}',
		);
	}
	return post as JsonObject;
}
