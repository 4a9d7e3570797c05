import { CardProblem } from './cardProblem';
import { type Element, isObject, type Json } from './cardWalk';

const isList = (value: unknown, entry: (one: unknown) => boolean) => Array.isArray(value) && value.every(entry);
const isString = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => typeof value === 'number';

/** What cells may hold, by the column's data_type; text takes anything and shows it as text. */
const CELLS: Record<string, (value: unknown) => boolean> = {
	number: isNumber,
	date: isNumber,
	options: (value) => isString(value) || isList(value, (one) => isObject(one) && isString(one.text)),
	persons: (value) => isString(value) || isList(value, isString),
};

/** 200914 for cells of another type than their column, 200915 for cells without a column. Source: …/content-components/table */
export function checkTables(elements: readonly Element[]): void {
	for (const { tag, json, path } of elements) {
		if (tag !== 'table') continue;
		const { rows, columns } = json;
		if (!isList(rows, isObject)) throw new CardProblem(200914, 'table rows is invalid', '', path);
		const types = new Map((Array.isArray(columns) ? (columns as Json[]) : []).map((one) => [one.name, one.data_type]));
		for (const [index, row] of (rows as Json[]).entries()) {
			for (const [name, value] of Object.entries(row)) {
				if (!types.has(name)) throw new CardProblem(200915, 'table rows name is invalid', name, path);
				const fits = CELLS[String(types.get(name))];
				if (fits && value !== null && !fits(value))
					throw new CardProblem(200914, 'table rows is invalid', `row ${index}, column ${name}`, path);
			}
		}
	}
}
