import { isEmpty, shown } from './endpointCheck';
import type { ParameterSchema } from './types';
import { InputError } from '../input';
import { isPlace } from '../zones';

/**
 * Reads a date as milliseconds since 1970.
 * @param timeZone of a date without an offset; else whatever the caller takes it to be in
 * @throws InputError when it is none
 */
export type ReadMoment = (field: string, value: unknown, timeZone?: string) => number | undefined;

/** Whether dates of an object stand beside a time zone of their own. */
export const hasZone = (schema: ParameterSchema): boolean => schema.properties?.timezone?.type === 'string';

/**
 * How the dates of an object are read: where it says a time zone, people mean them in that.
 * @throws InputError, once a date without an offset is read, about a zone that there is not
 */
export function momentBeside(
	label: string,
	schema: ParameterSchema,
	{ timezone }: Readonly<Record<string, unknown>>,
	moment: ReadMoment,
): ReadMoment {
	if (!hasZone(schema) || typeof timezone !== 'string' || isEmpty(timezone)) return moment;
	return (field, value) =>
		typeof value === 'string' && !OFFSET.test(value)
			? moment(field, value, knownZone(`${label}.timezone`, timezone.trim()))
			: moment(field, value);
}

/** A date with a time that says its offset itself. */
const OFFSET = /[T ]\d{2}:.*(?:Z|[+-]\d{2}(?::?\d{2})?)\s*$/i;

function knownZone(label: string, timeZone: string): string {
	if (isPlace(timeZone)) return timeZone;
	throw new InputError(
		label,
		`The field '${label}' must be a time zone such as Asia/Shanghai; it is ${shown(timeZone)}`,
	);
}
