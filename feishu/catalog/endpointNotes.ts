import { isObject } from '../json';
import { isEmpty } from './endpointCheck';
import { nearestName } from './nearestName';
import type { ParameterSchema } from './types';

/** What the platform most likely leaves out of a request, and says nothing about. */
export interface Note {
	/** Where it stands: `start_time.dates`, `members[0].idd`. */
	path: string;
	name: string;
	/** The known name that it is nearly. */
	nearest?: string;
	/** The property because of which it does not count. */
	because?: string;
}

/**
 * Names that the schema lacks, and properties that do not count beside another one. An object of which no properties are
 * known takes any.
 * @param path of the value; empty for a whole part of a request
 */
export function* notesOn(schema: ParameterSchema, value: unknown, path = ''): Generator<Note> {
	if (Array.isArray(value)) {
		for (const [index, one] of value.entries()) yield* notesOn(schema.items ?? {}, one, `${path}[${index}]`);
		return;
	}
	if (!isObject(value)) return;
	const { properties, additionalProperties, prevails = [] } = schema;
	const below = (name: string) => (path === '' ? name : `${path}.${name}`);
	for (const [because, name] of prevails)
		if (isGiven(value[because]) && isGiven(value[name])) yield { path: below(name), name, because };
	for (const [name, one] of Object.entries(value)) {
		const known = properties?.[name] ?? additionalProperties;
		if (known) yield* notesOn(known, one, below(name));
		else if (properties && !schema.anyOf && isGiven(one))
			yield { path: below(name), name, nearest: nearestName(name, namesLeft(properties, value)) };
	}
}

/** Known names that nobody has given: who gives one of them means another by a name like it. */
const namesLeft = (properties: object, value: Readonly<Record<string, unknown>>): string[] =>
	Object.keys(properties).filter((name) => !isGiven(value[name]));

const isGiven = (value: unknown): boolean => !isEmpty(value) && !(Array.isArray(value) && value.length === 0);
