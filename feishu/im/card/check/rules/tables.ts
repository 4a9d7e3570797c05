import { isObject, text, type JsonObject } from '../../../../json';
import { tableCount } from '../../../../markdown/parse';
import { MARKDOWN_TABLES_LIMIT, TABLES_LIMIT } from '../../limits';
import { markdownsOf } from '../markdowns';
import { languageOf, type Visit } from '../walk';
import type { Rule } from './rule';

const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value);
const isOption = (value: unknown) => isObject(value) && isText(value.text);
const isListOf = (value: unknown, fits: (entry: unknown) => boolean) => Array.isArray(value) && value.every(fits);

/**
 * What cells of a type hold; texts take anything, and show it as text.
 * @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/table
 */
const CELLS: { readonly [type: string]: { fits: (value: unknown) => boolean; wanted: string } } = {
	number: { fits: isNumber, wanted: 'a number' },
	date: { fits: isNumber, wanted: 'a number of milliseconds since 1970' },
	options: {
		fits: (value) => isText(value) || isListOf(value, isOption),
		wanted: 'one text or a list of {"text", "color"}',
	},
	persons: { fits: (value) => isText(value) || isListOf(value, isText), wanted: 'an ID or a list of IDs' },
};

/** Rows hold what their columns say, and nothing else (200914, 200915). */
export const rows: Rule = ({ found }, report) => {
	for (const { element, path, tag } of found) {
		if (tag !== 'table') continue;
		const problem = problemOf(element);
		if (problem) throw report.error(path, tag, problem.message, problem.advice);
	}
};

interface Problem {
	message: string;
	advice?: string;
}

function problemOf({ columns, rows: list }: JsonObject): Problem | undefined {
	if (!Array.isArray(columns)) return { message: 'columns are no list' };
	const types = new Map<string, string>();
	for (const [index, column] of (columns as unknown[]).entries()) {
		const { name, data_type: type } = isObject(column) ? column : {};
		if (text(name) === '')
			return { message: `column ${index + 1} has no name`, advice: 'The name says which property of a row it shows' };
		if (types.has(text(name)))
			return { message: `the name '${text(name)}' belongs to two columns`, advice: 'Names must differ' };
		types.set(text(name), text(type));
	}
	if (!Array.isArray(list)) return { message: 'rows are no list', advice: 'A list of objects' };
	for (const [index, row] of (list as unknown[]).entries()) {
		const problem = isObject(row)
			? cellProblem(row, types)
			: { message: 'is no object', advice: 'Each row is {"name of a column": value}' };
		if (problem)
			return {
				...problem,
				message: `row ${index + 1}${problem.message.startsWith('is') ? ' ' : ', '}${problem.message}`,
			};
	}
	return undefined;
}

function cellProblem(row: JsonObject, types: ReadonlyMap<string, string>): Problem | undefined {
	for (const [name, value] of Object.entries(row)) {
		const type = types.get(name);
		if (value === undefined) continue;
		if (type === undefined)
			return {
				message: `column '${name}': there is no column of this name`,
				advice: `The columns are ${[...types.keys()].join(', ')}: leave the others out of the rows`,
			};
		const facts = Object.hasOwn(CELLS, type) ? CELLS[type] : undefined;
		if (!facts || value === null || facts.fits(value)) continue;
		return { message: `column '${name}': ${JSON.stringify(value)} is not ${facts.wanted}` };
	}
	return undefined;
}

const TOO_MANY = 'Join tables, split the card, or send them as a file';

/** Components, in each language of a card for itself. */
export const tables: Rule = ({ found }, report) => {
	const counts = new Map<string, number>();
	for (const { path, tag } of found) {
		if (tag !== 'table') continue;
		const language = languageOf(path);
		const count = (counts.get(language) ?? 0) + 1;
		counts.set(language, count);
		if (count > TABLES_LIMIT)
			throw report.tooMuch(path, tag, `it is table ${count}; Feishu takes at most ${TABLES_LIMIT} in a card`, TOO_MANY);
	}
};

/** Tables in Markdown, which version 2.0 has. */
export const markdownTables: Rule = ({ found }, report) => {
	for (const visit of found) {
		if (visit.tag !== 'markdown') continue;
		for (const { count } of tablesIn(visit))
			if (count > MARKDOWN_TABLES_LIMIT)
				throw report.tooMuch(
					visit.path,
					visit.tag,
					`it has ${count} tables; Feishu takes at most ${MARKDOWN_TABLES_LIMIT} in a text`,
					'Divide the text among several markdown elements',
				);
	}
};

/** How many tables each text of a Markdown element has. */
export function* tablesIn(visit: Visit): Generator<{ count: number }> {
	for (const { text: markdown } of markdownsOf(visit))
		if (markdown.includes('|')) yield { count: tableCount(markdown) };
}
