import { InputError } from '../input';

/** What a cell, and a call that writes cells, take at most. Source: …/sheets-v2/data-operation, the questions about sheets */
export const MOST = { characters: 50_000, mentions: 50 };

/** The error of one column. */
export const refusal = (column: string, what: string, advice: string): InputError =>
	new InputError(column, `The column '${column}' ${what}`, advice);

/** The beginning of a value. */
export const shown = (value: unknown): string =>
	(typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))).slice(0, 60);
