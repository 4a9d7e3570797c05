/** Documents as people could have made them: blocks in blocks, with words of all kinds of signs and styles. */
import { emptyText, textRun, wordsBlock, type NewBlock } from '../../../feishu/docs/newBlock';
import { table } from '../../../feishu/docs/tableBlocks';
import type { JsonObject } from '../../../feishu/json';
import fc from '../generated';

const word = fc.constantFrom(
	...[
		'a',
		'word',
		'注意',
		'文档。',
		'x_y',
		'2*3',
		'*',
		'**',
		'~~',
		'_',
		'`',
		'<b>',
		'</u>',
		'<',
		'&amp;',
		'&',
		'\\',
		'$',
		'$5',
		'[a]',
		'(b)',
	],
	...[
		'[x](y)',
		'!',
		'#',
		'-',
		'+',
		'1.',
		'>',
		'|',
		'---',
		'===',
		'{',
		'}',
		'https://a.cn/b_c?d=*',
		'www.a.cn',
		'😀',
		'[^1]',
		'<callout>',
		'```',
	],
);

const words = fc
	.array(word, { minLength: 1, maxLength: 5 })
	.chain((list) => fc.constantFrom(list.join(' '), list.join(''), list.join('\n')));

const style = fc
	.record(
		{
			bold: fc.constant(true),
			italic: fc.constant(true),
			strikethrough: fc.constant(true),
			underline: fc.constant(true),
			text_color: fc.integer({ min: 1, max: 7 }),
			background_color: fc.integer({ min: 1, max: 15 }),
			link: fc.constantFrom('https://a.cn', 'https://b.cn/(c)?d=e&f=g_h_', 'https://c.cn/维基').map((url) => ({
				url: encodeURIComponent(url),
			})),
		},
		{ requiredKeys: [] },
	)
	.map((all) => Object.fromEntries(Object.entries(all).slice(0, 2)));

const run = fc.record({ content: words, dress: style }).map(({ content, dress }) => textRun(content, dress));
const codeRun = fc
	.constantFrom('a', 'a`b', '**', '<b>', 'x|y', '$')
	.map((content) => textRun(content, { inline_code: true }));
const equation = fc.constantFrom('x^2', '\\frac{1}{2}', 'a < b', '5 $ 6', '10').map((content) => ({
	equation: { content, text_element_style: {} },
}));
const person = fc
	.constantFrom('ou_a', 'ou_b')
	.map((user_id) => ({ mention_user: { user_id, text_element_style: {} } }));

const elements = fc.array(
	fc.oneof(
		{ weight: 8, arbitrary: run },
		{ weight: 1, arbitrary: codeRun },
		{ weight: 1, arbitrary: equation },
		{ weight: 1, arbitrary: person },
	),
	{ minLength: 1, maxLength: 4 },
);

const place = fc.constantFrom<JsonObject>({}, {}, {}, { align: 2 }, { align: 3 });

const sayings = (kind: NewBlock['kind'], more: fc.Arbitrary<JsonObject> = fc.constant({})): fc.Arbitrary<NewBlock> =>
	fc.tuple(elements, more).map(([own, dress]) => wordsBlock(kind, own, dress));

const plain = fc.oneof(
	sayings('text', place),
	fc.integer({ min: 1, max: 9 }).chain((level) => sayings(`heading${level}` as NewBlock['kind'], place)),
	sayings('quote'),
);

const code = fc
	.tuple(fc.constantFrom('a\n\n  b', '```\nc\n```', '~~~', 'a\n', '> b', '<grid>'), fc.integer({ min: 1, max: 75 }))
	.map(([said, language]) => wordsBlock('code', [textRun(said)], { language, wrap: false }));

const lone = fc.constantFrom<NewBlock>(
	{ kind: 'divider', body: {} },
	{
		kind: 'image',
		body: {},
		content: { of: 'image', source: { from: 'address', address: 'https://a.cn/b.png' }, image: {} },
	},
	{ kind: 'iframe', body: { component: { iframe_type: 8, url: encodeURIComponent('https://a.cn?b=c&d=e') } } },
	{ kind: 'chat_card', body: { chat_id: 'oc_a' } },
);

const list = (kind: 'bullet' | 'ordered' | 'todo', children: fc.Arbitrary<NewBlock[]>): fc.Arbitrary<NewBlock> =>
	fc
		.tuple(elements, children, fc.boolean())
		.map(([own, within, done]) => wordsBlock(kind, own, kind === 'todo' ? { done } : {}, within));

const callout = (children: fc.Arbitrary<NewBlock[]>): fc.Arbitrary<NewBlock> =>
	fc
		.tuple(
			fc.constantFrom<JsonObject>(
				{ background_color: 5, border_color: 5, emoji_id: 'information_source' },
				{ background_color: 2, emoji_id: 'fire' },
				{ text_color: 7, emoji_id: 'my_own' },
				{},
			),
			children,
		)
		.map(([body, within]) => ({ kind: 'callout', body, children: within.length > 0 ? within : [emptyText()] }));

const grid = (children: fc.Arbitrary<NewBlock[]>): fc.Arbitrary<NewBlock> =>
	fc.tuple(children, children, fc.constantFrom(50, 30)).map(([left, right, width]) => ({
		kind: 'grid',
		body: { column_size: 2 },
		children: [left, right].map((own, at) => ({
			kind: 'grid_column',
			body: { width_ratio: at === 0 ? width : 100 - width },
			children: own.length > 0 ? own : [emptyText()],
		})),
	}));

const cells = (cell: fc.Arbitrary<NewBlock[]>): fc.Arbitrary<NewBlock> =>
	fc
		.tuple(
			fc
				.integer({ min: 1, max: 3 })
				.chain((columns) =>
					fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 3 }),
				),
			fc.boolean(),
		)
		.map(([rows, header]) =>
			table(
				rows.map((row) => row.map((own) => (own.length > 0 ? own : [emptyText()]))),
				{ column_width: (rows[0] ?? []).map(() => 120), ...(header && { header_row: true }) },
			),
		);

const tree = fc.letrec<{ block: NewBlock; some: NewBlock[] }>((tie) => ({
	block: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		{ weight: 5, arbitrary: plain },
		{ weight: 1, arbitrary: code },
		{ weight: 1, arbitrary: lone },
		{ weight: 3, arbitrary: fc.constantFrom('bullet', 'ordered', 'todo').chain((kind) => list(kind, tie('some'))) },
		{ weight: 1, arbitrary: callout(tie('some')) },
		{ weight: 1, arbitrary: grid(tie('some')) },
		{ weight: 1, arbitrary: cells(tie('some')) },
		{ weight: 1, arbitrary: cells(fc.array(sayings('text'), { maxLength: 1 })) },
		{
			weight: 1,
			arbitrary: tie('some').map(
				(children): NewBlock => ({
					kind: 'quote_container',
					body: {},
					children: children.length > 0 ? children : [emptyText()],
				}),
			),
		},
	),
	some: fc.array(tie('block'), { maxLength: 3 }),
}));

export const document = fc.array(tree.block, { maxLength: 6 });
