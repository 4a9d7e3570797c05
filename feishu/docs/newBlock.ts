import type { JsonObject } from '../json';
import type { BlockKind } from './blockTypes';

/** A block that is to be written, with those in it. */
export interface NewBlock {
	kind: BlockKind;
	/** What stands under the key of its kind, as the platform has it. */
	body: JsonObject;
	children?: NewBlock[];
	/** What the block gets by calls of their own once it is there. */
	content?: BlockContent;
}

/** A part of a table that is to be one cell: from its first row and column up to the last ones, which are excluded. */
export interface CellRange {
	row_start_index: number;
	row_end_index: number;
	column_start_index: number;
	column_end_index: number;
}

export type BlockContent =
	/** A picture: uploaded to the block, then `replace_image` with what `image` says beside the token. */
	| { of: 'image'; source: MediaSource; image: JsonObject }
	/** A file: uploaded to the File block, which the platform puts into a View block, then `replace_file`. */
	| { of: 'file'; source: MediaSource; name: string }
	/** Cells of an embedded spreadsheet, written by the calls of spreadsheets. */
	| { of: 'sheet'; rows: string[][] }
	/** A diagram in a board. Syntax 1 is PlantUML, 2 is Mermaid. */
	| { of: 'diagram'; syntax: 1 | 2; code: string }
	/** Cells that are merged, one call each. */
	| { of: 'merges'; ranges: CellRange[] };

/** Where a picture or a file comes from. */
export type MediaSource =
	/** An address of the web. */
	| { from: 'address'; address: string }
	/** A token of the platform: it belongs to another block, so it is downloaded and uploaded again. */
	| { from: 'token'; token: string }
	/** The name of a binary field of the item, or any other name that the caller knows. */
	| { from: 'name'; name: string }
	/** An address that holds the content itself. */
	| { from: 'data'; address: string };

const TOKEN = /^(?:(?:box|img|dox|file)[A-Za-z0-9_-]{8,}|(?=[A-Za-z]*\d)[A-Za-z0-9]{27})$/;

export function mediaSource(written: string): MediaSource {
	const address = written.trim();
	if (/^https?:\/\//i.test(address)) return { from: 'address', address };
	if (/^data:/i.test(address)) return { from: 'data', address };
	if (TOKEN.test(address)) return { from: 'token', token: address };
	return { from: 'name', name: address.replace(/^(?:binary|attachment|cid):/i, '') };
}

/** A block of words. A paragraph without any has one empty element, because the platform refuses a list of none. */
export function wordsBlock(
	kind: BlockKind,
	elements: readonly JsonObject[],
	style: JsonObject = {},
	children: readonly NewBlock[] = [],
): NewBlock {
	return {
		kind,
		body: { elements: elements.length > 0 ? [...elements] : [textRun('')], style },
		...(children.length > 0 && { children: [...children] }),
	};
}

export const textRun = (content: string, style: JsonObject = {}): JsonObject => ({
	text_run: { content, text_element_style: { ...style } },
});

export const emptyText = (): NewBlock => wordsBlock('text', []);

/** Whether a block says nothing: a text of no words. */
export function isEmptyText({ kind, body, children = [] }: NewBlock): boolean {
	if (kind !== 'text' || children.length > 0) return false;
	const elements = body.elements as JsonObject[];
	return elements.every((element) => (element.text_run as JsonObject | undefined)?.content === '');
}
