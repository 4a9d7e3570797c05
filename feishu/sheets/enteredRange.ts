import { InputError } from '../input';
import { areaOf, type Area } from './a1';

/** What a person entered for a range. */
export interface EnteredRange {
	/** What stands before the exclamation mark: the ID of a sheet, or its name as people see it. */
	sheet?: string;
	/** Undefined: the whole sheet. */
	area?: Area;
}

const EXAMPLE = 'Use a range such as A1:C3, A:C, A2:C or C2; a sheet stands before it as in Q7PlXT!A1:C3';

/**
 * Reads a range as people write it or copy it out of a formula: with the sheet by ID or by name, in quotes where it has
 * blanks, with dollar signs, in lower case, with the full-width marks of a Chinese keyboard.
 * @param label the name of the field on the panel
 * @throws InputError where it names no area
 */
export function enteredRange(label: string, entered: string): EnteredRange {
	const given = entered.trim();
	if (given === '') return {};
	const mark = Math.max(given.lastIndexOf('!'), given.lastIndexOf('！'));
	const sheet = mark < 0 ? undefined : unquoted(given.slice(0, mark).trim());
	if (sheet === '') throw refused(label, given);
	const written = given.slice(mark + 1).replaceAll('：', ':');
	if (sheet !== undefined && written.trim() === '') return { sheet };
	const area = areaOf(written.trim());
	if (area === undefined) throw refused(label, given);
	return { ...(sheet !== undefined && { sheet }), area };
}

/** A formula doubles a quotation mark inside of the two. */
const unquoted = (name: string): string =>
	/^'.*'$/.test(name) && name.length > 1 ? name.slice(1, -1).replaceAll("''", "'") : name;

const refused = (label: string, given: string): InputError =>
	new InputError(label, `The field '${label}' holds no range: ${given.slice(0, 60)}`, EXAMPLE);

/** A range as the platform answers it, such as `Q7PlXT!A5:C7`; undefined for anything else. */
export function answeredRange(range: unknown): { sheet: string; area: Area } | undefined {
	const [, sheet, written] = /^([^!]+)!(.+)$/.exec(typeof range === 'string' ? range : '') ?? [];
	const area = written === undefined ? undefined : areaOf(written);
	return sheet === undefined || area === undefined ? undefined : { sheet, area };
}
