import { InputError } from '../../../../feishu/input';
import type { ReadyRow } from '../../../../feishu/sheets/evenFormats';
import type { Header } from '../../../../feishu/sheets/headerRows';
import { rowsByHeader } from '../../../../feishu/sheets/rowsByHeader';
import { tell } from '../../../shared/operation/tell';
import type { OperationContext } from '../../../shared/operation/operation';
import type { SheetCells } from '../../cells/sheetCells';
import { addColumns } from '../../cells/addColumns';
import { lookAtTable, type TableLook } from '../../cells/tableLook';
import type { PreparedRow } from './preparedRow';
import { noSuchColumn } from './wantedRow';

/** With the columns that were added. */
export interface Arranged extends TableLook {
	/** For each entry its cells from the first column on, or why it can't be written. */
	rows: Array<ReadyRow | Error>;
}

/** Columns that are looked at in the rows that are there. */
export interface SoughtColumns {
	by: readonly string[];
	/** Whether nothing is to be done in a sheet that lacks one of them. */
	needed: boolean;
}

/**
 * Puts the cells of items under the columns of the sheet, and adds columns to it where that is wanted. What has an
 * unknown column where that is refused is its own failure.
 * @throws CallError
 */
export async function arrangeRows(
	{ context }: Pick<OperationContext, 'context'>,
	cells: SheetCells,
	prepared: readonly PreparedRow[],
	{ by, needed }: SoughtColumns = { by: [], needed: false },
): Promise<Arranged> {
	const [first] = prepared;
	if (!first) return { header: { names: [], column: 1 }, lastRow: 0, known: [], rows: [] };
	const { place, extra } = first;
	for (;;) {
		const known = cells.columns;
		const look = await lookAtTable(cells, place, by);
		const { header } = look;
		const lacking = needed ? by.find((name) => !header.names.includes(name)) : undefined;
		if (lacking !== undefined)
			return { ...look, rows: prepared.map(({ label }) => noSuchColumn(label, lacking, header.names)) };
		const entries = prepared.map((row) => row.cells);
		const refusals = extra === 'refuse' ? entries.map((entry) => refusalOf(header, entry)) : [];
		const arranged = rowsByHeader(header, entries, extra === 'add' ? 'add' : 'leaveOut');
		if (extra === 'leaveOut') tellLeftOut(context, header, entries);
		const { column, names } = arranged.added;
		// Others may have put columns where these would go since this execution was told how many there are.
		if (column + names.length - 1 > cells.columns) await cells.refresh();
		if (cells.columns > known) continue;
		await addColumns(cells, place.headerRow, column, names);
		const rows = arranged.rows.map((row, at) => refusals[at] ?? (row as ReadyRow));
		return { ...look, header: arranged.header, rows };
	}
}

function refusalOf(header: Header, entry: PreparedRow['cells']): InputError | undefined {
	try {
		rowsByHeader(header, [entry], 'refuse');
		return undefined;
	} catch (error) {
		return error instanceof InputError ? error : undefined;
	}
}

function tellLeftOut(
	context: OperationContext['context'],
	header: Header,
	entries: ReadonlyArray<PreparedRow['cells']>,
): void {
	const names = new Set(header.names);
	const left = [...new Set(entries.flatMap((entry) => Object.keys(entry)))].filter((name) => !names.has(name));
	if (left.length > 0) tell(context, [`The sheet has no column for ${left.slice(0, 10).join(', ')}: left out`]);
}
