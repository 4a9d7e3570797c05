import type { FeishuClient } from '../../../shared/client/client';
import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { sheetField } from '../../../shared/sheets/sheet';
import { DETAILS, PROTECTION, protectionItem, type ProtectedRange } from './protections';

const METADATA = 'GET /open-apis/sheets/v2/spreadsheets/:spreadsheetToken/metainfo';

/** IDs in one request. Source: …/sheets-v2/protect-range/retrieve-protection-scopes */
const MOST_IDS = 5;

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many protections',
	description: 'List what of a sheet is protected, with who may still change it',
	endpoint: METADATA,
	alsoCalls: [DETAILS],
	scopes: ['sheets:spreadsheet', 'drive:drive'],
	identity: 'either',
	fields: [sheetField, pagingFields],
	output: PROTECTION,
	async run({ read, ...asking }) {
		const chosen = read(sheetField);
		const limit = read(pagingFields);
		const { spreadsheet_token, sheet_id } = await chosen.path(asking);
		const { sheets = [] } = await asking.feishu.call<{
			sheets?: Array<{ sheetId: string; protectedRange?: ProtectedRange[] }>;
		}>(this.endpoint, {
			path: { spreadsheetToken: spreadsheet_token },
			query: { extFields: 'protectedRange', user_id_type: 'open_id' },
			idempotent: true,
		});
		const found = (sheets.find(({ sheetId }) => sheetId === sheet_id)?.protectedRange ?? []).slice(0, limit);
		const details = await detailsOf(
			asking.feishu,
			spreadsheet_token,
			found.map(({ protectId }) => protectId),
		);
		return found.map((one) =>
			protectionItem(spreadsheet_token, sheet_id, { ...one, ...details.get(one.protectId), dimension: one.dimension }),
		);
	},
});

/** The list of all says nothing of people. @throws CallError */
async function detailsOf(
	feishu: FeishuClient,
	spreadsheetToken: string,
	ids: readonly string[],
): Promise<Map<string, ProtectedRange>> {
	const details = new Map<string, ProtectedRange>();
	for (let at = 0; at < ids.length; at += MOST_IDS) {
		const { protectedRanges = [] } = await feishu.call<{ protectedRanges?: ProtectedRange[] }>(DETAILS, {
			path: { spreadsheetToken },
			query: { protectIds: ids.slice(at, at + MOST_IDS).join(','), memberType: 'openId' },
			idempotent: true,
		});
		for (const one of protectedRanges) details.set(one.protectId, one);
	}
	return details;
}
