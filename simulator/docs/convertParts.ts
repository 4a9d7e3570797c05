import { randomUUID } from 'node:crypto';
import { contentName, typeOf } from '../state/blockTypes';
import type { DocSettings } from '../state/docSettings';
import type { Given } from './given';
import { firstStyle } from './textStyle';

/** A run of text as Markdown and HTML know it. */
export interface Run {
	content: string;
	bold?: boolean;
	italic?: boolean;
	strikethrough?: boolean;
	inline_code?: boolean;
	/** As it was written. */
	link?: string;
	/** The content is a formula. */
	equation?: boolean;
}

/** A block that a text was read as, with those below it. */
export interface Part {
	type: string;
	content: Given;
	children: Part[];
	/** Of an image. */
	address?: string;
}

/** Pixels of a page, which a table fills. */
const PAGE = 732;
const MAX_BLOCKS = 20_000;

function elementOf({ content, link, equation, bold, italic, strikethrough, inline_code }: Run): Given {
	const flags = { bold, inline_code, italic, strikethrough, underline: false };
	const text_element_style = {
		...Object.fromEntries(Object.entries(flags).map(([name, value]) => [name, value === true])),
		...(link && { link: { url: encodeURIComponent(link) } }),
	};
	return { [equation ? 'equation' : 'text_run']: { content, text_element_style } };
}

export function textPart(type: string, runs: readonly Run[], style: Given = {}, children: Part[] = []): Part {
	const elements = (runs.length > 0 ? runs : [{ content: '' }]).map(elementOf);
	return { type, content: { elements, style: { ...firstStyle(typeOf(type)), ...style } }, children };
}

export const part = (type: string, children: Part[] = [], content: Given = {}): Part => ({ type, content, children });

/** An image comes without its picture: the caller uploads what lies at the address. */
const imagePart = (address: string): Part => ({
	type: 'image',
	content: { token: '', width: 100, height: 100, align: 2 },
	children: [],
	address,
});

/** What a line of text and images is: an image stands by itself. */
export function lineParts(pieces: readonly (Run | { image: string })[], make: (runs: Run[]) => Part): Part[] {
	const parts: Part[] = [];
	let runs: Run[] = [];
	const flush = () => {
		if (runs.some(({ content }) => content.trim() !== '')) parts.push(make(runs));
		runs = [];
	};
	for (const piece of pieces) {
		if (!('image' in piece)) runs.push(piece);
		else {
			flush();
			parts.push(imagePart(piece.image));
		}
	}
	flush();
	return parts;
}

/** A table of rows of cells; no row is marked as its heading. */
export function tablePart(rows: readonly (readonly Part[][])[]): Part {
	const columns = Math.max(1, ...rows.map((row) => row.length));
	const cells = rows.flatMap((row) =>
		Array.from({ length: columns }, (_, index) => {
			const inside = row[index] ?? [];
			return part('table_cell', inside.length > 0 ? inside : [textPart('text', [])]);
		}),
	);
	const widths = Array.from({ length: columns }, (_, index) =>
		index === 0 ? PAGE - Math.floor(PAGE / columns) * (columns - 1) : Math.floor(PAGE / columns),
	);
	const property = { row_size: rows.length, column_size: columns, column_width: widths, header_row: false };
	return part('table', cells, { property });
}

interface Converted {
	first_level_block_ids: string[];
	blocks: Given[];
	block_id_to_image_urls: { block_id: string; image_url: string }[];
}

/** The blocks in no order, each with a temporary id; undefined for more than the platform can make. */
export function flattened(parts: readonly Part[], { docConvertCells }: DocSettings): Converted | undefined {
	const blocks: Given[] = [];
	const images: Converted['block_id_to_image_urls'] = [];
	function put({ type, content, children, address }: Part): string {
		const block_id = randomUUID();
		const below = children.map(put);
		const cells = { cells: below, ...content, property: { ...(content.property as object), merge_info: spans(below) } };
		const alone = type === 'table_cell' && docConvertCells === 'bare' && below.length === 1;
		blocks.push({
			block_id,
			parent_id: '',
			revision_id: 0,
			block_type: typeOf(type),
			[contentName(typeOf(type)) ?? type]: type === 'table' ? cells : content,
			...(below.length > 0 && { children: alone ? below[0] : below }),
		});
		if (address !== undefined) images.push({ block_id, image_url: address });
		return block_id;
	}
	const first = parts.map(put);
	if (blocks.length > MAX_BLOCKS) return undefined;
	const order = (one: Given, other: Given) => (String(one.block_id) < String(other.block_id) ? -1 : 1);
	return { first_level_block_ids: first, blocks: blocks.sort(order), block_id_to_image_urls: images };
}

const spans = (cells: readonly string[]) => cells.map(() => ({ row_span: 1, col_span: 1 }));
