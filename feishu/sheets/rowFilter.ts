import { InputError } from '../input';
import { isObject } from '../json';
import { datedCell } from './cellDates';

/** How a cell is compared. */
export type RowOperator =
	| 'equals'
	| 'notEquals'
	| 'contains'
	| 'notContains'
	| 'startsWith'
	| 'endsWith'
	| 'greater'
	| 'greaterOrEqual'
	| 'less'
	| 'lessOrEqual'
	| 'empty'
	| 'notEmpty';

/** A condition: what somebody chose. */
export interface RowCondition {
	column: string;
	operator: RowOperator;
	/** Text, a number, true or false, a date. */
	value?: unknown;
}

export interface RowFilter {
	conjunction: 'and' | 'or';
	conditions: readonly RowCondition[];
}

/** Whether a row fits, by its plain values. */
export type RowFits = (row: Readonly<Record<string, unknown>>) => boolean;

/** The platform's own filters hide rows from people and not from reads, so rows are looked at here. @param timeZone of the spreadsheet */
export function rowFits({ conjunction, conditions }: RowFilter, timeZone: string): RowFits {
	const tests = conditions.map((condition) => testOf(condition, timeZone));
	if (tests.length === 0) return () => true;
	return (row) => (conjunction === 'and' ? tests.every((fits) => fits(row)) : tests.some((fits) => fits(row)));
}

/** @throws InputError about a column that the table does not have */
export function checkColumns(columns: readonly string[], names: readonly string[]): void {
	const unknown = columns.find((column) => !names.includes(column));
	if (unknown === undefined) return;
	throw new InputError(
		unknown,
		`The sheet has no column '${unknown.slice(0, 60)}'`,
		names.length === 0
			? 'Its header row is empty: choose another header row'
			: `It has ${names.slice(0, 20).join(', ')}`,
	);
}

function testOf({ column, operator, value }: RowCondition, timeZone: string): RowFits {
	const compare = COMPARISONS[operator];
	const wanted = { words: wordsOf(value), size: sizeOf(value, timeZone) };
	if (BY_SIZE.has(operator) && wanted.size === undefined) throw noSize(value);
	return (row) => compare({ words: wordsOf(row[column]), size: sizeOf(row[column], timeZone) }, wanted);
}

/** What compares numbers and dates, and nothing else. */
const BY_SIZE: ReadonlySet<RowOperator> = new Set(['greater', 'greaterOrEqual', 'less', 'lessOrEqual']);

function noSize(value: unknown): InputError {
	const said = wordsOf(value).join(', ');
	return new InputError(
		'Value',
		said === ''
			? "The field 'Value' is empty"
			: `The field 'Value' holds neither a number nor a date: ${said.slice(0, 40)}`,
		'Enter a number such as 12.5, or a date such as 2026-01-31',
	);
}

interface Compared {
	/** What is read of the value; nothing where it is empty. */
	words: readonly string[];
	size?: Size;
}

interface Size {
	/** A number, or the serial of a date. */
	of: number;
	/** A date without a time stands for all of its day. */
	isDay?: boolean;
}

type Compare = (has: Compared, wanted: Compared) => boolean;

const isSame: Compare = (has, wanted) => {
	const sizes = comparable(has.size, wanted.size);
	if (sizes) return sizes[0] === sizes[1];
	return wanted.words.length === 0
		? has.words.length === 0
		: has.words.some((word) => wanted.words.some((other) => same(word, other)));
};

/** Of true and false nobody knows how somebody writes them. */
const same = (one: string, other: string): boolean =>
	one === other || (/^(?:true|false)$/i.test(one) && one.toLowerCase() === other.toLowerCase());

const byWords =
	(fits: (word: string, wanted: string) => boolean): Compare =>
	(has, wanted) =>
		wanted.words.some((other) => has.words.some((word) => fits(word.toLowerCase(), other.toLowerCase())));

const contains = byWords((word, wanted) => word.includes(wanted));

const bySize =
	(fits: (one: number, other: number) => boolean): Compare =>
	(has, wanted) => {
		const sizes = comparable(has.size, wanted.size);
		return sizes !== undefined && fits(...sizes);
	};

const COMPARISONS: Readonly<Record<RowOperator, Compare>> = {
	equals: isSame,
	notEquals: (...all) => !isSame(...all),
	contains,
	notContains: (...all) => !contains(...all),
	startsWith: byWords((word, wanted) => word.startsWith(wanted)),
	endsWith: byWords((word, wanted) => word.endsWith(wanted)),
	greater: bySize((one, other) => one > other),
	greaterOrEqual: bySize((one, other) => one >= other),
	less: bySize((one, other) => one < other),
	lessOrEqual: bySize((one, other) => one <= other),
	empty: ({ words }) => words.length === 0,
	notEmpty: ({ words }) => words.length > 0,
};

/** Two sizes; moments as days where one of them is a day. A number may be a date of which nobody says that it is one. */
function comparable(one?: Size, other?: Size): [number, number] | undefined {
	if (!one || !other) return undefined;
	const sizes: [number, number] = [one.of, other.of];
	return one.isDay || other.isDay ? [Math.floor(sizes[0]), Math.floor(sizes[1])] : sizes;
}

function sizeOf(value: unknown, timeZone: string): Size | undefined {
	if (typeof value === 'number') return { of: value };
	const dated = value === null || value === undefined ? undefined : datedCell(value, timeZone);
	if (dated) return { of: dated.value, ...(!dated.format.includes('HH') && { isDay: true }) };
	if (typeof value !== 'string' || value.trim() === '' || !PLAIN.test(value.trim())) return undefined;
	return { of: Number(value) };
}

/** `007` is a text, and no number to compare with 7. */
const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** The words of a value: of a link its label and its address, of a list all that is in it. */
function wordsOf(value: unknown): string[] {
	if (value === null || value === undefined || value === '') return [];
	if (Array.isArray(value)) return value.flatMap(wordsOf);
	if (isObject(value) && /^\[object \w+\]$/.test(String(value))) return Object.values(value).flatMap(wordsOf);
	return [String(value).trim()];
}
