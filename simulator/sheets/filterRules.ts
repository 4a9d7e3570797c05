import type { FilterCondition, SheetFilter } from '../state/sheetParts';
import type { Sheet } from '../state/sheets';
import { plainOf } from './formula';
import { entriesOf, recordOf, textOf } from './given';
import { cellAt } from './grid';
import { problem } from './problem';
import { columnAt, lettersOf } from './range';

type Compare = (value: string, expected: readonly string[]) => boolean;

const numberIn = (compare: (value: number, low: number, high: number) => boolean): Compare => {
	return (value, [low = '', high = '']) => value !== '' && compare(Number(value), Number(low), Number(high));
};
const textIn = (compare: (value: string, words: string) => boolean): Compare => {
	return (value, [words = '']) => compare(value.toLowerCase(), words.toLowerCase());
};
const not =
	(compare: Compare): Compare =>
	(value, expected) =>
		!compare(value, expected);

const between = numberIn((value, low, high) => value >= low && value <= high);
const begins = textIn((value, words) => value.startsWith(words));
const ends = textIn((value, words) => value.endsWith(words));
const contains = textIn((value, words) => value.includes(words));

/** By type and comparison. Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/sheets-v3/spreadsheet-sheet-filter/filter-user-guide */
const COMPARES: Readonly<Record<string, Readonly<Record<string, Compare>>>> = {
	number: {
		equal: numberIn((value, other) => value === other),
		notEqual: numberIn((value, other) => value !== other),
		greater: numberIn((value, other) => value > other),
		greaterOrEqual: numberIn((value, other) => value >= other),
		less: numberIn((value, other) => value < other),
		lessOrEqual: numberIn((value, other) => value <= other),
		between,
		notBetween: not(between),
	},
	text: {
		beginsWith: begins,
		notBeginsWith: not(begins),
		endsWith: ends,
		notEndsWith: not(ends),
		contains,
		notContains: not(contains),
	},
	color: { backColor: () => true, foreColor: () => true },
};
const TWO_VALUES = new Set(['between', 'notBetween']);

/** A condition that the platform takes; `clear` takes away what a column has. */
export function conditionOf(given: Readonly<Record<string, unknown>>): FilterCondition {
	const { filter_type, compare_type, expected } = recordOf(given);
	const [type = '', compare = ''] = [textOf(filter_type), textOf(compare_type)];
	const values = entriesOf(expected ?? []).map((value) => textOf(value) ?? '');
	if (type === 'clear') return { filter_type: type, expected: [] };
	if (type === 'multiValue') {
		if (values.length === 0) throw problem(236);
		return { filter_type: type, expected: values };
	}
	if (!COMPARES[type]?.[compare]) throw problem(236);
	if (values.length !== (TWO_VALUES.has(compare) ? 2 : 1)) throw problem(236);
	if (type === 'number' && !values.every((value) => value.trim() !== '' && Number.isFinite(Number(value))))
		throw problem(236);
	return { filter_type: type, compare_type: compare, expected: values };
}

/** The column of a condition, which has to be one of the range. @returns its letters in capitals */
export function filterColumn(filter: SheetFilter, given: string): string {
	if (!/^[A-Z]{1,3}$/i.test(given)) throw problem(223);
	const column = columnAt(given);
	if (column < filter.left || column > filter.right) throw problem(223);
	return lettersOf(column);
}

function fits(sheet: Sheet, row: number, column: number, condition: FilterCondition): boolean {
	const { filter_type: type, compare_type: compare = '', expected } = condition;
	const cell = cellAt(sheet, row, column);
	if (type === 'color') return String(cell?.style?.[compare] ?? '').toLowerCase() === expected[0]?.toLowerCase();
	const value = String(plainOf(cell?.content, sheet) ?? '');
	return type === 'multiValue' ? expected.includes(value) : (COMPARES[type]?.[compare]?.(value, expected) ?? true);
}

/** Rows that people do not see, from 1; the header always stays. */
export function filteredOut(sheet: Sheet, { top, bottom, conditions }: SheetFilter): number[] {
	const out: number[] = [];
	for (let row = top + 1; row <= Math.min(bottom, sheet.rows.length - 1); row++)
		if (![...conditions].every(([letters, condition]) => fits(sheet, row, columnAt(letters), condition)))
			out.push(row + 1);
	return out;
}
