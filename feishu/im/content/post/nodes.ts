import { encodedAddress } from '../../../markdown/addresses';
import { emojiType } from '../../emoji';
import type { PostNode } from '../postContent';
import { STYLES, type PostStyle } from './facts';

/**
 * What a post consists of, in plain values; Markdown is written by `markdownPost`.
 * @see https://open.feishu.cn/document/server-docs/im-v1/message-content-description/create_json
 */
export type PostPart =
	| { type: 'text'; text: string; styles?: readonly PostStyle[] }
	| { type: 'link'; text?: string; url: string; styles?: readonly PostStyle[] }
	/** An open_id, union_id or user_id, or `all`. */
	| { type: 'mention'; id: string; styles?: readonly PostStyle[] }
	/** A name, in any case, or a character such as 👍. */
	| { type: 'emoji'; emoji: string }
	| { type: 'image'; imageKey: string }
	/** An uploaded mp4, with an image for before it plays. */
	| { type: 'video'; fileKey: string; imageKey?: string }
	| { type: 'code'; text: string; language?: string }
	| { type: 'divider' }
	/** As a post's own Markdown has it. */
	| { type: 'markdown'; text: string };

type PartOf<Type extends PostPart['type']> = Extract<PostPart, { type: Type }>;

const NODES: { readonly [Type in PostPart['type']]: (part: PartOf<Type>) => PostNode } = {
	text: ({ text, styles }) => ({ tag: 'text', text, ...styled(styles) }),
	link: ({ text = '', url, styles }) => ({
		tag: 'a',
		text: text === '' ? url : text,
		href: encodedAddress(url.trim()),
		...styled(styles),
	}),
	mention: ({ id, styles }) => ({ tag: 'at', user_id: id, ...styled(styles) }),
	emoji: ({ emoji }) => ({ tag: 'emotion', emoji_type: emojiType(emoji) ?? emoji }),
	image: ({ imageKey }) => ({ tag: 'img', image_key: imageKey }),
	video: ({ fileKey, imageKey = '' }) => ({
		tag: 'media',
		file_key: fileKey,
		...(imageKey !== '' && { image_key: imageKey }),
	}),
	code: ({ text, language = '' }) => ({ tag: 'code_block', ...(language !== '' && { language }), text }),
	divider: () => ({ tag: 'hr' }),
	markdown: ({ text }) => ({ tag: 'md', text }),
};

/** What takes a paragraph of its own. */
const ALONE: ReadonlySet<string> = new Set(['image', 'video', 'divider', 'code', 'markdown']);

/** Paragraphs of these parts: words go on in one, until something that takes its own, or a list that begins anew. */
export function postParagraphs(paragraphs: readonly PostPart[][]): PostNode[][] {
	return paragraphs.flatMap((parts) => {
		const written: PostNode[][] = [];
		let words: PostNode[] | undefined;
		for (const part of parts) {
			const node = (NODES[part.type] as (part: PostPart) => PostNode)(part);
			if (ALONE.has(part.type)) {
				written.push([node]);
				words = undefined;
			} else if (words) words.push(node);
			else written.push((words = [node]));
		}
		return written;
	});
}

function styled(styles: readonly PostStyle[] | undefined): { style?: PostStyle[] } {
	const known = STYLES.filter((style) => styles?.includes(style));
	return known.length > 0 ? { style: known } : {};
}
