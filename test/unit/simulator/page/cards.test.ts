import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawn, elementsOf, load, wordsOf } from './load';

type Json = Record<string, unknown>;

const { ELEMENTS, renderElement, elementsContext } = load<{
	ELEMENTS: Record<string, unknown>;
	renderElement(element: unknown, ctx: object): unknown;
	elementsContext(ctx: object): object;
}>('cards/elements.js');
const { interactive } = load<{ interactive(content: unknown, ctx: object): unknown }>('cards/card.js');
const { CELLS } = load<{ CELLS: Record<string, unknown> }>('cards/table.js');
const { HEADER_TEMPLATES, toneClass } = load<{
	HEADER_TEMPLATES: string[];
	toneClass(name: string): string | undefined;
}>('tones.js');
const { directory } = load<{ directory(state: object): object }>('people.js');

const ctx = { directory: directory({ apps: [], chats: [], users: [{ open_id: 'ou_1', name: 'Mei' }] }) };
const card = (content: Json) => drawn(interactive(content, ctx));
const element = (json: unknown) => drawn(renderElement(json, elementsContext(ctx)));
const plain = (content: string) => ({ tag: 'plain_text', content });
const option = { text: plain('One'), value: '1' };

test('a body without schema is not drawn: the card is of version 1.0, which has none', () => {
	const body = { elements: [{ tag: 'markdown', content: 'lost' }] };
	expect(wordsOf(card({ schema: '2.0', body }))).toContain('lost');
	for (const schema of [undefined, 2]) expect(wordsOf(card({ schema, body }))).not.toContain('lost');
});

/** The tags of cards 1.0 and 2.0, each with words that must show, or an element that must stand there. */
const TAGS: Array<[Json & { tag: string }, { words?: string; tag?: string }]> = [
	[
		{
			tag: 'div',
			text: plain('hello'),
			fields: [{ is_short: true, text: plain('half') }],
			extra: { tag: 'button', text: plain('side') },
		},
		{ words: 'hellohalfside' },
	],
	[{ tag: 'markdown', content: '**hello**' }, { tag: 'strong' }],
	[{ tag: 'plain_text', content: 'hello' }, { words: 'hello' }],
	[{ tag: 'lark_md', content: '*hello*' }, { tag: 'em' }],
	[{ tag: 'hr' }, { tag: 'hr' }],
	[
		{ tag: 'img', img_key: 'img_1', title: plain('caption') },
		{ tag: 'img', words: 'caption' },
	],
	[{ tag: 'img_combination', combination_mode: 'double', img_list: [{ img_key: 'a' }] }, { tag: 'img' }],
	[{ tag: 'note', elements: [plain('small')] }, { words: 'small' }],
	[
		{ tag: 'action', actions: [{ tag: 'button', text: plain('Press') }] },
		{ tag: 'button', words: 'Press' },
	],
	[
		{ tag: 'button', text: plain('Press') },
		{ tag: 'button', words: 'Press' },
	],
	[
		{ tag: 'column_set', columns: [{ tag: 'column', elements: [plain('left')] }, { elements: [plain('right')] }] },
		{ words: 'leftright' },
	],
	[{ tag: 'column', elements: [plain('inside')] }, { words: 'inside' }],
	[
		{ tag: 'form', name: 'f', elements: [plain('inside')] },
		{ tag: 'form', words: 'inside' },
	],
	[{ tag: 'interactive_container', elements: [plain('inside')] }, { words: 'inside' }],
	[
		{ tag: 'collapsible_panel', header: { title: plain('more') }, elements: [plain('inside')] },
		{ tag: 'details', words: 'moreinside' },
	],
	[
		{ tag: 'input', label: plain('Name'), name: 'n' },
		{ tag: 'input', words: 'Name➤' },
	],
	[
		{ tag: 'select_static', placeholder: plain('Choose'), options: [option] },
		{ tag: 'select', words: 'ChooseOne' },
	],
	[
		{ tag: 'multi_select_static', options: [option] },
		{ tag: 'details', words: 'Select someOne' },
	],
	[
		{ tag: 'select_person', placeholder: plain('Who'), options: [{ value: 'ou_1' }] },
		{ tag: 'select', words: 'WhoMei' },
	],
	[
		{ tag: 'multi_select_person', options: [{ value: 'ou_1' }] },
		{ tag: 'details', words: 'Select peopleMEMei' },
	],
	[{ tag: 'select_img', options: [{ img_key: 'a', value: '1' }] }, { tag: 'img' }],
	[
		{ tag: 'overflow', options: [option] },
		{ tag: 'details', words: '⋯One' },
	],
	[{ tag: 'date_picker', initial_date: '2026-01-02' }, { tag: 'input' }],
	[{ tag: 'picker_time', initial_time: '10:00' }, { tag: 'input' }],
	[{ tag: 'picker_datetime', initial_datetime: '2026-01-02 10:00' }, { tag: 'input' }],
	[
		{ tag: 'checker', text: plain('Done') },
		{ tag: 'input', words: 'Done' },
	],
	[
		{ tag: 'table', columns: [{ name: 'a', display_name: 'A', data_type: 'text' }], rows: [{ a: 'x' }] },
		{ tag: 'table', words: 'Ax' },
	],
	[{ tag: 'person', user_id: 'ou_1', show_name: true }, { words: 'MEMei' }],
	[{ tag: 'person_list', persons: [{ id: 'ou_1' }], show_avatar: false }, { words: 'Mei' }],
	[
		{ tag: 'chart', chart_spec: { type: 'wordCloud', title: { text: 'Sales' }, data: { values: [1, 2] } } },
		{ tag: 'ChartCanvas' },
	],
	[{ tag: 'audio', file_key: 'f' }, { tag: 'audio' }],
	[
		{ tag: 'standard_icon', token: 'chat_outlined' },
		{ words: 'chat_outlined', tag: 'path' },
	],
	[{ tag: 'custom_icon', img_key: 'img_1' }, { tag: 'img' }],
];

describe('card elements', () => {
	it.each(TAGS.map(([json, expected]) => [json.tag, json, expected] as const))(
		'%s is drawn',
		(_tag, json, expected) => {
			const tree = element(json);
			expect(elementsOf(tree).filter(({ props }) => props.class === 'unknown')).toEqual([]);
			if (expected.words !== undefined) expect(wordsOf(tree).trim()).toBe(expected.words);
			if (expected.tag !== undefined) expect(elementsOf(tree).map(({ tag }) => tag)).toContain(expected.tag);
		},
	);

	it('are all in the list above', () => {
		expect(Object.keys(ELEMENTS).sort()).toEqual(TAGS.map(([{ tag }]) => tag).sort());
	});

	it.each([
		['an unknown tag', { tag: 'hologram', depth: 3 }, 'Unknown card element: hologram'],
		['a tag named like a method of objects', { tag: 'constructor' }, 'Unknown card element: constructor'],
		['no tag', { text: 'x' }, 'Unknown card element: (no tag)'],
		['nothing', null, 'Unknown card element: (no tag)'],
		['an element of the wrong shape', { tag: 'table', columns: 7 }, 'This table could not be drawn'],
	])('%s stays visible with its source', (_what, json, words) => {
		const [box] = elementsOf(element(json));
		expect(box?.props.class).toBe('unknown');
		expect(wordsOf(element(json))).toContain(words);
		expect(wordsOf(element(json))).toContain(JSON.stringify(json, null, 2));
	});
});

describe('buttons', () => {
	const button = (more: Json) => elementsOf(element({ tag: 'button', text: plain('Go'), ...more }))[0];

	it.each([
		'default',
		'primary',
		'danger',
		'text',
		'primary_text',
		'danger_text',
		'primary_filled',
		'danger_filled',
		'laser',
	])('%s has a look of its own', (type) => {
		expect(String(button({ type })?.props.class).split(' ')).toContain(`button-${type.replace('_', '-')}`);
		expect(readFileSync(join(__dirname, '../../../../simulator/page/cards.css'), 'utf8')).toContain(
			`.${type === 'default' ? 'card-button' : `button-${type.replace('_', '-')}`}`,
		);
	});

	it.each([
		['url', { url: 'https://a.example.com' }, 'https://a.example.com'],
		['multi_url', { multi_url: { url: 'https://b.example.com' } }, 'https://b.example.com'],
		['behaviors', { behaviors: [{ type: 'open_url', default_url: 'https://c.example.com' }] }, 'https://c.example.com'],
	])('open what %s says', (_where, more, href) => {
		expect(button(more)).toMatchObject({ tag: 'a', props: { href } });
	});

	it('do not open what is not a web link, and name the value they would send back', () => {
		expect(button({ url: 'javascript:alert(1)' })?.tag).toBe('button');
		expect(button({ value: { id: 7 } })?.props.title).toBe('Callback value: {"id":7}');
		expect(button({ behaviors: [{ type: 'callback', value: { id: 8 } }] })?.props.title).toBe(
			'Callback value: {"id":8}',
		);
		expect(button({ form_action_type: 'submit' })?.props.title).toBe('Form: submit');
	});
});

describe('tables', () => {
	const cell = (column: Json, value: unknown) =>
		wordsOf(
			elementsOf(
				element({ tag: 'table', columns: [{ name: 'a', display_name: '', ...column }], rows: [{ a: value }] }),
			).filter(({ tag }) => tag === 'td'),
		);

	it.each([
		['text', {}, 'x', 'x'],
		['number', { format: { precision: 2, symbol: '¥', separator: true } }, 1234.5, '¥1,234.50'],
		['number', {}, 1234.5, '1234.5'],
		['number', {}, 'n/a', 'n/a'],
		['options', {}, [{ text: 'a' }, { text: 'b', color: 'red' }], 'a b '],
		['date', { date_format: 'YYYY/MM/DD' }, new Date(2026, 0, 2).getTime(), '2026/01/02'],
		['persons', {}, ['ou_1'], 'MEMei'],
		['lark_md', {}, '**b**', 'b'],
		['markdown', {}, '**b**', 'b'],
		['unheard_of', {}, { x: 1 }, '{"x":1}'],
	])('%s cells', (data_type, column, value, words) => {
		expect(cell({ data_type, ...column }, value)).toBe(words);
	});

	it('show a page at a time', () => {
		const rows = [1, 2, 3, 4, 5, 6, 7].map((a) => ({ a: `r${a}` }));
		const sheet = (page_size?: number) =>
			wordsOf(
				element({ tag: 'table', page_size, columns: [{ name: 'a', display_name: '', data_type: 'text' }], rows }),
			);
		expect(sheet()).toBe('r1r2r3r4r5‹1 / 2›');
		expect(sheet(3)).toBe('r1r2r3‹1 / 3›');
		expect(sheet(10)).toBe('r1r2r3r4r5r6r7');
	});

	it('know every data type', () => {
		expect(Object.keys(CELLS).sort()).toEqual(['date', 'lark_md', 'markdown', 'number', 'options', 'persons', 'text']);
	});
});

describe('a whole card', () => {
	it.each([
		'blue',
		'wathet',
		'turquoise',
		'green',
		'yellow',
		'orange',
		'red',
		'carmine',
		'violet',
		'purple',
		'indigo',
		'grey',
		'default',
	])('has the header colour %s', (template) => {
		const [header] = elementsOf(card({ header: { template, title: plain('T') } })).filter(
			({ tag }) => tag === 'header',
		);
		expect(header?.props.class).toContain(`tone-${template}`);
		expect(HEADER_TEMPLATES).toContain(template);
		expect(readFileSync(join(__dirname, '../../../../simulator/page/tones.css'), 'utf8')).toMatch(
			new RegExp(`\\.tone-${template}\\b`),
		);
	});

	it('falls back to the default colour for what is not one', () => {
		expect(toneClass('red" onclick="x')).toBeUndefined();
		expect(
			elementsOf(card({ header: { template: 'mauve', title: plain('T') } })).find(({ tag }) => tag === 'header')?.props
				.class,
		).toContain('tone-default');
	});

	it('draws title, subtitle, tags and body in both versions', () => {
		const header = {
			title: plain('Title'),
			subtitle: plain('Sub'),
			text_tag_list: [{ tag: 'text_tag', text: plain('new'), color: 'red' }],
		};
		expect(wordsOf(card({ header, elements: [plain('body')] }))).toBe('TitlenewSubbody');
		expect(wordsOf(card({ schema: '2.0', header, body: { elements: [plain('body')] } }))).toBe('TitlenewSubbody');
		expect(wordsOf(card({ i18n_elements: { zh_cn: [plain('你好')] } }))).toBe('你好');
	});

	it('says that it is being generated while it streams', () => {
		const streamed = (streaming_mode: boolean) =>
			wordsOf(card({ schema: '2.0', config: { streaming_mode }, body: { elements: [plain('so far')] } }));
		expect([streamed(true), streamed(false)]).toEqual(['so far Generating', 'so far']);
	});

	it.each([
		[{ type: 'card', data: { card_id: '7355' } }, 'Card entity 7355'],
		[{ type: 'template', data: { template_id: 'AAqX' } }, 'Card template AAqX'],
		[undefined, ''],
		['text', ''],
	])('survives %j', (content, words) => {
		expect(wordsOf(drawn(interactive(content, ctx)))).toBe(words);
		expect(elementsOf(drawn(interactive(content, ctx)))[0]?.props['data-test-id']).toBe('card');
	});

	it('lets only pixel lengths through to its styles', () => {
		const padding = (value: string) =>
			elementsOf(card({ schema: '2.0', body: { padding: value, elements: [] } })).find(({ props }) =>
				String(props.class).startsWith('card-body'),
			)?.props.style;
		expect(padding('4px 8px')).toMatchObject({ padding: '4px 8px' });
		expect(padding('4px; background: url(https://evil.example.com)')).toMatchObject({ padding: undefined });
	});
});
