import type { Language } from '../languages';
import type { Mention } from './textContent';

/** A node of a post. @see https://open.feishu.cn/document/server-docs/im-v1/message-content-description/create_json */
export type PostNode = { tag: string; [key: string]: unknown };

export interface PostBody {
	title: string;
	content: PostNode[][];
}

/**
 * Content of a rich-text message: a title and paragraphs, in one locale which the clients show to everybody, or in
 * several of which they show their own.
 */
export type PostContent = { zh_cn: PostBody } & { [language in Language]?: PostBody };

interface PostWords {
	title?: string;
	content?: readonly PostNode[][];
}

export interface PostParts extends PostWords {
	mentions?: readonly Mention[];
	/** The same in other languages. */
	languages?: { readonly [language in Language]?: PostWords };
}

/** Builds a post, mentions first, in each of its languages. */
export function postContent({ mentions = [], languages = {}, ...words }: PostParts): PostContent {
	const named = mentions.length > 0 ? [mentions.map(mentionNode)] : [];
	const body = ({ title = '', content = [] }: PostWords): PostBody => ({ title, content: [...named, ...content] });
	return {
		zh_cn: body(words),
		...Object.fromEntries(Object.entries(languages).map(([language, other]) => [language, body(other)])),
	};
}

function mentionNode(mention: Mention): PostNode {
	return { tag: 'at', user_id: mention.everyone ? 'all' : mention.id };
}
