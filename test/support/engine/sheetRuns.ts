/** Runs of the operations of rows and ranges, on a spreadsheet of the test's own. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { addSpreadsheet, newSheet } from '../../../simulator/sheets/make';
import type { CellContent, Sheet, SheetCell, Spreadsheet } from '../../../simulator/state/sheets';
import type { Run } from './execute';
import { bot } from './ownBase';
import { only, type Platform } from './platform';
import type { RunOptions } from './recordRuns';

/** A fresh spreadsheet, with what tests do to it. */
export class OwnSheet {
	readonly book: Spreadsheet;

	constructor(
		private readonly platform: Platform,
		...rows: ReadonlyArray<readonly unknown[]>
	) {
		this.book = addSpreadsheet(platform.store, { title: 'Own', owner: bot(platform) });
		this.put(1, ...rows);
	}

	get sheet(): Sheet {
		return only(this.book.sheets.slice(0, 1));
	}

	/** A further sheet. */
	addSheet(title: string): Sheet {
		const sheet = newSheet(title);
		this.book.sheets.push(sheet);
		return sheet;
	}

	/** The parameters that say where. */
	get where(): INodeParameters {
		const value = `https://example.feishu.cn/sheets/${this.book.token}?sheet=${this.sheet.sheet_id}`;
		return { spreadsheet: { __rl: true, mode: 'url', value } };
	}

	/** Puts cells there without a call. */
	put(row: number, ...rows: ReadonlyArray<readonly unknown[]>): void {
		rows.forEach((values, down) =>
			values.forEach((value, across) => {
				const line = this.sheet.rows[row - 1 + down];
				if (!line) throw new Error(`There is no row ${row + down}`);
				if (value !== null) line.cells[across] = { ...line.cells[across], content: value as CellContent };
			}),
		);
	}

	async run(operation: string, parameters: INodeParameters, options: RunOptions = {}, resource = 'row'): Promise<Run> {
		return await this.platform.run({
			node: 'feishuSheets',
			parameters: { resource, operation, ...this.where, ...parameters },
			...options,
		});
	}

	/** @throws the error of the run */
	async give(
		operation: string,
		parameters: INodeParameters,
		options: RunOptions = {},
		resource = 'row',
	): Promise<IDataObject[]> {
		const { error, items } = await this.run(operation, parameters, options, resource);
		if (error) throw error;
		return items.map(({ json }) => json);
	}

	cell(row: number, column: number): SheetCell | undefined {
		return this.sheet.rows[row - 1]?.cells[column - 1];
	}

	/** What cells hold, down to the last row with anything in it. */
	get contents(): unknown[][] {
		const rows = this.sheet.rows.map(({ cells }) => {
			const contents = Array.from(cells, (cell) => cell?.content ?? null);
			while (contents.length > 0 && contents.at(-1) === null) contents.pop();
			return contents;
		});
		while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
		return rows;
	}

	/** A column below its header, down to the last row. */
	column(column: number): unknown[] {
		return this.contents.slice(1).map((row) => row[column - 1] ?? null);
	}

	/** The last parts of the paths of cells that were called. */
	get calls(): string[] {
		return this.platform.calls
			.filter(({ path }) => path.includes('/v2/'))
			.map(({ path }) => path.split('/').at(-1) ?? '');
	}

	get writes(): string[] {
		return this.calls.filter((call) => call !== 'values_batch_get');
	}

	get reads(): string[] {
		return this.calls.filter((call) => call === 'values_batch_get');
	}
}
