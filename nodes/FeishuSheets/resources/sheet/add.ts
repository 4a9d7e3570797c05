import { numberField } from '../../../shared/fields/plain';
import { collectionField } from '../../../shared/fields/nested';
import { defineOperation } from '../../../shared/operation/operation';
import { GET_SHEETS, sheetsOf } from '../../../shared/sheets/contents';
import { spreadsheetField } from '../../../shared/sheets/spreadsheet';
import { CHANGE_SHEETS, changeSheet } from './changeSheets';
import { foundSheet } from './foundSheet';
import { sheetTitleField } from './names';
import { SHEET } from './output';

const spreadsheet = spreadsheetField();

const title = sheetTitleField({
	displayName: 'Name',
	name: 'sheetTitle',
	required: true,
	description: 'What the sheet is called; each name once in a spreadsheet',
});

const options = collectionField({ displayName: 'Options', name: 'addOptions', placeholder: 'Add option' }, [
	numberField({
		displayName: 'Position',
		name: 'position',
		typeOptions: { minValue: 1 },
		default: 1,
		description: 'Where the sheet stands: 1 is the first one. Without it the sheet comes behind all others.',
	}),
]);

export const add = defineOperation({
	value: 'add',
	name: 'Add',
	action: 'Add a sheet',
	description: 'Add an empty sheet to a spreadsheet, behind the others or wherever it belongs',
	endpoint: CHANGE_SHEETS,
	alsoCalls: [GET_SHEETS],
	scopes: ['sheets:spreadsheet', 'drive:drive'],
	identity: 'either',
	fields: [spreadsheet, title, options],
	output: SHEET,
	orderBy: ({ read }) => JSON.stringify(read(spreadsheet).address),
	async run({ read, ...asking }) {
		const chosen = read(spreadsheet);
		const wanted = read(title);
		const { position } = read(options);
		const spreadsheet_token = await chosen.token(asking);
		// The platform would put it before all others.
		const index = position === undefined ? (await sheetsOf(asking, spreadsheet_token)).length : position - 1;
		const { sheetId } = await changeSheet(asking, spreadsheet_token, {
			addSheet: { properties: { title: wanted, index } },
		});
		return await foundSheet(asking, chosen, { sheet_id: sheetId, title: wanted });
	},
});
