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

function objectExample({ properties = {}, required = [] }: ParameterSchema, depth: number): Record<string, unknown> {
	if (depth >= DEPTH && required.length === 0) return {};
	const all = Object.entries(properties);
	const shown = required.length > 0 ? all.filter(([name]) => required.includes(name)) : all.slice(0, PROPERTIES);
	return Object.fromEntries(shown.map(([name, schema]) => [name, exampleOf(schema, name, depth + 1)]));
}

function text({ minLength = 0, maxLength = Infinity }: ParameterSchema, example: string): string {
	return example.padEnd(minLength, 'x').slice(0, maxLength);
}

function moment({ format, type }: ParameterSchema): string | number {
	const number = format === 'timestamp-s' ? SECONDS : SECONDS * 1000;
	return type === 'string' ? String(number) : number;
}

/** `user_ids` → `user_id` */
function singular(name: string): string {
	return name
		.replace(/ies$/, 'y')
		.replace(/([^s])s$/, '$1')
		.replace(/_list$/, '');
}
