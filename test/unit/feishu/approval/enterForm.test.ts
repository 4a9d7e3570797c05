/** What somebody enters in a form, as the platform takes it. */
import type { JsonObject } from '../../../../feishu/json';
import { columnsOf, onlyInClient } from '../../../../feishu/approval/columns';
import { enterForm } from '../../../../feishu/approval/enterForm';
import { needKey, type FormDesk, type FormNeed } from '../../../../feishu/approval/formNeeds';
import { widgetsOf } from '../../../../feishu/approval/widget';

const CODE = '7C468A54-8745-2245-9675-08B7C63E7A85';

function enter(form: readonly object[], values: Record<string, unknown>, { lenient = false, complete = false } = {}) {
	const needs: FormNeed[] = [];
	const desk: FormDesk = {
		moment: (_label, value) => Date.parse(String(value)),
		timeZone: 'Asia/Shanghai',
		need: (need) => void needs.push(need),
		hasFile: (name) => name === 'data',
	};
	const later = enterForm(widgetsOf(JSON.stringify(form)), values, { label: 'Form', lenient, complete }, desk);
	return { needs, wire: later((need) => `found ${need.value}`) };
}

const widget = (type: string, more: object = {}) => ({ id: 'w1', custom_id: 'own', name: 'Field', type, ...more });
const OPTIONS = [
	{ value: 'k1', text: 'Annual' },
	{ value: 'k2', text: 'Sick, unpaid' },
];

test.each([
	['input', {}, 5, { value: '5' }],
	['number', {}, '1,200.5', { value: 1200.5 }],
	['amount', { value: 'CNY' }, 100, { value: 100, currency: 'CNY' }],
	['amount', { option: { currencyRange: ['CNY', 'USD'] } }, '100 usd', { value: 100, currency: 'USD' }],
	['amount', {}, { value: 7, currency: 'EUR' }, { value: 7, currency: 'EUR' }],
	['date', {}, '2026-11-30T00:00:00Z', { value: '2026-11-30T08:00:00+08:00' }],
	['date', {}, '2026-11-30T00:00:00.000-05:00', { value: '2026-11-30T00:00:00-05:00' }],
	['amount', {}, '100USD', { value: 100, currency: 'USD' }],
	[
		'dateInterval',
		{ value: { format: 'YYYY-MM-DD' } },
		'2026-11-30T00:00:00Z/2026-12-01T00:00:00Z',
		{ value: { start: '2026-11-30T08:00:00+08:00', end: '2026-12-01T08:00:00+08:00', interval: 2 } },
	],
	[
		'dateInterval',
		{ value: { format: 'YYYY-MM-DD a' } },
		{ start: '2026-11-30T00:00:00Z', end: '2026-11-30T01:00:00Z' },
		{ value: expect.objectContaining({ interval: 0.5 }) as unknown },
	],
	[
		'dateInterval',
		{ value: { format: 'YYYY-MM-DD hh:mm' } },
		{ start: '2026-11-30T00:00:00Z', end: '2026-11-30T06:00:00Z' },
		{ value: expect.objectContaining({ interval: 0.25 }) as unknown },
	],
	['radioV2', { option: OPTIONS }, 'Annual', { value: 'k1' }],
	['radioV2', { option: OPTIONS }, 'k2', { value: 'k2' }],
	['radioV2', {}, 'from elsewhere', { value: 'from elsewhere' }],
	['checkboxV2', { option: OPTIONS }, 'Sick, unpaid', { value: ['k2'] }],
	['checkboxV2', { option: OPTIONS }, ['Annual', 'k2'], { value: ['k1', 'k2'] }],
	['contact', {}, 'ou_1, tom@example.com', { open_ids: ['ou_1', 'found tom@example.com'] }],
	['contact', {}, [{ open_id: 'ou_2', user_id: 'u2' }], { open_ids: ['ou_2'] }],
	['department', {}, 'od-1; Sales', { value: [{ open_id: 'od-1' }, { open_id: 'found Sales' }] }],
	['connect', {}, CODE, { value: [CODE] }],
	[
		'document',
		{},
		'https://x.feishu.cn/docx/UMKcdhmaOo6PcpxkEMOcSC5Qnxb',
		{ value: { token: 'UMKcdhmaOo6PcpxkEMOcSC5Qnxb', type: 'docx' } },
	],
	['attachmentV2', {}, `data, ${CODE}`, { value: ['found data', CODE] }],
	[
		'address',
		{},
		{ district: 'Pudong', detail: 'Road 1' },
		{ value: [{ id: 'found Pudong', detailAddress: 'Road 1' }] },
	],
	['address', {}, '310115', { value: [{ id: '310115' }] }],
	['telephone', {}, '138 0013 8000', { value: { countryCode: '+86', nationalNumber: '13800138000' } }],
	['telephone', {}, '+65 9123-4567', { value: { countryCode: '+65', nationalNumber: '91234567' } }],
	[
		'shiftGroup',
		{},
		{ shiftTime: '2026-11-30T00:00:00Z', returnTime: '2026-12-01T00:00:00Z', reason: 'ill' },
		{ value: { shiftTime: '2026-11-30T08:00:00+08:00', returnTime: '2026-12-01T08:00:00+08:00', reason: 'ill' } },
	],
])('%s %j takes %j', (type, more, value, parts) => {
	expect(enter([widget(type, more)], { Field: value }).wire).toEqual([{ id: 'w1', type, ...parts }]);
});

test.each([
	['input', {}, { a: 1 }, 'holds an object'],
	['number', {}, 'many', 'holds no number: many'],
	['amount', { option: { currencyRange: ['CNY'] } }, '5 USD', 'takes no USD'],
	['dateInterval', {}, '2026-11-30', 'has no end'],
	['dateInterval', {}, '2026-12-30/2026-11-30', 'ends before it starts'],
	['radioV2', { option: OPTIONS }, 'Other', "has no option 'Other'"],
	['checkboxV2', { option: OPTIONS }, 'Annual, Other', "has no option 'Other'"],
	['connect', {}, 'abc', 'holds no code of an instance: abc'],
	['document', {}, 'nothing here', 'holds no address'],
	['image', {}, 'picture', 'a file that the item does not have: picture'],
	['telephone', {}, 'home', 'holds no telephone number: home'],
	['address', {}, { detail: 'x' }, 'names no district'],
	['fieldList', {}, 'rows', 'takes a list of rows'],
	['shiftGroup', {}, { shiftTime: '2026-11-30' }, 'has no returnTime'],
	['tripGroup', {}, 'x', 'can be filled in in the client only'],
	['leaveGroupV2', {}, 'x', 'takes an object'],
])('%s refuses %j %j: %s', (type, more, value, words) => {
	expect(() => enter([widget(type, more)], { own: value })).toThrow(words);
	expect(() => enter([widget(type, more)], { own: value })).toThrow("'Form → Field'");
});

test.each<[string, Record<string, unknown>, JsonObject, JsonObject]>([
	['amount', {}, { Field: 7, 'Field (currency)': 'USD' }, { value: 7, currency: 'USD' }],
	['amount', {}, { 'Field (currency)': 'USD', Field: '7' }, { value: 7, currency: 'USD' }],
	['amount', {}, { Field: '7 EUR', 'Field (currency)': 'USD' }, { value: 7, currency: 'EUR' }],
	['telephone', {}, { 'Field (+86 …)': '13800138000' }, {}],
])('%s %j takes %j under the words of the panel, and of Get', (type, more, values, parts) => {
	expect(enter([widget(type, more)], values).wire).toEqual([expect.objectContaining({ id: 'w1', type, ...parts })]);
});

const EXPENSE = [
	{ id: 'w1', name: 'Reason', type: 'input', required: true },
	{
		id: 'w2',
		name: 'Details',
		type: 'fieldList',
		children: [
			{ id: 'c1', name: 'What', type: 'input' },
			{ id: 'c2', name: 'Amount', type: 'amount', value: 'CNY' },
			{ id: 'c3', name: 'Bill', type: 'imageV2' },
		],
	},
];
const LEAVE = [
	{
		id: 'widgetLeaveGroupV2',
		name: 'Leave',
		type: 'leaveGroupV2',
		required: true,
		value: [
			{ id: 'widgetLeaveGroupType', name: 'Type', type: 'radioV2', required: true, option: OPTIONS },
			{ id: 'widgetLeaveGroupStartTime', name: 'Start', type: 'date', required: true },
		],
	},
];

test('a table takes rows, by the names of its columns; what they need is asked for', () => {
	const { wire, needs } = enter(EXPENSE, { Details: [{ What: 'Taxi', c2: 30, Bill: 'data' }, { What: 'Bus' }] });
	expect(wire).toEqual([
		{
			id: 'w2',
			type: 'fieldList',
			value: [
				[
					{ id: 'c1', type: 'input', value: 'Taxi' },
					{ id: 'c2', type: 'amount', value: 30, currency: 'CNY' },
					{ id: 'c3', type: 'imageV2', value: ['found data'] },
				],
				[{ id: 'c1', type: 'input', value: 'Bus' }],
			],
		},
	]);
	expect(needs.map(needKey)).toEqual([needKey({ kind: 'file', as: 'image', value: 'data' })]);
	expect(() => enter(EXPENSE, { Details: [{ Who: 'me' }] })).toThrow("'Form → Details 1' has no control 'Who'");
	expect(() => enter(EXPENSE, { Details: [{ Amount: 'x' }] })).toThrow(
		"'Form → Details 1 → Amount' is no amount: x",
	);
});

test('a group takes its parts one by one, or as an object', () => {
	const wire = [
		{
			id: 'widgetLeaveGroupV2',
			type: 'leaveGroupV2',
			value: [
				{ id: 'widgetLeaveGroupType', type: 'radioV2', value: 'k1' },
				{ id: 'widgetLeaveGroupStartTime', type: 'date', value: '2026-11-30T08:00:00+08:00' },
			],
		},
	];
	const start = '2026-11-30T00:00:00Z';
	const parts = { widgetLeaveGroupStartTime: start, widgetLeaveGroupType: 'Annual' };
	expect(enter(LEAVE, parts).wire).toEqual(wire);
	expect(enter(LEAVE, { Leave: { Type: 'Annual', Start: start } }).wire).toEqual(wire);
});

test('a group whose definition tells no parts has those that it always has', () => {
	const out = { id: 'widgetOutGroup', name: 'Out', type: 'outGroup' };
	expect(columnsOf(widgetsOf([out])).map(({ name }) => name)).toContain('Out → Start');
	expect(enter([out], { widgetOutGroupType: 'k1' }).wire).toEqual([
		{ id: 'widgetOutGroup', type: 'outGroup', value: [{ id: 'widgetOutGroupType', type: 'radioV2', value: 'k1' }] },
	]);
});

test('parts of a control come together, and what was left empty is left out', () => {
	const form = [widget('dateInterval'), { id: 'w2', name: 'Note', type: 'input' }];
	const { wire } = enter(form, { 'w1:start': '2026-11-30T00:00:00Z', 'w1:end': '2026-11-30T00:00:00Z', Note: '' });
	expect(wire).toEqual([
		{ id: 'w1', type: 'dateInterval', value: expect.objectContaining({ interval: 1 }) as unknown },
	]);
});

test('a key without a control is refused with those that there are, and left out where an item brings it', () => {
	expect(() => enter(EXPENSE, { Cause: 'x' })).toThrow("The field 'Form' has no control 'Cause'");
	expect(enter(EXPENSE, { Cause: 'x', Reason: 'y' }, { lenient: true }).wire).toHaveLength(1);
});

test('what a form requires has to be there, but for what it asks for sometimes', () => {
	const part = (id: string) => ({ id, name: id, type: 'input', required: true });
	const leave = {
		...{ id: 'g', name: 'Leave', type: 'leaveGroupV2', required: true },
		children: [part('widgetLeaveGroupReason'), part('widgetLeaveCertification')],
	};
	const sometimes = { ...part('Sometimes'), display_condition: { a: 1 } };
	const form = [leave, sometimes, { ...part('Hidden'), visible: false }];
	const given = (values: object) => () => enter(form, { Leave: values }, { complete: true });
	expect(given({ widgetLeaveGroupReason: 'Rest' })).not.toThrow();
	expect(given({ widgetLeaveCertification: 'x' })).toThrow(
		"The field 'Form → Leave' leaves out what the form requires: 'widgetLeaveGroupReason'",
	);
	expect(() => enter(form, {}, { complete: true })).toThrow("leaves out what the form requires: 'Leave'");
	expect(() => enter(form, {})).not.toThrow();
});

test('the columns of a form: their names say what goes in, and what is asked for always is required', () => {
	const shown = (form: readonly object[]) =>
		columnsOf(widgetsOf(JSON.stringify(form))).map(({ key, name, type, required }) => [key, name, type, required]);
	expect(shown([...EXPENSE, widget('dateInterval', { required: true, display_condition: { a: 1 } })])).toEqual([
		['w1', 'Reason', 'string', true],
		['w2', 'Details (JSON rows)', 'string', false],
		['w1:start', 'Field (start)', 'dateTime', false],
		['w1:end', 'Field (end)', 'dateTime', false],
	]);
	expect(shown(LEAVE)).toEqual([
		['widgetLeaveGroupType', 'Leave → Type', 'options', true],
		['widgetLeaveGroupStartTime', 'Leave → Start', 'dateTime', true],
	]);
	expect(shown([widget('text'), widget('account'), widget('serialNumber')])).toEqual([]);
});

test('what the client alone fills in, and asks for', () => {
	const only = (more: object) =>
		onlyInClient(widgetsOf([widget('account', more), widget('text', { required: true })])).length;
	expect([only({ required: true }), only({}), only({ required: true, display_condition: { a: 1 } })]).toEqual([
		1, 0, 0,
	]);
});
