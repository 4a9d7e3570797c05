import type { ConditionFormat } from '../state/sheetParts';
import type { Area, Spreadsheet } from '../state/sheets';
import { entriesOf, recordOf, textOf } from './given';
import { problem } from './problem';
import { placeOrRows } from './range';

const MOST_OF_SHEET = 20;
const HEX = /^#[0-9a-f]{6}$/i;
const PERIODS = ['yesterday', 'today', 'tomorrow', 'last7Days'];
const CELL_OPERATORS = [
	...['equal', 'notEqual', 'greaterThan', 'greaterThanOrEqual', 'lessThan', 'lessThanOrEqual'],
	...['between', 'notBetween'],
];
const TEXT_OPERATORS = ['containsText', 'notContains', 'is', 'beginsWith', 'endsWith'];

type Attr = Readonly<Record<string, unknown>>;

const isFormula = (given: unknown, count: number) =>
	Array.isArray(given) &&
	given.length === count &&
	// A text stands in quotation marks; all else is a number, a cell or a formula.
	given.every((value) => typeof value === 'string' && /^(".*"|[-+\d.]+|=.+|\$?[A-Z]+\$?\d+)$/.test(value));

/** What each type needs. Source: https://open.feishu.cn/document/ukTMukTMukTM/uATMzUjLwEzM14CMxMTN/conditionformat/condition-format-guide */
const RULES: Readonly<Record<string, (attr: Attr) => boolean>> = {
	containsBlanks: () => true,
	notContainsBlanks: () => true,
	duplicateValues: () => true,
	uniqueValues: () => true,
	cellIs: ({ operator, formula }) =>
		CELL_OPERATORS.includes(String(operator)) && isFormula(formula, /etween$/.test(String(operator)) ? 2 : 1),
	containsText: ({ operator, text }) => TEXT_OPERATORS.includes(String(operator)) && typeof text === 'string',
	timePeriod: ({ operator, time_period }) => operator === 'is' && PERIODS.includes(String(time_period)),
};

function styleOf(given: unknown): Attr {
	const style = recordOf(given ?? {});
	for (const name of ['fore_color', 'back_color'])
		if (style[name] !== undefined && !HEX.test(textOf(style[name]) ?? '')) throw problem(232);
	return style;
}

function areasOf(book: Spreadsheet, sheetId: string, given: unknown): Area[] {
	const ranges = entriesOf(given);
	if (ranges.length === 0) throw problem(216);
	return ranges.map((range) => {
		const { sheet, ...area } = placeOrRows(book, textOf(range) ?? '');
		if (sheet.sheet_id !== sheetId) throw problem(202);
		return area;
	});
}

/** What somebody asks of the cells of a sheet. */
export function formatOf(book: Spreadsheet, sheetId: string, given: unknown): Omit<ConditionFormat, 'cf_id'> {
	const { ranges, rule_type, attrs, style } = recordOf(given);
	const rule = RULES[textOf(rule_type) ?? ''];
	if (!rule) throw problem(230);
	const list = entriesOf(attrs ?? []).map(recordOf);
	if (!rule(list[0] ?? {})) throw problem(204);
	return { areas: areasOf(book, sheetId, ranges), rule_type: String(rule_type), attrs: list, style: styleOf(style) };
}

export function requireFew(formats: readonly ConditionFormat[]): void {
	if (formats.length >= MOST_OF_SHEET) throw problem(226);
}
