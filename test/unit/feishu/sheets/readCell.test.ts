import { plainSheetCell, type ReadContext } from '../../../../feishu/sheets/readCell';
import { sheetCell } from '../../../../feishu/sheets/writeCell';
import { PLAIN_CONTEXT } from '../../../../feishu/sheets/writtenCell';

const timeZone = 'Asia/Shanghai';
const read = (value: unknown, more: Partial<ReadContext> = {}) => plainSheetCell(value, { timeZone, ...more });

const image = { type: 'embed-image', fileToken: 'box1', width: 2, height: 3, link: 'https://x', text: '' };
const file = { type: 'attachment', fileToken: 'box2', mimeType: 'a/b', size: 9, text: 'a.txt' };

it.each<[string, unknown, unknown]>([
	['text', 'Hi', 'Hi'],
	['a number', 1.5, 1.5],
	['a number as text', '007', '007'],
	['true', true, true],
	['true in words', 'TRUE', true],
	['false in words', 'FALSE', false],
	['other words', 'True', 'True'],
	['nothing', null, null],
	['no text', '', null],
	['no pieces', [], null],
	['what is not there', undefined, null],
	[
		'styled text',
		[
			{ type: 'text', text: 'a', segmentStyle: {} },
			{ type: 'text', text: 'b' },
		],
		'ab',
	],
	['one piece of text', [{ type: 'text', text: 'a' }], 'a'],
	['a link', [{ type: 'url', text: 'X', link: 'https://x', cellPosition: null }], { text: 'X', link: 'https://x' }],
	['a link by itself', { type: 'url', text: 'X', link: 'https://x' }, { text: 'X', link: 'https://x' }],
	['an address', [{ type: 'url', text: 'https://x', link: 'https://x' }], 'https://x'],
	['an e-mail address', [{ type: 'url', text: 'a@b.c', link: 'mailto:a@b.c' }], 'a@b.c'],
	[
		'text and a link',
		[
			{ type: 'text', text: 'see ' },
			{ type: 'url', text: 'X', link: 'https://x' },
		],
		'see X',
	],
	['somebody', [{ type: 'mention', text: '@Ada', token: 'ou_1' }], { mention: 'ou_1', name: 'Ada' }],
	['somebody as they were written', { type: 'mention', textType: 'openId', text: 'ou_1' }, { mention: 'ou_1' }],
	[
		'several people',
		[
			{ type: 'mention', text: '@Ada', token: 'ou_1' },
			{ type: 'mention', text: '@Bo', token: 'ou_2' },
		],
		[
			{ mention: 'ou_1', name: 'Ada' },
			{ mention: 'ou_2', name: 'Bo' },
		],
	],
	[
		'text and somebody',
		[
			{ type: 'text', text: 'by ' },
			{ type: 'mention', text: '@Ada', token: 'ou_1' },
		],
		'by @Ada',
	],
	['a document', [{ type: 'mention', text: 'abc', objType: 'sheet' }], { mention: 'abc', objType: 'sheet' }],
	['an image', image, { file_token: 'box1', width: 2, height: 3 }],
	['files', [file, file], Array(2).fill({ file_token: 'box2', name: 'a.txt', type: 'a/b', size: 9 })],
	['what was chosen', { type: 'multipleValue', values: ['a', 'b'] }, ['a', 'b']],
	['nothing chosen', { type: 'multipleValue', values: [] }, null],
	['a formula', { type: 'formula', text: '=A1' }, '=A1'],
	['a formula with its value', { type: 'formula', text: '=A1', value: 7 }, 7],
	['a piece that nobody knows yet', [{ type: 'new', a: 1 }], { type: 'new', a: 1 }],
	['bare values in a list', ['a', 7], ['a', 7]],
])('%s', (_what, value, plain) => {
	expect(read(value)).toEqual(plain);
});

it('A number is a date where its format says so', () => {
	expect(read(45_000.5, { format: 'yyyy/MM/dd' })).toBe('2023-03-15');
	expect(read(45_000.5, { format: 'yyyy/MM/dd HH:mm:ss' })).toBe('2023-03-15T12:00:00.000+08:00');
	expect(read(45_000.5, { format: 'HH:mm:ss' })).toBe('12:00:00');
	expect(read(45_000.5, { format: '#,##0.00' })).toBe(45_000.5);
});

it('Text is a date where dates were asked for as text', () => {
	expect(read('2023/03/15', { shownDates: true })).toBe('2023-03-15');
	expect(read('2023/03/15')).toBe('2023/03/15');
	expect(read('2023/03/15', { shownDates: true, format: '@' })).toBe('2023/03/15');
	expect(read('TRUE', { format: '@' })).toBe('TRUE');
});

it.each<[unknown]>([
	['Hi'],
	['007'],
	['110101199003070011'],
	[12.5],
	[true],
	['2023-03-15'],
	['2023-03-15T12:34:56.789+08:00'],
	['https://example.com'],
	[{ text: 'X', link: 'https://x' }],
	[{ mention: 'ou_1' }],
	[[{ mention: 'ou_1' }, { mention: 'a@b.c' }]],
	[{ mention: 'abc', objType: 'sheet' }],
	[['a', 'b']],
	[null],
])('%p reads back as it was written', (value) => {
	const { value: cell, format } = sheetCell('Cell', value, { ...PLAIN_CONTEXT, timeZone });
	expect(read(cell, { format })).toEqual(value);
});
