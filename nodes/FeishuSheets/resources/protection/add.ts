import { perSpreadsheet } from '../../../shared/client/pacing';
import { defineOperation } from '../../../shared/operation/operation';
import { sheetField } from '../../../shared/sheets/sheet';
import { editorsOf } from '../../editors';
import { linesField } from '../dimension/lines';
import { ADD, editors, PROTECTION, protectionItem, reason, type ProtectedRange } from './protections';

export const add = defineOperation({
	value: 'add',
	name: 'Add',
	action: 'Protect rows or columns',
	description: 'Let only some people change the cells of rows or columns',
	endpoint: ADD,
	scopes: ['sheets:spreadsheet', 'drive:drive'],
	identity: 'either',
	fields: [sheetField, linesField, editors, reason],
	output: PROTECTION,
	orderBy: ({ read }) => JSON.stringify(read(sheetField).spreadsheet.address),
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const { major, first, last } = read(linesField);
		const people = read(editors);
		const lockInfo = read(reason);
		const { ids, type } = await editorsOf(asking.feishu, people);
		const { spreadsheet_token, sheet_id } = await chosen.path(asking);
		const dimension = { sheetId: sheet_id, majorDimension: major, startIndex: first, endIndex: last };
		const wanted = { dimension, ...(ids.length > 0 && { users: ids }), ...(lockInfo && { lockInfo }) };
		const { addProtectedDimension } = await asking.feishu.call<{ addProtectedDimension?: ProtectedRange[] }>(
			this.endpoint,
			{
				path: { spreadsheet_token },
				query: { user_id_type: type },
				body: { addProtectedDimension: [wanted] },
				paces: [perSpreadsheet(spreadsheet_token)],
			},
		);
		const protectId = addProtectedDimension?.[0]?.protectId ?? '';
		const users = ids.map((memberId) => ({ memberId }));
		return protectionItem(spreadsheet_token, sheet_id, { protectId, dimension, lockInfo, editors: { users } });
	},
});
