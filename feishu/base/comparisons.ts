import type { Operator } from './filterOperators';

/** Compares the words of a cell with those that are wanted. @param size of a word that is a number or a time */
export type Compare = (
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

export const comparisonOf = (operator: Operator): Compare => COMPARISONS[operator];

/** The same for what a cell holds several of, each known by some words of its own. */
export type CompareSeveral = (has: ReadonlyArray<readonly string[]>, wanted: readonly string[]) => boolean;

const isOnly: CompareSeveral = ([only, ...more], [word = '']) => more.length === 0 && (only?.includes(word) ?? false);

const hasOne: CompareSeveral = (has, wanted) => wanted.some((word) => has.some((words) => words.includes(word)));

const OF_SEVERAL: Readonly<Partial<Record<Operator, CompareSeveral>>> = {
	equals: isOnly,
	notEquals: (...all) => !isOnly(...all),
	contains: hasOne,
	notContains: (...all) => !hasOne(...all),
	empty: (has) => has.length === 0,
	notEmpty: (has) => has.length > 0,
};

/** Undefined for what is no comparison of several. */
export const comparisonOfSeveral = (operator: Operator): CompareSeveral | undefined => OF_SEVERAL[operator];
