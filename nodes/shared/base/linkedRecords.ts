import type { BaseField } from '../../../feishu/base/baseField';
import { operatorsOf } from '../../../feishu/base/filterOperators';
import { plainCell } from '../../../feishu/base/readCell';
import type { Asking } from './basePlace';
import { fieldsOf, type TablePath } from './contents';
import { recordsOf } from './searching';

/** Conditions in one filter. Source: …/bitable-v1/app-table-record/search */
const CONDITIONS = 50;

/** From so many values on, the first column is read whole: 500 records come with one request. */
const MANY = 500;

/**
 * The records of a table by what stands in their first column: none, one, or several for each value.
 * @throws CallError
 */
export async function recordsByTitle(
	asking: Asking,
	path: TablePath,
	values: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
	const wanted = [...new Set(values)];
	const fields = await fieldsOf(asking, path);
	const primary = fields.find(({ is_primary }) => is_primary) ?? fields[0];
	const found = new Map<string, string[]>(wanted.map((value) => [value, []]));
	if (!primary || wanted.length === 0) return found;
	for (const filter of filtersFor(primary, wanted)) {
		const records = recordsOf(asking.feishu, path, { field_names: [primary.field_name], filter });
		for await (const { record_id, fields: cells } of records)
			found.get(titleOf(primary, cells[primary.field_name]))?.push(record_id);
	}
	return found;
}

/** Undefined for a look at the whole column. */
function filtersFor(primary: BaseField, values: readonly string[]): Array<object | undefined> {
	const isExact = operatorsOf(primary).includes('equals') && typeof plainCell(primary, values[0]) === 'string';
	if (!isExact || values.length > MANY) return [undefined];
	return Array.from({ length: Math.ceil(values.length / CONDITIONS) }, (_, index) => ({
		conjunction: 'or',
		conditions: values
			.slice(index * CONDITIONS, (index + 1) * CONDITIONS)
			.map((value) => ({ field_name: primary.field_name, operator: 'is', value: [value] })),
	}));
}

function titleOf(primary: BaseField, cell: unknown): string {
	const plain = plainCell(primary, cell);
	return typeof plain === 'object' ? JSON.stringify(plain) : String(plain);
}
