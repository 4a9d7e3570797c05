/** Conditions judged here: a plain value is read as one of its own forms, so they serve for records that were read already. */
import type { Operator } from '../../../../feishu/base/filterOperators';
import { fitsGroup } from '../../../../feishu/base/filterHere';

const of = (type: number) => ({ field_id: 'fld1', field_name: 'F', type });
const ADA = { id: 'ou_1', name: 'Ada', email: 'a@b.c' };

it.each<[number, unknown, Operator, unknown, boolean]>([
	[1, 'Hello', 'equals', 'Hello', true],
	[1, 'Hello', 'equals', 'hello', false],
	[1, 'Hello', 'contains', 'ELL', true],
	[1, 'a, b', 'contains', 'a, b', true],
	[1, 'Hello', 'notContains', 'x', true],
	[1, null, 'notEquals', 'x', true],
	[1, null, 'empty', '', true],
	[1, '', 'empty', '', true],
	[1, 'x', 'notEmpty', '', true],
	[2, 10, 'equals', '10.0', true],
	[2, 10, 'greater', '9', true],
	[2, 10, 'greater', '10', false],
	[2, 10, 'greaterOrEqual', '10', true],
	[2, 10, 'less', '9', false],
	[2, 10, 'lessOrEqual', '10', true],
	[2, null, 'less', '5', false],
	[2, 0, 'empty', '', false],
	[3, 'Done', 'equals', 'Done', true],
	[4, ['a', 'b'], 'equals', 'b', false],
	[4, ['b'], 'equals', 'b', true],
	[4, ['a', 'b'], 'contains', ['x', 'b'], true],
	[4, ['a'], 'notContains', ['b', 'c'], true],
	[4, [], 'empty', '', true],
	[5, '2027-01-15T08:00:00.000Z', 'greater', '1799999999999', true],
	[5, '2027-01-15T08:00:00.000Z', 'less', '1799999999999', false],
	[5, '2027-01-15T08:00:00.000Z', 'equals', '2027-01-15T08:00:00Z', true],
	[5, null, 'less', '2027-01-15', false],
	[7, true, 'equals', 'true', true],
	[7, false, 'equals', 'true', false],
	[11, [ADA], 'contains', 'ou_1', true],
	[11, [ADA], 'equals', 'Ada', true],
	[11, [ADA], 'contains', 'ou_2', false],
	[15, { text: 'Site', link: 'https://x' }, 'contains', 'site', true],
	[18, ['rec1'], 'contains', 'rec1', true],
	[20, 42, 'greater', '41', true],
	[20, ['a', 'b'], 'contains', 'b', true],
])('type %d: %j %s %j is %s', (type, cell, operator, value, outcome) => {
	const rows = [{ field: 'fld1', operator, value }];
	const moment = (_label: string, given: unknown) => Number(given) || Date.parse(String(given)) || undefined;
	const fits = fitsGroup({ conjunction: 'and', rows }, [of(type)], moment);
	expect(fits({ F: cell })).toBe(outcome);
});
