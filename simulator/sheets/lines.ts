import type { Area, Row, Sheet, SheetCell } from '../state/sheets';
import { emptyColumn, emptyRow, many, requireRoom } from './make';
import { problem } from './problem';

export type Major = 'ROWS' | 'COLUMNS';

const ENDS = { ROWS: ['top', 'bottom'], COLUMNS: ['left', 'right'] } as const;

export const countOf = ({ rows, columns }: Sheet, major: Major): number => (major === 'ROWS' ? rows : columns).length;

/** What lies at or behind new rows or columns moves, what they lie in gets longer. */
function widen(area: Area, major: Major, at: number, count: number): void {
	const [start, end] = ENDS[major];
	if (area[start] >= at) area[start] += count;
	if (area[end] >= at) area[end] += count;
}

/** The other way round; false when nothing is left of it. */
function narrow(area: Area, major: Major, at: number, count: number): boolean {
	const [start, end] = ENDS[major];
	const before = (index: number) => Math.min(Math.max(index - at, 0), count);
	const length = area[end] + 1 - before(area[end] + 1) - (area[start] - before(area[start]));
	area[start] -= before(area[start]);
	area[end] = area[start] + length - 1;
	return length > 0;
}

const styleOf = (cell: SheetCell | undefined): SheetCell | undefined =>
	cell && { ...(cell.style ? { style: cell.style } : {}), ...(cell.formatter ? { formatter: cell.formatter } : {}) };

const rowLike = (row: Row | undefined): Row => ({ hidden: false, cells: (row?.cells ?? []).map(styleOf) });

function insertColumns(sheet: Sheet, at: number, count: number, like: number | undefined): void {
	sheet.columns.splice(at, 0, ...many(count, emptyColumn));
	for (const { cells } of sheet.rows) {
		const model = like === undefined ? undefined : cells[like];
		if (cells.length < at && model === undefined) continue;
		cells.length = Math.max(cells.length, at);
		cells.splice(at, 0, ...many(count, () => styleOf(model)));
	}
}

/** All that is a rectangle of the sheet and moves with its rows and columns. */
const areasOf = ({ merges, dropdowns, filter, filterViews, conditionFormats }: Sheet): Area[] => [
	...merges,
	...dropdowns,
	...(filter ? [filter] : []),
	...filterViews,
	...conditionFormats.flatMap(({ areas }) => areas),
];

/** The same for what is a part of the rows or columns, or has a place among them. */
function shift({ protections, floatImages }: Sheet, major: Major, work: (area: Area) => boolean): Set<object> {
	const gone = new Set<object>();
	for (const one of protections) {
		if (one.lines?.major !== major) continue;
		const { start, end } = one.lines;
		const area = { top: start, left: start, bottom: end, right: end };
		if (!work(area)) gone.add(one);
		else Object.assign(one.lines, { start: area.top, end: area.bottom, ...(major === 'COLUMNS' && ends(area)) });
	}
	for (const image of floatImages) {
		const area = { top: image.row, bottom: image.row, left: image.column, right: image.column };
		if (!work(area)) gone.add(image);
		else Object.assign(image, { row: area.top, column: area.left });
	}
	return gone;
}

const ends = ({ left, right }: Area) => ({ start: left, end: right });

/** Puts empty rows or columns there, with the formats of another one where they shall have them. */
export function insertLines(sheet: Sheet, major: Major, at: number, count: number, like?: number): void {
	const more = (own: Major) => countOf(sheet, own) + (own === major ? count : 0);
	requireRoom(more('ROWS'), more('COLUMNS'));
	const model = like === undefined ? undefined : sheet.rows[like];
	if (major === 'COLUMNS') insertColumns(sheet, at, count, like);
	else sheet.rows.splice(at, 0, ...many(count, () => (model ? rowLike(model) : emptyRow())));
	for (const area of areasOf(sheet)) widen(area, major, at, count);
	shift(sheet, major, (area) => {
		widen(area, major, at, count);
		return true;
	});
}

/** Takes rows or columns away; one of each stays. */
export function removeLines(sheet: Sheet, major: Major, at: number, count: number): void {
	if (countOf(sheet, major) <= count) throw problem(212);
	if (major === 'ROWS') sheet.rows.splice(at, count);
	else {
		sheet.columns.splice(at, count);
		for (const { cells } of sheet.rows) cells.splice(at, count);
	}
	const left = (area: Area) => narrow(area, major, at, count);
	sheet.merges = sheet.merges.filter(left);
	sheet.dropdowns = sheet.dropdowns.filter(left);
	sheet.filterViews = sheet.filterViews.filter(left);
	if (sheet.filter && !left(sheet.filter)) delete sheet.filter;
	for (const format of sheet.conditionFormats) format.areas = format.areas.filter(left);
	sheet.conditionFormats = sheet.conditionFormats.filter(({ areas }) => areas.length > 0);
	const gone = shift(sheet, major, left);
	sheet.protections = sheet.protections.filter((one) => !gone.has(one));
	sheet.floatImages = sheet.floatImages.filter((one) => !gone.has(one));
}

/** Puts elements of a list elsewhere: before the one that stands at a place now. */
function moved<T>(list: readonly T[], at: number, count: number, to: number): T[] {
	const taken = new Set(Array.from({ length: count }, (_, index) => at + index));
	const rest = (from: number, end: number) => list.slice(from, end).filter((_, index) => !taken.has(from + index));
	return [...rest(0, to), ...list.slice(at, at + count), ...rest(to, list.length)];
}

export function moveLines(sheet: Sheet, major: Major, at: number, count: number, to: number): void {
	if (major === 'ROWS') {
		sheet.rows = moved(sheet.rows, at, count, to);
		return;
	}
	const { length } = sheet.columns;
	sheet.columns = moved(sheet.columns, at, count, to);
	for (const row of sheet.rows)
		row.cells = moved(
			Array.from({ length }, (_, column) => row.cells[column]),
			at,
			count,
			to,
		);
}
