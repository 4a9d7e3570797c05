import { isObject } from '../../../feishu/json';
import { empty, type Field } from '../../shared/operation/field';
import { peopleList, type SeveralPeople } from '../../shared/contact/severalPeople';
import type { Panel } from '../../shared/operation/panel';

/** Neither a value nor one that says there is none, such as `[]` or empty text. */
const isMissing = (value: unknown) => value === undefined || value === null;

/** @throws InputError where an expression gave nothing at all */
function assertGiven(panel: Panel, name: string, label: string, value: unknown): void {
	if (isMissing(value) && panel.noteValue(name, panel.label(label), value)) throw empty(panel.label(label));
}

/**
 * A collection in which an expression that gives nothing is refused for some of its fields: n8n takes such a field for
 * one that nobody added, so what was meant would be left out without a word.
 * @param single those of its fields
 */
export function meantIn<T, const N extends string>(collection: Field<T, N>, single: readonly Field[]): Field<T, N> {
	return {
		...collection,
		read(panel) {
			const value = panel.value(collection.name);
			const given = isObject(value) ? value : {};
			const inside = panel.inside(given, panel.writtenAs(collection.name));
			for (const { name, label } of single) assertGiven(inside, name, label, given[name]);
			return collection.read(panel);
		},
	};
}

/** People whose rows may give an empty list, but not nothing at all. */
export function meantPeople<const N extends string>(field: Field<SeveralPeople, N>): Field<SeveralPeople, N> {
	const rowsOf = (value: unknown) =>
		isObject(value) && Array.isArray(value.several) ? (value.several as unknown[]).filter(isObject) : [];
	return {
		...field,
		read(panel) {
			const written = rowsOf(panel.writtenAs(field.name));
			for (const [index, row] of rowsOf(panel.value(field.name)).entries())
				assertGiven(
					panel.row(field.label, {}, written[index]),
					peopleList.name,
					peopleList.label,
					row[peopleList.name],
				);
			return field.read(panel);
		},
	};
}
