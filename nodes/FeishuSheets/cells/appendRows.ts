import { formatsOf, valuesOf } from '../../../feishu/sheets/cellFormats';
import { evenFormats, type ReadyRow } from '../../../feishu/sheets/evenFormats';
import { MOST_AT_ONCE } from '../../../feishu/sheets/rowWindows';
import { InputError } from '../../../feishu/input';
import { appendOnce } from './appendOnce';
import { setCells } from './putRows';
import type { SheetCells } from './sheetCells';
import { writeRows } from './writeOutcomes';

/** The format of text that must not become a number: it has to be there before the text. */
const TEXT_FORMAT = '@';

/**
 * Adds rows below a table, 5,000 with a call. Rows are put in and written at once, so that no other writer comes between;
 * formats follow with one call, and text that the platform would take for a number is written again when its cell has the
 * format of text.
 * @param rows cells from the first column of the sheet on
 * @param after the last row that has anything in it
 * @returns for each row its number in the sheet, or the error that it met
 */
export async function appendRows(
	cells: SheetCells,
	rows: readonly ReadyRow[],
	after: number,
): Promise<Array<number | Error>> {
	let last = after;
	const ready = evenFormats(rows).map((row) => ({ cells: row }));
	const numbers = await writeRows(ready, async (some) => {
		const first = await appendOnce(
			cells,
			some.map((row) => row.cells),
			last,
		);
		last = first + some.length - 1;
		return some.map((_, at) => first + at);
	});
	const placed = numbers.flatMap((row_number, at) =>
		typeof row_number === 'number' ? [{ row_number, cells: ready[at]?.cells ?? [] }] : [],
	);
	const formats = formatsOf(cells.path.sheet_id, placed);
	const more = placed.map(({ row_number, cells: row }) => ({ row_number, cells: row.map(writtenAgain) }));
	const done = await finish();
	if (!(done instanceof Error)) return numbers;
	return numbers.map((number) => (typeof number === 'number' ? halfWritten(number, done) : number));

	async function finish(): Promise<Error | undefined> {
		const finishing = async () => {
			await cells.format(formats);
			await setCells(cells, valuesOf(more));
		};
		return await finishing().then(
			() => undefined,
			(error: unknown) => (error instanceof Error ? error : new Error(String(error))),
		);
	}
}

/** What the first call could not write as it is meant, or had no room for. */
export function writtenAgain(cell: ReadyRow[number], at: number): ReadyRow[number] {
	const isText = cell?.format === TEXT_FORMAT && cell.value !== '';
	return isText || at >= MOST_AT_ONCE.columns ? cell : undefined;
}

const halfWritten = (row_number: number, error: Error): Error =>
	new InputError(
		'Columns',
		`The row was added as row ${row_number}, but dates and text that looks like a number are not as they should be: ${error.message}`,
		'Correct or delete that row before the item runs again',
	);
