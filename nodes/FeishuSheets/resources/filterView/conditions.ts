import type { FilterCondition } from '../../../../feishu/sheets/filterRules';
import type { FeishuClient } from '../../../shared/client/client';
import { perSpreadsheet } from '../../../shared/client/pacing';
import type { ColumnCondition } from '../../filterFields';
import { VIEWS } from './views';

const CONDITIONS = `${VIEWS}/:filter_view_id/conditions`;
export const LIST_CONDITIONS = `GET ${CONDITIONS}/query`;
const ADD = `POST ${CONDITIONS}`;
const CHANGE = `PUT ${CONDITIONS}/:condition_id`;
const REMOVE = `DELETE ${CONDITIONS}/:condition_id`;

/** What `setConditions` calls. */
export const CONDITION_CALLS = [LIST_CONDITIONS, ADD, CHANGE, REMOVE];

export interface ViewPath {
	spreadsheet_token: string;
	sheet_id: string;
	filter_view_id: string;
	[parameter: string]: string;
}

/** Source: …/sheets-v3/spreadsheet-sheet-filter_view-condition/query */
interface ConditionEntry extends Partial<FilterCondition> {
	/** The letters of a column. */
	condition_id: string;
}

/** @throws CallError */
export async function conditionsOf(feishu: FeishuClient, path: ViewPath): Promise<ConditionEntry[]> {
	const { items } = await feishu.call<{ items?: ConditionEntry[] }>(LIST_CONDITIONS, { path, idempotent: true });
	return items ?? [];
}

/** Sets what the rows have to be in these columns, and leaves the others. @param had columns that have a condition @throws CallError */
export async function setConditions(
	feishu: FeishuClient,
	path: ViewPath,
	wanted: readonly ColumnCondition[],
	had: readonly string[] = [],
): Promise<void> {
	const paces = [perSpreadsheet(path.spreadsheet_token)];
	for (const { column, condition } of wanted) {
		const one = { path: { ...path, condition_id: column }, paces, idempotent: true };
		const clears = condition.filter_type === 'clear';
		if (clears && had.includes(column)) await feishu.call(REMOVE, one);
		else if (had.includes(column)) await feishu.call(CHANGE, { ...one, body: { ...condition } });
		else if (!clears) await feishu.call(ADD, { path, paces, body: { condition_id: column, ...condition } });
	}
}
