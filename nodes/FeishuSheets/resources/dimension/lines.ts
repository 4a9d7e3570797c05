import { columnLetters, columnNumber } from '../../../../feishu/sheets/a1';
import { fieldGroup } from '../../../shared/fields/nested';
import { choiceField, textField, type Words } from '../../../shared/fields/plain';
import { complaint, shownFor, type Field } from '../../../shared/operation/field';

/**
 * Rows and columns as people see them: rows by their numbers, columns by their letters, both ends included. The calls
 * count from 0 or from 1, with the last one or without it, each in its own way; nobody who fills in a form meets that.
 */

/** Rows or columns at once that the platform adds, changes or takes away. Source: …/sheets-v2/sheet-rowcol */
export const MOST_LINES = 5000;

export type Major = 'ROWS' | 'COLUMNS';

export const majorField = choiceField({
	displayName: 'Rows or Columns',
	name: 'majorDimension',
	options: [
		{ name: 'Rows', value: 'ROWS' },
		{ name: 'Columns', value: 'COLUMNS' },
	],
	default: 'ROWS',
	description: 'What it is about',
});

/** Text that the editor shows for rows, and under another name for columns. */
function either<const N extends string>(name: N, words: Omit<Words<N>, 'name' | 'placeholder'>) {
	const { displayName, ...more } = words;
	const rows = textField({ displayName: `${displayName} Row`, ...more, name: `${name}Row`, placeholder: 'e.g. 5' });
	const columns = textField({
		displayName: `${displayName} Column`,
		...more,
		name: `${name}Column`,
		placeholder: 'e.g. C',
	});
	return [shownFor(rows, { majorDimension: ['ROWS'] }), shownFor(columns, { majorDimension: ['COLUMNS'] })] as const;
}

/** From 1; 0 where nothing is filled in. @throws InputError */
function numbered(text: string, label: string, major: Major): number {
	if (text === '') return 0;
	const number = /^\d{1,7}$/.test(text) ? Number(text) : major === 'COLUMNS' ? columnNumber(text) : NaN;
	if (number >= 1) return number;
	const advice = major === 'ROWS' ? 'Rows have numbers from 1' : 'Columns have letters, as A or AB, or numbers from 1';
	throw complaint(label, `can't be '${text.slice(0, 40)}'`, advice);
}

function filled(text: string, label: string, major: Major): number {
	const number = numbered(text, label, major);
	if (number === 0) throw complaint(label, 'is empty', major === 'ROWS' ? 'Enter a number' : 'Enter a letter');
	return number;
}

/** A row or column that is named. @throws InputError where none is */
export interface Line {
	major: Major;
	/** From 1. */
	at: number;
}

export function lineField<const N extends string>(name: N, words: Omit<Words<N>, 'name'>): Field<Line, N> {
	const [rows, columns] = either(name, words);
	const group = fieldGroup(name, [majorField, rows, columns], ({ read, label }) => {
		const major = read(majorField);
		const field = major === 'ROWS' ? rows : columns;
		return { major, at: filled(read(field), label(field), major) };
	});
	return { ...group, label: words.displayName };
}

/** Rows or columns side by side, both ends included. */
export interface Lines {
	major: Major;
	/** From 1. */
	first: number;
	last: number;
}

const [firstRow, firstColumn] = either('first', { displayName: 'First', description: 'With which they begin' });
const [lastRow, lastColumn] = either('last', {
	displayName: 'Last',
	description: 'Empty for one alone; it belongs to them',
});

/** Which rows or columns. @throws InputError */
export const linesField = fieldGroup(
	'lines',
	[majorField, firstRow, firstColumn, lastRow, lastColumn],
	({ read, label }): Lines => {
		const major = read(majorField);
		const [from, to] = major === 'ROWS' ? [firstRow, lastRow] : [firstColumn, lastColumn];
		const first = filled(read(from), label(from), major);
		const last = numbered(read(to), label(to), major) || first;
		if (last < first) throw complaint(label(to), `comes before '${label(from)}'`, 'Change the two around');
		return { major, first, last };
	},
);

/** `5`, `5–8`, `C`, `C–F`: as the output tells it. */
export function shownLines({ major, first, last }: Lines): { first: string; last: string; count: number } {
	const name = (at: number) => (major === 'ROWS' ? String(at) : columnLetters(at));
	return { first: name(first), last: name(last), count: last - first + 1 };
}

/** Parts of as many as one call takes, the last ones first: what is taken away moves what lies behind it. */
export function partsFromEnd({ major, first, last }: Lines, most = MOST_LINES): Lines[] {
	const parts: Lines[] = [];
	for (let end = last; end >= first; end -= most)
		parts.push({ major, first: Math.max(first, end - most + 1), last: end });
	return parts;
}
