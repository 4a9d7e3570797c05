import { codeOf } from '../../../feishu/api/call';
import { areaText, type Area } from '../../../feishu/sheets/a1';
import type { FormattedRanges } from '../../../feishu/sheets/cellFormats';
import { answeredRange } from '../../../feishu/sheets/enteredRange';
import { MOST_AT_ONCE } from '../../../feishu/sheets/rowWindows';
import type { Asking } from '../../shared/client/asking';
import { perSpreadsheet } from '../../shared/client/pacing';
import { forgetSheets, type SheetEntry, type SheetPath } from '../../shared/sheets/contents';
import type { Sheet } from '../../shared/sheets/sheetPlace';
import {
	ADD_LINES,
	APPEND_VALUES,
	DELETE_LINES,
	PREPEND_VALUES,
	READ_RANGES,
	SET_STYLES,
	WRITE_RANGES,
} from './endpoints';

/** As what cells are read. */
export type Render = keyof typeof RENDER;

const RENDER = {
	/** Computed values; dates in words, because no call tells which numbers are dates. */
	values: { valueRenderOption: 'UnformattedValue', dateTimeRenderOption: 'FormattedString' },
	/** The same with dates as the numbers that they are. */
	raw: { valueRenderOption: 'UnformattedValue' },
	shown: { valueRenderOption: 'FormattedValue', dateTimeRenderOption: 'FormattedString' },
	formulas: { valueRenderOption: 'Formula', dateTimeRenderOption: 'FormattedString' },
} as const;

export type Values = unknown[][];

export interface ValueRange {
	range: string;
	values: Values;
}

/** Where cells were put, as the platform answers it; undefined where it says nothing of it. */
export type Answered = ReturnType<typeof answeredRange>;

/** A range is not in the sheet. Source: …/sheets-v2, the error codes */
export const NO_RANGE = 90202;

/** So many ranges are styled with one call. */
const STYLED_AT_ONCE = 500;

/** What a new sheet has, where the list of sheets does not tell. */
const USUAL = { row_count: 200, column_count: 20 };

/** The cells of a sheet, by ranges. It knows how large the sheet is, as far as this execution has been told. */
export class SheetCells {
	private constructor(
		private readonly asking: Asking,
		private readonly sheet: Sheet,
		readonly path: SheetPath,
		private entry: SheetEntry,
	) {}

	/** @throws InputError when there is no such sheet; CallError */
	static async of(asking: Asking, sheet: Sheet): Promise<SheetCells> {
		const entry = await sheet.entry(asking);
		return new SheetCells(asking, sheet, await sheet.path(asking), entry);
	}

	/** Empty ones counted. */
	get rows(): number {
		return (this.entry.grid_properties ?? USUAL).row_count;
	}

	get columns(): number {
		return (this.entry.grid_properties ?? USUAL).column_count;
	}

	range(area: Area): string {
		return areaText(this.path.sheet_id, area, this.columns);
	}

	/** Asks how large the sheet is by now. */
	async refresh(): Promise<void> {
		forgetSheets(this.asking, this.path.spreadsheet_token);
		this.entry = await this.sheet.entry(this.asking);
	}

	/**
	 * Does something that needs to know how large the sheet is; once more where others have made it smaller since this
	 * execution was told, as while it waited for its turn.
	 */
	async asLargeAsItIs<T>(work: () => Promise<T>): Promise<T> {
		return await work().catch(async (error: unknown) => {
			if (codeOf(error) !== NO_RANGE) throw error;
			await this.refresh();
			return await work();
		});
	}

	/** The cells of several ranges, in their order. */
	async read(ranges: readonly string[], render: Render): Promise<Values[]> {
		const { valueRanges = [] } = await this.call<{ valueRanges?: Array<{ values?: Values | null }> }>(READ_RANGES, {
			query: { ranges: ranges.join(','), ...RENDER[render], user_id_type: 'open_id' },
		});
		return ranges.map((_, at) => valueRanges[at]?.values ?? []);
	}

	/** Writes several ranges, all or nothing. The same twice is the same. */
	async write(valueRanges: readonly ValueRange[]): Promise<Array<{ updatedRange?: string; updatedCells?: number }>> {
		const { responses = [] } = await this.call<{ responses?: Array<{ updatedRange?: string; updatedCells?: number }> }>(
			WRITE_RANGES,
			{ body: { valueRanges: [...valueRanges] }, idempotent: true },
		);
		return responses;
	}

	/**
	 * Adds rows of values at the first place from a row on whose first cell is blank. Rows are put in, so nothing that
	 * stands there is written over, whoever else is writing.
	 */
	async append(area: Area, values: Values): Promise<Answered> {
		return await this.insert(APPEND_VALUES, { insertDataOption: 'INSERT_ROWS' }, { range: this.range(area), values });
	}

	/** Puts rows of values in above a row. */
	async prepend(area: Area, values: Values): Promise<Answered> {
		return await this.insert(PREPEND_VALUES, {}, { range: this.range(area), values });
	}

	private async insert(endpoint: string, query: Record<string, string>, valueRange: ValueRange): Promise<Answered> {
		const { updates } = await this.call<{ updates?: { updatedRange?: string } }>(endpoint, {
			query,
			body: { valueRange },
		});
		this.grow(valueRange.values.length, 0);
		return answeredRange(updates?.updatedRange);
	}

	/** Sets number formats. */
	async format(formats: readonly FormattedRanges[]): Promise<void> {
		const flat = formats.flatMap(({ ranges, style }) => ranges.map((range) => ({ range, style })));
		for (let from = 0; from < flat.length; from += STYLED_AT_ONCE) {
			const data = new Map<object, { ranges: string[]; style: object }>();
			for (const { range, style } of flat.slice(from, from + STYLED_AT_ONCE)) {
				const one = data.get(style) ?? { ranges: [], style };
				data.set(style, one);
				one.ranges.push(range);
			}
			await this.call(SET_STYLES, { body: { data: [...data.values()] }, idempotent: true });
		}
	}

	/** Adds empty rows or columns at the end. */
	async add(majorDimension: 'ROWS' | 'COLUMNS', count: number): Promise<void> {
		const { spreadsheet_token, sheet_id: sheetId } = this.path;
		for (let left = count; left > 0; left -= MOST_AT_ONCE.rows) {
			const length = Math.min(left, MOST_AT_ONCE.rows);
			await this.asking.feishu.call(ADD_LINES, {
				path: { spreadsheet_token },
				body: { dimension: { sheetId, majorDimension, length } },
				paces: [perSpreadsheet(spreadsheet_token)],
			});
		}
		this.grow(majorDimension === 'ROWS' ? count : 0, majorDimension === 'COLUMNS' ? count : 0);
	}

	/** Takes rows away; those below them move up. Not repeated after a lost answer. */
	async remove(startIndex: number, endIndex: number): Promise<void> {
		const majorDimension = 'ROWS';
		await this.call(DELETE_LINES, {
			body: { dimension: { sheetId: this.path.sheet_id, majorDimension, startIndex, endIndex } },
		});
		this.grow(startIndex - endIndex - 1, 0);
	}

	/** What else asks in this execution has to ask anew. */
	private grow(rows: number, columns: number): void {
		forgetSheets(this.asking, this.path.spreadsheet_token);
		const grid_properties = { row_count: this.rows + rows, column_count: this.columns + columns };
		this.entry = { ...this.entry, grid_properties };
	}

	/** A change waits for those before it, over all executions of this process. */
	private async call<T extends object>(
		endpoint: string,
		request: Omit<Parameters<Asking['feishu']['call']>[1] & object, 'path' | 'paces'>,
	): Promise<T> {
		const { spreadsheet_token } = this.path;
		return await this.asking.feishu.call<T>(endpoint, {
			...request,
			path: { spreadsheetToken: spreadsheet_token },
			...(endpoint !== READ_RANGES && { paces: [perSpreadsheet(spreadsheet_token)] }),
		});
	}
}
