import type { JsonObject } from '../../../../feishu/json';
import { markdownBlocks } from '../../../../feishu/markdown';

/** How a text is read. */
export type TextFormat = 'plain' | 'markdown';

/** A paragraph. @see https://open.feishu.cn/document/docs/docs/data-structure/block */
const paragraph = (content: string): JsonObject => ({
	block_type: 2,
	text: { elements: [{ text_run: { content, text_element_style: {} } }], style: {} },
});

const WRITERS: Readonly<Record<TextFormat, (text: string) => JsonObject[]>> = {
	plain: (text) => text.split('\n').map(paragraph),
	markdown: markdownBlocks,
};

/** A text as blocks of an announcement of the newer kind. */
export const textBlocks = (text: string, format: TextFormat): JsonObject[] => WRITERS[format](text);
