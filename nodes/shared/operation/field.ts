import type {
	DisplayCondition,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodeProperties,
	INodePropertyOptions,
	ResourceMapperFields,
} from 'n8n-workflow';

import { InputError } from '../../../feishu/input';
import type { Panel } from './panel';

/** A search that fills the list of a resource locator. */
export type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** Gives the fields of a resource mapper. */
export type MapperFields = (this: ILoadOptionsFunctions) => Promise<ResourceMapperFields>;

/** Gives the choices of a dropdown that depend on the platform. */
export type LoadOptions = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

/** What n8n calls while a panel is filled in, under the names that the properties use. */
export interface NodeMethods {
	listSearch: Readonly<Record<string, ListSearch>>;
	loadOptions: Readonly<Record<string, LoadOptions>>;
	resourceMapping: Readonly<Record<string, MapperFields>>;
}

/** An endpoint; where another serves the other identity, the one whose it is. An operation lists those of its identity. */
export type FieldCall = string | { readonly endpoint: string; readonly of: 'app' | 'user' };

/**
 * A field of the panel that reads itself: what the panel shows, what n8n asks for while it is filled in, which endpoints
 * its value may need, and the value. It may be several parameters that are read as one.
 */
export interface Field<T = unknown, N extends string = string> {
	/** The name of its parameter, or of the group that it is. Saved workflows hold it. */
	readonly name: N;
	/** As the panel shows it. */
	readonly label: string;
	readonly properties: readonly INodeProperties[];
	readonly methods: Partial<NodeMethods>;
	/** Endpoints that whoever uses its value may call. */
	readonly calls: readonly FieldCall[];
	/** @throws InputError that names the field as the panel does, before any call */
	read(panel: Panel): T;
	/** A complaint about the value: "The field 'Name' {what}". @param advice how to mend it, where that is not said */
	refuse(what: string, advice?: string): InputError;
}

export type ValueOf<F> = F extends Field<infer T> ? T : never;

/** Reads those fields that it lists; any other is an error of its author. */
export interface Reader<F extends Field = Field> {
	read<G extends F>(field: G): ValueOf<G>;
	/** As `field.refuse`, with the name of the row in which the field stands. */
	refuse(field: F, what: string, advice?: string): InputError;
	/** What complaints call the field. */
	label(field: F): string;
	/** What was filled in, for what several fields share. */
	readonly panel: Panel;
}

interface FieldSpec<T, N extends string> {
	name: N;
	label: string;
	properties: readonly INodeProperties[];
	methods?: Partial<NodeMethods>;
	calls?: readonly FieldCall[];
	read(panel: Panel): T;
}

export function defineField<T, const N extends string>(spec: FieldSpec<T, N>): Field<T, N> {
	const { methods = {}, calls = [] } = spec;
	return { ...spec, methods, calls, refuse: (what, advice) => complaint(spec.label, what, advice) };
}

/** @param label as the panel shows the field, behind the name of its row */
export function complaint(label: string, what: string, advice?: string): InputError {
	return new InputError(label, `The field '${label}' ${what}`, advice);
}

/** The complaint of a field that must hold something. @param placeholder may give an example of what */
export function empty(label: string, placeholder = ''): InputError {
	const example = placeholder.startsWith('e.g.') ? `, ${placeholder}` : ', or an expression that gives one';
	return complaint(label, 'is empty', `Enter a value${example}`);
}

/** A reader of these fields. */
export function readerOf<F extends Field>(fields: readonly F[], panel: Panel): Reader<F> {
	const names = new Set(fields.map(({ name }) => name));
	return {
		panel,
		read(field) {
			if (!names.has(field.name)) throw new Error(`'${field.label}' (${field.name}) is read, but not listed`);
			return field.read(panel) as ValueOf<typeof field>;
		},
		refuse: (field, what, advice) => complaint(panel.label(field.label), what, advice),
		label: (field) => panel.label(field.label),
	};
}

type Condition = Record<string, Array<string | number | boolean | DisplayCondition>>;

/** The same field, shown under these conditions only. */
export function shownFor<T, N extends string>(field: Field<T, N>, show: Condition): Field<T, N> {
	return { ...field, properties: field.properties.map((property) => propertyShownFor(property, show)) };
}

/** A property that is shown under a further condition. */
export function propertyShownFor(property: INodeProperties, show: Condition): INodeProperties {
	return {
		...property,
		displayOptions: { ...property.displayOptions, show: { ...show, ...property.displayOptions?.show } },
	};
}

/** The same field with other words around it, or none of its own. Its value is read as before. */
export function reworded<T, N extends string>(
	field: Field<T, N>,
	words: Partial<Pick<INodeProperties, 'description' | 'placeholder' | 'hint'>>,
): Field<T, N> {
	return { ...field, properties: field.properties.map((property) => ({ ...property, ...words })) };
}

/** What n8n may call for all of these fields. */
export function methodsOf(fields: ReadonlyArray<Pick<Field, 'methods'>>): NodeMethods {
	return {
		listSearch: Object.assign({}, ...fields.map(({ methods }) => methods.listSearch)) as NodeMethods['listSearch'],
		loadOptions: Object.assign({}, ...fields.map(({ methods }) => methods.loadOptions)) as NodeMethods['loadOptions'],
		resourceMapping: Object.assign(
			{},
			...fields.map(({ methods }) => methods.resourceMapping),
		) as NodeMethods['resourceMapping'],
	};
}

export function callsOf(fields: readonly Field[]): FieldCall[] {
	return [...new Set(fields.flatMap(({ calls }) => calls))];
}

/** The value of a field, made from another's. @param map gets the value, and the name by which to complain */
export function mappedField<T, U, N extends string>(
	field: Field<T, N>,
	map: (value: T, label: string) => U,
): Field<U, N> {
	return { ...field, read: (panel) => map(field.read(panel), panel.label(field.label)) };
}
