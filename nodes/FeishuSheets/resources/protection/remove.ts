import { perSpreadsheet } from '../../../shared/client/pacing';
import { listField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { spreadsheetField } from '../../../shared/sheets/spreadsheet';
import { REMOVE } from './protections';

/** IDs in one request. Source: …/sheets-v2/protect-range/delete-protection-scopes */
const MOST_IDS = 10;

const spreadsheet = spreadsheetField();

const protectIds = listField({
	displayName: 'Protection IDs',
	name: 'protectIds',
	required: true,
	placeholder: 'e.g. 6947012837346058260',
	description: 'As Get Many gives them, separated by commas',
});

export const remove = defineOperation({
	value: 'remove',
	name: 'Remove',
	action: 'Remove protections',
	description: 'Let everybody who may edit the spreadsheet change these cells again',
	endpoint: REMOVE,
	scopes: ['sheets:spreadsheet', 'drive:drive'],
	identity: 'either',
	fields: [spreadsheet, protectIds],
	output: outputOf({ removed: 'boolean', spreadsheet_token: 'string', protect_ids: ['string'] }),
	orderBy: ({ read }) => JSON.stringify(read(spreadsheet).address),
	async run({ read, ...asking }) {
		const chosen = read(spreadsheet);
		const ids = read(protectIds);
		const spreadsheet_token = await chosen.token(asking);
		for (let at = 0; at < ids.length; at += MOST_IDS)
			await asking.feishu.call(this.endpoint, {
				path: { spreadsheetToken: spreadsheet_token },
				body: { protectIds: ids.slice(at, at + MOST_IDS) },
				paces: [perSpreadsheet(spreadsheet_token)],
			});
		return { removed: true, spreadsheet_token, protect_ids: ids };
	},
});
