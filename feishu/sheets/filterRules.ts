/**
 * By what a filter tells rows apart: one word for people in place of a type and a comparison.
 * Source: …/sheets-v3/spreadsheet-sheet-filter/filter-user-guide
 */

/** A condition in the words of the platform. */
export interface FilterCondition {
	filter_type: string;
	compare_type?: string;
	expected: string[];
}

interface Rule {
	filter_type: string;
	compare_type?: string;
	/** How many values belong to it; undefined for one or more. */
	values?: number;
}

export type FilterRule =
	| 'isOneOf'
	| 'contains'
	| 'notContains'
	| 'beginsWith'
	| 'notBeginsWith'
	| 'endsWith'
	| 'notEndsWith'
	| 'equal'
	| 'notEqual'
	| 'greater'
	| 'greaterOrEqual'
	| 'less'
	| 'lessOrEqual'
	| 'between'
	| 'notBetween'
	| 'backColor'
	| 'foreColor'
	| 'clear';

const number = (compare_type: string, values = 1): Rule => ({ filter_type: 'number', compare_type, values });
const text = (compare_type: string): Rule => ({ filter_type: 'text', compare_type, values: 1 });
const color = (compare_type: string): Rule => ({ filter_type: 'color', compare_type, values: 1 });

const RULES: Readonly<Record<FilterRule, Rule>> = {
	isOneOf: { filter_type: 'multiValue' },
	contains: text('contains'),
	notContains: text('notContains'),
	beginsWith: text('beginsWith'),
	notBeginsWith: text('notBeginsWith'),
	endsWith: text('endsWith'),
	notEndsWith: text('notEndsWith'),
	equal: number('equal'),
	notEqual: number('notEqual'),
	greater: number('greater'),
	greaterOrEqual: number('greaterOrEqual'),
	less: number('less'),
	lessOrEqual: number('lessOrEqual'),
	between: number('between', 2),
	notBetween: number('notBetween', 2),
	backColor: color('backColor'),
	foreColor: color('foreColor'),
	clear: { filter_type: 'clear', values: 0 },
};

/** A condition for the platform, or in words what is wrong with its values. */
export function filterCondition(rule: FilterRule, values: readonly string[]): FilterCondition | string {
	const { values: count, ...types } = RULES[rule];
	if (count === 0) return { ...types, expected: [] };
	if (values.length === 0) return 'is empty';
	if (count !== undefined && values.length !== count) return `holds ${values.length} values where ${count} belong`;
	if (types.filter_type === 'number' && values.some((value) => !Number.isFinite(Number(value))))
		return `holds no number: ${values.join(', ').slice(0, 60)}`;
	if (types.filter_type === 'color' && !/^#[0-9a-f]{6}$/i.test(values[0] ?? ''))
		return 'holds no color such as #FFF2CC';
	return { ...types, expected: [...values] };
}

/** The word for what the platform answers; its own words where there is none. */
export function filterRule({ filter_type, compare_type }: Omit<FilterCondition, 'expected'>): string {
	const found = Object.entries(RULES).find(
		([, rule]) => rule.filter_type === filter_type && (rule.compare_type ?? '') === (compare_type ?? ''),
	);
	return found?.[0] ?? [filter_type, compare_type].filter((part) => part).join(' ');
}
