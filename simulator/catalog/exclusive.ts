import type { Call } from '../gateway/route';
import { PlatformError } from '../platform/envelope';
import type { Endpoint, Schema } from './endpoints';

type Values = Record<string, unknown>;

const isGiven = (value: unknown) =>
	value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** Every object in a value with its schema and its place. */
function* objectsIn(schema: Schema | undefined, value: unknown, place = ''): Generator<[Schema, Values, string]> {
	if (!schema || typeof value !== 'object' || value === null) return;
	if (Array.isArray(value)) {
		for (const each of value) yield* objectsIn(schema.items, each, place);
		return;
	}
	const given = value as Values;
	yield [schema, given, place];
	for (const [name, property] of Object.entries(schema.properties ?? {}))
		yield* objectsIn(property, given[name], `${place}${name}.`);
}

const objectsOf = ({ query, body }: NonNullable<Endpoint['request']>, call: Call) => [
	...objectsIn(query, call.query),
	...objectsIn(body, call.body),
];

/** Refuses values that can't be given together. */
export function checkExclusive(request: NonNullable<Endpoint['request']>, call: Call): void {
	const fields = objectsOf(request, call).flatMap(([{ exclusive = [] }, given, place]) =>
		exclusive
			.filter(([one, other]) => isGiven(given[one]) && isGiven(given[other]))
			.map(([, other]) => `${place}${other}`),
	);
	if (fields.length === 0) return;
	throw new PlatformError(99992402, 'field validation failed', {
		error: {
			field_violations: fields.map((field) => ({ field, value: '', description: `${field} excludes another field` })),
		},
	});
}

/** Takes away what does not count beside what else was given. */
export function dropOverruled(request: NonNullable<Endpoint['request']>, call: Call): void {
	for (const [{ prevails = [] }, given] of objectsOf(request, call))
		for (const [one, other] of prevails) if (isGiven(given[one])) delete given[other];
}
