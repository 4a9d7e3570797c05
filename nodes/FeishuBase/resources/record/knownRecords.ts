import { FIELD, type BaseField } from '../../../../feishu/base/baseField';
import type { BaseRecord } from '../../../../feishu/base/plainRecord';
import { plainCell } from '../../../../feishu/base/readCell';
import { recordFilter } from '../../../../feishu/base/recordFilter';
import type { JsonObject } from '../../../../feishu/json';
import type { TablePath } from '../../../shared/base/contents';
import { recordPage, recordsOf } from '../../../shared/base/searching';
import type { FeishuClient } from '../../../shared/client/client';

/** Records in a page, and conditions in a filter. Source: …/bitable-v1/app-table-record/search */
const PAGE = 500;
const CONDITIONS = 50;

/** A longer text is no value of a filter. */
const LONGEST_VALUE = 200;

/** Fields by which the platform finds the very value: of others it finds something like it, or days, or knows options only. */
const EXACT: ReadonlySet<number> = new Set([FIELD.text, FIELD.number, FIELD.phone]);

/**
 * The records that may have the keys of these rows, with the fields of the key alone: found by filters of 50 keys, or by
 * going through the column, whichever takes fewer requests. Which of them really fit is to be compared.
 * @param by the fields of the key
 * @throws CallError
 */
export async function knownRecords(
	feishu: FeishuClient,
	path: TablePath,
	by: readonly BaseField[],
	rows: readonly JsonObject[],
): Promise<BaseRecord[]> {
	const field_names = by.map(({ field_name }) => field_name);
	const first = await recordPage(feishu, path, { field_names });
	if (!first.next) return first.records;
	const filters = filtersFor(by, rows);
	const found: BaseRecord[] = [];
	if (filters && filters.length < first.total / PAGE) {
		for (const filter of filters)
			for await (const record of recordsOf(feishu, path, { field_names, filter })) found.push(record);
		return found;
	}
	found.push(...first.records);
	for await (const record of recordsOf(feishu, path, { field_names }, { token: first.next })) found.push(record);
	return found;
}

/** Undefined where no field of the key has a value that can be looked for in every row. */
function filtersFor(by: readonly BaseField[], rows: readonly JsonObject[]): object[] | undefined {
	for (const field of by) {
		if (!EXACT.has(field.type)) continue;
		const values = [...new Set(rows.map((row) => String(plainCell(field, row[field.field_name]) ?? '')))];
		if (values.some(isNoCondition)) continue;
		return Array.from({ length: Math.ceil(values.length / CONDITIONS) }, (_, index) => {
			const some = values.slice(index * CONDITIONS, (index + 1) * CONDITIONS);
			const conditions = some.map((value) => ({ field: field.field_id, operator: 'equals' as const, value }));
			return recordFilter(conditions, 'or', [field], () => undefined) ?? {};
		});
	}
	return undefined;
}

/** A condition has its value without blanks around it, and so would miss a text that has them. */
const isNoCondition = (value: string): boolean =>
	value === '' || value !== value.trim() || value.length > LONGEST_VALUE;
