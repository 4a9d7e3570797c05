import type { Mention } from './textContent';

/** A node of a post. @see https://open.feishu.cn/document/server-docs/im-v1/message-content-description/create_json */
export type PostNode = { tag: string; [key: string]: unknown };

/** Content of a rich-text message: a title and paragraphs, in one locale which the clients show to everybody. */
export interface PostContent {
	zh_cn: { title: string; content: PostNode[][] };
}

export interface PostParts {
	title?: string;
	content?: readonly PostNode[][];
	mentions?: readonly Mention[];
}

/** Builds a post, mentions first. */
export function postContent({ title = '', content = [], mentions = [] }: PostParts): PostContent {
	const named = mentions.length > 0 ? [mentions.map(mentionNode)] : [];
	return { zh_cn: { title, content: [...named, ...content] } };
}

function mentionNode(mention: Mention): PostNode {
	return { tag: 'at', user_id: mention.everyone ? 'all' : mention.id };
}
