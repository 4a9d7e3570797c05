import { FIELD, type BaseField } from '../../../../feishu/base/baseField';
import { isObject, text, type JsonObject } from '../../../../feishu/json';
import type { TablePath } from '../../../shared/base/contents';
import { recordsById } from '../../../shared/base/recordsById';
import type { FeishuClient } from '../../../shared/client/client';

interface Changed {
	record_id: string;
	fields: JsonObject;
}

const attachmentsIn = (fields: readonly BaseField[]) =>
	fields.filter(({ type }) => type === FIELD.attachment).map(({ field_name }) => field_name);

/** A later change over an earlier one; files of both where they are added. */
export function mergedChange(
	fields: readonly BaseField[],
	earlier: JsonObject,
	later: JsonObject,
	adds: boolean,
): JsonObject {
	const merged = { ...earlier, ...later };
	if (!adds) return merged;
	for (const name of attachmentsIn(fields))
		if (Array.isArray(later[name])) merged[name] = together(earlier[name], later[name]);
	return merged;
}

/** Changes whose files come beside those that are in the cells: the platform replaces a cell as a whole. @throws CallError */
export async function withKeptFiles<C extends Changed>(
	{ feishu, path, fields }: { feishu: FeishuClient; path: TablePath; fields: readonly BaseField[] },
	changes: readonly C[],
): Promise<C[]> {
	const names = attachmentsIn(fields);
	const adds = ({ fields: cells }: C) => names.filter((name) => Array.isArray(cells[name]));
	const ids = changes.filter((change) => adds(change).length > 0).map(({ record_id }) => record_id);
	if (ids.length === 0) return [...changes];
	const { records } = await recordsById(feishu, path, ids);
	return changes.map((change) => {
		const has = records.get(change.record_id)?.fields ?? {};
		const cells = adds(change).map((name) => [name, together(has[name], change.fields[name])] as const);
		return { ...change, fields: { ...change.fields, ...Object.fromEntries(cells) } };
	});
}

/** The files of two cells, each once. */
function together(one: unknown, other: unknown): Array<{ file_token: string }> {
	const files = [one, other].flatMap((cell) => (Array.isArray(cell) ? cell.filter(isObject) : []));
	return [...new Set(files.map(({ file_token }) => text(file_token)))].map((file_token) => ({ file_token }));
}
