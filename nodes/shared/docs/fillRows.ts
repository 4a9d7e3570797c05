import type { NewBlock } from '../../../feishu/docs/newBlock';
import { filledCell } from '../../../feishu/docs/filledCell';
import type { BlockRequest } from '../../../feishu/docs/blockRequests';
import { text, type JsonObject } from '../../../feishu/json';
import { childrenOf, updateBlocks, type Target } from './blockCalls';

/** Blocks that go into a cell beside what stands in it. */
export interface CellRequests {
	cell: string;
	requests: readonly BlockRequest[];
	/** Whether what stands in it goes then. */
	dropsFirst: boolean;
}

/**
 * Rows at the end of a table: inserted one by one, as the platform takes them, then filled in few requests.
 * @returns the cells into which more than words go
 * @throws CallError
 */
export async function fillRows(
	target: Target,
	table_id: string,
	rows: ReadonlyArray<ReadonlyArray<readonly NewBlock[]>>,
): Promise<CellRequests[]> {
	for (let row = 0; row < rows.length; row++)
		await updateBlocks(target, [{ block_id: table_id, insert_table_row: { row_index: -1 } }]);
	const all = await childrenOf(target, table_id, true);
	const byId = new Map(all.map((block) => [text(block.block_id), block]));
	// They come row by row.
	const cells = all.filter(({ parent_id }) => parent_id === table_id).map(({ block_id }) => text(block_id));
	const added = cells.slice(-rows.flat().length);
	const updates: JsonObject[] = [];
	const more: CellRequests[] = [];
	for (const [at, blocks] of rows.flat().entries()) {
		const { update, requests, dropsFirst } = filledCell(blocks);
		const cell = added[at] ?? '';
		const [first] = childIds(byId.get(cell));
		if (update && first !== undefined) updates.push({ block_id: first, ...update });
		if (requests.length > 0) more.push({ cell, requests, dropsFirst });
	}
	await updateBlocks(target, updates);
	return more;
}

function childIds(block: JsonObject | undefined): string[] {
	return Array.isArray(block?.children) ? block.children.map(text) : [];
}
