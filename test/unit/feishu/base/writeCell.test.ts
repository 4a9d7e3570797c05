/** What people and other nodes give becomes what the platform takes, or is refused in words. */
import type { BaseField } from '../../../../feishu/base/baseField';
import { needKey, type CellNeed } from '../../../../feishu/base/cellNeeds';
import { plainCell } from '../../../../feishu/base/readCell';
import { prepareCell, type CellContext } from '../../../../feishu/base/writeCell';
import { thrownBy } from '../../../support/feishuCalls';

const context: CellContext = {
	moment: (_label, value) => (value === '2026-01-31' ? 1_769_788_800_000 : Number(value)),
	unknownOption: 'create',
	files: ['report', 'photo'],
};

const field = (type: number, more: Partial<BaseField> = {}): BaseField => ({
	field_id: 'fld1',
	field_name: 'Cell',
	type,
	...more,
});
const options = { property: { options: [{ name: 'Open' }, { name: 'a, b' }] } };
const found = (need: CellNeed) => `found ${need.kind} ${need.value}`;
const written = (to: BaseField, value: unknown, more: Partial<CellContext> = {}) =>
	prepareCell(to, value, { ...context, ...more }).wire(found);

it.each<[string, BaseField, unknown, unknown]>([
	['text', field(1), 'Hi', 'Hi'],
	['a number as text', field(1), 7, '7'],
	['a list as text', field(1), ['a', 1], 'a, 1'],
	[
		'pieces of text',
		field(1),
		[
			{ type: 'text', text: 'a' },
			{ type: 'url', text: 'b', link: 'c' },
		],
		'ab',
	],
	['a date as text', field(1), new Date(0), '1970-01-01T00:00:00.000Z'],
	['a number', field(2), 1.5, 1.5],
	['digits', field(2), ' -12.50 ', -12.5],
	['digits in groups', field(2), '1,234,567.8', 1_234_567.8],
	['percents', field(2, { ui_type: 'Progress' }), '25%', 0.25],
	['a rating', field(2, { ui_type: 'Rating', property: { min: 1, max: 5 } }), 5, 5],
	['an option', field(3, options), ' Open ', 'Open'],
	['an option in a list', field(3, options), ['Open'], 'Open'],
	['an option as an object', field(3, options), { name: 'Open' }, 'Open'],
	['a new option', field(3, options), 'New', 'New'],
	['options', field(4, options), ['Open', 'x', 'x'], ['Open', 'x']],
	['options with commas', field(4, options), 'Open，x; y', ['Open', 'x', 'y']],
	['an option that has a comma', field(4, options), 'a, b', ['a, b']],
	['a date', field(5), '2026-01-31', 1_769_788_800_000],
	['a tick', field(7), true, true],
	['a tick in words', field(7), ' Yes ', true],
	['no tick', field(7), 0, false],
	['no tick in Chinese', field(7), '否', false],
	['somebody by open_id', field(11), 'ou_1', [{ id: 'ou_1' }]],
	[
		'people as another operation gives them',
		field(11),
		[{ id: 'ou_1', name: 'Ada' }, { id: 'ou_1' }],
		[{ id: 'ou_1' }],
	],
	[
		'people by what they are known by',
		field(11),
		'a@b.c, +86 138-0000-0000，张三',
		[{ id: 'found person a@b.c' }, { id: 'found person +86 138-0000-0000' }, { id: 'found person 张三' }],
	],
	['a phone number', field(13), '+86 (138) 0000-0000', '+8613800000000'],
	['a phone number as a number', field(13), 13_800_000_000, '13800000000'],
	['a link', field(15), 'https://x', { link: 'https://x', text: 'https://x' }],
	['a link with a label', field(15), '[A label](https://x?a=(1))', { link: 'https://x?a=(1)', text: 'A label' }],
	['a link as an object', field(15), { link: 'https://x', text: 'X' }, { link: 'https://x', text: 'X' }],
	[
		'files of the item',
		field(17),
		'report, photo',
		[{ file_token: 'found file report' }, { file_token: 'found file photo' }],
	],
	['files of the base', field(17), [{ file_token: 'boxcn1', name: 'a' }], [{ file_token: 'boxcn1' }]],
	['a token', field(17), 'VDMmbNc8NoTfUQxT7mDcH2N5nph', [{ file_token: 'VDMmbNc8NoTfUQxT7mDcH2N5nph' }]],
	['records', field(18, { property: { table_id: 'tbl2' } }), 'rec1, rec2', ['rec1', 'rec2']],
	['records as a search gives them', field(21), { link_record_ids: ['rec1'] }, ['rec1']],
	[
		'records by what they hold',
		field(18, { property: { table_id: 'tbl2' } }),
		['Order 7', 'rec1'],
		['found record Order 7', 'rec1'],
	],
	['a place', field(22), '116.397755, 39.903179', '116.397755,39.903179'],
	['a place as an object', field(22), { location: '1,2', name: 'x' }, '1,2'],
	['a place in parts', field(22), { longitude: 1, latitude: 2 }, '1,2'],
	['groups', field(23), [{ id: 'oc_1', name: 'Ops' }, 'oc_2'], [{ id: 'oc_1' }, { id: 'oc_2' }]],
	['a type that nobody knows yet', field(9999), { any: 1 }, { any: 1 }],
])('%s', (_what, to, value, wire) => {
	expect(written(to, value)).toEqual(wire);
});

it.each([1, 2, 3, 4, 5, 7, 11, 13, 15, 17, 18, 21, 22, 23])('nothing empties a cell of type %d', (type) => {
	for (const nothing of [null, undefined, '', []]) expect(written(field(type), nothing)).toBeNull();
});

it.each<[string, BaseField, unknown, string, string]>([
	['an object as text', field(1), { a: 1 }, 'takes text, not {"a":1}', 'JSON.stringify()'],
	['too long a text', field(1), 'x'.repeat(100_001), 'takes 100000 characters, not 100001', 'Shorten'],
	['words as a number', field(2), 'about 5', 'takes a number, not about 5', '1234.5'],
	['European digits', field(2), '1.234,5', 'takes a number, not 1.234,5', '1234.5'],
	['a tick as a number', field(2), true, 'takes a number, not true', '1234.5'],
	['blanks as a number', field(2), ' ', 'takes a number', '1234.5'],
	[
		'stars beyond the last',
		field(2, { ui_type: 'Rating', property: { min: 1, max: 5 } }),
		6,
		'from 1 to 5, not 6',
		'one of them',
	],
	[
		'half a star',
		field(2, { ui_type: 'Rating', property: { min: 1, max: 5 } }),
		2.5,
		'takes a rating, not 2.5',
		'whole number',
	],
	['two options for one', field(3, options), ['a', 'b'], 'takes one option, not 2', 'Choose one'],
	[
		'too many options',
		field(4),
		Array.from({ length: 1001 }, (_, at) => `o${at}`),
		'1000 options, not 1001',
		'several records',
	],
	['maybe as a tick', field(7), 'maybe', 'takes a checkbox, not maybe', 'true or false'],
	['an object as a tick', field(7), {}, 'takes a checkbox, not {}', 'true or false'],
	['nobody', field(11), [{ name: 'x' }], 'takes people, not {"name":"x"}', 'an open_id'],
	[
		'several people for one',
		field(11, { property: { multiple: false } }),
		'ou_1,ou_2',
		'takes one person, not 2',
		'Choose one',
	],
	['a word as a phone number', field(13), 'mobile', 'takes a phone number, not mobile', '+8613800000000'],
	[
		'a file that the item lacks',
		field(17),
		'chart',
		"takes files of the item; it has none in 'chart'",
		'report, photo',
	],
	['a person as a record', field(18), [{}], 'takes linked records, not {}', 'IDs of records'],
	[
		'too many records',
		field(18),
		Array.from({ length: 501 }, (_, at) => `rec${at}`),
		'500 records, not 501',
		'several records',
	],
	[
		'several records for one',
		field(18, { property: { multiple: false } }),
		'rec1,rec2',
		'takes one record, not 2',
		'Choose one',
	],
	['a place the wrong way round', field(22), '39.9,116.3', 'takes a location, not 39.9,116.3', 'longitude comes first'],
	['a place in words', field(22), 'Beijing', 'takes a location, not Beijing', '116.397755,39.903179'],
	['a person as a group', field(23), 'ou_1', 'takes groups, not ou_1', 'oc_'],
	['what the platform fills in', field(1005), '7', 'is an automatic number, which nobody can write', 'Leave it out'],
	['a formula', field(20), '7', 'is a formula, which nobody can write', 'Leave it out'],
])('%s is refused with the name of the field', (_what, to, value, message, advice) => {
	expect(thrownBy(() => prepareCell(to, value, context))).toMatchObject({
		field: 'Cell',
		message: expect.stringContaining(message) as string,
		advice: expect.stringContaining(advice) as string,
	});
});

describe('an option that the field does not have', () => {
	it('is left out where that was chosen', () => {
		expect(written(field(3, options), 'New', { unknownOption: 'leaveOut' })).toBeNull();
		expect(written(field(4, options), ['New', 'Open'], { unknownOption: 'leaveOut' })).toEqual(['Open']);
		expect(written(field(4, options), ['New'], { unknownOption: 'leaveOut' })).toBeNull();
	});

	it('is refused where that was chosen, with those that there are', () => {
		for (const type of [3, 4])
			expect(thrownBy(() => written(field(type, options), 'New', { unknownOption: 'refuse' }))).toMatchObject({
				message: "The field 'Cell' has no option 'New'",
				advice: 'It has Open, a, b',
			});
		expect(thrownBy(() => written(field(3), 'New', { unknownOption: 'refuse' }))).toMatchObject({
			advice: 'It has none yet',
		});
	});
});

it('says what has to be looked up, each in the way that fits', () => {
	const { needs } = prepareCell(field(11), 'ou_1, on_2, a@b.c, 13800000000, 张三', context);
	expect(needs).toEqual([
		{ kind: 'person', by: 'union_id', value: 'on_2' },
		{ kind: 'person', by: 'email', value: 'a@b.c' },
		{ kind: 'person', by: 'mobile', value: '13800000000' },
		{ kind: 'person', by: 'name', value: '张三' },
	]);
	const linked = field(18, { property: { table_id: 'tbl2' } });
	expect(prepareCell(linked, 'Order 7', context).needs).toEqual([{ kind: 'record', table: 'tbl2', value: 'Order 7' }]);
	expect(needKey({ kind: 'file', value: 'x' })).toBe(needKey({ value: 'x', kind: 'file' }));
});

it.each<[number, unknown, unknown]>([
	[1, [{ type: 'text', text: 'Hi' }], 'Hi'],
	[2, 12.5, 12.5],
	[3, 'Open', 'Open'],
	[4, ['Open', 'x'], ['Open', 'x']],
	[7, true, true],
	[11, [{ id: 'ou_1', name: 'Ada' }], [{ id: 'ou_1' }]],
	[13, '+861', '+861'],
	[15, { link: 'https://x', text: 'X' }, { link: 'https://x', text: 'X' }],
	[17, [{ file_token: 'boxcn1', name: 'a', type: 't', size: 1, url: 'u', tmp_url: 't' }], [{ file_token: 'boxcn1' }]],
	[18, { link_record_ids: ['rec1'] }, ['rec1']],
	[22, { location: '1,2', name: 'x' }, '1,2'],
	[23, [{ id: 'oc_1', name: 'Ops' }], [{ id: 'oc_1' }]],
])('what is read of type %d is written again as it was', (type, cell, wire) => {
	expect(written(field(type), plainCell({ type }, cell))).toEqual(wire);
});
