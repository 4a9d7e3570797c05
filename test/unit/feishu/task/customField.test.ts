import {
	customField,
	customValue,
	optionFields,
	partsOf,
	plainValues,
	type CustomField,
} from '../../../../feishu/task/customField';

const OPTIONS = [
	{ guid: 'g-high', name: 'High', hidden: false },
	{ guid: 'g-low', name: 'Low', hidden: true },
];
const fieldOf = (type: CustomField['type'], more: Partial<CustomField> = {}): CustomField => ({
	...{ guid: 'g', name: 'Field', type, options: type.endsWith('select') ? OPTIONS : [], multi: true },
	...more,
});
const write = (type: CustomField['type'], value: unknown, more: Partial<CustomField> = {}) =>
	customValue({
		field: fieldOf(type, more),
		value,
		label: 'Custom Fields',
		timeZone: 'Asia/Shanghai',
		moment: (_label, one) => Date.parse(String(one)),
		people: (entries) => entries,
	});

describe('written', () => {
	test.each([
		['number', 20, { number_value: '20' }],
		['number', '1234.50', { number_value: '1234.5' }],
		['number', '-.5 %', { number_value: '-0.005' }],
		['number', '1e3', { number_value: '1000' }],
		['number', '20%', { number_value: '0.2' }],
		['number', 1e-9, { number_value: '0' }],
		['number', 1e9, { number_value: '1000000000' }],
		['text', 'words', { text_value: 'words' }],
		['text', 7, { text_value: '7' }],
		['datetime', '2023-05-01', { datetime_value: '1682899200000' }],
		// Late in the evening in UTC is the next day in the zone.
		['datetime', '2023-04-30T17:00:00Z', { datetime_value: '1682899200000' }],
		[
			'member',
			'ou_1; ou_2',
			{
				member_value: [
					{ id: 'ou_1', type: 'user' },
					{ id: 'ou_2', type: 'user' },
				],
			},
		],
		['member', [{ id: 'cli_1', type: 'app' }], { member_value: [{ id: 'cli_1', type: 'app' }] }],
		['single_select', 'high', { single_select_value: 'g-high' }],
		['single_select', 'g-low', { single_select_value: 'g-low' }],
		['multi_select', 'High, Low', { multi_select_value: ['g-high', 'g-low'] }],
		['multi_select', ['Low'], { multi_select_value: ['g-low'] }],
	] as const)('%s: %j', (type, value, expected) => expect(write(type, value)).toEqual({ guid: 'g', ...expected }));

	test.each(['number', 'text', 'datetime', 'single_select'] as const)('nothing empties a %s by ""', (type) =>
		expect(write(type, '')).toEqual({ guid: 'g', [`${type}_value`]: '' }),
	);

	test.each(['member', 'multi_select'] as const)('nothing empties a %s by []', (type) =>
		expect(write(type, null)).toEqual({ guid: 'g', [`${type}_value`]: [] }),
	);

	test.each([
		['number', 'many', /'Field' in 'Custom Fields' holds no number: many/],
		// 12.5 to some, 125 to others.
		['number', '12,5', /holds no number: 12,5/],
		['number', '1,234.50', /holds no number/],
		['number', '0x10', /holds no number/],
		['number', ' ', /holds no number/],
		['number', true, /holds no number: true/],
		['text', 'x'.repeat(3001), /longer than 3000/],
		['single_select', 'Medium', /has no option 'Medium'/],
		['single_select', ['High', 'Low'], /takes one option/],
		['multi_select', 'High, Medium', /has no option 'Medium'/],
	] as const)('%s refuses %j', (type, value, words) => expect(() => write(type, value)).toThrow(words));

	test('one person, where a field takes one', () =>
		expect(() => write('member', 'ou_1, ou_2', { multi: false })).toThrow(/takes one person/));
});

describe('read', () => {
	const values = [
		{ guid: '1', type: 'number', name: 'Hours', number_value: '1.5' },
		{ guid: '2', type: 'datetime', name: 'Reviewed', datetime_value: '1682899200000' },
		{ guid: '3', type: 'single_select', name: 'Priority', single_select_value: 'g-high' },
		{ guid: '4', type: 'multi_select', name: 'Tags', multi_select_value: ['g-low', 'gone'] },
		{ guid: '5', type: 'member', name: 'Reviewers', member_value: [{ id: 'ou_1', name: 'Ada' }] },
		{ guid: '6', type: 'text', name: 'Hours', text_value: 'words' },
		{ guid: '7', type: 'number', name: 'Empty', number_value: '' },
	];

	test('by the names of the fields, options by theirs where they are known', () => {
		const fields = [fieldOf('single_select', { guid: '3' }), fieldOf('multi_select', { guid: '4' })];
		expect(plainValues(values, fields)).toEqual({
			Hours: 1.5,
			Reviewed: '2023-05-01',
			Priority: 'High',
			Tags: ['Low', 'gone'],
			Reviewers: [{ id: 'ou_1', name: 'Ada' }],
			'Hours (6)': 'words',
			Empty: null,
		});
		expect(plainValues(values, [])).toMatchObject({ Priority: 'g-high' });
		expect(optionFields(values)).toEqual(['3', '4']);
	});

	test('what was read is written the same', () =>
		expect(write('member', plainValues(values, []).Reviewers)).toEqual({
			guid: 'g',
			member_value: [{ id: 'ou_1', type: 'user' }],
		}));
});

test('a field is known by what its endpoint tells', () => {
	const setting = { options: [{ guid: 'o', name: 'High', is_hidden: true }] };
	const record = { guid: 'g', name: 'Priority', type: 'single_select', single_select_setting: setting };
	expect(customField(record)).toEqual({
		...{ guid: 'g', name: 'Priority', type: 'single_select', multi: true },
		options: [{ guid: 'o', name: 'High', hidden: true }],
	});
	expect(customField({ ...record, type: 'color' })).toBeUndefined();
});

test('parts of a list stand between commas of any kind', () =>
	expect(partsOf('a, b；c、d\ne')).toEqual(['a', 'b', 'c', 'd', 'e']));
