import type { FilterCondition } from '../../../../feishu/sheets/filterRules';
import type { FeishuClient } from '../../../shared/client/client';
import { outputOf } from '../../../shared/operation/output';
import type { SheetPath } from '../../../shared/sheets/contents';
import { shownRange } from '../../areas';
import { SHOWN_CONDITION, shownCondition } from '../../filterFields';

export const FILTER = '/open-apis/sheets/v3/spreadsheets/:spreadsheet_token/sheets/:sheet_id/filter';

export const GET_FILTER = `GET ${FILTER}`;

export const FILTER_STATE = outputOf({
	spreadsheet_token: 'string',
	sheet_id: 'string',
	has_filter: 'boolean',
	'range?': 'string',
	'conditions?': [SHOWN_CONDITION],
	'filtered_out_rows?': ['number'],
});

/** Source: …/sheets-v3/spreadsheet-sheet-filter/get */
interface FilterInfo {
	range: string;
	filtered_out_rows?: number[];
	filter_infos?: Array<{ col: string; conditions?: FilterCondition[] }>;
}

/** The filter of a sheet as an item: by what it tells rows apart, and which rows people don't see. @throws CallError */
export async function filterState(feishu: FeishuClient, path: SheetPath) {
	const { sheet_filter_info: info } = await feishu.call<{ sheet_filter_info?: FilterInfo }>(GET_FILTER, {
		path,
		idempotent: true,
	});
	const { spreadsheet_token, sheet_id } = path;
	if (!info?.range) return { spreadsheet_token, sheet_id, has_filter: false };
	const conditions = (info.filter_infos ?? []).flatMap(({ col, conditions: all = [] }) =>
		all.map((condition) => shownCondition(col, condition)),
	);
	return {
		spreadsheet_token,
		sheet_id,
		has_filter: true,
		range: shownRange(info.range),
		conditions,
		filtered_out_rows: info.filtered_out_rows ?? [],
	};
}
