import { checkSize, POST_LIMIT_BYTES } from '../../../feishu/content/limits';
import { postContent } from '../../../feishu/content/post';
import { isObject } from '../../../feishu/json';
import { InputError } from '../../../feishu/input';
import type { ComposeContext, MessageKind } from './index';
import { mentionsField, readMentions } from './mentions';

const inMarkdown = { show: { postFormat: ['markdown'] } };

export const post: MessageKind = {
	value: 'post',
	name: 'Rich Text (Post)',
	description: 'A title and formatted paragraphs',
	fields: [
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
		{ ...mentionsField, displayOptions: inMarkdown },
	],
	async compose(context) {
		const { param } = context;
		const field = param.label(param.choice('postFormat') === 'json' ? 'postJson' : 'postMarkdown');
		const content =
			param.choice('postFormat') === 'json'
				? postFromJson(field, param.json('postJson'))
				: await postFromFields(context);
		checkSize(field, JSON.stringify(content), POST_LIMIT_BYTES);
		return { msg_type: 'post', content };
	},
};

async function postFromFields(context: ComposeContext): Promise<object> {
	const { param } = context;
	const title = param.optionalText('postTitle');
	const markdown = param.rawText('postMarkdown');
	const mentions = await readMentions(context);
	if (title === '' && markdown.trim() === '' && mentions.length === 0)
		throw new InputError(param.label('postMarkdown'), `The field '${param.label('postMarkdown')}' is empty`);
	return postContent({ title, markdown, mentions });
}

/** Accepts a post with or without the outer `post` that the custom bot wants. */
function postFromJson(field: string, value: unknown): object {
	const post = isObject(value) && isObject(value.post) ? value.post : value;
	const locales = isObject(post) ? Object.values(post) : [];
	if (locales.length === 0 || !locales.every((locale) => isObject(locale) && Array.isArray(locale.content))) {
		throw new InputError(
			field,
			`The field '${field}' holds no post`,
			'A post is {"zh_cn": {"title": "…", "content": [[{"tag": "text", "text": "…"}]]}}',
		);
	}
	return post as object;
}
