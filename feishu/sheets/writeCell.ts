import { isObject, text, type JsonObject } from '../json';
import { datedCell } from './cellDates';
import { mentionIn, typedMention } from './cellMentions';
import { refusal, shown } from './cellRefusals';
import { numberCell, numberInText, textCell } from './cellText';
import type { CellContext, WrittenCell } from './writtenCell';

/**
 * A value as a cell takes it, from what people and other nodes give: text, numbers, true and false, dates, links, people,
 * formulas, lists of what a dropdown offers, and what was read from another cell. Null, undefined and empty text empty
 * the cell.
 * @throws InputError with the column's name, and what it takes
 */
export function sheetCell(column: string, value: unknown, context: CellContext): WrittenCell {
	if (value === undefined || value === null || value === '') return { value: '' };
	if (typeof value === 'string') return stringCell(column, value, context);
	if (typeof value === 'number' || typeof value === 'bigint') return numberCell(column, value);
	if (typeof value === 'boolean') return { value };
	if (Array.isArray(value)) return listCell(column, value, context);
	const dated = datedCell(value, context.timeZone);
	if (dated) return dated;
	const written = isObject(value) && !(value instanceof Date) ? objectCell(column, value, context) : undefined;
	if (written) return written;
	throw refusal(
		column,
		`takes one value, not ${shown(value)}`,
		'Let the expression name one of its properties, or use JSON.stringify()',
	);
}

function stringCell(column: string, given: string, context: CellContext): WrittenCell {
	if (context.formulas && /^=./s.test(given)) return { value: { type: 'formula', text: given } };
	if (context.strings === 'text') return textCell(column, given);
	const typed = given.trim();
	const number = numberInText(typed);
	if (number !== undefined) return { value: number };
	if (/^(?:true|false)$/i.test(typed)) return { value: typed.toLowerCase() === 'true' };
	const link = labelledLink(typed) ?? typedMention(typed, context);
	if (link) return { value: link };
	return datedCell(typed, context.timeZone) ?? textCell(column, given);
}

/** `[label](address)`; an address alone becomes a link by itself. */
function labelledLink(typed: string): JsonObject | undefined {
	const [, label = '', link] = /^\[([^\]]*)\]\((\w+:\S+)\)$/.exec(typed) ?? [];
	return link === undefined ? undefined : { type: 'url', text: label || link, link };
}

function objectCell(column: string, value: JsonObject, context: CellContext): WrittenCell | undefined {
	// As the platform has it: a piece of a cell that was read raw, or what its documentation shows.
	if (typeof value.type === 'string' && PIECES.has(value.type)) return { value };
	if (text(value.formula) !== '') {
		const formula = text(value.formula);
		return { value: { type: 'formula', text: formula.startsWith('=') ? formula : `=${formula}` } };
	}
	const link = text(value.link) || text(value.url);
	if (link !== '') return { value: { type: 'url', text: text(value.text) || link, link } };
	const mention = mentionIn(column, value, context);
	return mention && { value: mention };
}

/** Kinds of objects that a cell takes. Source: …/sheets-v2/data-operation/sheets-data-type */
const PIECES: ReadonlySet<string> = new Set(['text', 'url', 'mention', 'formula', 'multipleValue']);

/** What a dropdown offers, or the pieces of one text. */
function listCell(column: string, values: readonly unknown[], context: CellContext): WrittenCell {
	if (values.length === 0) return { value: '' };
	if (values.every((one) => typeof one === 'string' || typeof one === 'number')) return chosenCell(column, values);
	if (values.every((one) => isObject(one) && PIECES.has(text(one.type)))) return { value: values };
	const people = values.map((one) => mentionIn(column, one, context));
	if (people.every((one) => one !== undefined)) return { value: people };
	throw refusal(
		column,
		`takes one value, or a list of words or of people, not ${shown(values)}`,
		'Join them in the expression, or use JSON.stringify()',
	);
}

/** Where the cell has no dropdown, the platform makes text of them. */
function chosenCell(column: string, values: ReadonlyArray<string | number>): WrittenCell {
	const comma = values.find((one) => String(one).includes(','));
	if (comma !== undefined)
		throw refusal(
			column,
			`takes a list of what a dropdown offers, in which there is no comma: ${shown(comma)}`,
			'Leave the comma out, or join the list to one text in the expression',
		);
	return { value: { type: 'multipleValue', values } };
}
