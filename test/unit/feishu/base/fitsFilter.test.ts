/** Conditions on plain values, as a search of the platform judges them. */
import type { Operator } from '../../../../feishu/base/filterOperators';
import { fits } from '../../../../feishu/base/fitsFilter';

const of = (type: number) => ({ field_id: 'fld1', field_name: 'F', type });
const ADA = { id: 'ou_1', name: 'Ada', email: 'a@b.c' };

it.each<[number, unknown, Operator, string | number, boolean]>([
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
	[2, 10, 'greater', 'x', false],
	[3, 'Done', 'equals', 'Done', true],
	[4, ['a', 'b'], 'equals', 'b', true],
	[4, ['a', 'b'], 'contains', 'x, b', true],
	[4, ['ab'], 'contains', 'a', false],
	[4, ['a'], 'notContains', 'b,c', true],
	[4, [], 'empty', '', true],
	[5, '2027-01-15T08:00:00.000Z', 'greater', 1_799_999_999_999, true],
	[5, '2027-01-15T08:00:00.000Z', 'less', 1_799_999_999_999, false],
	[5, '2027-01-15T08:00:00.000Z', 'equals', 1_800_000_000_000, true],
	[5, null, 'less', 1_800_000_000_000, false],
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
	expect(fits({ field: of(type), operator, value }, cell)).toBe(outcome);
});
