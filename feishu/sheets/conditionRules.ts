/**
 * By what a conditional format picks its cells: one word for people in place of a type, an operator and its attributes.
 * Source: …/sheets-v2/conditionformat/condition-format-guide
 */

export interface RuleParts {
	rule_type: string;
	attrs?: Array<{ operator: string; formula?: string[]; text?: string; time_period?: string }>;
}

interface Rule {
	rule_type: string;
	operator?: string;
	time_period?: string;
	/** How many values belong to it. */
	values: 0 | 1 | 2;
}

export type ConditionRule =
	| 'blank'
	| 'notBlank'
	| 'duplicate'
	| 'unique'
	| 'equal'
	| 'notEqual'
	| 'greaterThan'
	| 'greaterThanOrEqual'
	| 'lessThan'
	| 'lessThanOrEqual'
	| 'between'
	| 'notBetween'
	| 'contains'
	| 'notContains'
	| 'is'
	| 'beginsWith'
	| 'endsWith'
	| 'yesterday'
	| 'today'
	| 'tomorrow'
	| 'last7Days';

const plain = (rule_type: string): Rule => ({ rule_type, values: 0 });
const cell = (operator: string, values: 1 | 2 = 1): Rule => ({ rule_type: 'cellIs', operator, values });
const text = (operator: string): Rule => ({ rule_type: 'containsText', operator, values: 1 });
const period = (time_period: string): Rule => ({ rule_type: 'timePeriod', operator: 'is', time_period, values: 0 });

const RULES: Readonly<Record<ConditionRule, Rule>> = {
	blank: plain('containsBlanks'),
	notBlank: plain('notContainsBlanks'),
	duplicate: plain('duplicateValues'),
	unique: plain('uniqueValues'),
	equal: cell('equal'),
	notEqual: cell('notEqual'),
	greaterThan: cell('greaterThan'),
	greaterThanOrEqual: cell('greaterThanOrEqual'),
	lessThan: cell('lessThan'),
	lessThanOrEqual: cell('lessThanOrEqual'),
	between: cell('between', 2),
	notBetween: cell('notBetween', 2),
	contains: text('containsText'),
	notContains: text('notContains'),
	is: text('is'),
	beginsWith: text('beginsWith'),
	endsWith: text('endsWith'),
	yesterday: period('yesterday'),
	today: period('today'),
	tomorrow: period('tomorrow'),
	last7Days: period('last7Days'),
};

/** A value as a formula has it: numbers, cells and formulas as they are, all else in quotation marks. */
function asFormula(value: string): string {
	if (/^[-+]?\d*\.?\d+$/.test(value) || /^=/.test(value) || /^\$?[A-Z]{1,3}\$?\d+$/.test(value)) return value;
	return /^".*"$/s.test(value) ? value : `"${value.replaceAll('"', '""')}"`;
}

/** What the value of a formula was written as. */
const asValue = (formula: string): string =>
	/^".*"$/s.test(formula) ? formula.slice(1, -1).replaceAll('""', '"') : formula;

/** A rule for the platform, or in words what is wrong with its values. */
export function conditionRule(rule: ConditionRule, values: readonly string[]): RuleParts | string {
	const { rule_type, operator, time_period, values: count } = RULES[rule];
	if (count > 0 && values.length === 0) return 'is empty';
	if (values.length !== count) return `holds ${values.length} values where ${count === 0 ? 'none' : count} belong`;
	if (operator === undefined) return { rule_type };
	if (time_period !== undefined) return { rule_type, attrs: [{ operator, time_period }] };
	if (rule_type === 'containsText') return { rule_type, attrs: [{ operator, text: values[0] ?? '' }] };
	return { rule_type, attrs: [{ operator, formula: values.map(asFormula) }] };
}

/** The word for what the platform answers, with its values; its own words where there is none. */
export function shownRule({ rule_type, attrs = [] }: Partial<RuleParts>): { rule: string; values: string[] } {
	const [{ operator, formula = [], text: words, time_period } = { operator: undefined }] = attrs;
	const found = Object.entries(RULES).find(
		([, one]) =>
			one.rule_type === rule_type &&
			(one.operator === undefined || one.operator === operator) &&
			(one.time_period === undefined || one.time_period === time_period),
	);
	const values = words ? [words] : formula.map(asValue);
	return { rule: found?.[0] ?? [rule_type, operator].filter((part) => part).join(' '), values };
}
