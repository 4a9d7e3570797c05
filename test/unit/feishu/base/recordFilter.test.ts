import type { BaseField } from '../../../../feishu/base/baseField';
import { RELATIVE_DAYS } from '../../../../feishu/base/filterValues';
import { recordFilter, type FilterRow } from '../../../../feishu/base/recordFilter';
import { thrownBy } from '../../../support/feishuCalls';

const TYPES = {
	Name: 1,
	Amount: 2,
	State: 3,
	Tags: 4,
	Due: 5,
	Done: 7,
	Owner: 11,
	Site: 15,
	Files: 17,
	Orders: 18,
	Look: 19,
	Sum: 20,
	No: 1005,
};
const fields: BaseField[] = Object.entries(TYPES).map(([field_name, type]) => ({
	field_id: `fld${field_name}`,
	field_name,
	type,
}));
const moment = (_label: string, value: unknown) => (value === '' ? undefined : Date.parse(String(value)));
const filter = (...rows: FilterRow[]) => recordFilter(rows, 'and', fields, moment);

it.each<[FilterRow, string, string[]]>([
	[{ field: 'Name', operator: 'contains', value: 'a, b' }, 'contains', ['a, b']],
	[{ field: 'fldName', operator: 'notEquals', value: 7 }, 'isNot', ['7']],
	[{ field: 'Amount', operator: 'greaterOrEqual', value: 23.4 }, 'isGreaterEqual', ['23.4']],
	[{ field: 'State', operator: 'contains', value: 'Open, Done' }, 'contains', ['Open', 'Done']],
	[{ field: 'Tags', operator: 'notContains', value: ['x', 'y'] }, 'doesNotContain', ['x', 'y']],
	[{ field: 'Due', operator: 'greater', value: '2026-01-31T00:00:00Z' }, 'isGreater', ['ExactDate', '1769817600000']],
	[{ field: 'Due', operator: 'equals', value: 'CurrentWeek' }, 'is', ['CurrentWeek']],
	[{ field: 'Due', operator: 'less', value: 'Today' }, 'isLess', ['Today']],
	[{ field: 'Done', operator: 'equals', value: true }, 'is', ['true']],
	[{ field: 'Owner', operator: 'contains', value: [{ id: 'ou_1', name: 'Ada' }] }, 'contains', ['ou_1']],
	[{ field: 'Orders', operator: 'equals', value: { record_id: 'rec1' } }, 'is', ['rec1']],
	[{ field: 'No', operator: 'less', value: '7' }, 'isLess', ['7']],
	[{ field: 'Files', operator: 'notEmpty', value: 'anything' }, 'isNotEmpty', []],
	[{ field: 'Name', operator: 'empty' }, 'isEmpty', []],
])('%j', (row, operator, value) => {
	const name = row.field.replace('fld', '');
	expect(filter(row)).toEqual({ conjunction: 'and', conditions: [{ field_name: name, operator, value }] });
});

it('is none without rows', () => expect(filter()).toBeUndefined());

it.each<[FilterRow, string, string]>([
	[{ field: 'Sum', operator: 'equals', value: '1' }, "can't filter by 'Sum', which is a formula", 'Filter node'],
	[{ field: 'Look', operator: 'empty' }, "can't filter by 'Look', which is a lookup", 'Filter node'],
	[
		{ field: 'Due', operator: 'greaterOrEqual', value: 'x' },
		"'Due' is a date, which Feishu can't compare by 'is at least'",
		'is, is greater or later than',
	],
	[{ field: 'Done', operator: 'empty' }, "can't compare by 'is empty'", 'Choose one of: is'],
	[{ field: 'Name', operator: 'greater', value: 'a' }, "can't compare by 'is greater or later than'", 'contains'],
	[{ field: 'Name', operator: 'equals', value: ' ' }, "The filter by 'Name' has no value", "'is empty'"],
	[{ field: 'Tags', operator: 'contains', value: [] }, "The filter by 'Tags' has no value", "'is empty'"],
	[{ field: 'Due', operator: 'equals', value: '' }, "The filter by 'Due' has no value", "'is empty'"],
	[
		{ field: 'Tags', operator: 'contains', value: 'a,b,c,d,e,f,g,h,i,j,k' },
		'has 11 values; Feishu takes 10',
		'several rows',
	],
	[{ field: 'Due', operator: 'less', value: 'LastWeek' }, "'LastWeek' is several days", 'Today, Tomorrow, Yesterday'],
	[
		{ field: 'Name', operator: 'equals', value: { a: 1 } },
		"The filter by 'Name' holds an object",
		'one of its properties',
	],
	[{ field: 'na me', operator: 'equals', value: 'x' }, "The table has no field 'na me'", "It has 'Name'"],
	[{ field: 'Nobody', operator: 'equals', value: 'x' }, "The table has no field 'Nobody'", 'It has Name, Amount'],
])('%j is refused', (row, message, advice) => {
	expect(thrownBy(() => filter(row))).toMatchObject({
		message: expect.stringContaining(message) as string,
		advice: expect.stringContaining(advice) as string,
	});
});

it('takes fifty rows', () => {
	const row: FilterRow = { field: 'Name', operator: 'empty' };
	expect(filter(...Array.from({ length: 50 }, () => row))?.conditions).toHaveLength(50);
	expect(thrownBy(() => filter(...Array.from({ length: 51 }, () => row))).message).toContain(
		'51 rows; Feishu takes 50',
	);
	expect(RELATIVE_DAYS).toHaveLength(11);
});
