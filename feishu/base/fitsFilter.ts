import { isObject, text } from '../json';
import { isTime, type Operator } from './filterOperators';
import type { BaseField } from './baseField';

/** A condition on a plain value. */
export interface Condition {
	field: BaseField;
	operator: Operator;
	/** As entered; of a time, milliseconds. Several, separated by commas or lines, for `contains`. */
	value: string | number;
}

/**
 * Whether a plain value (`plainCell`) meets a condition, for what is not asked of the platform. In every way as a search
 * does it, but for times, which are compared to the millisecond here, and for formulas and lookups, by which the
 * platform does not filter.
 */
export function fits({ field, operator, value }: Condition, cell: unknown): boolean {
	const said = wordsIn(cell);
	return TESTS[operator](isTime(field) ? timesIn(said) : said, String(value).trim(), Array.isArray(cell));
}

type Test = (said: readonly string[], value: string, isList: boolean) => boolean;

const is: Test = (said, value) => said.some((one) => compare(one, value) === 0);

/** Of a list, whether one of several is in it; of a text, whether a part of it is this. */
const has: Test = (said, value, isList) =>
	isList
		? value.split(/[,;\n，；]/).some((one) => said.includes(one.trim()))
		: said.some((one) => one.toLowerCase().includes(value.toLowerCase()));

const TESTS: Readonly<Record<Operator, Test>> = {
	empty: (said) => said.length === 0,
	notEmpty: (said) => said.length > 0,
	equals: is,
	notEquals: (...given) => !is(...given),
	contains: has,
	notContains: (...given) => !has(...given),
	greater: (said, value) => said.some((one) => compare(one, value) > 0),
	greaterOrEqual: (said, value) => said.some((one) => compare(one, value) >= 0),
	less: (said, value) => said.some((one) => compare(one, value) < 0),
	lessOrEqual: (said, value) => said.some((one) => compare(one, value) <= 0),
};

/** As numbers where both are; NaN, which is neither more nor less, where only one is. */
function compare(one: string, other: string): number {
	if (one === other) return 0;
	return one === '' || other === '' ? NaN : Number(one) - Number(other);
}

const timesIn = (said: readonly string[]): string[] => said.map((time) => String(Date.parse(time)));

/** What a plain value says, in the words in which people enter it: of people and groups by ID and by name. */
function wordsIn(cell: unknown): string[] {
	if (cell === null || cell === undefined || cell === '') return [];
	if (Array.isArray(cell)) return cell.flatMap(wordsIn);
	if (!isObject(cell)) return [String(cell)];
	const { id, name, email, file_token, text: label, link, full_address } = cell;
	return [id, name, email, file_token, label, link, full_address].map(text).filter((word) => word !== '');
}
