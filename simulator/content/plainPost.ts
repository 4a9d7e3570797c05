import { invalidContent } from './contentErrors';

type Node = Record<string, unknown>;

const TAGS = ['text', 'a', 'at', 'img'];

/**
 * Custom bots and batch messages take the first kind of posts: four nodes, and no style. Source:
 * https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
 */
export function checkPlainPost(post: Record<string, unknown>): void {
	for (const language of Object.values(post)) {
		const { content } = (language ?? {}) as { content?: unknown };
		const nodes = (Array.isArray(content) ? content : []).flat() as Node[];
		for (const node of nodes) {
			if (!TAGS.includes(String(node?.tag))) throw invalidContent(`unknown tag ${String(node?.tag)} in post`);
			if (Array.isArray(node.style) && node.style.length > 0) throw invalidContent('style is not supported');
		}
	}
}
