import fc from 'fast-check';
import { tryToParseDateTime, type INodeProperties } from 'n8n-workflow';

import { parseJson, parseMoment } from '../../../../../nodes/shared/fields/values';
import { Params } from '../../../../../nodes/shared/operation/params';
import { thrownBy } from '../../../../support/feishuCalls';
import { execution } from '../../../../support/nodes/execution';

const PROPERTIES: INodeProperties[] = [
	{ displayName: 'Plain Text', name: 'plain', type: 'string', default: '' },
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		default: {},
		options: [{ displayName: 'File Name', name: 'fileName', type: 'string', default: '' }],
	},
	{
		displayName: 'Mentions',
		name: 'mentions',
		type: 'fixedCollection',
		default: {},
		options: [
			{
				displayName: 'Mention',
				name: 'mention',
				values: [{ displayName: 'Who', name: 'who', type: 'string', default: '' }],
			},
		],
	},
	{
		displayName: 'Choice',
		name: 'choice',
		type: 'options',
		default: 'a',
		options: [{ name: 'A', value: 'a' }],
	},
];

const params = (parameters: object, timezone?: string) =>
	new Params(execution({ parameters, timezone }), 0, PROPERTIES);
const plain = (value: unknown) => params({ plain: value });

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
			() => plain(value).text('plain'),
			() => plain(value).rawText('plain'),
			() => plain(value).optionalText('plain'),
			() => plain(value).list('plain'),
		])
			expect(complaint(read)).toContain('holds an object instead of text');
	},
);

it('dates, numbers and lists of words are text', () => {
	const date = new Date(0);
	expect([date, 7, ['a', 'b'], [], null].map((value) => plain(value).optionalText('plain'))).toEqual([
		String(date),
		'7',
		'a,b',
		'',
		'',
	]);
});

it.each([
	['plain', 'Plain Text'],
	['options', 'Options'],
	['options.fileName', 'File Name'],
	['mentions.mention.who', 'Who'],
	['mentions.mention', 'Mention'],
	['choice.a', 'Choice'],
	['options.unknown', 'Options'],
	['unknown', 'unknown'],
])('the label of %s is %s', (name, label) => {
	expect(params({}).label(name)).toBe(label);
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
		expect(plain(value).optionalText('plain')).toBe(text);
		expect(plain(value).rawText('plain')).toBe(raw);
		if (text === '') expect(complaint(() => plain(value).text('plain'))).toBe("The field 'Plain Text' is empty");
		else expect(plain(value).text('plain')).toBe(text);
	});

	it('reads nested fields, and choices', () => {
		expect(params({ options: { fileName: ' a.pdf' } }).text('options.fileName')).toBe('a.pdf');
		expect(params({ choice: 'a' }).choice('choice')).toBe('a');
		expect(thrownBy(() => params({}).text('options.fileName')).message).toBe("The field 'File Name' is empty");
	});

	it('belongs to the item', () => {
		const context = execution({ parameters: [{ plain: 'one' }, { plain: 'two' }] });
		expect([0, 1].map((index) => new Params(context, index, PROPERTIES).text('plain'))).toEqual(['one', 'two']);
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
		expect(plain(value).list('plain')).toEqual(list);
	});

	it.each<[unknown]>([[''], [' , \n'], [[]], [undefined], [null]])('%j is empty', (value) => {
		expect(plain(value).optionalList('plain')).toEqual([]);
		expect(complaint(() => plain(value).list('plain'))).toBe("The field 'Plain Text' is empty");
	});

	it('keeps what is in a list apart and in order', () => {
		const entry = fc.stringMatching(/^[\w.@-]{1,10}$/);
		fc.assert(
			fc.property(fc.uniqueArray(entry), fc.constantFrom(',', ';', '\n', '，', '；', ' ,\n'), (entries, separator) => {
				expect(plain(entries.join(separator)).optionalList('plain')).toEqual(entries);
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
	expect(plain(value).flag('plain')).toBe(expected);
});

describe('numbers', () => {
	it.each([
		[3, 3],
		['2.5', 2.5],
		[-1, -1],
		['', 0],
		[undefined, 0],
	])('%j reads as %d', (value, expected) => {
		expect(plain(value).number('plain')).toBe(expected);
	});

	it.each([
		['a', {}, "The field 'Plain Text' must be a number"],
		[NaN, {}, "The field 'Plain Text' must be a number"],
		[Infinity, {}, "The field 'Plain Text' must be a number"],
		[0, { min: 1 }, "The field 'Plain Text' must be a number of 1 or more"],
		[9, { min: 1, max: 5 }, "The field 'Plain Text' must be a number from 1 to 5"],
		[9, { max: 5 }, "The field 'Plain Text' must be a number of 5 or less"],
	])('refuses %j with %j', (value, bounds, message) => {
		expect(complaint(() => plain(value).number('plain', bounds))).toBe(message);
	});

	it('has no limit with Return All, and at least one without', () => {
		expect(params({ returnAll: true, limit: 5 }).limit()).toBe(Infinity);
		expect(params({ returnAll: false, limit: 5 }).limit()).toBe(5);
		expect(() => params({ limit: 0 }).limit()).toThrow('of 1 or more');
	});
});

describe('collections', () => {
	const full = params({ options: { fileName: 'a' }, mentions: { mention: [{ who: 'x' }] } });

	it('reads them whole and by row', () => {
		expect(full.collection('options')).toEqual({ fileName: 'a' });
		expect(full.rows('mentions', 'mention')).toEqual([{ who: 'x' }]);
	});

	it('takes what was never filled in for empty', () => {
		expect(params({}).collection('options')).toEqual({});
		expect(params({}).rows('mentions', 'mention')).toEqual([]);
		expect(params({ mentions: { mention: { who: 'x' } } }).rows('mentions', 'mention')).toEqual([]);
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
		expect(plain(value).json('plain')).toEqual(expected);
	});

	it.each(['{', '{a:1}', "{'a':1}", '{"a":1,}', '[object Object]'])('refuses %j', (value) => {
		expect(complaint(() => plain(value).json('plain'))).toBe("The field 'Plain Text' is not valid JSON");
	});

	it('reads back whatever was written', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				expect(parseJson('F', JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
			}),
		);
	});

	it('wants an object where one is needed', () => {
		expect(plain('').jsonObject('plain')).toEqual({});
		expect(plain('{"a":1}').jsonObject('plain')).toEqual({ a: 1 });
		for (const wrong of ['[1]', '"a"', '5', [1]]) {
			expect(complaint(() => plain(wrong).jsonObject('plain'))).toBe("The field 'Plain Text' must be a JSON object");
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
		expect(plain(value).located('plain')).toEqual(expected);
	});

	it.each([
		[{ mode: 'list', value: '' }],
		[{ mode: 'list', value: null }],
		[{ mode: 'id' }],
		[''],
		[undefined],
		[null],
	])('%j is empty', (value) => {
		expect(plain(value).optionalLocated('plain')).toBeUndefined();
		expect(complaint(() => plain(value).located('plain'))).toBe("The field 'Plain Text' is empty");
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
		expect(plain(value).moment('plain')).toBe(noon);
	});

	it('takes the workflow’s time zone where there is none', () => {
		expect(params({ plain: '2026-01-31T12:00:00' }, 'America/New_York').moment('plain')).toBe(
			Date.UTC(2026, 0, 31, 17),
		);
		expect(params({ plain: '2026-07-31' }, 'America/New_York').moment('plain')).toBe(Date.UTC(2026, 6, 31, 4));
	});

	it('takes a Date for what it is, however early', () => {
		expect(parseMoment('F', new Date(5), 'UTC')).toBe(5);
	});

	it.each([undefined, null, '', '  '])('%j is none', (value) => {
		expect(plain(value).moment('plain')).toBeUndefined();
	});

	it.each([
		['tomorrow'],
		[2026],
		['20260131'],
		[new Date(NaN)],
		[tryToParseDateTime('2026-01-31').setZone('no/where')],
		[{}],
		['x'.repeat(500)],
	])('refuses %p', (value) => {
		const message = complaint(() => plain(value).moment('plain'));
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
});

describe('rows that are read like the panel', () => {
	const rowsField: INodeProperties = {
		displayName: 'Blocks',
		name: 'blocks',
		type: 'fixedCollection',
		default: {},
		options: [
			{
				displayName: 'Block',
				name: 'block',
				values: [
					{ displayName: 'Type', name: 'type', type: 'string', default: 'text' },
					{ displayName: 'Words', name: 'words', type: 'string', default: '' },
					{
						displayName: 'Inner',
						name: 'inner',
						type: 'fixedCollection',
						default: {},
						options: [
							{
								displayName: 'Part',
								name: 'part',
								values: [{ displayName: 'Key', name: 'key', type: 'string', default: '' }],
							},
						],
					},
				],
			},
		],
	};
	const rowsOf = (...block: object[]) =>
		new Params(execution({ parameters: { blocks: { block } } }), 0, [rowsField]).rowParams(
			'blocks',
			'block',
			(values, index) => `Block ${index + 1}${values.type ? ` (${String(values.type)})` : ''}`,
		);

	it('give what was filled in, or the default of what n8n did not store', () => {
		const [one, two] = rowsOf({ words: ' a ' }, { type: 'table', words: 7 });
		expect([one?.text('type'), one?.text('words'), one?.place]).toEqual(['text', 'a', 'Block 1']);
		expect([two?.text('type'), two?.text('words'), two?.place]).toEqual(['table', '7', 'Block 2 (table)']);
		expect(rowsOf()).toEqual([]);
	});

	it('are named in complaints, rows within them too', () => {
		const [row] = rowsOf({ type: 'x', inner: { part: [{ key: 'k' }, {}] } });
		expect(thrownBy(() => row?.text('words'))).toMatchObject({
			field: 'Block 1 (x) → Words',
			message: "The field 'Block 1 (x) → Words' is empty",
		});
		const parts = row?.rowParams('inner', 'part', (_, index) => `Part ${index + 1}`) ?? [];
		expect(parts[0]?.text('key')).toBe('k');
		expect(thrownBy(() => parts[1]?.text('key'))).toMatchObject({ field: 'Block 1 (x) → Part 2 → Key' });
	});
});
