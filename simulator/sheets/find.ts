import type { Operator } from '../state/operator';
import type { Spreadsheet } from '../state/sheets';
import type { Store } from '../state/store';
import { isFormula, plainOf } from './formula';
import { cellAt, cellFor } from './grid';
import { contentOf } from './input';
import { problem } from './problem';
import { nameOf, type Place, placeOf } from './range';

export interface Condition {
	range: string;
	match_case?: boolean;
	match_entire_cell?: boolean;
	search_by_regex?: boolean;
	/** Formulas alone, in place of what they come to. */
	include_formulas?: boolean;
}

interface Match {
	row: number;
	column: number;
	text: string;
	ofFormula: boolean;
}

const MAX_REPLACED = 5000;

function patternOf(find: string, condition: Condition, { settings }: Store): RegExp {
	const { match_case: asked = false, match_entire_cell: entire, search_by_regex: isPattern } = condition;
	const ignores = settings.sheetMatchCase === 'ignored' ? asked : !asked;
	const words = isPattern ? find : find.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
	try {
		return new RegExp(entire ? `^(?:${words})$` : words, ignores ? 'gi' : 'g');
	} catch {
		throw problem(248);
	}
}

function placeIn(book: Spreadsheet, sheetId: string, range: string): Place {
	const place = placeOf(book, range);
	if (place.sheet.sheet_id !== sheetId) throw problem(202);
	return place;
}

function matchesIn({ sheet, top, left, bottom, right }: Place, pattern: RegExp, ofFormulas: boolean): Match[] {
	const found: Match[] = [];
	for (let row = top; row <= bottom; row++)
		for (let column = left; column <= right; column++) {
			const content = cellAt(sheet, row, column)?.content;
			if (content === undefined || (ofFormulas && !isFormula(content))) continue;
			const text = ofFormulas && isFormula(content) ? content.formula : String(plainOf(content, sheet));
			if (text.search(pattern) >= 0) found.push({ row, column, text, ofFormula: isFormula(content) });
		}
	return found;
}

function resultOf(matches: readonly Match[], ofFormulas: boolean) {
	const names = matches.map(({ row, column }) => nameOf(row, column));
	return {
		matched_cells: ofFormulas ? [] : names,
		matched_formula_cells: ofFormulas ? names : [],
		rows_count: new Set(matches.map(({ row }) => row)).size,
	};
}

export interface Search {
	store: Store;
	by: Operator;
	sheetId: string;
	find: string;
	condition: Condition;
}

function search(book: Spreadsheet, { store, sheetId, find, condition }: Search) {
	if (find === '') throw problem(216);
	const place = placeIn(book, sheetId, condition.range);
	const pattern = patternOf(find, condition, store);
	const ofFormulas = condition.include_formulas === true;
	return { place, pattern, ofFormulas, matches: matchesIn(place, pattern, ofFormulas) };
}

export function findCells(book: Spreadsheet, asked: Search) {
	const { matches, ofFormulas } = search(book, asked);
	return resultOf(matches, ofFormulas);
}

/** Puts other words in place of those that match; what a formula comes to can't be changed. */
export function replaceCells(book: Spreadsheet, asked: Search, replacement: string) {
	const { place, pattern, ofFormulas, matches } = search(book, asked);
	const changed = matches.filter(({ ofFormula }) => ofFormula === ofFormulas);
	if (changed.length > MAX_REPLACED) throw problem(226);
	const isPattern = asked.condition.search_by_regex === true;
	for (const { row, column, text } of changed) {
		const cell = cellFor(place.sheet, row, column);
		const words = isPattern ? text.replace(pattern, replacement) : text.replace(pattern, () => replacement);
		const { store, by } = asked;
		cell.content = ofFormulas ? { formula: words } : contentOf(words, cell, { store, by, mentions: 0 });
	}
	return resultOf(changed, ofFormulas);
}
