import { FIELD, type BaseField } from '../../../feishu/base/baseField';
import { plainCell } from '../../../feishu/base/readCell';
import { isObject, text } from '../../../feishu/json';
import type { Asking } from '../client/asking';
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
			for (const title of titlesOf(primary, cells[primary.field_name])) found.get(title)?.push(record_id);
	}
	return found;
}

/** Fields by whose very words the platform finds. */
const EXACT: ReadonlySet<number> = new Set([FIELD.text, FIELD.phone]);

/** Undefined for a look at the whole column. */
function filtersFor(primary: BaseField, values: readonly string[]): Array<object | undefined> {
	if (!EXACT.has(primary.type) || values.length > MANY) return [undefined];
	return Array.from({ length: Math.ceil(values.length / CONDITIONS) }, (_, index) => ({
		conjunction: 'or',
		conditions: values
			.slice(index * CONDITIONS, (index + 1) * CONDITIONS)
			.map((value) => ({ field_name: primary.field_name, operator: 'is', value: [value] })),
	}));
}

/** What people see of a cell: of a link its text or where it leads, of a location its name or address. */
function titlesOf(primary: BaseField, cell: unknown): string[] {
	const plain = plainCell(primary, cell);
	if (plain === null) return [];
	if (!isObject(plain)) return [Array.isArray(plain) ? plain.join(', ') : String(plain)];
	const said = [plain.text, plain.link, plain.name, plain.full_address, plain.address, plain.location];
	return [...new Set(said.map(text).filter((one) => one !== ''))];
}
