import type { Mention } from './text';

/** A node of a post. @see https://open.feishu.cn/document/server-docs/im-v1/message-content-description/create_json */
export type PostNode = { tag: string; [key: string]: unknown };

/** Content of a rich-text message: a title and paragraphs, in one locale which the clients show to everybody. */
export interface PostContent {
	zh_cn: { title: string; content: PostNode[][] };
}

export interface PostParts {
	title?: string;
	/** Headings, bold, lists, links, quotes, code: what the platform's `md` node takes. */
	markdown?: string;
	mentions?: readonly Mention[];
	/** Keys of uploaded images; each becomes a paragraph at the end. */
	imageKeys?: readonly string[];
}

/** Builds a post. A `md` or `img` node fills a paragraph of its own. */
export function postContent({ title = '', markdown = '', mentions = [], imageKeys = [] }: PostParts): PostContent {
	const paragraphs: PostNode[][] = [];
	if (mentions.length > 0) paragraphs.push(mentions.map(mentionNode));
	if (markdown.trim() !== '') paragraphs.push([{ tag: 'md', text: markdown }]);
	paragraphs.push(...imageKeys.map((key) => [{ tag: 'img', image_key: key }]));
	return { zh_cn: { title, content: paragraphs } };
}

function mentionNode(mention: Mention): PostNode {
	return { tag: 'at', user_id: mention.everyone ? 'all' : mention.id };
}
