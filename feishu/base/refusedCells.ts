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

/** What does not fit and has no code of its own: mostly these types, which have none either; else any may be meant. */
const GENERIC = 1254015;
const WITHOUT_CODE: readonly number[] = [FIELD.group, FIELD.location];

/** A file that lies in another base, or nowhere. */
const ELSEWHERE: ReadonlySet<number> = new Set([1254027, 1254303]);

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
	const filled = fields.filter(({ field_name }) => cells[field_name] !== undefined && cells[field_name] !== null);
	const types = code === GENERIC ? WITHOUT_CODE : (TYPES[code ?? 0] ?? []);
	const meant = filled.filter(({ type }) => types.includes(type));
	const suspects = code === GENERIC && meant.length === 0 ? filled : meant;
	return suspects.map((field) => ({
		field: field.field_name,
		takes: kindOf(field) + (ELSEWHERE.has(code ?? 0) ? ' of this base' : ''),
	}));
}
