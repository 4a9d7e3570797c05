import type { JsonObject } from '../../../../../../feishu/json';
import { card, check, form, saidOf, words } from '../../../../../support/cards';

const icon = { tag: 'standard_icon', token: 'chat_outlined', color: 'orange', size: '16px 16px' };
const confirm = { title: words('Sure?'), text: words('It is final') };
const link = { url: 'https://a.b', pc_url: '', ios_url: 'lark://msgcard/unsupported_action', android_url: '' };
const behaviors = [
	{ type: 'open_url', default_url: 'https://a.b', pc_url: '', ios_url: 'lark://msgcard/unsupported_action' },
	{ type: 'callback', value: { any: [{ tag: 'thing' }] } },
];
const layout = {
	direction: 'horizontal',
	padding: '4px 0',
	horizontal_spacing: 'extra_large',
	horizontal_align: 'center',
	vertical_spacing: '20px',
	vertical_align: 'bottom',
	margin: '4px -12px',
};
const control = {
	name: 'n',
	width: '120px',
	required: false,
	disabled: true,
	disabled_tips: words('Not now'),
	behaviors,
	confirm,
	value: { k: 1 },
};
const option = { text: words('One'), value: '1', icon };

/** All that the pages of a component list, in its values' forms. */
const WHOLE: ReadonlyArray<JsonObject> = [
	{ tag: 'markdown', content: 'a', text_size: 'cus-0', text_align: 'center', icon, element_id: 'm1', margin: '0' },
	{ tag: 'markdown', content: 'a', i18n_content: { en_us: 'b', zh_cn: '' } },
	{ tag: 'div', width: '16px', text: { ...words('a'), text_size: 'whatever', text_color: 'cus-1', lines: 2 }, icon },
	{ tag: 'div', text: { tag: 'lark_md', content: '**a**' }, fields: [{ is_short: false, text: words('a') }] },
	{ tag: 'hr' },
	{ tag: 'img', img_key: 'img_1', scale_type: 'crop_top', size: '100px 60px', corner_radius: '5%', preview: false },
	{ tag: 'img', i18n_img_key: { en_us: 'img_1' }, alt: words(''), title: words('t'), transparent: true },
	{ tag: 'img', img_key: 'img_1', mode: 'large', custom_width: 300, compact_width: false, size: '' },
	{ tag: 'img', img_key: 'img_1', custom_width: '300px' },
	{
		tag: 'img_combination',
		combination_mode: 'trisect',
		combination_transparent: false,
		corner_radius: '12px',
		img_list: [{ img_key: 'img_1', transparent: true }],
	},
	{ tag: 'person', user_id: 'ou_1', size: 'extra_small', show_avatar: true, show_name: false, style: 'capsule' },
	{
		tag: 'person_list',
		persons: [{ id: 'ou_1' }],
		lines: 1,
		drop_invalid_user_id: true,
		icon,
		ud_icon: { token: 'x', style: { color: 'red' } },
	},
	{ tag: 'chart', chart_spec: { type: 'bar' }, aspect_ratio: '2:1', color_theme: 'converse', height: 'auto' },
	{
		tag: 'table',
		page_size: 10,
		row_height: 'auto',
		row_max_height: '999px',
		freeze_first_column: true,
		header_style: { text_align: 'left', text_size: 'heading', background_style: 'none', text_color: 'cus-0', lines: 3 },
		columns: [
			{ name: 'a', display_name: 'A', width: '25%', vertical_align: 'top', horizontal_align: 'right' },
			{ name: 'b', data_type: 'number', format: { precision: 0, symbol: '¥', separator: true } },
			{ name: 'c', data_type: 'date', date_format: 'YYYY/MM/DD' },
		],
		rows: [],
	},
	{ ...layout, tag: 'interactive_container', has_border: true, behaviors, hover_tips: words('x'), elements: [] },
	{
		...layout,
		tag: 'collapsible_panel',
		expanded: false,
		header: {
			title: { tag: 'markdown', content: '**a**' },
			icon,
			icon_position: 'follow_text',
			icon_expanded_angle: -90,
			width: 'auto_when_fold',
			vertical_align: 'center',
			position: 'top',
		},
		border: { color: 'grey', corner_radius: '5px' },
		elements: [],
	},
	{
		tag: 'column_set',
		flex_mode: 'bisect',
		horizontal_spacing: 'default',
		horizontal_align: 'right',
		action: { multi_url: link },
		columns: [{ ...layout, tag: 'column', width: 'weighted', weight: 5, background_style: 'grey', elements: [] }],
	},
	{ ...control, tag: 'button', type: 'laser', size: 'tiny', text: words('x'), icon, hover_tips: {}, multi_url: link },
	{
		...control,
		tag: 'input',
		placeholder: words('x'),
		label: words('x'),
		label_position: 'left',
		default_value: '',
		i18n_default_value: { en_us: 'x' },
		max_length: 1000,
		input_type: 'multiline_text',
		rows: 1,
		auto_resize: true,
		max_rows: 0.5,
		show_icon: false,
	},
	{ ...control, tag: 'overflow', options: [{ text: words('x'), multi_url: link, value: 'v' }, {}] },
	{
		...control,
		tag: 'select_static',
		type: 'text',
		initial_index: 0,
		initial_option: 'none of them',
		options: [option],
	},
	{
		...control,
		tag: 'select_person',
		initial_option: 'ou_9',
		options: [{ value: 'ou_1' }, {}],
		placeholder: words(''),
	},
	{ ...control, tag: 'date_picker', initial_date: '2024-01-01' },
	{ ...control, tag: 'picker_time', initial_time: '11:30', confirm: {} },
	{ ...control, tag: 'picker_datetime', initial_datetime: '2024-01-01 11:30' },
	{
		...control,
		tag: 'select_img',
		multi_select: false,
		can_preview: true,
		layout: 'stretch',
		aspect_ratio: '4:3',
		options: [{ img_key: 'img_1', value: 'v', disabled: true, disabled_tips: words('x'), hover_tips: words('x') }],
	},
	{
		...control,
		tag: 'checker',
		checked: true,
		text: { tag: 'lark_md', content: 'x' },
		overall_checkable: false,
		button_area: { pc_display_rule: 'on_hover', buttons: [{ tag: 'button', type: 'text', text: words('x') }] },
		checked_style: { show_strikethrough: true, opacity: 0.5 },
		padding: '2px',
	},
];

describe('what the pages list is taken', () => {
	it.each(WHOLE.map((element) => [String(element.tag), element] as const))('%s', (_tag, element) => {
		expect(() => check(card(element))).not.toThrow();
		// The card builder and programs write what is not set as null or as an empty text.
		const blank = Object.fromEntries(Object.keys(element).map((name) => [name, null]));
		expect(() => check(card({ ...blank, ...element }))).not.toThrow();
	});

	it('in forms', () => {
		const people = { tag: 'multi_select_person', name: 'p', options: [{ value: 'ou_1' }], selected_values: ['ou_1'] };
		const several = { tag: 'multi_select_static', name: 'm', options: [option], selected_values: ['1'] };
		const pictures = { tag: 'select_img', name: 'i', multi_select: true, options: [{ img_key: 'img_1' }] };
		expect(() => check(card({ ...layout, ...form(people, several, pictures) }))).not.toThrow();
	});

	it('around the elements', () => {
		const header = {
			title: { tag: 'lark_md', content: ':OK:' },
			subtitle: words('x'),
			text_tag_list: [{ tag: 'text_tag', element_id: 't1', text: words('x'), color: 'neutral' }],
			i18n_text_tag_list: { en_us: [{ tag: 'text_tag', text: words('x'), color: 'lime' }] },
			template: 'default',
			icon,
			padding: '12px',
		};
		const config = {
			streaming_mode: true,
			streaming_config: {
				print_frequency_ms: { default: 30, android: 25, ios: 40, pc: 50 },
				print_step: { default: 2 },
				print_strategy: 'delay',
			},
			summary: { content: 'x', i18n_content: { en_us: 'x' } },
			locales: ['en_us'],
			enable_forward: true,
			update_multi: true,
			width_mode: 'compact',
			use_custom_translation: false,
			enable_forward_interaction: false,
			style: {
				text_size: { 'cus-0': { default: 'medium', pc: 'medium', mobile: 'large' } },
				color: { 'cus-0': { light_mode: 'rgba(5,157,178,0.52)', dark_mode: 'rgba(78,23,108,0.49)' } },
			},
		};
		const { margin: _margin, ...body } = layout;
		const all = { schema: '2.0', config, card_link: link, header, i18n_header: { zh_cn: header }, body, fallback: {} };
		expect(() => check(all)).not.toThrow();
	});
});

describe('properties within properties', () => {
	it.each<[string, JsonObject]>([
		[
			"config.summary: the property 'contents' is unknown | Did you mean 'content'?",
			{ config: { summary: { contents: 'x' } } },
		],
		[
			"config.streaming_config: the property 'print_speed' is unknown",
			{ config: { streaming_mode: true, streaming_config: { print_speed: 1 } } },
		],
		[
			"config.streaming_config.print_step: the property 'web' is unknown",
			{ config: { streaming_config: { print_step: { web: 1 } } } },
		],
		['config: version 2.0 has no compact_width any more | Write "width_mode"', { config: { compact_width: true } }],
		["card_link: the property 'web_url' is unknown", { card_link: { url: 'https://a.b', web_url: 'https://a.b' } }],
		["body: the property 'margin' is unknown", { body: { margin: '1px', elements: [] } }],
		["header: the property 'element_id' is unknown", { header: { title: words('x'), element_id: 'a' } }],
	])('%s', (said, parts) => {
		expect(saidOf({ schema: '2.0', ...parts })).toContain(said);
	});

	it.each<[string, JsonObject]>([
		["behaviors[0].urll' is unknown", { tag: 'button', behaviors: [{ type: 'open_url', urll: 'https://a.b' }] }],
		["behaviors[1].type' is missing", { tag: 'button', behaviors: [...behaviors.slice(1), { value: {} }] }],
		[
			"header.colour' is unknown",
			{ tag: 'collapsible_panel', header: { title: words('x'), colour: 'red' }, elements: [] },
		],
		["border.width' is unknown", { tag: 'collapsible_panel', header: {}, border: { width: '1px' } }],
		['no style any more | Write "color"', { tag: 'markdown', content: '', icon: { ...icon, style: { color: 'red' } } }],
		['no extra any more | Put it beside', { tag: 'div', text: words('x'), extra: { tag: 'button' } }],
		['no href any more | Write <link', { tag: 'markdown', content: '[a]($u)', href: { u: { url: 'https://a.b' } } }],
		['no confirm any more', { ...form(), confirm }],
		["no size 'stretch_without_padding' any more", { tag: 'img', img_key: 'i', size: 'stretch_without_padding' }],
		["hover_tips' is unknown", { tag: 'input', hover_tips: words('x') }],
		["i18n_text' is unknown", { tag: 'button', i18n_text: {} }],
		["columns[0].type' is unknown", { tag: 'table', columns: [{ name: 'a', type: 'text' }], rows: [] }],
		[
			"columns[0].format.digits' is unknown",
			{ tag: 'table', columns: [{ name: 'a', format: { digits: 1 } }], rows: [] },
		],
		["options[0].label' is unknown", { tag: 'select_static', options: [{ ...option, label: 'x' }] }],
		["action.url' is unknown", { tag: 'column_set', columns: [], action: { url: 'https://a.b' } }],
		["checked_style.colour' is unknown", { tag: 'checker', checked_style: { colour: 'red' } }],
	])('%s', (said, element) => {
		expect(saidOf(card(element))).toContain(said);
	});
});

describe('what must be there', () => {
	it.each<[string, JsonObject, string?]>([
		['rows', { tag: 'table', columns: [{ name: 'a' }] }],
		['columns', { tag: 'table', rows: [] }],
		['columns[0].name', { tag: 'table', columns: [{}], rows: [] }],
		['columns', { tag: 'column_set' }],
		['header', { tag: 'collapsible_panel', elements: [] }],
		['elements', { tag: 'interactive_container' }],
		['elements', { tag: 'form', name: 'f' }],
		['name', { tag: 'form', elements: [] }],
		['options', { tag: 'overflow' }],
		['options', { tag: 'select_img' }],
		['options[0].img_key', { tag: 'select_img', options: [{ value: 'x' }] }],
		['options[0].value', { tag: 'select_static', options: [{ text: words('x') }] }],
		['options[0].text', { tag: 'select_static', options: [{ value: 'x' }] }],
		['combination_mode', { tag: 'img_combination', img_list: [] }],
		['img_list', { tag: 'img_combination', combination_mode: 'double' }],
		['img_list[0].img_key', { tag: 'img_combination', combination_mode: 'double', img_list: [{}] }],
		['persons', { tag: 'person_list' }],
		['persons[0].id', { tag: 'person_list', persons: [{}] }],
		['user_id', { tag: 'person' }],
		['chart_spec', { tag: 'chart' }],
		['file_key', { tag: 'audio' }],
		['content', { tag: 'markdown' }],
		['content', { tag: 'markdown', content: null }],
		// The nearest name that is known, text_size, would mislead.
		['content', { tag: 'markdown', text: 'hi' }, ", and 'text' is unknown"],
		[
			'confirm.text',
			{ tag: 'button', confirm: { title: words('x'), body: words('x') } },
			", and 'confirm.body' is unknown",
		],
		['confirm.text', { tag: 'button', confirm: { title: words('x') } }],
	])('%s', (name, element, more = '') => {
		expect(saidOf(card(element))).toContain(`the property '${name}' is missing${more}`);
	});

	it('names a name that is nearly the one that is missing', () => {
		const said = saidOf(card({ tag: 'markdown', contant: 'hi' }));
		expect(said).toContain("the property 'contant' is unknown | Did you mean 'content'?");
	});
});

describe('values of another form', () => {
	it.each<[string, JsonObject]>([
		['content is 5, not a text', { tag: 'markdown', content: 5 }],
		['columns is {}, not a list', { tag: 'table', columns: {}, rows: [] }],
		['columns[0] is "a", not an object', { tag: 'table', columns: ['a'], rows: [] }],
		['text is "Go", not an object with a tag', { tag: 'button', text: 'Go' }],
		["text can't be a 'markdown' | Its tag is plain_text or lark_md", { tag: 'button', text: { tag: 'markdown' } }],
		["icon can't be a 'img'", { tag: 'markdown', content: '', icon: { tag: 'img' } }],
		['behaviors is {"type":"callback"}, not a list', { tag: 'button', behaviors: { type: 'callback' } }],
		['disabled is "true", not true or false', { tag: 'button', disabled: 'true' }],
		['page_size is "5", not a number', { tag: 'table', columns: [], rows: [], page_size: '5' }],
		['options[0].value is 1, not a text', { tag: 'select_static', options: [{ text: words('x'), value: 1 }] }],
		['selected_values[0] is 1, not a text', form({ tag: 'multi_select_static', name: 'm', selected_values: [1] })],
		['i18n_content is "x", not an object by language', { tag: 'markdown', i18n_content: 'x' }],
		['i18n_content.en_us is 5, not a text', { tag: 'markdown', i18n_content: { en_us: 5 } }],
		['custom_width is true, not a text', { tag: 'img', img_key: 'i', custom_width: true }],
		['elements is {}, not a list', { tag: 'interactive_container', elements: {} }],
		['elements[0] is no object with a tag', { tag: 'interactive_container', elements: ['hr'] }],
		['header is [], not an object', { tag: 'collapsible_panel', header: [] }],
		['title is "x", not an object with a tag', { tag: 'img', img_key: 'i', title: 'x' }],
		["hover_tips.text' is unknown", { tag: 'button', hover_tips: { text: 'x' } }],
		[`alt is "${'a'.repeat(39)}…, not`, { tag: 'img', img_key: 'i', alt: 'a'.repeat(60) }],
	])('%s', (said, element) => {
		expect(saidOf(card(element))).toContain(said);
	});

	it.each<[string, JsonObject]>([
		['body: elements is {}, not a list', { body: { elements: {} } }],
		['body: elements[0] is no object with a tag', { body: { elements: [{}] } }],
		['The card: body is [], not an object', { body: [] }],
		['The card: header is "x", not an object', { header: 'x' }],
		["header: title can't be a 'markdown'", { header: { title: { tag: 'markdown', content: 'x' } } }],
		['config: locales is "en_us", not a list', { config: { locales: 'en_us' } }],
		['config: enable_forward is "false", not true or false', { config: { enable_forward: 'false' } }],
		['config.summary: content is 5, not a text', { config: { summary: { content: 5 } } }],
	])('%s', (said, parts) => {
		expect(saidOf({ schema: '2.0', ...parts })).toContain(said);
	});
});

describe('fixed lists and ranges', () => {
	it.each<[string, JsonObject]>([
		["the type 'warning' is unknown | One of danger", { tag: 'button', type: 'warning' }],
		["the size 'huge' is unknown", { tag: 'button', size: 'huge' }],
		[
			"the columns[0].data_type 'link' is unknown",
			{ tag: 'table', columns: [{ name: 'a', data_type: 'link' }], rows: [] },
		],
		["the behaviors[0].type 'request' is unknown", { tag: 'button', behaviors: [{ type: 'request' }] }],
		["the combination_mode 'quad' is unknown", { tag: 'img_combination', combination_mode: 'quad', img_list: [] }],
		["the scale_type 'fit' is unknown", { tag: 'img', img_key: 'i', scale_type: 'fit' }],
		["the text_align 'middle' is unknown", { tag: 'markdown', content: '', text_align: 'middle' }],
		["the aspect_ratio '3:2' is unknown", { tag: 'chart', chart_spec: { type: 'bar' }, aspect_ratio: '3:2' }],
		["the input_type 'email' is unknown", { tag: 'input', input_type: 'email' }],
		["the flex_mode 'wrap' is unknown", { tag: 'column_set', columns: [], flex_mode: 'wrap' }],
		["margin '1px 2px 3px 4px 5px' is not possible", { tag: 'hr', margin: '1px 2px 3px 4px 5px' }],
		["margin '5em' is not possible", { tag: 'hr', margin: '5em' }],
		[
			"horizontal_spacing 'huge' is not possible | One of small",
			{ tag: 'column_set', columns: [], horizontal_spacing: 'huge' },
		],
		["margin '5%' is not possible | -99px to 99px", { tag: 'hr', margin: '5%' }],
		["row_height 'tall' is not possible", { tag: 'table', columns: [], rows: [], row_height: 'tall' }],
		["columns[0].width 'wide' is not possible", { tag: 'table', columns: [{ name: 'a', width: 'wide' }], rows: [] }],
		[
			'button_area.buttons has 4 entries',
			{ tag: 'checker', button_area: { buttons: Array(4).fill({ tag: 'button', text: words('x') }) } },
		],
		['weight 9 is outside of 1 to 5', { tag: 'column_set', columns: [{ tag: 'column', weight: 9 }] }],
		[
			'weight 1.5 is outside of 1 to 5: it is no whole number',
			{ tag: 'column_set', columns: [{ tag: 'column', weight: 1.5 }] },
		],
		['page_size 20 is outside of 1 to 10', { tag: 'table', columns: [], rows: [], page_size: 20 }],
		['max_length 0 is outside of 1 to 1000', { tag: 'input', max_length: 0 }],
		['lines 0 is not possible | A whole number from 1', { tag: 'person_list', persons: [], lines: 0 }],
		['header_style.lines 0 is not possible', { tag: 'table', columns: [], rows: [], header_style: { lines: 0 } }],
		[
			'columns[0].format.precision 11 is outside of 0 to 10',
			{ tag: 'table', columns: [{ name: 'a', format: { precision: 11 } }], rows: [] },
		],
		['checked_style.opacity 2 is outside of 0 to 1', { tag: 'checker', checked_style: { opacity: 2 } }],
		[
			'header.icon_expanded_angle 45 is not possible | One of -180',
			{ tag: 'collapsible_panel', header: { icon_expanded_angle: 45 } },
		],
	])('%s', (said, element) => {
		expect(saidOf(card(element))).toContain(said);
	});

	it.each<[string, JsonObject]>([
		["config: the width_mode 'wide' is unknown", { config: { width_mode: 'wide' } }],
		["print_strategy 'slow' is unknown", { config: { streaming_config: { print_strategy: 'slow' } } }],
		[
			"the color 'grey' is unknown",
			{ header: { title: words('x'), text_tag_list: [{ tag: 'text_tag', color: 'grey' }] } },
		],
		["the direction 'row' is unknown", { body: { direction: 'row' } }],
	])('%s', (said, parts) => {
		expect(saidOf({ schema: '2.0', ...parts })).toContain(said);
	});

	it('leaves alone what the pages say is without effect, or leave open', () => {
		for (const element of [
			{ tag: 'markdown', content: 'a', text_size: 'gigantic' },
			{ tag: 'div', text: { ...words('a'), text_color: 'nocolor' } },
			{ tag: 'input', required: true, max_rows: -3 },
			{ tag: 'chart', chart_spec: { type: 'bar' }, height: '300px', aspect_ratio: '1:1' },
			{
				tag: 'table',
				columns: [{ name: 'a', data_type: 'text', format: { precision: 2 } }],
				rows: [],
				row_max_height: '50px',
			},
			{ tag: 'img', img_key: 'i' },
			{ tag: 'date_picker' },
			{ tag: 'button' },
		])
			expect(() => check(card(element))).not.toThrow();
	});
});

describe('names', () => {
	it('tell the block, and the property within it', () => {
		const wrong = card({ tag: 'button', behaviors: [{ type: 'open_url', urll: '' }] });
		expect(saidOf(wrong, { nameOf: () => 'Block 3 (Buttons)' })).toMatch(
			/^Block 3 \(Buttons\): the property 'behaviors\[0\]\.urll' is unknown \| See /,
		);
	});
});
