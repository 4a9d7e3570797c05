/** Fields that hold fields: collections, rows, and groups that are read as one. */
import type { IDataObject, INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { isObject } from '../../../feishu/json';
import { callsOf, defineField, methodsOf, readerOf, type Field, type Reader, type ValueOf } from '../operation/field';
import type { Panel } from '../operation/panel';
import type { Words } from './plain';
import { mixedRowTitle, rowTitle } from './rowTitle';

/** The values of those fields that were added to a collection. */
export type Added<F extends Field> = { [N in F['name']]?: ValueOf<Extract<F, { name: N }>> };

/**
 * A collection: people add the fields that they need. Its value has those that were added.
 * @param fields shown in the order of their names, as n8n wants it
 */
export function collectionField<const N extends string, const F extends Field>(
	words: Words<N>,
	fields: readonly F[],
): Field<Added<F>, N> {
	const { name } = words;
	return defineField({
		...brought(fields),
		name,
		label: words.displayName,
		properties: [{ ...words, type: 'collection', default: {}, options: byName(propertiesOf(fields)) }],
		read(panel): Added<F> {
			const values = panel.value(name);
			if (!isObject(values)) return {};
			const inside = panel.inside(values, panel.writtenAs(name));
			const added = fields.filter((field) => field.properties.some((one) => values[one.name] !== undefined));
			return Object.fromEntries(added.map((field) => [field.name, field.read(inside)])) as Added<F>;
		},
	});
}

interface RowsWords<N extends string> extends Words<N> {
	/** What n8n calls a row, and saved workflows hold. */
	groupKey: string;
	/** What the panel calls a row. */
	groupName: string;
	/** What complaints call a row; its number behind its name unless given. */
	rowName?(values: IDataObject, index: number): string;
	/** Set where nothing in a row tells it from others but its number. */
	alike?: true;
	/** The rows of a fresh node; none unless given. */
	default?: INodeProperties['default'];
}

/** Rows with the same fields, each a reader of its own. */
export function rowsField<const N extends string, const F extends Field>(
	{ groupKey, groupName, rowName = (_, index) => `${groupName} ${index + 1}`, alike, ...words }: RowsWords<N>,
	fields: readonly F[],
): Field<Array<Reader<F>>, N> {
	const values = propertiesOf(fields);
	return defineField({
		...brought(fields),
		name: words.name,
		label: words.displayName,
		properties: [
			{
				...words,
				type: 'fixedCollection',
				typeOptions: { multipleValues: true, ...(!alike && rowTitle(values)), ...words.typeOptions },
				default: words.default ?? {},
				options: [{ displayName: groupName, name: groupKey, values }],
			},
		],
		read: (panel) =>
			rowsIn(panel.value(words.name), groupKey).map((values, index) =>
				readerOf(fields, panel.row(rowName(values, index), values, writtenRow(panel, words.name, groupKey, index))),
			),
	});
}

interface RowWords<N extends string> extends Words<N> {
	groupKey: string;
	groupName: string;
	default?: INodeProperties['default'];
}

/** A row that stands alone: undefined until it is added. */
export function rowField<const N extends string, const F extends Field>(
	{ groupKey, groupName, ...words }: RowWords<N>,
	fields: readonly F[],
): Field<Reader<F> | undefined, N> {
	return defineField({
		...brought(fields),
		name: words.name,
		label: words.displayName,
		properties: [
			{
				...words,
				type: 'fixedCollection',
				default: words.default ?? {},
				options: [{ displayName: groupName, name: groupKey, values: propertiesOf(fields) }],
			},
		],
		read(panel) {
			const [values] = rowsIn(panel.value(words.name), groupKey);
			return values && readerOf(fields, panel.inside(values, writtenRow(panel, words.name, groupKey, 0)));
		},
	});
}

/** A kind of row among several in one field. */
export interface RowGroup<F extends Field = Field> {
	/** What the panel calls it. */
	name: string;
	fields: readonly F[];
}

type RowsOf<G extends Readonly<Record<string, RowGroup>>> = {
	[K in keyof G]: Array<Reader<G[K] extends RowGroup<infer F> ? F : never>>;
};

/** Rows of several kinds, by their group. */
export function mixedRowsField<const N extends string, G extends Readonly<Record<string, RowGroup>>>(
	words: Words<N>,
	groups: G,
): Field<RowsOf<G>, N> {
	const entries = Object.entries(groups);
	return defineField({
		...brought(entries.flatMap(([, { fields }]) => fields)),
		name: words.name,
		label: words.displayName,
		properties: [
			{
				...words,
				type: 'fixedCollection',
				typeOptions: { multipleValues: true, ...mixedRowTitle(), ...words.typeOptions },
				default: {},
				options: entries.map(
					([name, { name: displayName, fields }]): INodePropertyCollection => ({
						displayName,
						name,
						values: propertiesOf(fields),
					}),
				),
			},
		],
		read: (panel) =>
			Object.fromEntries(
				entries.map(([group, { name, fields }]) => [
					group,
					rowsIn(panel.value(words.name), group).map((values, index) =>
						readerOf(
							fields,
							panel.row(
								`${words.displayName} → ${name} ${index + 1}`,
								values,
								writtenRow(panel, words.name, group, index),
							),
						),
					),
				]),
			) as RowsOf<G>,
	});
}

/** Several fields of the panel that are read as one value. */
export function fieldGroup<T, const N extends string, const F extends Field>(
	name: N,
	fields: readonly F[],
	read: (reader: Reader<F>) => T,
): Field<T, N> {
	return defineField({
		...brought(fields),
		name,
		label: fields[0]?.label ?? name,
		properties: propertiesOf(fields),
		read: (panel) => read(readerOf(fields, panel)),
	});
}

export function propertiesOf(fields: readonly Field[]): INodeProperties[] {
	return fields.flatMap(({ properties }) => properties);
}

function brought(fields: readonly Field[]) {
	return { methods: methodsOf(fields), calls: callsOf(fields) };
}

function byName(properties: readonly INodeProperties[]): INodeProperties[] {
	return [...properties].sort((a, b) => a.displayName.localeCompare(b.displayName));
}

function rowsIn(value: unknown, group: string): IDataObject[] {
	const rows = isObject(value) ? value[group] : undefined;
	if (Array.isArray(rows)) return rows as IDataObject[];
	// One row only, where a field takes no more.
	return isObject(rows) ? [rows as IDataObject] : [];
}

/** A row as the node holds it, with its expressions. */
function writtenRow(panel: Panel, name: string, group: string, index: number): unknown {
	return rowsIn(panel.writtenAs(name), group)[index];
}
