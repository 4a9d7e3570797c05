import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../../feishu/input';
import type { ValueOf } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { GET_SHEETS } from '../../../shared/sheets/contents';
import { sheetField } from '../../../shared/sheets/sheet';
import { editorsOf } from '../../editors';
import { changesField, newTitle } from './changes';
import { CHANGE_SHEETS, changeSheet } from './changeSheets';
import { foundSheet } from './foundSheet';
import { SHEET } from './output';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a sheet',
	description: 'Rename, move, hide, freeze or protect a sheet; what is not named stays',
	endpoint: CHANGE_SHEETS,
	alsoCalls: [GET_SHEETS],
	scopes: ['sheets:spreadsheet', 'drive:drive'],
	identity: 'either',
	fields: [sheetField, changesField],
	output: SHEET,
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const changes = read(changesField);
		const { spreadsheet_token, sheet_id } = await chosen.path(asking);
		const editors = await editorsOf(asking.feishu, changes.editors);
		const properties = { sheetId: sheet_id, ...propertiesOf(changes, editors.ids) };
		const how = { idempotent: true, idType: editors.type };
		await changeSheet(asking, spreadsheet_token, { updateSheet: { properties } }, how);
		const item = await foundSheet(asking, chosen.spreadsheet, { sheet_id });
		const { title } = changes;
		// The answer is that all went well, whether the sheet is renamed or not.
		if (title !== undefined && item.title !== title)
			throw new InputError(
				newTitle.label,
				`The sheet is still called '${String(item.title)}': Feishu left out the name '${title.slice(0, 60)}' without saying why`,
				'Take another name; all else that was to be changed is changed',
			);
		return item;
	},
});

/** In the words of the platform. */
function propertiesOf(changes: ValueOf<typeof changesField>, userIDs: readonly string[]): IDataObject {
	const { title, position, hidden, frozenRows, frozenColumns, protection, lockInfo } = changes;
	return {
		...(title !== undefined && { title }),
		...(position !== undefined && { index: position - 1 }),
		...(hidden !== undefined && { hidden }),
		...(frozenRows !== undefined && { frozenRowCount: frozenRows }),
		...(frozenColumns !== undefined && { frozenColCount: frozenColumns }),
		...(protection !== undefined && {
			protect: { lock: protection, ...(lockInfo && { lockInfo }), ...(userIDs.length > 0 && { userIDs }) },
		}),
	};
}
