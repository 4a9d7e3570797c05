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

const isOnly: Compare = (has, [word]) => has.length === 1 && has[0] === word;

const hasOne: Compare = (has, wanted) => wanted.some((word) => has.includes(word));

/** Of fields that hold several values. */
const OF_SEVERAL: Readonly<Partial<Record<Operator, Compare>>> = {
	equals: isOnly,
	notEquals: (...all) => !isOnly(...all),
	contains: hasOne,
	notContains: (...all) => !hasOne(...all),
};

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

/** @param several whether the field holds several values, each of which stands for itself */
export const comparisonOf = (operator: Operator, several: boolean): Compare =>
	(several ? OF_SEVERAL[operator] : undefined) ?? COMPARISONS[operator];
