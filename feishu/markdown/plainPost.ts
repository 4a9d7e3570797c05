import type { PostNode } from '../im/content/postContent';
import { parseMarkdown } from './parse';
import { postLines } from './postLines';

/**
 * Markdown in the older form, of custom bots and batch messages: words, links, mentions and images, and no formatting.
 * @see https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
 */
export function plainPost(markdown: string): PostNode[][] {
	return postLines(parseMarkdown(markdown), { styled: false });
}
