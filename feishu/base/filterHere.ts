import { InputError } from '../input';
import { isObject } from '../json';
import type { BaseField } from './baseField';
import { fieldNamed } from './fieldNamed';
import type { Operator } from './filterOperators';
import { plainCell } from './readCell';
import { canFilter, RELATIVE_DAYS, type FilterGroup, type FilterRow, type Moment } from './recordFilter';

/** What the platform filters by, and what is left to be looked at here. */
export interface SplitFilter {
	there: FilterGroup;
	here: FilterGroup;
}

/**
 * Divides a filter where the platform can't filter by all of it: of rows that all have to fit it takes those that it can,
 * of any it takes none.
 * @throws InputError where the table has no such field
 */
export function splitFilter(group: FilterGroup, fields: readonly BaseField[]): SplitFilter {
	const { conjunction, rows, groups = [] } = group;
	const none: FilterGroup = { conjunction: 'and', rows: [] };
	const isWhole = (one: FilterGroup) => one.rows.every((row) => canFilter(row, fields));
	if (isWhole(group) && groups.every(isWhole)) return { there: group, here: none };
	if (conjunction === 'or') return { there: none, here: group };
	return {
		there: { conjunction, rows: rows.filter((row) => canFilter(row, fields)), groups: groups.filter(isWhole) },
		here: {
			conjunction,
			rows: rows.filter((row) => !canFilter(row, fields)),
			groups: groups.filter((one) => !isWhole(one)),
		},
	};
}

/** Whether a record fits, by its cells as the platform gives them. */
export type Fits = (cells: Readonly<Record<string, unknown>>) => boolean;

/** Looks at records here: numbers and times by their size, everything else by its words. @throws InputError about a row */
export function fitsGroup(group: FilterGroup, fields: readonly BaseField[], moment: Moment): Fits {
	const tests = [
		...group.rows.map((row) => fitsRow(row, fields, moment)),
		...(group.groups ?? []).map((one) => fitsGroup(one, fields, moment)),
	];
	if (tests.length === 0) return () => true;
	return (cells) =>
		group.conjunction === 'and' ? tests.every((fits) => fits(cells)) : tests.some((fits) => fits(cells));
}

function fitsRow({ field: name, operator, value }: FilterRow, fields: readonly BaseField[], moment: Moment): Fits {
	const field = fieldNamed(name, name, fields);
	if (RELATIVE_DAYS.some((day) => day === value))
		throw new InputError(
			field.field_name,
			`'${String(value)}' can't be compared here with '${field.field_name}'`,
			'Give a date, such as {{ $today }}',
		);
	const wanted = (Array.isArray(value) ? value : [value]).map((one) => wordsOf(one).join(''));
	const compare = COMPARISONS[operator];
	return (cells) => {
		const plain = plainCell(field, cells[field.field_name]);
		return compare(wordsOf(plain), wanted, (one) => sizeOf(field, one, moment));
	};
}

type Compare = (
	has: readonly string[],
	wanted: readonly string[],
	size: (word: string) => number | undefined,
) => boolean;

const isSame: Compare = (has, wanted, size) =>
	wanted.some((word) => has.some((one) => one === word || (size(one) !== undefined && size(one) === size(word))));

const contains: Compare = (has, wanted) =>
	wanted.some((word) => has.some((one) => one.toLowerCase().includes(word.toLowerCase())));

const bySize =
	(fits: (one: number, other: number) => boolean): Compare =>
	(has, [word = ''], size) => {
		const [one, other] = [size(has[0] ?? ''), size(word)];
		return one !== undefined && other !== undefined && fits(one, other);
	};

const COMPARISONS: Readonly<Record<Operator, Compare>> = {
	equals: isSame,
	notEquals: (...all) => !isSame(...all),
	contains,
	notContains: (...all) => !contains(...all),
	greater: bySize((one, other) => one > other),
	greaterOrEqual: bySize((one, other) => one >= other),
	less: bySize((one, other) => one < other),
	lessOrEqual: bySize((one, other) => one <= other),
	empty: (has) => has.length === 0,
	notEmpty: (has) => has.length > 0,
};

/** By what a value is known: of people and files their names and IDs. */
function wordsOf(value: unknown): string[] {
	if (value === null || value === undefined || value === '') return [];
	if (Array.isArray(value)) return value.flatMap(wordsOf);
	if (isObject(value)) return Object.values(value).flatMap(wordsOf);
	return [String(value).trim()];
}

/** A number, or the milliseconds of a time; undefined for words. */
function sizeOf(field: BaseField, word: string, moment: Moment): number | undefined {
	if (word === '') return undefined;
	const number = Number(word);
	if (!Number.isNaN(number)) return number;
	if (!/^\d{4}-\d\d/.test(word)) return undefined;
	return moment(field.field_name, word);
}
