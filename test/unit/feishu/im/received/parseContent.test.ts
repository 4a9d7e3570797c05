import fc from '../../../../support/generated';

import { parseReceivedContent } from '../../../../../feishu/im/received/parseContent';
import { codeBlock, escaped } from '../../../../../feishu/im/received/writeMarkdown';

const parse = (type: string, content: unknown, mentions: unknown = []) =>
	parseReceivedContent(type, JSON.stringify(content), mentions);

const text = (words: string, ...style: string[]) => ({ tag: 'text', text: words, style });

describe('post', () => {
	const post = {
		title: 'Plan *B*',
		content: [
			[text('so '), text(' bold ', 'bold'), text('and'), text(' both', 'bold', 'italic'), text('gone', 'lineThrough')],
			[text('under', 'underline'), { tag: 'a', text: 'plan [1]', href: 'https://example.com/a_(b)', style: ['bold'] }],
			[{ tag: 'at', user_id: '@_user_1', user_name: 'Tom' }, text(' look at '), { tag: 'emotion', emoji_type: 'OK' }],
			[text('- one')],
			[text('- two')],
			[text('1. first')],
			[{ tag: 'img', image_key: 'img_1' }],
			[{ tag: 'media', file_key: 'file_1', image_key: 'img_2' }],
			[{ tag: 'hr' }],
			[text('before'), { tag: 'code_block', language: 'GO', text: 'a := `x`\n' }, text('after')],
			[{ tag: 'something new', text: 'still_read' }],
		],
	};
	const mentions = [{ key: '@_user_1', id: 'ou_tom', id_type: 'open_id', name: 'Tom' }];

	it('becomes Markdown, block by block', () => {
		expect(parse('post', post, mentions).markdown.split('\n\n')).toEqual([
			'# Plan \\*B\\*',
			'so  **bold** and ***both***~~gone~~',
			'<u>under</u>**[plan \\[1\\]](<https://example.com/a_(b)>)**',
			'@Tom look at [OK]',
			'- one\n- two\n1. first',
			'![](img_1)',
			'![Video](img_2)',
			'---',
			'before',
			'```go\na := `x`\n```',
			'after',
			'still_read',
		]);
	});

	it('gives what is attached, what it links to and who is mentioned', () => {
		expect(parse('post', post, mentions)).toMatchObject({
			title: 'Plan *B*',
			attachments: [
				{ type: 'image', key: 'img_1', downloadable: true },
				{ type: 'video', key: 'file_1', cover_image_key: 'img_2', downloadable: true },
			],
			links: [{ text: 'plan [1]', url: 'https://example.com/a_(b)' }],
			mentions: [{ key: '@_user_1', name: 'Tom', open_id: 'ou_tom', is_bot: false }],
		});
	});
});

/** None of it is in the documentation; it is what comes, or may come, all the same. */
describe('what a post holds besides words in lines', () => {
	const file = { file_key: 'file_1', file_name: 'a.pdf' };

	it.each<[string, object, string, object[]]>([
		['files alone', { content: [], files: [file] }, '[File] a.pdf', [{ type: 'file', key: 'file_1' }]],
		[
			'files beside the language',
			{ zh_cn: { title: 'T', content: [[text('x')]] }, files: [file] },
			'T\nx\n[File] a.pdf',
			[{ type: 'file', key: 'file_1' }],
		],
		[
			'files within the language',
			{ en_us: { content: [[text('x')]], files: [file] } },
			'x\n[File] a.pdf',
			[{ type: 'file', key: 'file_1' }],
		],
		['the newer form alone', { content_v2: [[text('only here')]] }, 'only here', []],
		['the newer form first', { content: [[text('old')]], content_v2: [[text('new')]] }, 'new', []],
		['one flat list', { content: [text('hello '), text('world')] }, 'hello world', []],
		['all of it in a post', { post: { zh_cn: { content: [[text('x')]] } } }, 'x', []],
		[
			'pictures in Markdown, but not in its code',
			{ content: [[{ tag: 'md', text: 'x\n\n![p](img_v3_q)\n\n`![p](img_v3_r)`' }]] },
			'x\n\n![p](img_v3_q)\n\n`![p](img_v3_r)`',
			[{ type: 'image', key: 'img_v3_q' }],
		],
		['an empty newer form', { content: [[text('x')]], content_v2: [[]] }, 'x', []],
		['a newer form of nothing', { content: [[text('x')]], content_v2: [null] }, 'x', []],
		[
			'a folder',
			{ content: [[{ tag: 'folder', ...file }]] },
			'[Folder] a.pdf',
			[{ type: 'folder', downloadable: false }],
		],
		['a voice', { content: [[{ tag: 'audio', file_key: 'f' }]] }, '[Audio]', [{ type: 'audio', downloadable: true }]],
		[
			'a sticker',
			{ content: [[{ tag: 'sticker', file_key: 'f' }]] },
			'[Sticker]',
			[{ type: 'sticker', downloadable: false }],
		],
		[
			'a video by its name',
			{ content: [[{ tag: 'media', file_key: 'f', image_key: 'img_1', file_name: 'v.mp4' }]] },
			'[Video] v.mp4',
			[{ type: 'video', cover_image_key: 'img_1' }],
		],
		[
			'a new picture',
			{ content: [[{ tag: 'gallery', image_key: 'img_9' }]] },
			'[Image]',
			[{ type: 'image', key: 'img_9' }],
		],
		['a new file', { content: [[{ tag: 'doc', ...file }]] }, '[File] a.pdf', [{ type: 'file', key: 'file_1' }]],
		[
			'what is nested in something new',
			{ content: [[{ tag: 'box', elements: [text('in'), { tag: 'img', image_key: 'img_8' }] }]] },
			'in[Image]',
			[{ type: 'image', key: 'img_8' }],
		],
	])('%s', (_what, content, said, attachments) => {
		const read = parse('post', content);
		expect(read.text).toBe(said);
		expect(read.attachments).toMatchObject(attachments);
		expect(read.attachments).toHaveLength(attachments.length);
	});

	it.each<[object, string, string]>([
		[{ tag: 'text', text: 'npm i_x', style: ['codeInline'] }, 'npm i_x', '`npm i_x`'],
		[{ tag: 'markdown', text: '**x**' }, '**x**', '**x**'],
		[{ tag: 'markdown', content: '**x**' }, '**x**', '**x**'],
	])('says %j in both voices', (node, said, markdown) => {
		expect(parse('post', { content: [[node]] })).toMatchObject({ text: said, markdown });
	});

	it.each<[object, string]>([
		[{ tag: 'date_picker', placeholder: 'Day?' }, '[Day?]'],
		[{ tag: 'picker_time', initial_time: '11:30' }, '[11:30]'],
		[{ tag: 'overflow', options: [{ text: { content: 'Open' } }, { text: 'Drop' }] }, '[Open | Drop]'],
		[{ tag: 'multi_select_static', placeholder: 'Which?', options: ['a'] }, '[Which? | a]'],
		[{ tag: 'select_person', placeholder: 'Who?' }, '[Who?]'],
	])('what people choose is said in both voices: %j', (element, said) => {
		expect(parse('interactive', { elements: [[element]] })).toMatchObject({ text: said, markdown: said });
	});

	it('in the simplified form of a card too', () => {
		const note = {
			tag: 'note',
			elements: [
				{ tag: 'img', image_key: 'img_1' },
				{ tag: 'text', text: 'n' },
			],
		};
		const picker = { tag: 'picker_datetime', placeholder: 'When?' };
		const read = parse('interactive', { elements: [[note], [picker, { tag: 'input', placeholder: 'Why?' }]] });
		expect(read.text).toBe('[Image]n\n[When?][Why?]');
		expect(read.attachments).toMatchObject([{ type: 'image', key: 'img_1' }]);
	});
});

describe('a card in the simplified form', () => {
	const card = {
		title: 'Deploy',
		elements: [
			[text('Go?'), { tag: 'a', text: 'log', href: 'https://example.com/log' }],
			[{ tag: 'note', elements: [{ tag: 'img', image_key: 'img_1' }, text('small')] }],
			[{ tag: 'select_static', placeholder: 'Choose', options: ['One', 'Two'] }],
			[{ tag: 'button', text: 'Yes', type: 'primary' }],
		],
	};

	it('becomes Markdown; what it shows can not be downloaded', () => {
		const parsed = parse('interactive', card);
		expect(parsed.markdown).toBe(
			'# Deploy\n\nGo?[log](https://example.com/log)\n\n![](img_1)small\n\n[Choose | One | Two]\n\n[Yes]',
		);
		expect(parsed.links).toEqual([{ text: 'log', url: 'https://example.com/log' }]);
	});
});

const HEADER = {
	title: { tag: 'plain_text', content: 'Report' },
	subtitle: { tag: 'plain_text', content: 'Q3' },
	text_tag_list: [{ tag: 'text_tag', text: { tag: 'plain_text', content: 'new' } }],
};

const ELEMENTS = [
	{ tag: 'markdown', content: '**Sales** rose, see [sheet](https://example.com/s)' },
	{
		tag: 'div',
		text: { tag: 'lark_md', content: 'Details' },
		fields: [{ text: { tag: 'plain_text', content: 'Owner: Ann' } }],
		extra: { tag: 'img', img_key: 'img_1', alt: { tag: 'plain_text', content: 'Chart' } },
	},
	{ tag: 'hr' },
	{
		tag: 'column_set',
		columns: [
			{ tag: 'column', elements: [{ tag: 'markdown', content: 'left' }] },
			{ tag: 'column', elements: [{ tag: 'markdown', content: 'right' }] },
		],
	},
	{
		tag: 'table',
		columns: [{ name: 'city', display_name: 'City' }, { name: 'sum' }],
		rows: [
			{ city: 'Ulm', sum: 3 },
			{ city: [{ text: 'A|B' }], sum: null },
		],
	},
	{
		tag: 'form',
		elements: [
			{ tag: 'input', label: { content: 'Name' }, placeholder: { content: 'yours' } },
			{ tag: 'select_static', placeholder: { content: 'Pick' }, options: [{ text: { content: 'One' } }] },
			{
				tag: 'button',
				text: { content: 'Open' },
				behaviors: [{ type: 'open_url', default_url: 'https://example.com/o' }],
			},
		],
	},
	{ tag: 'action', actions: [{ tag: 'button', text: { content: 'Plain' }, value: {} }] },
	{ tag: 'collapsible_panel', header: { title: { content: 'More' } }, elements: [{ tag: 'plain_text', content: 'x' }] },
	{ tag: 'chart', chart_spec: { title: { text: 'Trend' } } },
	{ tag: 'person', user_id: 'ou_1' },
	{ tag: 'person_list', persons: [{ id: 'ou_2' }, { id: 'ou_3' }] },
	{ tag: 'img_combination', img_list: [{ img_key: 'img_2' }] },
];

const MARKDOWN = [
	'# Report',
	'Q3',
	'[new]',
	'**Sales** rose, see [sheet](https://example.com/s)',
	'Details',
	'Owner: Ann',
	'![Chart](img_1)',
	'---',
	'left',
	'right',
	'| City | sum |\n| --- | --- |\n| Ulm | 3 |\n| A\\|B |  |',
	'[Name: yours]',
	'[Pick | One]',
	'[Open](https://example.com/o)',
	'[Plain]',
	'More',
	'x',
	'[Chart] Trend',
	'@ou_1',
	'@ou_2 @ou_3',
	'![](img_2)',
];

describe.each<[string, object]>([
	['2.0', { schema: '2.0', header: HEADER, body: { elements: ELEMENTS } }],
	['1.0', { config: { wide_screen_mode: true }, header: HEADER, elements: ELEMENTS }],
	['1.0 with languages', { header: HEADER, i18n_elements: { zh_cn: ELEMENTS, en_us: [] } }],
	[
		'2.0 beside the simplified form',
		{
			title: null,
			elements: [[{ tag: 'text', text: 'Please upgrade' }]],
			user_dsl: JSON.stringify({ schema: '2.0', header: HEADER, body: { elements: ELEMENTS } }),
		},
	],
	[
		'2.0 with its fields in properties',
		{
			json_card: JSON.stringify({
				schema: 2,
				header: { property: HEADER },
				body: { property: { elements: ELEMENTS.map(({ tag, ...property }) => ({ tag, property })) } },
			}),
		},
	],
])('a card as it was written (%s)', (_, card) => {
	it('reads as text and Markdown', () => {
		const parsed = parse('interactive', card);
		expect(parsed.markdown.split('\n\n')).toEqual(MARKDOWN);
		expect(parsed.text).toContain('Report\nQ3\n[new]\n**Sales** rose');
		expect(parsed.text).toContain('[Image] Chart\n---\nleft\nright\nCity\tsum\nUlm\t3\nA|B\t\n');
		expect(parsed.text).toContain('[Open] (https://example.com/o)');
		expect(parsed).toMatchObject({
			title: 'Report',
			attachments: [
				{ type: 'image', key: 'img_1', downloadable: false },
				{ type: 'image', key: 'img_2', downloadable: false },
			],
			links: [
				{ text: 'sheet', url: 'https://example.com/s' },
				{ text: 'Open', url: 'https://example.com/o' },
			],
		});
	});
});

it.each([
	[{ type: 'template', data: { template_id: 'AAq1' } }, '[Card] AAq1'],
	[{ type: 'card', data: { card_id: '7355' } }, '[Card] 7355'],
])('a card that stands elsewhere: %j', (content, markdown) => {
	expect(parse('interactive', content)).toMatchObject({ markdown, text: markdown });
});

describe('a card that keeps its words elsewhere', () => {
	const words = (content: string) => ({ tag: 'plain_text', content });
	const second = (...elements: object[]) => ({ schema: '2.0', body: { elements } });

	it.each<[string, object, string]>([
		['in languages', second({ tag: 'markdown', i18n_content: { zh_cn: '中', en_us: 'en' } }), '中'],
		[
			'in languages, as plain text',
			second({ tag: 'div', text: { tag: 'plain_text', i18n_content: { en_us: 'en' } } }),
			'en',
		],
		[
			'in languages of its header',
			{ config: {}, header: { title: { tag: 'plain_text', i18n: { zh_cn: '标题' } } }, elements: [] },
			'标题',
		],
		[
			'beside a box',
			second({ tag: 'checker', text: words('do'), button_area: { buttons: [{ tag: 'button', text: words('B') }] } }),
			'☐ do\n[B]',
		],
		[
			'in a menu',
			second({ tag: 'overflow', options: [{ text: words('o'), multi_url: { url: 'https://x.com' } }] }),
			'[o] (https://x.com)',
		],
		[
			'in pickers',
			second(
				{ tag: 'picker_time', initial_time: '11:00' },
				{ tag: 'picker_datetime', initial_datetime: '2024-01-31 11:00' },
			),
			'[11:00]\n[2024-01-31 11:00]',
		],
		[
			'in cells of dates',
			second({ tag: 'table', columns: [{ name: 'd', data_type: 'date' }], rows: [{ d: 1700000000000 }] }),
			'd\n2023-11-14T22:13:20.000Z',
		],
	])('%s', (_where, card, said) => {
		expect(parse('interactive', card).text).toBe(said);
	});
});

describe('other types', () => {
	it.each<[string, object, object]>([
		[
			'text',
			{ text: 'see [docs](https://example.com/d), https://example.com/e. and https://example.com/e' },
			{
				markdown: 'see [docs](https://example.com/d), https://example.com/e. and https://example.com/e',
				links: [
					{ text: 'docs', url: 'https://example.com/d' },
					{ text: 'https://example.com/e', url: 'https://example.com/e' },
				],
			},
		],
		['image', { image_key: 'img_1' }, { markdown: '![](img_1)', attachments: [{ type: 'image', key: 'img_1' }] }],
		[
			'file',
			{ file_key: 'file_1', file_name: 'a.pdf' },
			{ attachments: [{ type: 'file', key: 'file_1', file_name: 'a.pdf', downloadable: true }] },
		],
		['folder', { file_key: 'file_1', file_name: 'Docs' }, { attachments: [{ type: 'folder', downloadable: false }] }],
		[
			'audio',
			{ file_key: 'file_1', duration: 2000 },
			{ attachments: [{ type: 'audio', key: 'file_1', duration: 2000 }] },
		],
		[
			'media',
			{ file_key: 'f', image_key: 'i', file_name: 'a.mp4', duration: 1 },
			{ attachments: [{ type: 'video', key: 'f', file_name: 'a.mp4', cover_image_key: 'i' }] },
		],
		['sticker', { file_key: 'f' }, { attachments: [{ type: 'sticker', key: 'f', downloadable: false }] }],
		['location', { name: 'Office', longitude: '1.5', latitude: '2.5' }, { markdown: 'Office (2.5,1.5)' }],
		[
			'todo',
			{ task_id: 't', summary: { title: '', content: [[text('Ship it')]] }, due_time: '1623124318000' },
			{ markdown: '- [ ] Ship it (due 2021-06-08T03:51:58.000Z)' },
		],
		['vote', { topic: 'Lunch?', options: ['Noodles', 'Rice'] }, { markdown: '**Lunch?**\n\n- Noodles\n- Rice' }],
		[
			'share_calendar_event',
			{ summary: 'Review', start_time: '1608265395000', end_time: '1608267015000' },
			{ markdown: '[Calendar Event] Review (2020-12-18T04:23:15.000Z – 2020-12-18T04:50:15.000Z)' },
		],
		['video_chat', { topic: 'Weekly' }, { markdown: '[Video Meeting] Weekly' }],
		['share_chat', { chat_id: 'oc_1' }, { markdown: '[Shared Chat] oc_1', attachments: [], links: [] }],
		['something_new', { a: 1 }, { markdown: '[something_new]' }],
	])('%s', (type, content, expected) => {
		expect(parse(type, content)).toMatchObject(expected);
	});
});

describe('Markdown', () => {
	it.each([
		['a*b [c] `d` ~e~ \\', 'a\\*b \\[c\\] \\`d\\` \\~e\\~ \\\\'],
		['snake_case _not italic_', 'snake_case \\_not italic\\_'],
		['- a list stays', '- a list stays'],
	])('escapes what would be a mark: %s', (plain, marked) => {
		expect(escaped(plain)).toBe(marked);
	});

	it.each<[string, string]>([
		['1. a\nx\n1. b', '1. a\nx\n1\\. b'],
		['3) a\n\n 3) b', '3) a\n\n 3\\) b'],
		['1. a\n\nx\n\n1. b', '1. a\n\nx\n\n1. b'],
		['1. a\n   1. b\n   2. c\n2. d', '1. a\n   1. b\n   2. c\n2. d'],
	])('keeps the numbers of %j', (words, markdown) => {
		expect(parse('text', { text: words }).markdown).toBe(markdown);
	});

	it('keeps the numbers of lines that follow one another', () => {
		const content = [[text('\n\n1. a')], [text('1. b')]];
		expect(parse('post', { content }).markdown).toBe('\n\n1. a\n\n1\\. b');
	});

	it('says no time of an event without one, and no mark around no topic', () => {
		expect(parse('calendar', { summary: 's', start_time: '0', end_time: '-5' }).markdown).toBe('[Calendar Event] s');
		expect(parse('vote', {}).markdown).toBe('[Vote]');
	});

	it('fences code with more ticks than it holds', () => {
		expect(codeBlock('```js\n```', 'MARKDOWN')).toBe('````markdown\n```js\n```\n````');
	});
});

describe('whatever comes', () => {
	const node = fc.dictionary(
		fc.constantFrom('tag', 'text', 'style', 'href', 'elements', 'options', 'columns', 'rows', 'property', 'content'),
		fc.oneof(fc.anything(), fc.constantFrom('text', 'a', 'img', 'table', 'note', 'column_set', 'code_block')),
	);
	const card = fc.record(
		{
			header: fc.anything(),
			body: fc.anything(),
			elements: fc.array(fc.oneof(node, fc.array(node))),
			content: fc.array(fc.array(node)),
		},
		{ requiredKeys: [] },
	);

	it('is read without an error', () => {
		fc.assert(
			fc.property(
				fc.constantFrom('post', 'interactive', 'todo', 'vote', 'text', 'image', 'x'),
				fc.oneof(fc.anything(), card),
				(type, content) => {
					const { markdown, attachments, links } = parseReceivedContent(type, content);
					return typeof markdown === 'string' && Array.isArray(attachments) && Array.isArray(links);
				},
			),
			{ numRuns: 3000 },
		);
	});

	it.each(['[', '[](', '![', 'http://', '[x](', '\\', '**'])('gets through much of %j', (part) => {
		expect(parse('text', { text: part.repeat(150_000 / part.length) }).links).toHaveLength(
			0 + Number(part === 'http://'),
		);
	});
});

it('says in its text what references in Markdown stand for, and keeps them as Markdown', () => {
	const content = 'a 10&#126;20 &lt;x&gt; (&#42;必填) &#x1F600; &#0; &unknown; **b**';
	const card = JSON.stringify({ schema: '2.0', body: { elements: [{ tag: 'markdown', content }] } });
	expect(parseReceivedContent('interactive', card)).toMatchObject({
		text: 'a 10~20 <x> (*必填) 😀 &#0; &unknown; **b**',
		markdown: content,
	});
});

it('words of a post are unescaped where the sender asked for it', () => {
	const content = [
		[
			{ tag: 'text', text: 'a&lt;b&nbsp;c', un_escape: true },
			{ tag: 'text', text: ' &lt;' },
		],
	];
	expect(parseReceivedContent('post', JSON.stringify({ content })).text).toBe('a<b\u00a0c &lt;');
});

describe('a card with its fields in properties', () => {
	const says = (...elements: object[]) =>
		parse('interactive', {
			json_card: JSON.stringify({ schema: '2.0', body: { tag: 'body', property: { elements } } }),
			json_attachment: JSON.stringify({ images: { 7: { token: 'img_v3_7' } }, persons: { 8: { content: 'Tom' } } }),
		});

	it.each<[string, object, string]>([
		[
			'a table',
			{
				tag: 'table',
				property: { columns: [{ name: 'n', displayName: 'Name' }], rows: [{ n: { data: 'Apples' } }] },
			},
			'| Name |\n| --- |\n| Apples |',
		],
		[
			'code, line by line',
			{
				tag: 'code_block',
				property: { language: 'ts', contents: [{ contents: [{ content: 'a\n' }] }, { contents: [{ content: 'b' }] }] },
			},
			'```ts\na\nb\n```',
		],
		[
			'a button that opens an address',
			{
				tag: 'button',
				property: {
					text: { tag: 'plain_text', property: { content: 'Go' } },
					actions: [{ type: 'open_url', action: { url: 'https://x.com' } }],
				},
			},
			'[Go](https://x.com)',
		],
		['a picture by its number', { tag: 'img', property: { imageID: '7' } }, '![](img_v3_7)'],
	])('says %s', (_what, element, markdown) => {
		expect(says(element).markdown).toBe(markdown);
	});
});
