import { splitMarkdown } from '../../../../feishu/markdown';
import { CHAT, type Composed } from '../composer';
import { writePost } from '../composer/post';

const postOf = (markdown: string) => writePost(CHAT, { title: '', mentions: [], markdown });

/** Markdown as plain messages that every client shows: one post, or as many as its length takes. */
export function markdownMessages(markdown: string): Composed[] {
	const fits = (part: string) => Buffer.byteLength(JSON.stringify(postOf(part)), 'utf8') <= CHAT.postLimit;
	return splitMarkdown(markdown, fits).map((part) => ({ msg_type: 'post', content: postOf(part) }));
}
