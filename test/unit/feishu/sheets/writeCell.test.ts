/** What people and other nodes give becomes what a cell takes, and reads back as it was given. */
import { mentionsIn } from '../../../../feishu/sheets/cellMentions';
import { sheetCell } from '../../../../feishu/sheets/writeCell';
import { PLAIN_CONTEXT, type CellContext } from '../../../../feishu/sheets/writtenCell';
import { thrownBy } from '../../../support/feishuCalls';

const context: CellContext = { ...PLAIN_CONTEXT, timeZone: 'Asia/Shanghai' };
const written = (value: unknown, more: Partial<CellContext> = {}) => sheetCell('Cell', value, { ...context, ...more });

const mention = (textType: string, text: string) => ({
	type: 'mention',
	textType,
	text,
	notify: false,
	grantReadPermission: false,
});
const DAY = 'yyyy/MM/dd';
const TIME = 'yyyy/MM/dd HH:mm:ss';

const cell = (value: unknown, format?: string) => (format === undefined ? { value } : { value, format });

const CELLS: Array<[what: string, given: unknown, value: unknown, format?: string]> = [
	['text', 'Hi', 'Hi'],
	['text with blanks around it', ' Hi ', ' Hi '],
	['a number', 1.5, 1.5],
	['a long fraction', 0.1 + 0.2, 0.1 + 0.2],
	['a number as text', ' 12.5 ', 12.5],
	['a negative number as text', '-3', -3],
	['nought', '0', 0],
	['leading zeros', '007', '007', '@'],
	['zeros at the end', '12.10', '12.10', '@'],
	['15 digits', '123456789012345', 123_456_789_012_345],
	['16 digits', '1234567890123456', '1234567890123456', '@'],
	['18 digits', '110101199003070011', '110101199003070011', '@'],
	['16 digits as a number', 1_234_567_890_123_456, '1234567890123456', '@'],
	['15 digits as a number', 123_456_789_012_345, 123_456_789_012_345],
	['18 digits as a bigint', 110_101_199_003_070_011n, '110101199003070011', '@'],
	['a small bigint', 7n, 7],
	['a huge number', 1e300, 1e300],
	['digits in groups', '1,234.5', '1,234.5', '@'],
	['percents', '25%', '25%', '@'],
	['money', '¥ 12.5', '¥ 12.5', '@'],
	['an exponent', '1e5', '1e5', '@'],
	['a phone number', '+8613800000000', '+8613800000000', '@'],
	['infinity in words', 'Infinity', 'Infinity'],
	['a version', '1.2.3', '1.2.3'],
	['true', true, true],
	['false', false, false],
	['true in words', ' TRUE ', true],
	['false in words', 'false', false],
	['a day', '2023-03-15', 45_000, DAY],
	['a moment', '2023-03-15T04:00:00Z', 45_000.5, TIME],
	['a Date', new Date('2023-03-15T04:00:00Z'), 45_000.5, TIME],
	['what is no date', '2023-02-30', '2023-02-30'],
	['an address', 'https://x', 'https://x'],
	['a link with a label', '[A label](https://x?a=(1))', { type: 'url', text: 'A label', link: 'https://x?a=(1)' }],
	['a link without one', '[](mailto:a@b.c)', { type: 'url', text: 'mailto:a@b.c', link: 'mailto:a@b.c' }],
	['words in brackets', '[x](y)', '[x](y)'],
	['a link as an object', { link: 'https://x', text: 'X' }, { type: 'url', text: 'X', link: 'https://x' }],
	['an address as an object', { url: 'https://x' }, { type: 'url', text: 'https://x', link: 'https://x' }],
	['an e-mail address', 'a@b.c', 'a@b.c'],
	['a formula that nobody asked for', '=A1', '=A1'],
	['a formula as an object', { formula: '=A1' }, { type: 'formula', text: '=A1' }],
	['a formula without its sign', { formula: 'SUM(A:A)' }, { type: 'formula', text: '=SUM(A:A)' }],
	['somebody by open_id', '@ou_1', mention('openId', 'ou_1')],
	['somebody by union_id', '@on_1', mention('unionId', 'on_1')],
	['somebody by e-mail', '@ada@example.com', mention('email', 'ada@example.com')],
	['words with an at', '@all of you', '@all of you'],
	['a mention as it is read', { mention: 'ou_1', name: 'Ada' }, mention('openId', 'ou_1')],
	['a person as another operation gives one', { id: 'ou_1', name: 'Ada' }, mention('openId', 'ou_1')],
	['a person with all IDs', { open_id: 'ou_1', union_id: 'on_1', email: 'a@b.c' }, mention('openId', 'ou_1')],
	['a person with an ID of their own', { id: 'ada', email: 'a@b.c' }, mention('email', 'a@b.c')],
	['a person with an e-mail', { name: 'Ada', email: 'a@b.c' }, mention('email', 'a@b.c')],
	['several people', [{ id: 'ou_1' }, { email: 'a@b.c' }], [mention('openId', 'ou_1'), mention('email', 'a@b.c')]],
	[
		'a document',
		{ mention: 'shtcnabc', objType: 'sheet' },
		{ type: 'mention', textType: 'fileToken', text: 'shtcnabc', objType: 'sheet' },
	],
	['what a dropdown offers', ['Open', 7], { type: 'multipleValue', values: ['Open', 7] }],
	['pieces of a text', [{ type: 'text', text: 'a' }], [{ type: 'text', text: 'a' }]],
	['what the platform documents', { type: 'multipleValue', values: ['a'] }, { type: 'multipleValue', values: ['a'] }],
	['null', null, ''],
	['undefined', undefined, ''],
	['no text', '', ''],
	['an empty list', [], ''],
];

it.each(CELLS.map(([what, given, ...wire]) => ({ what, given, wire })))('$what', ({ given, wire }) => {
	expect(written(given)).toEqual(cell(...wire));
});

const TEXTS: Array<[given: unknown, value: unknown, format?: string]> = [
	['12.5', '12.5', '@'],
	['007', '007', '@'],
	['true', 'true'],
	['2023-03-15', '2023-03-15'],
	['[a](https://x)', '[a](https://x)'],
	['@ou_1', '@ou_1'],
	[12.5, 12.5],
	[true, true],
];

it.each(TEXTS.map(([given, ...wire]) => ({ given, wire })))('$given where text stays text', ({ given, wire }) => {
	expect(written(given, { strings: 'text' })).toEqual(cell(...wire));
});

it('Formulas are written where somebody asks for them, even where text stays text', () => {
	for (const strings of ['typed', 'text'] as const)
		expect(written('=SUM(A1:A3)', { formulas: true, strings })).toEqual({
			value: { type: 'formula', text: '=SUM(A1:A3)' },
		});
	expect(written('=', { formulas: true })).toEqual({ value: '=' });
	expect(written('a=b', { formulas: true })).toEqual({ value: 'a=b' });
});

it('Whoever is mentioned hears of it where somebody wants it', () => {
	const mentions = { notify: true, grantReadPermission: true };
	expect(written('@ou_1', { mentions }).value).toMatchObject(mentions);
});

it('Mentions are counted, since a call takes 50', () => {
	expect(mentionsIn(written([{ id: 'ou_1' }, { id: 'ou_2' }]).value)).toBe(2);
	expect(mentionsIn(written('@ou_1').value)).toBe(1);
	expect(mentionsIn(written('Hi').value)).toBe(0);
	expect(mentionsIn(written(['a']).value)).toBe(0);
});

it.each<[string, unknown, string, string]>([
	['an object', { a: 1 }, 'takes one value, not {"a":1}', 'JSON.stringify()'],
	['an object with another ID', { id: 'rec1' }, 'takes one value', 'JSON.stringify()'],
	['a date that is none', new Date(NaN), 'takes one value', 'JSON.stringify()'],
	['a list of lists', [['a']], 'a list of words or of people', 'JSON.stringify()'],
	['a list of objects', [{ a: 1 }], 'a list of words or of people', 'JSON.stringify()'],
	['no number', NaN, 'takes a number, not NaN', 'nothing'],
	['too long a text', 'x'.repeat(50_001), 'takes 50000 characters, not 50001', 'Shorten'],
	['a comma in a list', ['a', 'b,c'], 'in which there is no comma: b,c', 'Leave the comma out'],
	['a mention of nobody', { mention: 'Ada' }, 'mentions nobody by Ada', 'an open_id'],
	['a document of no kind', { mention: 'abc', objType: 'film' }, 'no documents of the kind film', 'bitable'],
])('%s is refused', (_what, value, message, advice) => {
	const error = thrownBy(() => written(value));
	expect(error).toMatchObject({
		field: 'Cell',
		message: expect.stringContaining(message) as string,
		advice: expect.stringContaining(advice) as string,
	});
	expect(error.message).toContain("The column 'Cell'");
});
