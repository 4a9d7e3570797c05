import fc from '../../../../support/generated';
import { tryToParseDateTime, type INodeParameters } from 'n8n-workflow';

import { pagingFields } from '../../../../../nodes/shared/fields/common';
import { locatorField, optionalLocatorField } from '../../../../../nodes/shared/fields/locator';
import { collectionField, rowsField } from '../../../../../nodes/shared/fields/nested';
import {
	choiceField,
	flagField,
	jsonField,
	jsonObjectField,
	listField,
	momentField,
	numberField,
	rawTextField,
	textField,
} from '../../../../../nodes/shared/fields/plain';
import { parseJson, parseMoment } from '../../../../../nodes/shared/fields/values';
import { Panel } from '../../../../../nodes/shared/operation/panel';
import { thrownBy } from '../../../../support/feishuCalls';
import { execution } from '../../../../support/nodes/execution';

const WORDS = { displayName: 'Plain Text', name: 'plain' } as const;
const MODES = { modes: [{ displayName: 'By ID', name: 'id', type: 'string' as const }] };

const panelOf = (parameters: object, timezone?: string) => new Panel(execution({ parameters, timezone }), 0);

/** One value, read by a field of each kind. */
function plain(value: unknown, timezone?: string) {
	const panel = panelOf({ plain: value }, timezone);
	return {
		text: () => textField({ ...WORDS, required: true }).read(panel),
		optionalText: () => textField(WORDS).read(panel),
		rawText: () => rawTextField(WORDS).read(panel),
		list: () => listField({ ...WORDS, required: true }).read(panel),
		optionalList: () => listField(WORDS).read(panel),
		flag: () => flagField({ ...WORDS, default: false }).read(panel),
		number: ({ min: minValue, max: maxValue }: { min?: number; max?: number } = {}) =>
			numberField({ ...WORDS, default: 0, typeOptions: { minValue, maxValue } }).read(panel),
		json: () => jsonField(WORDS).read(panel),
		jsonObject: () => jsonObjectField(WORDS).read(panel),
		located: () => locatorField({ ...WORDS, ...MODES }).read(panel),
		optionalLocated: () => optionalLocatorField({ ...WORDS, ...MODES }).read(panel),
		moment: () => momentField(WORDS).read(panel),
	};
}

/** Every complaint names the field as the panel shows it. */
function complaint(action: () => unknown) {
	const error = thrownBy(action);
	expect(error).toMatchObject({ name: 'InputError', field: 'Plain Text' });
	expect(error.message).toContain("'Plain Text'");
	return error.message;
}

const bare: unknown = Object.assign(Object.create(null), { a: 1 });

it.each([{ a: 1 }, [{ a: 1 }], ['b', { a: 1 }], [[{ a: 1 }]], bare])(
	'an object in place of text is refused: %j',
	(value) => {
		for (const read of [
			() => plain(value).text(),
			() => plain(value).rawText(),
			() => plain(value).optionalText(),
			() => plain(value).list(),
		])
			expect(complaint(read)).toContain('holds an object instead of text');
	},
);

it('dates, numbers and lists of words are text', () => {
	const date = new Date(0);
	expect([date, 7, ['a', 'b'], [], null].map((value) => plain(value).optionalText())).toEqual([
		String(date),
		'7',
		'a,b',
		'',
		'',
	]);
});

describe('text', () => {
	it.each([
		['  a b ', 'a b', '  a b '],
		[5, '5', '5'],
		[true, 'true', 'true'],
		['', '', ''],
		[null, '', ''],
		[undefined, '', ''],
	])('%j reads as %j, and raw as %j', (value, text, raw) => {
		expect(plain(value).optionalText()).toBe(text);
		expect(plain(value).rawText()).toBe(raw);
		if (text === '') expect(complaint(() => plain(value).text())).toBe("The field 'Plain Text' is empty");
		else expect(plain(value).text()).toBe(text);
	});

	it('is one of the choices', () => {
		const choice = choiceField({ ...WORDS, options: [{ name: 'A', value: 'a' }], default: 'a' });
		expect(choice.read(panelOf({ plain: 'a' }))).toBe('a');
		expect(choice.read(panelOf({}))).toBe('a');
		expect(complaint(() => choice.read(panelOf({ plain: 'b' })))).toBe("The field 'Plain Text' can't be 'b'");
		expect(complaint(() => choice.read(panelOf({ plain: ' ' })))).toBe("The field 'Plain Text' is empty");
	});

	it('belongs to the item', () => {
		const context = execution({ parameters: [{ plain: 'one' }, { plain: 'two' }] });
		expect([0, 1].map((index) => textField(WORDS).read(new Panel(context, index)))).toEqual(['one', 'two']);
	});
});

describe('lists', () => {
	it.each<[unknown, string[]]>([
		['a, b;c\nd，e；f', ['a', 'b', 'c', 'd', 'e', 'f']],
		['a\r\nb', ['a', 'b']],
		['a,,a, ,b', ['a', 'b']],
		[
			['a', 1, ' a ', ''],
			['a', '1'],
		],
		[7, ['7']],
		['a b', ['a b']],
	])('%j reads as %j', (value, list) => {
		expect(plain(value).list()).toEqual(list);
	});

	it.each<[unknown]>([[''], [' , \n'], [[]], [undefined], [null]])('%j is empty', (value) => {
		expect(plain(value).optionalList()).toEqual([]);
		expect(complaint(() => plain(value).list())).toBe("The field 'Plain Text' is empty");
	});

	it('keeps what is in a list apart and in order', () => {
		const entry = fc.stringMatching(/^[\w.@-]{1,10}$/);
		fc.assert(
			fc.property(fc.uniqueArray(entry), fc.constantFrom(',', ';', '\n', '，', '；', ' ,\n'), (entries, separator) => {
				expect(plain(entries.join(separator)).optionalList()).toEqual(entries);
			}),
		);
	});
});

it.each([
	[true, true],
	[false, false],
	['true', false],
	[1, false],
	[undefined, false],
])('the flag %j is %s', (value, expected) => {
	expect(plain(value).flag()).toBe(expected);
});

describe('numbers', () => {
	it.each([
		[3, 3],
		['2.5', 2.5],
		[-1, -1],
		[undefined, 0],
	])('%j reads as %d', (value, expected) => {
		expect(plain(value).number()).toBe(expected);
	});

	it.each([
		['a', {}, "The field 'Plain Text' must be a number"],
		['', {}, "The field 'Plain Text' must be a number"],
		[NaN, {}, "The field 'Plain Text' must be a number"],
		[Infinity, {}, "The field 'Plain Text' must be a number"],
		[0, { min: 1 }, "The field 'Plain Text' must be a number of 1 or more"],
		[9, { min: 1, max: 5 }, "The field 'Plain Text' must be a number from 1 to 5"],
		[9, { max: 5 }, "The field 'Plain Text' must be a number of 5 or less"],
	])('refuses %j with %j', (value, bounds, message) => {
		expect(complaint(() => plain(value).number(bounds))).toBe(message);
	});

	it('has no limit with Return All, and at least one without', () => {
		const limit = (parameters: object) => pagingFields.read(panelOf(parameters));
		expect(limit({ returnAll: true, limit: 5 })).toBe(Infinity);
		expect(limit({ returnAll: false, limit: 5 })).toBe(5);
		expect(() => limit({ returnAll: false, limit: 0 })).toThrow('of 1 or more');
		expect(() => limit({ returnAll: false, limit: 7.9 })).toThrow("The field 'Limit' must be a whole number: 7.9");
	});
});

describe('collections', () => {
	const name = textField({ displayName: 'File Name', name: 'fileName', required: true });
	const who = textField({ displayName: 'Who', name: 'who' });
	const options = collectionField({ displayName: 'Options', name: 'options' }, [name]);
	const mentions = rowsField({ displayName: 'Mentions', name: 'mentions', groupKey: 'mention', groupName: 'Mention' }, [
		who,
	]);

	it('have what was added, and rows that read themselves', () => {
		const panel = panelOf({ options: { fileName: ' a ' }, mentions: { mention: [{ who: 'x' }, { who: 'y' }] } });
		expect(options.read(panel)).toEqual({ fileName: 'a' });
		expect(mentions.read(panel).map(({ read }) => read(who))).toEqual(['x', 'y']);
	});

	it('are empty where nothing was ever filled in', () => {
		expect(options.read(panelOf({}))).toEqual({});
		expect(mentions.read(panelOf({}))).toEqual([]);
	});

	it('name the field of the collection in a complaint', () => {
		expect(thrownBy(() => options.read(panelOf({ options: { fileName: '' } })))).toMatchObject({
			field: 'File Name',
			message: "The field 'File Name' is empty",
		});
	});
});

describe('JSON', () => {
	it.each<[unknown, unknown]>([
		['{"a":[1]}', { a: [1] }],
		['[1]', [1]],
		['"a"', 'a'],
		['null', null],
		['', undefined],
		['  ', undefined],
		[undefined, undefined],
		[{ a: 1 }, { a: 1 }],
	])('%j reads as %j', (value, expected) => {
		expect(plain(value).json()).toEqual(expected);
	});

	it.each(['{', '{a:1}', "{'a':1}", '{"a":1,}', '[object Object]'])('refuses %j', (value) => {
		expect(complaint(() => plain(value).json())).toBe("The field 'Plain Text' is not valid JSON");
	});

	it('says where it breaks off', () => {
		expect(thrownBy(() => plain('{\n  "a": 1\n  "b": 2\n}').json())).toMatchObject({
			advice: expect.stringMatching(/^Line 3, column 3: a comma or a closing bracket is missing, at "b": 2\. /),
		});
	});

	it('reads back whatever was written', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				expect(parseJson('F', JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
			}),
		);
	});

	it('wants an object where one is needed', () => {
		expect(plain('').jsonObject()).toEqual({});
		expect(plain('{"a":1}').jsonObject()).toEqual({ a: 1 });
		for (const wrong of ['[1]', '"a"', '5', [1]]) {
			expect(complaint(() => plain(wrong).jsonObject())).toBe("The field 'Plain Text' must be a JSON object");
		}
	});
});

describe('resource locators', () => {
	it.each<[unknown, unknown]>([
		[
			{ __rl: true, mode: 'list', value: 'oc_1', cachedResultName: 'Ops' },
			{ mode: 'list', value: 'oc_1' },
		],
		[
			{ mode: 'url', value: ' https://x ' },
			{ mode: 'url', value: 'https://x' },
		],
		['oc_1', { mode: 'id', value: 'oc_1' }],
		[5, { mode: 'id', value: '5' }],
		[{ value: 'oc_1' }, { mode: 'id', value: 'oc_1' }],
	])('%j reads as %j', (value, expected) => {
		expect(plain(value).located()).toEqual(expected);
	});

	it.each([
		[{ mode: 'list', value: '' }],
		[{ mode: 'list', value: null }],
		[{ mode: 'id' }],
		[''],
		[undefined],
		[null],
	])('%j is empty', (value) => {
		expect(plain(value).optionalLocated()).toBeUndefined();
		expect(complaint(() => plain(value).located())).toBe("The field 'Plain Text' is empty");
	});
});

describe('moments', () => {
	const noon = Date.UTC(2026, 0, 31, 4);

	it.each<[string, unknown]>([
		['seconds', noon / 1000],
		['seconds as text', String(noon / 1000)],
		['milliseconds', noon],
		['milliseconds as text', ` ${noon} `],
		['ISO in UTC', '2026-01-31T04:00:00Z'],
		['ISO with an offset', '2026-01-31T12:00:00+08:00'],
		['ISO as the date picker gives it', '2026-01-31T12:00:00'],
		['SQL', '2026-01-31 12:00:00'],
		['a Date', new Date(noon)],
		['a Date as text', new Date(noon).toString()],
		['a Luxon DateTime', tryToParseDateTime(new Date(noon), 'Europe/Berlin')],
	])('reads %s', (_form, value) => {
		expect(plain(value).moment()).toBe(noon);
	});

	it('takes the workflow’s time zone where there is none', () => {
		expect(plain('2026-01-31T12:00:00', 'America/New_York').moment()).toBe(Date.UTC(2026, 0, 31, 17));
		expect(plain('2026-07-31', 'America/New_York').moment()).toBe(Date.UTC(2026, 6, 31, 4));
	});

	it.each(['2026/1/5 9:30', '2026-1-5T9:30', '2026.01.05  09:30:00', 'Mon, 05 Jan 2026 00:30:00 GMT'])(
		'reads %s on the clock of the zone, unless it says otherwise',
		(text) => expect(parseMoment('F', text, 'Asia/Tokyo')).toBe(Date.UTC(2026, 0, 5, 0, 30)),
	);

	it('takes a Date for what it is, however early', () => {
		expect(parseMoment('F', new Date(5), 'UTC')).toBe(5);
	});

	it.each([undefined, null, '', '  '])('%j is none', (value) => {
		expect(plain(value).moment()).toBeUndefined();
	});

	it.each([
		['tomorrow'],
		[2026],
		['20260131'],
		['2026-02-31'],
		['2026-02-31T08:00:00Z'],
		['2026-01-31T25:00:00Z'],
		['01.12.2026'],
		['12/1/2026 9:00'],
		['2026-1/5'],
		[new Date(NaN)],
		[tryToParseDateTime('2026-01-31').setZone('no/where')],
		[{}],
		['x'.repeat(500)],
	])('refuses %p', (value) => {
		const message = complaint(() => plain(value).moment());
		expect(message).toMatch(/^The field 'Plain Text' holds no date: /);
		expect(message.length).toBeLessThan(100);
	});

	it('reads any moment back', () => {
		fc.assert(
			fc.property(fc.date({ min: new Date(1e11), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
				expect(parseMoment('F', date.toISOString(), 'Asia/Shanghai')).toBe(date.getTime());
				expect(parseMoment('F', date.getTime(), 'Asia/Shanghai')).toBe(date.getTime());
			}),
		);
	});

	it.each([
		'2026-01-31T08:00:00+08:00',
		'2026-01-31T08:00:00.5-03:30',
		'2026-01-31T08:00:00.123456Z',
		'2026-01-31T24:00:00Z',
		'2026-01-31T08:00:00',
		'2026-01-31T08:00Z',
	])('reads %s as n8n does', (text) => {
		expect(parseMoment('F', text, 'Asia/Tokyo')).toBe(tryToParseDateTime(text, 'Asia/Tokyo').toMillis());
	});
});

describe('rows', () => {
	const type = textField({ displayName: 'Type', name: 'type', default: 'text' });
	const words = textField({ displayName: 'Words', name: 'words', required: true });
	const key = textField({ displayName: 'Key', name: 'key', required: true });
	const inner = rowsField({ displayName: 'Inner', name: 'inner', groupKey: 'part', groupName: 'Part' }, [key]);
	const blocks = rowsField(
		{
			displayName: 'Blocks',
			name: 'blocks',
			groupKey: 'block',
			groupName: 'Block',
			rowName: (values, index) => `Block ${index + 1}${values.type ? ` (${String(values.type)})` : ''}`,
		},
		[type, words, inner],
	);
	const rowsOf = (...block: object[]) => blocks.read(panelOf({ blocks: { block } }));

	it('give what was filled in, or the default of what n8n did not store', () => {
		const [one, two] = rowsOf({ words: ' a ' }, { type: 'table', words: 7 });
		expect([one?.read(type), one?.read(words), one?.panel.place]).toEqual(['text', 'a', 'Block 1']);
		expect([two?.read(type), two?.read(words), two?.panel.place]).toEqual(['table', '7', 'Block 2 (table)']);
		expect(rowsOf()).toEqual([]);
	});

	it('are named in complaints, rows within them too', () => {
		const [row] = rowsOf({ type: 'x', inner: { part: [{ key: 'k' }, {}] } });
		expect(thrownBy(() => row?.read(words))).toMatchObject({
			field: 'Block 1 (x) → Words',
			message: "The field 'Block 1 (x) → Words' is empty",
		});
		expect(row?.refuse(words, 'is odd')).toMatchObject({ message: "The field 'Block 1 (x) → Words' is odd" });
		const parts = row?.read(inner) ?? [];
		expect(parts[0]?.read(key)).toBe('k');
		expect(thrownBy(() => parts[1]?.read(key))).toMatchObject({ field: 'Block 1 (x) → Part 2 → Key' });
	});

	it('read the fields that they list, and no others', () => {
		const [row] = rowsOf({ words: 'a' });
		expect(thrownBy(() => row?.read(key as unknown as typeof words)).message).toContain('is read, but not listed');
	});
});

it.each([
	['e.g. Incident 1024', 'Enter a value, e.g. Incident 1024'],
	['Search…', 'Enter a value, or an expression that gives one'],
	[undefined, 'Enter a value, or an expression that gives one'],
])('a field that must hold something says what to enter: placeholder %j', (placeholder, advice) => {
	const words = { ...WORDS, placeholder, required: true };
	for (const field of [textField(words), rawTextField(words), listField(words)])
		expect(thrownBy(() => field.read(panelOf({ plain: ' ' })))).toMatchObject({
			message: "The field 'Plain Text' is empty",
			advice,
		});
});

describe('an expression that gives nothing is not taken for the default', () => {
	const number = numberField({ displayName: 'Length', name: 'length', default: 30 });
	const choice = choiceField({
		displayName: 'Kind',
		name: 'kind',
		options: [
			{ name: 'One', value: 'one' },
			{ name: 'Other', value: 'other' },
		],
		default: 'one',
	});
	const options = collectionField({ displayName: 'Options', name: 'options' }, [number, choice]);
	const panel = (parameters: object, written: object) =>
		new Panel(execution({ parameters, written: written as INodeParameters }), 0);

	test.each([[undefined], [null], [''], ['  ']])('%j', (value) => {
		for (const [name, field] of [
			['length', number],
			['kind', choice],
		] as const) {
			const written = { [name]: '={{ $json.none }}' };
			const own = panel({ [name]: value }, written);
			const within = panel({ options: { [name]: value } }, { options: written });
			const read: Array<[Error, Panel]> = [[thrownBy(() => field.read(own)), own]];
			// An option without a value counts as one that was not added.
			if (value === undefined) expect(options.read(within)).toEqual({});
			else read.push([thrownBy(() => options.read(within)), within]);
			for (const [error, reader] of read) {
				expect(error).toMatchObject({ name: 'InputError', field: field.label });
				expect(reader.explained(error)).toMatchObject({
					message: `The field '${field.label}' is empty: its expression gave no value`,
				});
			}
		}
	});

	test('what nobody set is the default, and so is what n8n does not keep', () => {
		expect(number.read(panel({}, {}))).toBe(30);
		expect(choice.read(panel({}, {}))).toBe('one');
		expect(number.read(panel({ length: 5 }, { length: '={{ 5 }}' }))).toBe(5);
	});
});
