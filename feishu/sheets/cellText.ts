import { MOST, refusal } from './cellRefusals';
import type { WrittenCell } from './writtenCell';

/** The format of a cell that keeps text as it is: without it the platform makes 7 of `007`. */
const TEXT_FORMAT = '@';

/** A sheet keeps so many digits of a number; of the others it makes zeros. */
const MOST_DIGITS = 15;

/** What a spreadsheet takes for a number when somebody types it: with signs, groups, percents, a currency or an exponent. */
const NUMBER_LIKE = /^[+-]?\s*[¥￥$€£]?\s*[+-]?(?:\d[\d,]*\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*%?$/i;

/** As a number writes itself. */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Text that stays text. */
export function textCell(column: string, text: string): WrittenCell {
	if (text.length > MOST.characters)
		throw refusal(column, `takes ${MOST.characters} characters, not ${text.length}`, 'Shorten the text');
	return NUMBER_LIKE.test(text.trim()) ? { value: text, format: TEXT_FORMAT } : { value: text };
}

/** A number that the sheet can hold; one with more digits, such as an ID, is text. */
export function numberCell(column: string, value: number | bigint): WrittenCell {
	if (typeof value === 'number' && !Number.isFinite(value))
		throw refusal(column, `takes a number, not ${value}`, 'Let the expression give a number, or nothing');
	const digits = String(value);
	return /^-?\d{16,}$/.test(digits) ? { value: digits, format: TEXT_FORMAT } : { value: Number(value) };
}

/**
 * The number that a text is, where the number reads back as the same text. `007`, `1.50` and 18 digits do not: as numbers
 * they would lose what somebody may need.
 */
export function numberInText(text: string): number | undefined {
	if (!PLAIN_NUMBER.test(text) || text.replace(/\D/g, '').length > MOST_DIGITS) return undefined;
	const number = Number(text);
	return String(number) === text ? number : undefined;
}
