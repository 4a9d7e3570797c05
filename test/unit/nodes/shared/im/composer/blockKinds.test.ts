/** Every kind of block with its fields and options, and blocks within others. */
import type { JsonObject } from '../../../../../../feishu/json';
import { CHAT } from '../../../../../../nodes/shared/im/composer';
import { composedOn } from '../../../../../support/composer/ways';
import { rejectionOf } from '../../../../../support/feishuCalls';

async function elements(...block: object[]): Promise<JsonObject[]> {
	const card = (await composedOn(CHAT, { messageType: 'card', blocks: { block } })) as {
		body: { elements: JsonObject[] };
	};
	return card.body.elements;
}

const text = (words: string, blockOptions: object = {}) => ({ type: 'markdown', text: words, blockOptions });
const words = (content: string) => ({ tag: 'markdown', content });
const refused = async (...block: object[]) =>
	(await rejectionOf(composedOn(CHAT, { messageType: 'card', blocks: { block } }))).message;

describe('kinds', () => {
	it.each<[string, object, object]>([
		[
			'Menu',
			{
				type: 'menu',
				menuOptions: {
					option: [
						{ text: 'Open', url: 'https://x.com' },
						{ text: 'Drop', value: 'drop' },
					],
				},
				callbackValue: { id: 7 },
			},
			{
				tag: 'overflow',
				options: [
					{ text: { content: 'Open' }, multi_url: { url: 'https://x.com' } },
					{ text: { content: 'Drop' }, value: 'drop' },
				],
				behaviors: [{ type: 'callback', value: { id: 7 } }],
			},
		],
		[
			'Input',
			{
				type: 'input',
				inputType: 'multiline',
				inputTitle: 'Comment',
				placeholder: 'Why?',
				blockOptions: { initial: 'x', properties: { rows: 3, maxLength: 50 }, languages: { en_us: 'Note' } },
			},
			{
				tag: 'input',
				input_type: 'multiline_text',
				default_value: 'x',
				max_length: 50,
				rows: 3,
				label: { content: 'Comment', i18n_content: { en_us: 'Note' } },
			},
		],
		[
			'Checkbox',
			{
				type: 'checkbox',
				boxText: 'Order paper',
				checked: true,
				buttons: { button: [{ buttonText: 'Shop', buttonUrl: 'https://x.com' }] },
				blockOptions: { properties: { strike: true, opacity: 0.5 } },
			},
			{
				tag: 'checker',
				checked: true,
				checked_style: { show_strikethrough: true, opacity: 0.5 },
				button_area: { buttons: [{ tag: 'button', size: 'small' }] },
			},
		],
		[
			'Pictures',
			{ type: 'pictures', pictures: { picture: [{ image: 'img_1', value: 'blue' }, { image: 'img_2' }] } },
			{
				tag: 'select_img',
				options: [
					{ img_key: 'img_1', value: 'blue' },
					{ img_key: 'img_2', value: 'img_2' },
				],
			},
		],
		[
			'Images',
			{
				type: 'images',
				imageList: 'img_1, img_2, d640eeea-4d2f-4cb3-88d8-c964fab53987',
				blockOptions: { radius: '8' },
			},
			{ tag: 'img_combination', combination_mode: 'triple', corner_radius: '8px' },
		],
		['Audio', { type: 'audio', audioKey: 'file_1' }, { tag: 'audio', file_key: 'file_1' }],
		[
			'Person',
			{
				type: 'person',
				people: { several: [{ list: 'ou_1' }] },
				blockOptions: { size: 'large', properties: { capsule: true } },
			},
			{ tag: 'person', user_id: 'ou_1', size: 'large', style: 'capsule' },
		],
		[
			'Image',
			{
				type: 'image',
				mediaSource: 'key',
				imageKey: 'img_1',
				blockOptions: { size: '300x200', properties: { crop: 'top' }, languages: { en_us: 'img_2' } },
			},
			{ tag: 'img', size: '300px 200px', scale_type: 'crop_top', i18n_img_key: { en_us: 'img_2' } },
		],
		[
			'Text',
			text('hi', { align: 'center', icon: 'bell_outlined red', id: 'answer', margin: '4px 0px' }),
			{
				tag: 'markdown',
				text_align: 'center',
				icon: { tag: 'standard_icon', token: 'bell_outlined', color: 'red' },
				element_id: 'answer',
				margin: '4px 0px',
			},
		],
		[
			'Select',
			{
				type: 'select',
				choices: [{ text: 'Yes', value: 'y', icon: 'bell_outlined' }, { text: 'No' }],
				blockOptions: { initial: 'y', width: 'fill', confirm: 'Really?', disabled: true },
			},
			{
				tag: 'select_static',
				initial_index: 1,
				width: 'fill',
				disabled: true,
				confirm: { title: { content: 'Please confirm' }, text: { content: 'Really?' } },
				options: [{ value: 'y', icon: { token: 'bell_outlined' } }, { value: 'No' }],
			},
		],
		[
			'Table',
			{
				type: 'table',
				tableRows: [{ a: 1 }],
				tableColumns: {
					column: [{ key: 'a', columnWidth: '25%', properties: { align: 'center', format: { precision: 1 } } }],
				},
				blockOptions: { properties: { freezeFirstColumn: true, rowHeight: 'low' } },
			},
			{
				tag: 'table',
				freeze_first_column: true,
				row_height: 'low',
				columns: [{ width: '25%', horizontal_align: 'center', format: { precision: 1 } }],
			},
		],
		[
			'Buttons',
			{
				type: 'buttons',
				buttons: {
					button: [
						{
							buttonText: 'Shop',
							buttonStyle: 'laser',
							buttonAction: 'both',
							buttonUrl: 'https://x.com',
							callbackValue: { id: 1 },
							buttonOptions: {
								hint: 'Opens the shop',
								icon: 'img_1',
								size: 'large',
								width: 'fill',
								languages: { zh_cn: '商店' },
								properties: { disabledHint: 'Closed', url: { url: 'https://x.com', pc: false } },
							},
						},
					],
				},
			},
			{
				tag: 'button',
				type: 'laser',
				size: 'large',
				width: 'fill',
				text: { content: 'Shop', i18n_content: { zh_cn: '商店' } },
				icon: { tag: 'custom_icon', img_key: 'img_1' },
				hover_tips: { content: 'Opens the shop' },
				disabled_tips: { content: 'Closed' },
				behaviors: [
					{ type: 'open_url', default_url: 'https://x.com', pc_url: 'lark://msgcard/unsupported_action' },
					{ type: 'callback', value: { id: 1 } },
				],
			},
		],
	])('%s', async (_kind, block, element) => {
		expect((await elements(block))[0]).toMatchObject(element);
	});

	it('a form asks for all that there is, and can be emptied', async () => {
		const [form] = await elements({
			type: 'form',
			inputs: {
				input: [
					{ inputName: 'secret', inputKind: 'password' },
					{ inputName: 'color', inputKind: 'multiPicture', imageList: 'img_1, img_2' },
					{ inputName: 'why', inputKind: 'multiline', inputOptions: { initial: 'x', properties: { rows: 4 } } },
					{ inputName: 'both', inputKind: 'multiSelect', choices: 'a, b, c', inputOptions: { initial: 'a, c' } },
				],
			},
			resetText: 'Clear',
		});
		expect(form?.elements).toMatchObject([
			{ tag: 'input', input_type: 'password', name: 'secret' },
			{ tag: 'select_img', multi_select: true, options: [{ img_key: 'img_1' }, { img_key: 'img_2' }] },
			{ tag: 'input', rows: 4, default_value: 'x' },
			{ tag: 'multi_select_static', selected_values: ['a', 'c'] },
			{ tag: 'column_set' },
		]);
		expect(JSON.stringify(form)).toContain('"form_action_type":"reset"');
	});
});

describe('blocks within others', () => {
	const inside = (column = 1) => ({ inside: column });

	it('stand in the columns above, in that of their number', async () => {
		const columns = {
			type: 'columns',
			narrow: 'stretch',
			cardColumns: {
				column: [
					{ width: '2', background: 'grey-50' },
					{ width: 'auto', verticalAlign: 'center' },
				],
			},
		};
		expect(
			await elements(columns, text('a', inside()), text('b', inside(2)), text('c', inside()), text('d')),
		).toMatchObject([
			{
				tag: 'column_set',
				flex_mode: 'stretch',
				columns: [
					{ width: 'weighted', weight: 2, background_style: 'grey-50', elements: [words('a'), words('c')] },
					{ width: 'auto', vertical_align: 'center', elements: [words('b')] },
				],
			},
			words('d'),
		]);
	});

	it('stand in a panel behind its text, in a container that is clicked as one, and in a form', async () => {
		const made = await elements(
			{ type: 'panel', panelTitle: 'Log', text: 'first' },
			text('second', inside()),
			{ type: 'clickable', buttonUrl: 'https://x.com', blockOptions: { hint: 'Opens', properties: { padding: 8 } } },
			text('third', inside()),
			{ type: 'form', inputs: { input: [{ inputName: 'a' }] } },
			text('fourth', inside()),
		);
		expect(made).toMatchObject([
			{ tag: 'collapsible_panel', elements: [words('first'), words('second')] },
			{
				tag: 'interactive_container',
				padding: '8px',
				hover_tips: { content: 'Opens' },
				behaviors: [{ type: 'open_url', default_url: 'https://x.com' }],
				elements: [words('third')],
			},
			{ tag: 'form', elements: [{ tag: 'input' }, words('fourth'), { tag: 'button' }] },
		]);
	});

	it('may hold others themselves, and the next one that does stands beside them', async () => {
		const columns = { type: 'columns', cardColumns: { column: [{}, {}] } };
		const panel = (column: number) => ({ type: 'panel', panelTitle: `P${column}`, blockOptions: inside(column) });
		const [set] = await elements(columns, panel(1), text('a', inside()), panel(2), text('b', inside()));
		expect(set).toMatchObject({
			columns: [
				{ elements: [{ tag: 'collapsible_panel', elements: [words('a')] }] },
				{ elements: [{ tag: 'collapsible_panel', elements: [words('b')] }] },
			],
		});
	});

	it.each<[string, object[]]>([
		['Block 1 (Text): no block above it holds others', [text('a', inside())]],
		['Block 2 (Text): no block above it holds others', [{ type: 'divider' }, text('a', inside())]],
		[
			'Block 2 (Text): there is no column 3; the columns above are 1',
			[{ type: 'columns', cardColumns: { column: [{}] } }, text('a', inside(3))],
		],
		['Block 1 (Collapsible Panel): it is empty', [{ type: 'panel', panelTitle: 'x' }]],
		['Block 1 (Container): it is empty', [{ type: 'clickable', buttonUrl: 'https://x.com' }]],
	])('%s', async (message, blocks) => {
		expect(await refused(...blocks)).toBe(message);
	});
});

it.each<[string, object]>([
	["Block 1 (Divider): a block of this kind has no 'align'", { type: 'divider', blockOptions: { align: 'left' } }],
	["Block 1 (Text): a block of this kind has no 'colour'", text('a', { properties: { colour: 'red' } })],
	[
		'Block 1 (Divider): a block of this kind has no words in other languages',
		{ type: 'divider', blockOptions: { languages: { en_us: 'x' } } },
	],
	[
		"Block 1 (Buttons) → Button 1 → Button Options: there is no property 'tip'",
		{
			type: 'buttons',
			buttons: {
				button: [{ buttonText: 'x', buttonUrl: 'https://x.com', buttonOptions: { properties: { tip: 'x' } } }],
			},
		},
	],
])('tells of an option that the kind does not have: %s', async (message, block) => {
	expect(await refused(block)).toBe(message);
});

describe('the card', () => {
	const card = async (parameters: object) =>
		await composedOn(CHAT, { messageType: 'card', blocks: { block: [{ type: 'divider' }] }, ...parameters });

	it('has its header in several languages, with emoji and an icon in a color', async () => {
		const cardHeader = {
			rich: true,
			icon: 'bell_outlined red',
			subtitle: '二',
			languages: { en_us: { title: 'One', subtitle: 'Two' } },
			tags: { tag: [{ text: '急', color: 'red', languages: { en_us: 'Urgent' } }] },
		};
		expect(await card({ cardTitle: '一', cardHeader })).toMatchObject({
			header: {
				title: { tag: 'lark_md', content: '一', i18n_content: { en_us: 'One' } },
				subtitle: { tag: 'lark_md', content: '二', i18n_content: { en_us: 'Two' } },
				icon: { token: 'bell_outlined', color: 'red' },
				text_tag_list: [{ text: { content: '急', i18n_content: { en_us: 'Urgent' } } }],
			},
		});
	});

	it('has a header of a subtitle alone, which is shown as the title', async () => {
		expect(await card({ cardHeader: { subtitle: 'x' } })).toMatchObject({ header: { subtitle: { content: 'x' } } });
	});

	it('has settings that have no field', async () => {
		const settings = {
			forwardClicks: false,
			locales: ['en_us'],
			ownTranslation: true,
			summary: { text: '一', languages: { en_us: 'One' } },
			link: { url: 'https://x.com', pc: false },
			layout: { gap: 4 },
			textSizes: { mine: { pc: 'large' } },
			colors: { mine: { light: 'red', dark: 'blue' } },
		};
		expect(await card({ cardOptions: { settings } })).toMatchObject({
			config: {
				enable_forward_interaction: false,
				locales: ['en_us'],
				use_custom_translation: true,
				summary: { content: '一', i18n_content: { en_us: 'One' } },
				style: { text_size: { mine: { pc: 'large' } } },
			},
			card_link: { url: 'https://x.com', pc_url: 'lark://msgcard/unsupported_action' },
			body: { horizontal_spacing: '4px' },
		});
		const error = await rejectionOf(card({ cardOptions: { settings: { local: [] } } }));
		expect(error.message).toBe("Card Options: there is no property 'local'");
	});
});
