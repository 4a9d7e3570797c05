import { perSpreadsheet } from '../../../shared/client/pacing';
import { rawTextField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { sheetField } from '../../../shared/sheets/sheet';
import { rangeText } from '../../areas';
import { cellsOf, FIND, options, range, search, words, type Found } from './searching';

/** Cells that one call changes. Source: …/sheets-v3/spreadsheet-sheet/replace */
const MOST_CELLS = 5000;

const replacement = rawTextField({
	displayName: 'Replace With',
	name: 'replacement',
	placeholder: 'e.g. Final',
	description: 'What takes its place; empty takes it away',
});

export const replace = defineOperation({
	value: 'replace',
	name: 'Replace',
	action: 'Replace in cells',
	description: 'Put other words in place of those that are found, in all cells that have them',
	endpoint: FIND.replace(/find$/, 'replace'),
	alsoCalls: [FIND],
	scopes: ['sheets:spreadsheet:write_only', 'sheets:spreadsheet', 'drive:drive'],
	identity: 'either',
	fields: [sheetField, words, replacement, range, options],
	output: outputOf({ spreadsheet_token: 'string', sheet_id: 'string', replaced: 'number', cells: ['string'] }),
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const wanted = read(words);
		const instead = read(replacement);
		const where = read(range);
		const { entireCell = false, inFormulas = false, matchCase = false, regex = false } = read(options);
		const path = await chosen.path(asking);
		const { spreadsheet_token, sheet_id } = path;
		const condition = {
			range: await rangeText(asking, chosen, where),
			match_entire_cell: entireCell,
			search_by_regex: regex,
			include_formulas: inFormulas,
		};
		const { found, match_case } = await search(asking, path, { find: wanted, condition, matchCase });
		const count = cellsOf(found).length;
		if (count > MOST_CELLS)
			throw words.refuse(
				`is found in ${count} cells`,
				`Feishu changes up to ${MOST_CELLS} at once: use smaller ranges`,
			);
		const { replace_result: done = {} } = await asking.feishu.call<{ replace_result?: Found }>(this.endpoint, {
			path,
			body: { find: wanted, replacement: instead, find_condition: { ...condition, match_case } },
			paces: [perSpreadsheet(spreadsheet_token)],
		});
		const cells = cellsOf(done);
		return { spreadsheet_token, sheet_id, replaced: cells.length, cells };
	},
});
