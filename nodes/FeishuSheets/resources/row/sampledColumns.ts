import type { Area } from '../../../../feishu/sheets/a1';
import { filledWidth, headerOf, type Header } from '../../../../feishu/sheets/headerRows';
import { plainSheetCell } from '../../../../feishu/sheets/readCell';
import { blocksOf } from '../../../../feishu/sheets/rowWindows';
import { askingFor, type Panel } from '../../../shared/fields/panel';
import { chosenSheet } from '../../../shared/sheets/chosen';
import { SheetCells, type Values } from '../../cells/sheetCells';

export interface SampledColumn {
	name: string;
	type: 'string' | 'number' | 'date' | 'boolean';
}

/** Rows below the header by which types are guessed. */
const SAMPLED = 20;

/** The columns of the sheet that the panel holds. @throws InputError while none is chosen; CallError */
export async function sampledColumns(panel: Panel): Promise<SampledColumn[]> {
	const cells = await SheetCells.of(askingFor(panel), chosenSheet(panel));
	const headerRow = optionIn(panel, 'headerRow') ?? 1;
	if (headerRow > cells.rows) return [];
	const lastRow = Math.min(cells.rows, headerRow + SAMPLED);
	const values = await read(cells, { column: 1, lastColumn: cells.columns, row: headerRow, lastRow });
	const [names = [], ...rows] = values;
	const header: Header = headerOf(names, Math.max(0, ...rows.map(filledWidth)));
	return header.names.map((name, at) => ({ name, type: typeOf(rows.map((row) => row[at])) }));
}

async function read(cells: SheetCells, area: Required<Area>): Promise<Values> {
	const blocks = await cells.read(
		blocksOf(area).map((block) => cells.range(block)),
		'values',
	);
	const rows = area.lastRow - area.row + 1;
	return Array.from({ length: rows }, (_, at) => blocks.flatMap((block) => block[at] ?? []));
}

/** A number that an option of the panel holds; an expression is known only when the workflow runs. */
function optionIn({ context }: Panel, name: string): number | undefined {
	const value: unknown = context.getCurrentNodeParameter(`options.${name}`);
	const number = Number(value ?? NaN);
	return Number.isInteger(number) && number > 0 ? number : undefined;
}

/** What all cells are that have something in them. */
function typeOf(cells: readonly unknown[]): SampledColumn['type'] {
	const plain = cells
		.map((cell) => plainSheetCell(cell, { timeZone: 'UTC', shownDates: true }))
		.filter((cell) => cell !== null);
	if (plain.length === 0) return 'string';
	if (plain.every((cell) => typeof cell === 'number')) return 'number';
	if (plain.every((cell) => typeof cell === 'boolean')) return 'boolean';
	return plain.every((cell) => typeof cell === 'string' && /^\d{4}-\d\d-\d\d(?:T|$)/.test(cell)) ? 'date' : 'string';
}
