import type { Sheet, SheetCell, Spreadsheet } from '../state/sheets';
import { entriesOf, recordOf, textOf } from './given';
import { cellFor, isBlank } from './grid';
import { contentOf, type Writing } from './input';
import { insertLines } from './lines';
import { problem } from './problem';
import { isInside, type Place, placeOf, rangeOf } from './range';

const MAX_ROWS = 5000;
const MAX_COLUMNS = 100;

/** Values for the cells from one place on. */
export interface Block {
	place: Place;
	values: readonly (readonly unknown[])[];
	/** Of the longest row. */
	width: number;
}

/** A range with values, neither too many nor, where it takes no more, more than it has room for. */
export function blockOf(book: Spreadsheet, given: unknown, grows = false): Block {
	const { range, values } = recordOf(given);
	const place = placeOf(book, textOf(range) ?? '');
	const rows = entriesOf(values).map(entriesOf);
	const width = Math.max(0, ...rows.map((row) => row.length));
	if (width === 0) throw problem(216);
	if (rows.length > MAX_ROWS || width > MAX_COLUMNS) throw problem(226);
	if (width > place.right - place.left + 1) throw problem(202);
	if (!grows && rows.length > place.bottom - place.top + 1) throw problem(202);
	return { place, values: rows, width };
}

function written(sheet: Sheet, row: number, column: number, given: unknown, writing: Writing): SheetCell | undefined {
	if (given === null && writing.store.settings.sheetNull === 'kept') return undefined;
	const { formatter } = sheet.rows[row]?.cells[column] ?? {};
	const dropdown = sheet.dropdowns.find((each) => isInside(each, row, column));
	return { content: contentOf(given, { formatter, dropdown }, writing) };
}

/** What each cell shall hold, worked out before the first one is changed. */
export function prepare({ place: { sheet, top, left }, values }: Block, writing: Writing): () => void {
	const changes = values.flatMap((row, down) =>
		row.map((given, across) => ({
			at: [top + down, left + across] as const,
			cell: written(sheet, top + down, left + across, given, writing),
		})),
	);
	return () => {
		for (const { at, cell } of changes) if (cell) cellFor(sheet, ...at).content = cell.content;
	};
}

/** The cells that a block takes. */
export const takenBy = ({ place, values, width }: Block): Place => ({
	...place,
	bottom: place.top + values.length - 1,
	right: place.left + width - 1,
});

/** What an answer tells of a write. */
export const updates = (block: Block) => ({
	updatedRange: rangeOf(takenBy(block)),
	updatedRows: block.values.length,
	updatedColumns: block.width,
	updatedCells: block.values.length * block.width,
});

/** Does something to the rows of a sheet, or nothing. */
function wholly<T>(sheet: Sheet, work: () => T): T {
	const before = { ...sheet };
	const { rows, columns, ...others } = before;
	Object.assign(sheet, structuredClone(others), { rows: [...rows], columns });
	try {
		return work();
	} catch (error) {
		Object.assign(sheet, before);
		throw error;
	}
}

/** Rows for values; they look like the one above, or like none. */
function makeRoom(sheet: Sheet, at: number, count: number, { store }: Writing): void {
	const like = at > 0 && store.settings.sheetInserted === 'formatted' ? at - 1 : undefined;
	insertLines(sheet, 'ROWS', at, count, like);
}

/** Writes to the cells of rows that are put above the first one of the range. */
export function prepend(block: Block, writing: Writing): Block {
	const { sheet, top } = block.place;
	return wholly(sheet, () => {
		makeRoom(sheet, top, block.values.length, writing);
		prepare(block, writing)();
		return block;
	});
}

export const INSERT_OPTIONS = ['OVERWRITE', 'INSERT_ROWS'] as const;

/**
 * Writes from the first blank cell below the start of the range on, looking at its first column alone: over what stands
 * below a gap, unless rows are inserted. A sheet that ends before the values do gets more rows.
 */
export function append({ place, ...block }: Block, option: (typeof INSERT_OPTIONS)[number], writing: Writing): Block {
	const { sheet, left } = place;
	let { top } = place;
	while (top < sheet.rows.length && !isBlank(sheet, top, left)) top += 1;
	const there = { ...block, place: { ...place, top } };
	const count = block.values.length;
	const missing = top + count - sheet.rows.length;
	return wholly(sheet, () => {
		if (option === 'INSERT_ROWS') makeRoom(sheet, top, count, writing);
		else if (missing > 0) makeRoom(sheet, sheet.rows.length, missing, writing);
		prepare(there, writing)();
		return there;
	});
}
