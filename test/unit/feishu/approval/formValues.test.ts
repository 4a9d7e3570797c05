/** What was filled into a form, as plain values by the names of its controls. */
import { filledFields, formValues } from '../../../../feishu/approval/formValues';

const field = (type: string, value: unknown, more: object = {}) => ({ id: 'w1', name: 'Field', type, value, ...more });
const read = (type: string, value: unknown, more: object = {}) =>
	formValues(JSON.stringify([field(type, value, more)])).Field;

test.each([
	['input', 'a \\u0026 b \\u003c', {}, 'a & b <'],
	['textarea', 'two\nlines', {}, 'two\nlines'],
	['number', '12.5', {}, 12.5],
	['number', '', {}, ''],
	['amount', 100, { ext: { currency: 'USD' } }, 100],
	['formula', 3, {}, 3],
	['date', '2026-11-30T00:00:00+08:00', {}, '2026-11-30T00:00:00+08:00'],
	['dateInterval', { start: 'a', end: 'b', interval: 2 }, {}, { start: 'a', end: 'b', interval: 2 }],
	['radioV2', 'Annual', { option: { key: 'k1', text: 'Annual' } }, 'Annual'],
	['radioV2', null, {}, null],
	['checkboxV2', ['One', 'Two'], {}, ['One', 'Two']],
	[
		'contact',
		['u1', 'u2'],
		{ open_ids: ['ou_1', 'ou_2'] },
		[
			{ open_id: 'ou_1', user_id: 'u1' },
			{ open_id: 'ou_2', user_id: 'u2' },
		],
	],
	['department', [{ open_id: 'od-1', name: 'Sales' }], {}, [{ open_department_id: 'od-1', name: 'Sales' }]],
	[
		'attachmentV2',
		['https://a', 'https://b'],
		{ ext: 'a.pdf,b.pdf' },
		[
			{ name: 'a.pdf', url: 'https://a' },
			{ name: 'b.pdf', url: 'https://b' },
		],
	],
	['image', ['https://a'], { ext: 'a,b.png' }, [{ url: 'https://a' }]],
	['telephone', { country_code: '+86', national_number: '138' }, {}, '+86 138'],
	['connect', ['CODE'], {}, ['CODE']],
	[
		'leaveGroupV2',
		{ name: 'Annual', start: 'a', end: 'b', interval: 1, unit: 'DAY', reason: 'x \\u0026 y' },
		{},
		{ name: 'Annual', start: 'a', end: 'b', interval: 1, unit: 'DAY', reason: 'x & y' },
	],
	['outGroup', [field('input', 'x')], {}, { Field: 'x' }],
	['somethingNew', { a: ['\\u0026'] }, {}, { a: ['&'] }],
])('%s %j', (type, value, more, plain) => {
	expect(read(type, value, more)).toEqual(plain);
});

test('rows have values by the names of their columns', () => {
	const row = (what: string, amount: number) => [
		{ id: 'c1', name: 'What', type: 'input', value: what },
		{ id: 'c2', name: 'Amount', type: 'amount', value: amount, ext: { currency: 'CNY' } },
	];
	expect(read('fieldList', [row('Taxi', 30), row('Hotel', 500)])).toEqual([
		{ What: 'Taxi', Amount: 30, 'Amount (currency)': 'CNY' },
		{ What: 'Hotel', Amount: 500, 'Amount (currency)': 'CNY' },
	]);
});

test('two controls of one name are both there; an amount tells its currency; one without a name goes by its ID', () => {
	const form = JSON.stringify([
		{ id: 'w1', custom_id: 'cost', name: 'Cost', type: 'amount', value: 1, ext: { currency: 'CNY' } },
		{ id: 'w2', name: 'Cost', type: 'number', value: 2 },
		{ id: 'w3', type: 'input', value: 'x' },
	]);
	expect(formValues(form)).toEqual({ Cost: 1, 'Cost (currency)': 'CNY', 'Cost (2)': 2, w3: 'x' });
	expect(filledFields(form)[0]).toEqual({
		id: 'w1',
		custom_id: 'cost',
		name: 'Cost',
		type: 'amount',
		value: 1,
		currency: 'CNY',
	});
});

test.each([undefined, '', 'no JSON', '{}', 7])('what is no form has no values: %j', (form) => {
	expect(filledFields(form)).toEqual([]);
});
