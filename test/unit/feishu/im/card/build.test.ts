import {
	buildCard,
	buildNamedCard,
	checkCard,
	tableFrom,
	type Block,
	type CardSpec,
} from '../../../../../feishu/im/card';
import { thrownBy } from '../../../../support/feishuCalls';

const built = (...blocks: unknown[]) => elementsOf({ blocks: blocks as Block[] });
const elementsOf = (spec: CardSpec) => (buildCard(spec).body as { elements: unknown[] }).elements;
const message = (...blocks: unknown[]) => thrownBy(() => built(...blocks)).message;
const plain = (content: string) => ({ tag: 'plain_text', content });
const callback = (value: object) => ({ type: 'callback', value });

describe('buildCard', () => {
	it('writes a card 2.0 with its header and settings', () => {
		expect(
			buildCard({
				header: {
					title: 'T',
					subtitle: 'S',
					color: 'red',
					icon: 'bell_outlined',
					tags: [{ text: 'new', color: 'lime' }, { text: 'x' }],
				},
				blocks: [{ type: 'divider', id: 'line_1' }],
				summary: 'In short',
				width: 'fill',
				link: 'https://x.y',
				forward: false,
				streaming: { frequency: 50, step: 2, strategy: 'fast' },
			}),
		).toEqual({
			schema: '2.0',
			config: {
				update_multi: true,
				width_mode: 'fill',
				enable_forward: false,
				summary: { content: 'In short' },
				streaming_mode: true,
				streaming_config: { print_frequency_ms: { default: 50 }, print_step: { default: 2 }, print_strategy: 'fast' },
			},
			card_link: { url: 'https://x.y' },
			header: {
				title: plain('T'),
				subtitle: plain('S'),
				template: 'red',
				icon: { tag: 'standard_icon', token: 'bell_outlined' },
				text_tag_list: [
					{ tag: 'text_tag', text: plain('new'), color: 'lime' },
					{ tag: 'text_tag', text: plain('x'), color: 'blue' },
				],
			},
			body: { elements: [{ tag: 'hr', element_id: 'line_1' }] },
		});
		expect(buildCard({ header: { title: 'T', icon: { imageKey: 'img_1' } }, blocks: [] })).toMatchObject({
			header: { icon: { tag: 'custom_icon', img_key: 'img_1' } },
			config: { update_multi: true },
		});
	});

	it.each<[string, unknown, unknown[]]>([
		[
			'Markdown',
			{ type: 'markdown', text: '**a**', size: 'heading', align: 'center' },
			[{ tag: 'markdown', content: '**a**', text_size: 'heading', text_align: 'center' }],
		],
		[
			'fields in one column',
			{ type: 'fields', columns: 1, fields: [{ name: 'a*b', value: '*c*' }] },
			[{ tag: 'markdown', content: '**a&#42;b**\n*c*' }],
		],
		[
			'fields in rows',
			{
				type: 'fields',
				columns: 2,
				fields: [
					{ name: 'a', value: 1 },
					{ name: 'b', value: '' },
					{ name: 'c', value: 'x' },
				],
			},
			[
				{ tag: 'column_set', columns: [cell('**a**\n1'), cell('**b**')] },
				{ tag: 'column_set', columns: [cell('**c**\nx'), { ...cell(''), elements: [] }] },
			],
		],
		[
			'an image',
			{ type: 'image', imageKey: 'img_1', alt: 'a', title: 't', size: 'small' },
			[{ tag: 'img', img_key: 'img_1', alt: plain('a'), title: plain('t'), scale_type: 'crop_center', size: 'small' }],
		],
		[
			'a note',
			{ type: 'note', text: 'a\n\n[b](https://x.y)', imageKey: 'img_1' },
			[
				{
					tag: 'markdown',
					content: "<font color='grey'>a</font>\n\n<font color='grey'>[b](https://x.y)</font>",
					text_size: 'notation',
					icon: { tag: 'custom_icon', img_key: 'img_1' },
				},
			],
		],
		[
			'people',
			{ type: 'people', ids: ['ou_1', ' ou_2 '], size: 'large', showName: false, ignoreUnknown: true, lines: 2 },
			[
				{
					tag: 'person_list',
					persons: [{ id: 'ou_1' }, { id: 'ou_2' }],
					size: 'large',
					show_name: false,
					show_avatar: true,
					drop_invalid_user_id: true,
					lines: 2,
				},
			],
		],
		[
			'a chart',
			{ type: 'chart', spec: { type: 'bar' }, height: 200, aspectRatio: '4:3', theme: 'rainbow' },
			[{ tag: 'chart', chart_spec: { type: 'bar' }, height: '200px', aspect_ratio: '4:3', color_theme: 'rainbow' }],
		],
		[
			'a button',
			{ type: 'buttons', buttons: [{ text: 'Go', url: 'https://x.y', style: 'primary' }] },
			[
				{
					tag: 'button',
					text: plain('Go'),
					type: 'primary',
					behaviors: [{ type: 'open_url', default_url: 'https://x.y' }],
				},
			],
		],
		[
			'buttons one below the other',
			{
				type: 'buttons',
				layout: 'column',
				buttons: [
					{ text: 'A', value: { a: 1 }, confirm: { title: 'Sure?', text: 'Really' } },
					{ text: 'B', disabled: true },
				],
			},
			[
				{
					tag: 'button',
					text: plain('A'),
					type: 'default',
					behaviors: [callback({ a: 1 })],
					confirm: { title: plain('Sure?'), text: plain('Really') },
				},
				{ tag: 'button', text: plain('B'), type: 'default', behaviors: [callback({})], disabled: true },
			],
		],
		[
			'a select',
			{
				type: 'select',
				name: 's',
				options: [{ text: 'A', value: 'a' }, { value: 'b' }],
				initial: 'b',
				value: { k: 1 },
			},
			[
				{
					tag: 'select_static',
					name: 's',
					options: [
						{ text: plain('A'), value: 'a' },
						{ text: plain('b'), value: 'b' },
					],
					initial_index: 2,
					placeholder: plain('Select'),
					behaviors: [callback({ k: 1 })],
				},
			],
		],
		[
			'a select of people',
			{ type: 'select', people: true, placeholder: 'Who?' },
			[{ tag: 'select_person', options: [], placeholder: plain('Who?'), behaviors: [callback({})] }],
		],
		[
			'a date',
			{ type: 'date', initial: '2024-01-31T10:20:00.000+08:00' },
			[
				{
					tag: 'date_picker',
					initial_date: '2024-01-31',
					placeholder: plain('Select a date'),
					behaviors: [callback({})],
				},
			],
		],
		[
			'a time',
			{ type: 'date', kind: 'time', initial: '2024-01-31T10:20:30Z', name: 't' },
			[
				{
					tag: 'picker_time',
					initial_time: '10:20',
					name: 't',
					placeholder: plain('Select a time'),
					behaviors: [callback({})],
				},
			],
		],
		[
			'a date and time',
			{ type: 'date', kind: 'datetime', initial: '2024-01-31T10:20:30Z' },
			[
				{
					tag: 'picker_datetime',
					initial_datetime: '2024-01-31 10:20',
					placeholder: plain('Select a date and time'),
					behaviors: [callback({})],
				},
			],
		],
		[
			'elements as they are',
			{ type: 'elements', elements: [{ tag: 'hr', margin: '1px' }] },
			[{ tag: 'hr', margin: '1px' }],
		],
	])('writes %s', (_what, block, elements) => {
		expect(built(block)).toEqual(elements);
	});

	it('puts buttons side by side', () => {
		const buttons = [{ text: 'A' }, { text: 'B' }];
		expect(built({ type: 'buttons', buttons })).toMatchObject([
			{ tag: 'column_set', flex_mode: 'flow', columns: [{ width: 'auto', elements: [{ tag: 'button' }] }, {}] },
		]);
		expect(built({ type: 'buttons', layout: 'stretch', buttons })).toMatchObject([
			{ tag: 'column_set', flex_mode: 'stretch', columns: [{ weight: 1, elements: [{ width: 'fill' }] }, {}] },
		]);
	});

	it('writes a form with every input, a submit and a reset button', () => {
		const options = [
			{ text: 'A', value: 'a' },
			{ text: 'B', value: 'b' },
		];
		const [form] = built({
			type: 'form',
			name: 'f',
			inputs: [
				{ kind: 'text', name: 'i1', label: 'L', placeholder: 'P', required: true, initial: 'x', maxLength: 5 },
				{ kind: 'multiline', name: 'i2' },
				{ kind: 'select', name: 'i3', label: 'Pick', options, initial: 'a' },
				{ kind: 'multiSelect', name: 'i4', options, initial: 'a, b' },
				{ kind: 'multiPerson', name: 'i5', options: [{ value: 'ou_1' }, { value: 'ou_2' }], initial: ['ou_1'] },
				{ kind: 'date', name: 'i6', initial: '2024-01-31' },
				{ kind: 'checkbox', name: 'i7', label: 'Yes', initial: true },
			],
			submit: { text: 'Send', value: { k: 1 } },
			reset: true,
		});
		expect(form).toEqual({
			tag: 'form',
			name: 'f',
			elements: [
				{
					tag: 'input',
					name: 'i1',
					input_type: 'text',
					label: plain('L'),
					placeholder: plain('P'),
					required: true,
					default_value: 'x',
					max_length: 5,
				},
				{ tag: 'input', name: 'i2', input_type: 'multiline_text' },
				{ tag: 'div', text: plain('Pick') },
				expect.objectContaining({ tag: 'select_static', name: 'i3', initial_index: 1 }),
				expect.objectContaining({ tag: 'multi_select_static', name: 'i4', selected_values: ['a', 'b'] }),
				expect.objectContaining({ tag: 'multi_select_person', name: 'i5', selected_values: ['ou_1'] }),
				expect.objectContaining({ tag: 'date_picker', name: 'i6', initial_date: '2024-01-31' }),
				{ tag: 'checker', name: 'i7', checked: true, text: plain('Yes') },
				expect.objectContaining({
					tag: 'column_set',
					columns: [
						expect.objectContaining({
							elements: [
								{
									tag: 'button',
									name: 'f_submit',
									text: plain('Send'),
									type: 'primary',
									form_action_type: 'submit',
									behaviors: [callback({ k: 1 })],
								},
							],
						}),
						expect.objectContaining({
							elements: [{ tag: 'button', name: 'f_reset', text: plain('Reset'), form_action_type: 'reset' }],
						}),
					],
				}),
			],
		});
		expect(() => checkCard({ schema: '2.0', body: { elements: [form] } }, { field: 'F' })).not.toThrow();
	});

	it('writes a table with the cells of each type', () => {
		const [table] = built({
			type: 'table',
			columns: [
				{ key: 't', title: 'Text', width: 120, align: 'center' },
				{ key: 'n', type: 'number', format: { precision: 2, symbol: '¥', separator: true }, width: '25%' },
				{ key: 'd', type: 'date', format: 'YYYY-MM-DD' },
				{ key: 'o', type: 'options' },
				{ key: 'p', type: 'persons' },
			],
			rows: [
				{
					t: { a: 1 },
					n: '1,234.5',
					d: '2024-01-01T00:00:00Z',
					o: ['x', { text: 'y', color: 'red' }],
					p: 'ou_1,ou_2',
					hidden: 1,
				},
				{ t: '', n: 0, d: 1704067200, o: 'z', p: { id: 'ou_1' } },
				{ t: ' ', n: ' ', d: '\n' },
			],
		});
		expect(table).toMatchObject({
			page_size: 3,
			row_height: 'auto',
			row_max_height: '999px',
			header_style: { bold: true, background_style: 'grey', lines: 1 },
			columns: [
				{ name: 't', display_name: 'Text', data_type: 'text', width: '120px', horizontal_align: 'center' },
				{ name: 'n', display_name: 'n', width: '25%', format: { precision: 2, symbol: '¥', separator: true } },
				{ data_type: 'date', date_format: 'YYYY-MM-DD' },
				{ data_type: 'options' },
				{ data_type: 'persons' },
			],
			rows: [
				{
					t: '{"a":1}',
					n: 1234.5,
					d: 1704067200000,
					o: [
						{ text: 'x', color: 'blue' },
						{ text: 'y', color: 'red' },
					],
					p: ['ou_1', 'ou_2'],
				},
				{ n: 0, d: 1704067200000, o: [{ text: 'z', color: 'blue' }], p: ['ou_1'] },
				{},
			],
		});
		expect(JSON.stringify(table)).not.toContain('hidden');
	});

	it('nests panels and columns', () => {
		expect(
			built({
				type: 'panel',
				title: 'More',
				blocks: [{ type: 'columns', columns: [{ blocks: [{ type: 'divider' }], weight: 2 }, { blocks: [] }] }],
			}),
		).toMatchObject([
			{
				tag: 'collapsible_panel',
				expanded: false,
				header: { title: { tag: 'markdown', content: 'More' } },
				elements: [{ tag: 'column_set', columns: [{ weight: 2, elements: [{ tag: 'hr' }] }, { elements: [] }] }],
			},
		]);
	});

	it.each<[string, unknown]>([
		["Block 1: 'x' is no kind of block", { type: 'x' }],
		['Block 1 (Markdown): the text is empty', { type: 'markdown', text: ' ' }],
		['Alert text: the text is empty', { type: 'markdown', text: '', label: 'Alert text' }],
		["Block 1 (Markdown): the size 'big' is unknown", { type: 'markdown', text: 'a', size: 'big' }],
		["Block 1 (Divider): the ID '1a' is not possible", { type: 'divider', id: '1a' }],
		[
			'Block 1 (Fields): the name of field 2 is empty',
			{ type: 'fields', fields: [{ name: 'a', value: '' }, { name: '' }] },
		],
		["Block 1 (Image): 'https://x.y/z' is an address", { type: 'image', imageKey: 'https://x.y/z' }],
		['Block 1 (People): person 2 has no ID', { type: 'people', ids: ['a', ''] }],
		['Block 1 (Chart): the chart has no specification', { type: 'chart', spec: {} }],
		['Block 1 (Chart): the height 0 is outside of 1 to 999', { type: 'chart', spec: { type: 'bar' }, height: 0 }],
		['Block 1 (Buttons): there are no buttons', { type: 'buttons', buttons: [] }],
		[
			"Block 1 (Buttons): the URL of button 1 'x.y' has no scheme",
			{ type: 'buttons', buttons: [{ text: 'a', url: 'x.y' }] },
		],
		[
			'Block 1 (Buttons): the text of button 1 has 101 characters; Feishu takes at most 100',
			{ type: 'buttons', buttons: [{ text: 'a'.repeat(101) }] },
		],
		[
			'Block 1 (Buttons): the callback value is no JSON object',
			{ type: 'buttons', buttons: [{ text: 'a', value: 'x' }] },
		],
		['Block 1 (Select): there are no options', { type: 'select' }],
		[
			"Block 1 (Select): the value 'a' belongs to two options",
			{ type: 'select', options: [{ value: 'a' }, { value: 'a' }] },
		],
		[
			"Block 1 (Select): the initial value 'b' is none of the options",
			{ type: 'select', options: [{ value: 'a' }], initial: 'b' },
		],
		['Block 1 (Select): a select for several values works in a form only', { type: 'select', multiple: true }],
		["Block 1 (Date): the initial value 'noon' is no time", { type: 'date', kind: 'time', initial: 'noon' }],
		[
			"Block 1 (Form): input 2: the name 'a' is used twice",
			{
				type: 'form',
				name: 'f',
				inputs: [
					{ kind: 'text', name: 'a' },
					{ kind: 'text', name: 'a' },
				],
			},
		],
		[
			"Block 1 (Table): row 1, column 'N': 'abc' is no number",
			{ type: 'table', columns: [{ key: 'n', title: 'N', type: 'number' }], rows: [{ n: 'abc' }] },
		],
		[
			"Block 1 (Table): the width '20px' of column 1 is not possible",
			{ type: 'table', columns: [{ key: 'n', width: '20px' }], rows: [] },
		],
		[
			'Block 1 (Table): the page size 11 is outside of 1 to 10',
			{ type: 'table', columns: [{ key: 'n' }], rows: [], pageSize: 11 },
		],
		[
			'Block 1 (Panel) → Block 2 (Image): the image key is empty',
			{ type: 'panel', title: 'a', blocks: [{ type: 'divider' }, { type: 'image' }] },
		],
		[
			'Block 1 (Panel) → Block 1 (Table): a table can stand only directly in the card',
			{ type: 'panel', title: 'a', blocks: [{ type: 'table' }] },
		],
		[
			"Block 1 (Columns) → Column 2 → Block 1: '' is no kind of block",
			{ type: 'columns', columns: [{ blocks: [] }, { blocks: [{}] }] },
		],
		['Block 1 (Elements): element 1 is no object with a tag', { type: 'elements', elements: [{}] }],
	])('says %s', (said, block) => {
		expect(message(block)).toBe(said);
	});

	it.each<[string, object]>([
		['Header: the title is empty', { header: { title: '' }, blocks: [] }],
		["Header: the color 'gray' is unknown", { header: { title: 'a', color: 'gray' }, blocks: [] }],
		[
			'Header: there are 4 tags; Feishu shows at most 3',
			{ header: { title: 'a', tags: Array(4).fill({ text: 'x' }) }, blocks: [] },
		],
		["Card settings: the width 'wide' is unknown", { width: 'wide', blocks: [] }],
		["Card settings: the link 'example.com' has no scheme", { link: 'example.com', blocks: [] }],
		['Card settings: the step 0 is outside of 1 to 9007199254740991', { streaming: { step: 0 }, blocks: [] }],
	])('says %s', (said, spec) => {
		const error = thrownBy(() => buildCard(spec as CardSpec, 'My Card'));
		expect(error).toMatchObject({ name: 'InputError', field: 'My Card', message: said });
	});

	it('tells checkCard which block an element comes from', () => {
		const { card, nameOf } = buildNamedCard({
			header: { title: 'a' },
			blocks: [
				{ type: 'divider' },
				{ type: 'panel', title: 'b', blocks: [{ type: 'elements', elements: [{ tag: 'markdwon', content: '' }] }] },
			],
		});
		expect(nameOf(['body', 'elements', 1, 'header'])).toBe('Block 2 (Panel)');
		expect(nameOf(['header', 'title'])).toBe('Header');
		expect(nameOf(['config'])).toBeUndefined();
		const error = thrownBy(() => checkCard(card, { field: 'F', nameOf }));
		expect(error).toMatchObject({
			message: "Block 2 (Panel) → Block 1 (Elements): the tag 'markdwon' is unknown",
			advice: expect.stringContaining("Did you mean 'markdown'?"),
		});
	});
});

describe('tableFrom', () => {
	it('tells the types of columns by their values', () => {
		const openId = `ou_${'0123456789abcdef'.repeat(2)}`;
		expect(
			tableFrom([
				{ n: 1, d: '2024-01-01T10:00:00+08:00', day: '2024-01-01', o: ['a'], p: openId, t: 'x', none: null },
				{ n: 2.5, d: null, o: [], p: [openId], t: 3, late: true },
			]).columns.map(({ key, type, format }) => [key, type, format].filter((part) => part !== undefined)),
		).toEqual([
			['n', 'number'],
			['d', 'date', 'YYYY-MM-DD HH:mm'],
			['day', 'text'],
			['o', 'options'],
			['p', 'persons'],
			['t', 'text'],
			['none', 'text'],
			['late', 'text'],
		]);
	});

	it('keeps all columns, so that too many are told', () => {
		const row = Object.fromEntries(Array.from({ length: 51 }, (_gap, at) => [`c${at}`, at]));
		expect(message(tableFrom([row]))).toBe('Block 1 (Table): there are 51 columns; Feishu shows at most 50');
	});

	it('makes a block that can be built', () => {
		expect(built(tableFrom([{ a: 1, b: { c: 2 } }]))).toMatchObject([{ tag: 'table', rows: [{ a: 1, b: '{"c":2}' }] }]);
	});
});

function cell(content: string) {
	return { tag: 'column', width: 'weighted', weight: 1, elements: [{ tag: 'markdown', content }] };
}
