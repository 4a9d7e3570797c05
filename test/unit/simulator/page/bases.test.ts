import { drawn, elementsOf, load, wordsOf } from './load';

type Json = Record<string, unknown>;

const { dateWords, enteredDate, momentOf, numberWords } = load<{
	dateWords(ms: unknown, pattern: string | undefined, zone: string): string;
	enteredDate(ms: number | undefined, withTime: boolean, zone: string): string;
	momentOf(entered: string, zone: string): number | undefined;
	numberWords(value: unknown, field?: Json): string;
}>('bases/formats.js');
const { FIELD_TYPES, fieldRequest, typeOf } = load<{
	FIELD_TYPES: { type: number; ui_type: string; name: string }[];
	typeOf(field: Json): { name: string; icon: string };
	fieldRequest(chosen: Json): Json;
}>('bases/field-types.js');
const { addressOf, readAddress } = load<{
	readAddress(location: { pathname: string; search: string }): Json;
	addressOf(place: Json): string;
}>('bases/address.js');
const { cellView } = load<{ cellView(cell: Json | undefined, field: Json, env: Json): unknown }>('bases/cells.js');
const { EDITORS, isEditable } = load<{
	EDITORS: Record<string, unknown>;
	isEditable(field: { type: number }): boolean;
}>('bases/editors/index.js');
const { refusal } = load<{ refusal(text: string): string }>('api.js');

const SHANGHAI = 'Asia/Shanghai';

test('a moment is shown in the zone of the base, in the letters of its column', () => {
	const noon = Date.UTC(2026, 4, 1, 4, 5);
	expect(dateWords(noon, 'yyyy-MM-dd HH:mm', SHANGHAI)).toBe('2026-05-01 12:05');
	expect(dateWords(noon, 'dd/MM/yyyy', 'America/Los_Angeles')).toBe('30/04/2026');
	expect(dateWords(noon, undefined, SHANGHAI)).toBe('2026/05/01');
	expect(dateWords('never', 'yyyy', SHANGHAI)).toBe('never');
});

test.each([SHANGHAI, 'UTC', 'America/New_York', 'Pacific/Kiritimati'])(
	'what is entered in %s is that moment',
	(zone) => {
		// Soon after clocks have changed in New York, and on a day on which none does.
		for (const moment of [Date.UTC(2026, 2, 8, 7, 30), Date.UTC(2026, 10, 1, 7, 30), Date.UTC(2026, 6, 1, 23, 59)]) {
			expect(momentOf(enteredDate(moment, true, zone), zone)).toBe(moment);
			const day = momentOf(enteredDate(moment, false, zone), zone) ?? NaN;
			expect(dateWords(day, 'yyyy-MM-dd HH:mm', zone)).toBe(`${enteredDate(moment, false, zone)} 00:00`);
		}
		expect(momentOf('', zone)).toBeUndefined();
	},
);

test.each<[unknown, Json, string]>([
	[1234.5, {}, '1234.5'],
	[1234.5, { property: { formatter: '1,000.00' } }, '1,234.50'],
	[0.25, { property: { formatter: '0%' } }, '25%'],
	[3, { property: { formatter: '0.00', currency_code: 'CNY' } }, '¥3.00'],
	[3, { property: { formatter: '$0.00' } }, '$3.00'],
	[4, { ui_type: 'Rating' }, '★★★★ 4'],
	['x', {}, 'x'],
])('the number %p of %j is %s', (value, field, words) => {
	expect(numberWords(value, field)).toBe(words);
});

const PLACES = [
	['/base', '', {}],
	['/base/Tok1', '', { app_token: 'Tok1' }],
	['/base/Tok1', '?table=tbl1&view=vew1', { app_token: 'Tok1', table_id: 'tbl1', view_id: 'vew1' }],
] as const;

test.each(PLACES)('the address %s%s says where the page is, and the other way round', (pathname, search, place) => {
	expect(readAddress({ pathname, search })).toEqual({
		app_token: undefined,
		table_id: undefined,
		view_id: undefined,
		...place,
	});
	expect(addressOf(place)).toBe(`${pathname}${search}`);
});

describe('a column', () => {
	const named = (name: string) => FIELD_TYPES.find((one) => one.name === name);

	test('is of each type once, and one that the page does not know is said to be so', () => {
		expect(new Set(FIELD_TYPES.map(({ ui_type: look }) => look)).size).toBe(FIELD_TYPES.length);
		expect(typeOf({ type: 1, ui_type: 'Email' })).toMatchObject({ name: 'Email' });
		expect(typeOf({ type: 1, ui_type: 'New' })).toMatchObject({ name: 'Text' });
		expect(typeOf({ type: 77, ui_type: 'New' })).toMatchObject({ name: 'Type 77' });
	});

	test('that is made gets what its type needs', () => {
		expect(fieldRequest({ name: 'S', kind: named('Single select'), options: 'a\n b,a，c' })).toEqual({
			field_name: 'S',
			type: 3,
			ui_type: 'SingleSelect',
			property: { options: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] },
		});
		expect(fieldRequest({ name: 'L', kind: named('One-way link'), table_id: 'tbl1' })).toMatchObject({
			property: { table_id: 'tbl1' },
		});
		expect(fieldRequest({ name: 'C', kind: named('Checkbox') })).toEqual({
			field_name: 'C',
			type: 7,
			ui_type: 'Checkbox',
		});
	});

	test('that is renamed keeps its options by their ids; one of another type begins anew', () => {
		const property = { options: [{ id: 'opt1', name: 'a', color: 3 }] };
		const before = { type: 3, ui_type: 'SingleSelect', property };
		expect(fieldRequest({ name: 'New', kind: named('Single select'), before })).toMatchObject({ property });
		expect(fieldRequest({ name: 'New', kind: named('Text'), before })).not.toHaveProperty('property');
	});
});

describe('a cell', () => {
	const shown = (type: number, value: unknown, words: string[] = [], field: Json = {}) =>
		drawn(cellView({ value, words }, { type, ...field }, { zone: SHANGHAI }));
	const person = { id: 'ou_1', name: 'Mei' };

	test.each<[string, number, unknown, string[], Json, string]>([
		[
			'text in parts',
			1,
			[
				{ type: 'text', text: 'a ' },
				{ type: 'mention', text: '@Mei' },
			],
			[],
			{},
			'a @Mei',
		],
		['an option', 3, 'open', [], {}, 'open'],
		['a date', 5, Date.UTC(2026, 4, 1), [], { property: { date_formatter: 'MM-dd' } }, '05-01'],
		['a tick', 7, true, [], {}, '☑'],
		['people', 11, [person], [], {}, 'MEMei'],
		['a phone', 13, '+86', ['+86'], {}, '+86'],
		['links, by what they lead to', 18, { link_record_ids: ['rec1', 'rec2'] }, ['First', ''], {}, 'FirstNo title'],
		['a place', 22, {}, ['The square'], {}, 'The square'],
		['a step, which no read gives', 24, undefined, ['Begun'], {}, 'Begun'],
		['who made it', 1003, [person], [], {}, 'MEMei'],
		['a number', 1005, '017', ['17'], {}, '17'],
		['a formula of numbers', 20, { type: 2, value: [12] }, ['12'], {}, '12'],
		['a lookup of dates', 19, { type: 5, value: [Date.UTC(2026, 4, 1)] }, ['1'], {}, '2026/05/01'],
		['a lookup of people', 19, { type: 11, value: [person] }, ['Mei'], {}, 'MEMei'],
		['a bare formula', 20, 12, ['12'], {}, '12'],
		['a type that is not known', 77, {}, ['something'], {}, 'something'],
	])('shows %s', (_what, type, value, words, field, expected) => {
		expect(wordsOf(shown(type, value, words, field))).toBe(expected);
	});

	test('leads to addresses that a person may follow, and to no other', () => {
		const [link] = elementsOf(shown(15, { link: 'https://example.com', text: 'Here' })).filter(
			({ tag }) => tag === 'a',
		);
		expect(link?.props).toMatchObject({ href: 'https://example.com' });
		const bad = shown(15, { link: 'javascript:alert(1)', text: 'Here' });
		expect(elementsOf(bad).map(({ tag }) => tag)).not.toContain('a');
		expect(wordsOf(bad)).toBe('Here');
	});

	test('gives each file under its name', () => {
		const [file] = elementsOf(shown(17, [{ file_token: 'box1', name: 'a.png', type: 'image/png', size: 3 }])).filter(
			({ tag }) => tag === 'a',
		);
		expect(file?.props).toMatchObject({ href: '/_sim/medias/box1', download: 'a.png' });
		expect(elementsOf([file ?? ''])[1]?.tag).toBe('img');
	});

	test('that is empty shows nothing but a box that is not ticked', () => {
		expect(cellView(undefined, { type: 1 }, {})).toBeNull();
		expect(wordsOf(drawn(cellView(undefined, { type: 7 }, {})))).toBe('☐');
	});

	test('is edited where a person can write it', () => {
		const computed = [19, 20, 1001, 1002, 1003, 1004, 1005, 3001];
		for (const { type } of FIELD_TYPES) expect(isEditable({ type })).toBe(!computed.includes(type));
		expect(Object.values(EDITORS).every((editor) => typeof editor === 'function')).toBe(true);
	});
});

test('a refusal is shown by its sentence', () => {
	expect(refusal('{"statusCode":400,"message":"1254061 NumberFieldConvFail"}')).toBe('1254061 NumberFieldConvFail');
	expect(refusal('gateway')).toBe('gateway');
});
