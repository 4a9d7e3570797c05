/** One plain value out of each form in which the platform gives a cell. */
import { plainCell } from '../../../../feishu/base/readCell';

const ADA = { id: 'ou_1', name: 'Ada', en_name: 'Ada', email: 'ada@example.com', avatar_url: 'x' };
const FILE = { file_token: 'f1', name: 'a.png', type: 'image/png', size: 3 };

it.each<[string, number, unknown, unknown]>([
	[
		'text, in pieces',
		1,
		[
			{ type: 'text', text: 'Hi ' },
			{ type: 'mention', text: '@Ada', token: 'ou_1' },
			{ type: 'url', text: 'x', link: 'y' },
		],
		'Hi @Adax',
	],
	['text, whole', 1, 'Hi', 'Hi'],
	['an e-mail address', 1, [{ type: 'url', text: 'a@b.c', link: 'mailto:a@b.c' }], 'a@b.c'],
	['a number', 2, 0, 0],
	['a number as text, as the older list has it', 2, '100.5', 100.5],
	['an option', 3, 'Open', 'Open'],
	['an option in a list', 3, ['Open'], 'Open'],
	['options', 4, ['a', 'b'], ['a', 'b']],
	['a moment', 5, 1_675_526_400_000, '2023-02-04T16:00:00.000Z'],
	['a moment long ago, which no unit is guessed for', 5, 5_000_000_000, '1970-02-27T20:53:20.000Z'],
	['a moment before 1970', 5, -86_400_000, '1969-12-31T00:00:00.000Z'],
	['a tick', 7, true, true],
	['no tick', 7, false, false],
	['a box that nobody touched', 7, undefined, false],
	[
		'people',
		11,
		[ADA, { id: 'ou_2', email: '' }],
		[{ id: 'ou_1', name: 'Ada', email: 'ada@example.com' }, { id: 'ou_2' }],
	],
	['a phone number', 13, '+861', '+861'],
	['a link', 15, { link: 'https://x', text: 'X' }, { text: 'X', link: 'https://x' }],
	['a link without a label', 15, { link: 'https://x' }, { text: 'https://x', link: 'https://x' }],
	['files', 17, [{ ...FILE, url: 'https://…', tmp_url: 'https://…' }], [FILE]],
	['linked records of a search', 18, { link_record_ids: ['rec1', 'rec2'] }, ['rec1', 'rec2']],
	[
		'linked records of the older list',
		21,
		[{ record_ids: ['rec1'], table_id: 'tbl1', text: 'A', text_arr: ['A'], type: 'text' }],
		['rec1'],
	],
	['linked records as a write gives them back', 18, ['rec1'], ['rec1']],
	[
		'a formula of text',
		20,
		{
			type: 1,
			value: [
				{ text: 'a', type: 'text' },
				{ text: 'b', type: 'text' },
			],
		},
		'ab',
	],
	['a formula of a number', 20, { type: 2, value: [3] }, 3],
	['a formula of a number, not in a list', 20, { type: 2, value: 3 }, 3],
	['a formula of a moment', 20, { type: 5, value: [0] }, '1970-01-01T00:00:00.000Z'],
	['a formula of several options', 20, { type: 3, value: ['a', 'b'] }, ['a', 'b']],
	['a formula of nothing', 20, { type: 1, value: [] }, null],
	['a formula of the older list', 20, [{ text: 'a', type: 'text' }], 'a'],
	['a formula of the older list, bare', 20, 7, 7],
	[
		'a lookup',
		19,
		{
			type: 1,
			value: [
				{ text: 'a', type: 'text' },
				{ text: 'b', type: 'text' },
			],
		},
		['a', 'b'],
	],
	['a lookup of one', 19, { type: 2, value: [5] }, [5]],
	['a lookup of people', 19, { type: 11, value: [[ADA]] }, [{ id: 'ou_1', name: 'Ada', email: 'ada@example.com' }]],
	['a place', 22, { location: '116.3,39.9', name: 'Tiananmen' }, { location: '116.3,39.9', name: 'Tiananmen' }],
	['groups', 23, [{ id: 'oc_1', name: 'Ops', avatar_url: 'x' }], [{ id: 'oc_1', name: 'Ops' }]],
	['the time of creation', 1001, 0, '1970-01-01T00:00:00.000Z'],
	['who created it, in a list', 1003, [ADA], { id: 'ou_1', name: 'Ada', email: 'ada@example.com' }],
	['who changed it, alone', 1004, ADA, { id: 'ou_1', name: 'Ada', email: 'ada@example.com' }],
	['an automatic number', 1005, '017no20230201', '017no20230201'],
	['a type that nobody knows yet', 9999, { any: 1 }, { any: 1 }],
])('%s', (_what, type, cell, plain) => {
	expect(plainCell({ type }, cell)).toEqual(plain);
});

it.each([1, 2, 3, 4, 5, 11, 13, 15, 17, 18, 19, 20, 21, 22, 23, 24, 1001, 1003, 1005])(
	'an empty cell of type %d is null, however the platform says it',
	(type) => {
		for (const empty of [undefined, null, '', [], {}]) expect(plainCell({ type }, empty)).toBeNull();
	},
);
