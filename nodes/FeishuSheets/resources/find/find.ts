import { areaOf, columnLetters } from '../../../../feishu/sheets/a1';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { SHEETS_SCOPES } from '../../../shared/sheets/contents';
import { sheetField } from '../../../shared/sheets/sheet';
import { rangeText } from '../../areas';
import { FIND, options, range, search, words } from './searching';

export const find = defineOperation({
	value: 'find',
	name: 'Find',
	action: 'Find cells',
	description: 'Find the cells that hold some words, a number or a pattern: one item for each',
	endpoint: FIND,
	scopes: SHEETS_SCOPES,
	identity: 'either',
	fields: [sheetField, words, range, options],
	output: outputOf({
		spreadsheet_token: 'string',
		sheet_id: 'string',
		cell: 'string',
		row_number: 'number',
		column: 'string',
		formula: 'boolean',
	}),
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const wanted = read(words);
		const where = read(range);
		const { entireCell = false, inFormulas = false, matchCase = false, regex = false } = read(options);
		const path = await chosen.path(asking);
		const condition = {
			range: await rangeText(asking, chosen, where),
			match_entire_cell: entireCell,
			search_by_regex: regex,
			include_formulas: inFormulas,
		};
		const { found } = await search(asking, path, { find: wanted, condition, matchCase });
		const { matched_cells: plain = [], matched_formula_cells: formulas = [] } = found;
		const item = (cell: string, formula: boolean) => {
			const { row = 0, column = 0 } = areaOf(cell) ?? {};
			const { spreadsheet_token, sheet_id } = path;
			return { spreadsheet_token, sheet_id, cell, row_number: row, column: columnLetters(column), formula };
		};
		return [...plain.map((cell) => item(cell, false)), ...formulas.map((cell) => item(cell, true))];
	},
});
