import { perSpreadsheet } from '../../../shared/client/pacing';
import { optionalPeopleField } from '../../../shared/contact/severalPeople';
import { collectionField } from '../../../shared/fields/nested';
import { textField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { sheetField } from '../../../shared/sheets/sheet';
import { rangeField, wholeArea, type Range, type WholeArea } from '../../areas';
import { editorsOf, type Editors } from '../../editors';
import { CHANGE, protectId } from './protections';

const more = optionalPeopleField({
	displayName: 'Add Editors',
	name: 'addEditors',
	placeholder: 'Add Editors',
	description: 'Who else may change the cells',
});
const fewer = optionalPeopleField({
	displayName: 'Remove Editors',
	name: 'removeEditors',
	placeholder: 'Add Editors',
	description: 'Who may change them no longer',
});

const changes = mappedField(
	collectionField(
		{
			displayName: 'Update Fields',
			name: 'protectionFields',
			placeholder: 'Add field',
			description: 'All else stays as it is',
		},
		[
			more,
			textField({
				displayName: 'Reason',
				name: 'reason',
				placeholder: 'e.g. Figures of last year',
				description: 'What people read who try to change a cell',
			}),
			fewer,
			rangeField({
				displayName: 'Rows or Columns',
				name: 'lines',
				placeholder: 'e.g. 2:10 or A:C',
				description: 'What is protected from now on: whole rows or whole columns',
			}),
		],
	),
	(given, label) => {
		if (Object.keys(given).length === 0) throw complaint(label, 'is empty', 'Add what is to be changed');
		if (given.lines && !majorOf(given.lines))
			throw complaint(given.lines.label, 'names neither rows nor columns', 'Use one such as 2:10 or A:C');
		return given;
	},
);

/** Whole rows have no column, whole columns no row. */
function majorOf({ area }: Range): 'ROWS' | 'COLUMNS' | undefined {
	if (!area) return undefined;
	if (area.lastColumn === undefined && area.lastRow !== undefined) return 'ROWS';
	return area.lastRow === undefined && area.row === 1 ? 'COLUMNS' : undefined;
}

const members = ({ ids, type }: Editors) =>
	ids.map((memberId) => ({ memberType: type === 'open_id' ? 'openId' : 'unionId', memberId }));

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a protection',
	description: 'Change what is protected, why, and who may change it all the same',
	endpoint: CHANGE,
	scopes: ['sheets:spreadsheet', 'drive:drive'],
	identity: 'either',
	fields: [sheetField, protectId, changes],
	output: doneOutput('updated', 'spreadsheet_token', 'sheet_id', 'protect_id'),
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const protect_id = read(protectId);
		const { addEditors, removeEditors, reason, lines } = read(changes);
		const added = members(await editorsOf(asking.feishu, addEditors));
		const gone = members(await editorsOf(asking.feishu, removeEditors));
		const { spreadsheet_token, sheet_id } = await chosen.path(asking);
		const dimension = lines && dimensionOf(lines, await wholeArea(asking, chosen, lines));
		const editors = [{ ...(added.length > 0 && { addEditors: added }), ...(gone.length > 0 && { delEditors: gone }) }];
		const request = {
			protectId: protect_id,
			...(dimension && { dimension }),
			...(added.length + gone.length > 0 && { editors }),
			...(reason !== undefined && { lockInfo: reason }),
		};
		await asking.feishu.call(this.endpoint, {
			path: { spreadsheetToken: spreadsheet_token },
			body: { requests: [request] },
			idempotent: true,
			paces: [perSpreadsheet(spreadsheet_token)],
		});
		return { updated: true, spreadsheet_token, sheet_id, protect_id };
	},
});

/** Counted from 1, both ends included. */
function dimensionOf(lines: Range, { sheet_id: sheetId, row, lastRow, column, lastColumn }: WholeArea) {
	return majorOf(lines) === 'ROWS'
		? { sheetId, majorDimension: 'ROWS', startIndex: row, endIndex: lastRow }
		: { sheetId, majorDimension: 'COLUMNS', startIndex: column, endIndex: lastColumn };
}
