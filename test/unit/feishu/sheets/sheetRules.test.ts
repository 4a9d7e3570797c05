import { conditionRule, shownRule, type ConditionRule } from '../../../../feishu/sheets/conditionRules';
import { filterCondition, filterRule, type FilterRule } from '../../../../feishu/sheets/filterRules';

describe('what a filter asks of a column', () => {
	it.each<[FilterRule, string[], object]>([
		['isOneOf', ['a', 'b'], { filter_type: 'multiValue' }],
		['notContains', ['x'], { filter_type: 'text', compare_type: 'notContains' }],
		['between', ['1', '2.5'], { filter_type: 'number', compare_type: 'between' }],
		['backColor', ['#FFF2CC'], { filter_type: 'color', compare_type: 'backColor' }],
		['clear', [], { filter_type: 'clear' }],
	])('%s goes and comes back', (rule, values, types) => {
		const condition = filterCondition(rule, values);
		expect(condition).toEqual({ ...types, expected: values });
		expect(filterRule(condition as never)).toBe(rule);
	});

	it.each<[FilterRule, string[], string]>([
		['isOneOf', [], 'is empty'],
		['contains', ['a', 'b'], 'holds 2 values where 1 belong'],
		['between', ['1'], 'holds 1 values where 2 belong'],
		['less', ['many'], 'holds no number: many'],
		['foreColor', ['red'], 'holds no color such as #FFF2CC'],
	])('%s of %j is refused', (rule, values, words) => {
		expect(filterCondition(rule, values)).toBe(words);
	});

	it('what nobody knows keeps its own words', () => {
		expect(filterRule({ filter_type: 'icon', compare_type: 'set' })).toBe('icon set');
	});
});

describe('the rule of a conditional format', () => {
	it.each<[ConditionRule, string[]]>([
		['blank', []],
		['equal', ['say "hello"']],
		['notBetween', ['1', '=B2']],
		['contains', ['x']],
		['today', []],
	])('%s of %j goes and comes back', (rule, values) => {
		expect(shownRule(conditionRule(rule, values) as never)).toEqual({ rule, values });
	});

	it('texts stand in quotation marks in a formula, numbers and cells do not', () => {
		expect(conditionRule('between', ['A1', '-2.5'])).toMatchObject({ attrs: [{ formula: ['A1', '-2.5'] }] });
		expect(conditionRule('equal', ['a "b"'])).toMatchObject({ attrs: [{ formula: ['"a ""b"""'] }] });
	});

	it.each<[ConditionRule, string[], string]>([
		['equal', [], 'is empty'],
		['blank', ['x'], 'holds 1 values where none belong'],
		['between', ['1'], 'holds 1 values where 2 belong'],
	])('%s of %j is refused', (rule, values, words) => {
		expect(conditionRule(rule, values)).toBe(words);
	});
});
