import type { Call } from '../gateway/route';
import { PlatformError } from '../platform/envelope';
import type { Endpoint, Schema } from './endpoints';

const isGiven = (value: unknown) => value !== undefined && value !== null && value !== '';

function* pairsIn(schema: Schema | undefined, value: unknown, place: string): Generator<string> {
	if (!schema || typeof value !== 'object' || value === null) return;
	if (Array.isArray(value)) {
		for (const each of value) yield* pairsIn(schema.items, each, place);
		return;
	}
	const given = value as Record<string, unknown>;
	for (const [one, other] of schema.exclusive ?? [])
		if (isGiven(given[one]) && isGiven(given[other])) yield `${place}${other}`;
	for (const [name, property] of Object.entries(schema.properties ?? {}))
		yield* pairsIn(property, given[name], `${place}${name}.`);
}

/** Refuses values that can't be given together. */
export function checkExclusive({ query, body }: NonNullable<Endpoint['request']>, call: Call): void {
	const fields = [...pairsIn(query, call.query, ''), ...pairsIn(body, call.body, '')];
	if (fields.length === 0) return;
	throw new PlatformError(99992402, 'field validation failed', {
		error: {
			field_violations: fields.map((field) => ({ field, value: '', description: `${field} excludes another field` })),
		},
	});
}
