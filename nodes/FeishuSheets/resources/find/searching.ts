import type { Asking } from '../../../shared/client/asking';
import { collectionField } from '../../../shared/fields/nested';
import { flagField, rawTextField } from '../../../shared/fields/plain';
import type { SheetPath } from '../../../shared/sheets/contents';
import { rangeField } from '../../areas';

export const FIND = 'POST /open-apis/sheets/v3/spreadsheets/:spreadsheet_token/sheets/:sheet_id/find';

export const words = rawTextField({
	displayName: 'Find',
	name: 'find',
	required: true,
	placeholder: 'e.g. Draft',
	description: 'What cells are searched for',
});

export const range = rangeField({
	displayName: 'Range',
	name: 'searchedRange',
	description: 'Where to look, as A1:C100 or B:B. Empty for the whole sheet.',
});

export const options = collectionField({ displayName: 'Options', name: 'searchOptions', placeholder: 'Add option' }, [
	flagField({
		displayName: 'Entire Cell',
		name: 'entireCell',
		default: true,
		description: 'Whether a cell has to hold this and nothing else',
	}),
	flagField({
		displayName: 'In Formulas',
		name: 'inFormulas',
		default: true,
		description: 'Whether to search formulas as they are written, and nothing but formulas',
	}),
	flagField({
		displayName: 'Match Case',
		name: 'matchCase',
		default: true,
		description: 'Whether a word has to be written in the same letters, large or small',
	}),
	flagField({
		displayName: 'Regular Expression',
		name: 'regex',
		default: true,
		description: 'Whether what is searched for is a pattern, as ^INV-\\d+$',
	}),
]);

/** Cells that fit, as `B7`. */
export interface Found {
	matched_cells?: string[];
	matched_formula_cells?: string[];
	rows_count?: number;
}

export interface Search {
	find: string;
	condition: {
		range: string;
		match_entire_cell: boolean;
		search_by_regex: boolean;
		include_formulas: boolean;
	};
	matchCase: boolean;
}

export const cellsOf = ({ matched_cells = [], matched_formula_cells = [] }: Found): string[] => [
	...new Set([...matched_cells, ...matched_formula_cells]),
];

const hasCase = (text: string) => text.toLowerCase() !== text.toUpperCase();

/** In an execution: the value of `match_case` that ignores case. */
const learned = new WeakMap<object, boolean>();

/**
 * Searches, and finds out which value of `match_case` does what was asked for: the page says that `true` ignores case,
 * the name says that it does not, and clients of the platform itself disagree. Whoever ignores case finds at least as
 * much, so both are asked where the words have a case, once in an execution; where both find the same, either will do.
 * @returns what was found, and the value with which a replacement finds the same
 * @throws CallError
 */
export async function search(
	asking: Asking,
	path: SheetPath,
	{ find, condition, matchCase }: Search,
): Promise<{ found: Found; match_case: boolean }> {
	const ask = async (match_case: boolean) => {
		const body = { find, find_condition: { ...condition, match_case } };
		const { find_result } = await asking.feishu.call<{ find_result?: Found }>(FIND, { path, body, idempotent: true });
		return { found: find_result ?? {}, match_case };
	};
	const ignoring = learned.get(asking.context);
	if (ignoring !== undefined) return await ask(matchCase ? !ignoring : ignoring);
	const first = await ask(!matchCase);
	if (!hasCase(find)) return first;
	const second = await ask(matchCase);
	const [more, less] = cellsOf(first.found).length >= cellsOf(second.found).length ? [first, second] : [second, first];
	if (cellsOf(more.found).length === cellsOf(less.found).length) return first;
	learned.set(asking.context, more.match_case);
	return matchCase ? less : more;
}
