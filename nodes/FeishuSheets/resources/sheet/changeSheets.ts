import type { IDataObject } from 'n8n-workflow';

import type { Asking } from '../../../shared/client/asking';
import { perSpreadsheet } from '../../../shared/client/pacing';
import { forgetSheets } from '../../../shared/sheets/contents';

export const CHANGE_SHEETS = 'POST /open-apis/sheets/v2/spreadsheets/:spreadsheet_token/sheets_batch_update';

/** A change of one sheet, in the words of the platform. Source: …/sheets-v3/spreadsheet-sheet/operate-sheets */
export type SheetChange = Readonly<Record<string, object>>;

/**
 * Adds, copies, changes or deletes one sheet and forgets what was known of all of them.
 * @returns `properties` of the sheet where the answer has any: what was asked for, not what came of it
 * @throws CallError
 */
export async function changeSheet(
	asking: Asking,
	spreadsheet_token: string,
	change: SheetChange,
	{ idempotent = false, idType = 'open_id' }: { idempotent?: boolean; idType?: 'open_id' | 'union_id' } = {},
): Promise<IDataObject & { sheetId?: string }> {
	const { replies } = await asking.feishu
		.call<{ replies?: Array<Record<string, { properties?: IDataObject }>> }>(CHANGE_SHEETS, {
			path: { spreadsheet_token },
			query: { user_id_type: idType },
			body: { requests: [change] },
			idempotent,
			paces: [perSpreadsheet(spreadsheet_token)],
		})
		.finally(() => forgetSheets(asking, spreadsheet_token));
	return Object.values(replies?.[0] ?? {})[0]?.properties ?? {};
}
