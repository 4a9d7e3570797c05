import { InputError } from '../../../../../feishu/input';
import { isObject, type JsonObject } from '../../../../../feishu/json';
import type { Params } from '../../../operation/params';

/** Objects from a JSON field: an array of them, or a single one. @throws InputError that names the field */
export function readObjects(row: Params, name: string): JsonObject[] {
	const value = row.json(name);
	const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
	if (list.length > 0 && list.every(isObject)) return list;
	const field = row.label(name);
	throw new InputError(
		field,
		list.length === 0 ? `The field '${field}' is empty` : `The field '${field}' holds no list of objects`,
		'Use an array such as [{"name": "Tom", "sales": 12}], or an expression that gives one',
	);
}

/** Pairs `Words = value`, one a line or separated by commas; words alone are their own value. */
export function readOptions(row: Params, name: string): Array<{ text: string; value: string }> {
	return row.list(name).map((entry) => {
		const [text = '', ...rest] = entry.split('=');
		return { text: text.trim(), value: rest.length > 0 ? rest.join('=').trim() : text.trim() };
	});
}
