/**
 * Requests that write blocks, each within what the platform takes at once.
 * @see https://open.feishu.cn/document/server-docs/docs/docs/docx-v1/document-block/create-2 (descendant)
 */
import type { JsonObject } from '../json';
import { allowedBlocks } from './allowedBlocks';
import { blockType } from './blockTypes';
import { emptyText, type BlockContent, type NewBlock } from './newBlock';
import { costOf, fits, REQUEST_LIMITS, shareOf, sumOf, type Cost } from './requestLimits';
import { tablesWithin } from './tableLimits';

export interface BlockRequest {
	/**
	 * The temporary id of a block of an earlier request, to whose end these are added. Absent where they go to the place
	 * that the caller has chosen: then the next ones of that kind follow them, at an index that is larger by as many as
	 * `children_id` has.
	 */
	parent?: string;
	/** The body of the request; `index` is the caller's. */
	body: { children_id: string[]; descendants: JsonObject[] };
	/** What is to be done when the blocks are there, in this order. The platform answers which id each has. */
	after: AfterBlock[];
}

/** What one of the blocks still needs, by its temporary id. */
export type AfterBlock = { block: string } & (
	| BlockContent
	/**
	 * Rows of a table that had no room in the request, each with the blocks of its cells: `insert_table_row` at -1, once a
	 * row, then what stands in the cells (`filledCell`).
	 */
	| { of: 'rows'; rows: NewBlock[][][] }
	/** The first child of the block holds its place only: it goes when all requests are done. */
	| { of: 'placeholder' }
);

/**
 * Requests for `descendant`, to be sent one after the other. Each has at most 1,000 blocks, 20 pictures, 5 embedded
 * spreadsheets and 5 bases, 200 files, mentions and chats, and whole blocks of the first level; a block that alone is
 * more goes on in a request of its own (`parent`). A table goes on by rows up to 2,000 cells, and what is more is another
 * table with the same header, because no table has more than that.
 */
export function blockRequests(blocks: readonly NewBlock[]): BlockRequest[] {
	return new Packer().requests(tablesWithin(allowedBlocks(blocks)));
}

/** Blocks that are to be added to the end of a block of an earlier request. */
interface Rest {
	parent: string;
	blocks: NewBlock[];
}

interface Draft {
	request: BlockRequest;
	cost: Cost;
}

class Packer {
	private readonly sent: BlockRequest[] = [];
	private last = 0;

	requests(blocks: readonly NewBlock[]): BlockRequest[] {
		this.add(blocks);
		return this.sent;
	}

	private add(blocks: readonly NewBlock[], parent?: string): void {
		let draft: Draft | undefined;
		for (const block of blocks) {
			const cost = costOf(block);
			if (draft && !fits(sumOf(draft.cost, cost))) draft = undefined;
			draft ??= this.begin(parent);
			const rests: Rest[] = [];
			draft.request.body.children_id.push(
				fits(cost) ? this.write(block, draft) : this.writePart(block, REQUEST_LIMITS, draft, rests),
			);
			draft.cost = sumOf(draft.cost, cost);
			for (const rest of rests) this.add(rest.blocks, rest.parent);
		}
	}

	private begin(parent: string | undefined): Draft {
		const request: BlockRequest = {
			...(parent !== undefined && { parent }),
			body: { children_id: [], descendants: [] },
			after: [],
		};
		this.sent.push(request);
		return { request, cost: costOf() };
	}

	/** A block with all that is in it. */
	private write(block: NewBlock, draft: Draft): string {
		const { id, children } = this.shell(block, draft);
		for (const child of block.children ?? []) children.push(this.write(child, draft));
		return id;
	}

	private shell(
		{ kind, body, content, children: own }: NewBlock,
		{ request }: Draft,
	): { id: string; children: string[] } {
		const id = `b${++this.last}`;
		const children: string[] = [];
		request.body.descendants.push({
			block_id: id,
			block_type: blockType(kind),
			[kind]: body,
			...(own && own.length > 0 && { children }),
		});
		if (content) request.after.push({ block: id, ...content });
		return { id, children };
	}

	/** A block with as much as there is room for; what is left is added to `rests`. */
	private writePart(block: NewBlock, room: Cost, draft: Draft, rests: Rest[]): string {
		const children = block.children ?? [];
		if (block.kind === 'table') return this.writeTable(block, room, draft, rests);
		const { id, children: written } = this.shell(block, draft);
		let left = sumOf(room, costOf({ ...block, children: [] }), -1);
		// Columns are all there from the beginning.
		const share = block.kind === 'grid' ? shareOf(left, children.length) : undefined;
		for (const [index, child] of children.entries()) {
			const cost = costOf(child);
			if (share) {
				written.push(fits(cost, share) ? this.write(child, draft) : this.writePart(child, share, draft, rests));
			} else if (fits(cost, left)) {
				written.push(this.write(child, draft));
				left = sumOf(left, cost, -1);
			} else {
				if (written.length === 0) written.push(this.firstOf(child, left, draft, rests, id));
				const rest = children.slice(written.length > index ? index + 1 : index);
				if (rest.length > 0) rests.push({ parent: id, blocks: [...rest] });
				break;
			}
		}
		return id;
	}

	/** What a block must hold at least: the beginning of its first child, or what holds its place. */
	private firstOf(child: NewBlock, room: Cost, draft: Draft, rests: Rest[], parent: string): string {
		if (child.children && child.children.length > 0 && fits(costOf({ ...child, children: [emptyText()] }), room))
			return this.writePart(child, room, draft, rests);
		draft.request.after.push({ block: parent, of: 'placeholder' });
		rests.push({ parent, blocks: [child] });
		return this.write(emptyText(), draft);
	}

	/** A table with as many rows as there is room for, the first one at least. */
	private writeTable(block: NewBlock, room: Cost, draft: Draft, rests: Rest[]): string {
		const cells = block.children ?? [];
		const property = block.body.property as JsonObject;
		const columns = Number(property.column_size);
		const rows = Array.from({ length: cells.length / columns }, (_gap, row) =>
			cells.slice(row * columns, (row + 1) * columns),
		);
		const left = sumOf(room, costOf({ ...block, children: [] }), -1);
		const first = Math.max(1, rowsWithin(rows, left));
		const { content, ...own } = block;
		const { id, children } = this.shell({ ...own, body: { property: { ...property, row_size: first } } }, draft);
		const share = shareOf(left, columns);
		const whole = fits(costOf(...(rows[0] ?? [])), left);
		for (const cell of rows.slice(0, first).flat())
			children.push(
				whole || fits(costOf(cell), share) ? this.write(cell, draft) : this.writePart(cell, share, draft, rests),
			);
		const more = rows.slice(first).map((row) => row.map((cell) => cell.children ?? []));
		if (more.length > 0) draft.request.after.push({ block: id, of: 'rows', rows: more });
		if (content) draft.request.after.push({ block: id, ...content });
		return id;
	}
}

/** How many rows there is room for. */
function rowsWithin(rows: readonly NewBlock[][], room: Cost): number {
	let cost = costOf();
	const end = rows.findIndex((row) => {
		cost = sumOf(cost, costOf(...row));
		return !fits(cost, room);
	});
	return end === -1 ? rows.length : end;
}
