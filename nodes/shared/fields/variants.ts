/** Dropdowns whose choices bring fields of their own. */
import { callsOf, defineField, methodsOf, type Field, type ValueOf } from '../operation/field';
import { mergeFields } from '../operation/mergeFields';

type Variants = Readonly<Record<string, Field>>;

/** The choice, with what was filled in for it. */
export type Chosen<M extends Variants> = {
	[K in keyof M & string]: { choice: K; value: ValueOf<M[K]> };
}[keyof M & string];

/**
 * A dropdown and, for each of its choices, a field that is shown for it alone. What several choices have in common
 * stands in the panel once.
 * @param variants in the order in which the panel shows them
 */
export function variantField<const N extends string, M extends Variants>(
	dropdown: Field<keyof M & string, N>,
	variants: M,
): Field<Chosen<M>, N> {
	const { name, label } = dropdown;
	const all = [dropdown, ...Object.values<Field>(variants)];
	const groups = Object.entries<Field>(variants).map(([value, { properties }]) => ({ value, fields: properties }));
	return defineField({
		name,
		label,
		methods: methodsOf(all),
		calls: callsOf(all),
		properties: [...dropdown.properties, ...mergeFields(name, groups)],
		read(panel) {
			const choice = dropdown.read(panel);
			return { choice, value: variants[choice]?.read(panel) } as Chosen<M>;
		},
	});
}

/** What is not for people to choose where a field is listed that they could fill in elsewhere. */
export function decidedField<T, const N extends string>(name: N, value: T): Field<T, N> {
	return defineField({ name, label: name, properties: [], read: () => value });
}
