import type { ParameterSchema } from './types';

/** How deep an example goes where nothing is mandatory, and how many properties it shows there. */
const DEPTH = 3;
const PROPERTIES = 5;

/** Forms of ids and the like, by the end of a name. */
const FORMS: ReadonlyArray<readonly [RegExp, string]> = [
	[/(^|_)(open_id|user_id|member_id|owner_id|employee_id)$/, 'ou_7d8a6e6df7621556ce0d21922b676706'],
	[/(^|_)union_id$/, 'on_d89jhsdhjsajkda7828enjdj328ydhhw'],
	[/(^|_)chat_id$/, 'oc_a0553eda9014c201e6969b478895c230'],
	[/(^|_)message_id$/, 'om_dc13264520392913993dd051dba21dcf'],
	[/e?mail(_address)?$/, 'name@example.com'],
	[/(^|_)(url|link|href)$/, 'https://example.com'],
	[/(^|_)(mobile|phone)$/, '+8613800000000'],
	[/(^|_)(date|day)$/, '2026-01-31'],
	[/(^|_)time_?zone$/, 'Asia/Shanghai'],
];

const SECONDS = 1769817600;

/** A value of the form that the schema asks for, to be edited: what is mandatory, or else the first few properties. */
export function exampleOf(schema: ParameterSchema, name = 'text', depth = 0): unknown {
	if (schema.enum) return schema.enum[0];
	if (schema.default !== undefined && schema.type !== 'array' && schema.type !== 'object') return schema.default;
	if (schema.format) return moment(schema);
	switch (schema.type) {
		case 'array':
			return [exampleOf(schema.items ?? {}, singular(name), depth + 1)];
		case 'object':
			return objectExample(schema, depth);
		case 'integer':
		case 'number':
			return schema.minimum ?? 1;
		case 'boolean':
			return true;
		default:
			return text(schema, FORMS.find(([pattern]) => pattern.test(name))?.[1] ?? name);
	}
}

function objectExample(schema: ParameterSchema, depth: number): Record<string, unknown> {
	const { properties = {}, required = [] } = schema;
	if (depth >= DEPTH && required.length === 0) return {};
	return Object.fromEntries(
		propertiesShown(schema).map((name) => [name, exampleOf(properties[name] ?? {}, name, depth + 1)]),
	);
}

function text({ minLength = 0, maxLength = Infinity }: ParameterSchema, example: string): string {
	return example.padEnd(minLength, 'x').slice(0, maxLength);
}

function moment({ format, type }: ParameterSchema): string | number {
	if (format === 'date') return '2026-01-31';
	const number = format === 'timestamp-s' ? SECONDS : SECONDS * 1000;
	return type === 'string' ? String(number) : number;
}

/** Whether a list or an object is the example as it stands, with something in it that only an example says. */
export function isExample(schema: ParameterSchema, name: string, value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	const example = exampleOf(schema, name);
	return saysAnything(schema, name) && JSON.stringify(example) === JSON.stringify(value);
}

/** Choices, defaults, numbers and switches may be meant as they stand; made-up words and ids are not. */
function saysAnything(schema: ParameterSchema, name: string): boolean {
	if (schema.enum || schema.default !== undefined) return false;
	if (schema.type === 'array') return saysAnything(schema.items ?? {}, singular(name));
	if (schema.type === 'object') {
		const properties = schema.properties ?? {};
		return propertiesShown(schema).some((one) => saysAnything(properties[one] ?? {}, one));
	}
	return schema.type === 'string' || schema.type === undefined;
}

/** What is mandatory, or else the first few; of two that exclude each other the first. */
function propertiesShown({ properties = {}, required = [], exclusive = [] }: ParameterSchema): string[] {
	const all = Object.keys(properties).filter((name) => properties[name]?.undocumented !== true);
	if (required.length > 0) return all.filter((name) => required.includes(name));
	return all.filter((name) => !exclusive.some(([, second]) => second === name)).slice(0, PROPERTIES);
}

/** `user_ids` → `user_id` */
function singular(name: string): string {
	return name
		.replace(/ies$/, 'y')
		.replace(/([^s])s$/, '$1')
		.replace(/_list$/, '');
}
