import { FIELD, kindOf, type BaseField } from './baseField';

/** Which types of fields the platform means by its code for a value that does not fit. Source: …/bitable-v1/error-code */
const TYPES: Readonly<Record<number, readonly number[] | undefined>> = {
	1254027: [FIELD.attachment],
	1254060: [FIELD.text],
	1254061: [FIELD.number],
	1254062: [FIELD.singleSelect],
	1254063: [FIELD.multiSelect],
	1254064: [FIELD.date],
	1254065: [FIELD.checkbox],
	1254066: [FIELD.person],
	1254067: [FIELD.link],
	1254068: [FIELD.url],
	1254069: [FIELD.attachment],
	1254072: [FIELD.phone],
	1254074: [FIELD.twoWayLink],
	1254106: [FIELD.attachment],
	1254130: [FIELD.text],
	1254303: [FIELD.attachment],
};

/** About a record of its own, whichever of its cells is meant. */
const OF_A_RECORD: ReadonlySet<number> = new Set([1254006, 1254007, 1254015, 1254043, 1254107]);

/** More, or larger, than one request takes. */
const TOO_MUCH: ReadonlySet<number> = new Set([1254002, 1254104, 1254030]);

/** Whether a code is about a single record of a request, so that the others can be written without it. */
export const isAboutRecord = (code: number | undefined): boolean =>
	code !== undefined && (TYPES[code] !== undefined || OF_A_RECORD.has(code));

/** Whether fewer records in a request may help. */
export const isTooMuch = (code: number | undefined): boolean => code !== undefined && TOO_MUCH.has(code);

/** The cells of a record that a code can mean, with what they take: the platform names none. */
export function refusedCells(
	code: number | undefined,
	fields: readonly BaseField[],
	cells: Readonly<Record<string, unknown>>,
): Array<{ field: string; takes: string }> {
	const types = TYPES[code ?? 0];
	return fields
		.filter(({ type, field_name }) => types?.includes(type) && cells[field_name] !== undefined)
		.map((field) => ({ field: field.field_name, takes: kindOf(field) }));
}
