import type { JsonObject } from '../../../../../../feishu/json';
import { check, form, saidOf, words } from '../../../../../support/cards';

const table = { tag: 'table', columns: [{ name: 'a' }], rows: [] };
const chart = { tag: 'chart', chart_spec: { type: 'bar' } };
const div = { tag: 'div', text: words('x') };
const images = { tag: 'img_combination', combination_mode: 'double', img_list: [] };
const columns = (...elements: unknown[]) => ({ tag: 'column_set', columns: [{ tag: 'column', elements }] });
const clickable = (...elements: unknown[]) => ({ tag: 'interactive_container', elements });
const panel = (...elements: unknown[]) => ({ tag: 'collapsible_panel', header: {}, elements });

describe('a card of version 1.0', () => {
	it.each<[string, object]>([
		["elements[0].columns[0].elements[0] (table): in version 1.0 a column_set can't hold a table", columns(table)],
		["(img_combination): in version 1.0 a column_set can't hold a img_combination", columns(images)],
		["(form): in version 1.0 a column_set can't hold a form", columns(form())],
		["elements[0].elements[0] (chart): in version 1.0 a form can't hold a chart", form(chart)],
		["in version 1.0 a form can't hold a chart", form(columns(chart))],
		["in version 1.0 a form can't hold a form", form({ ...form(), name: 'g' })],
		["in version 1.0 a form can't hold a div | Put it into columns", form(div)],
		["in version 1.0 a interactive_container can't hold a chart", clickable(chart)],
		["in version 1.0 a interactive_container can't hold a chart", clickable(columns(chart))],
		["in version 1.0 a interactive_container can't hold a button", clickable({ tag: 'button' })],
		["in version 1.0 a collapsible_panel can't hold a table", panel(table)],
		["in version 1.0 a collapsible_panel can't hold a form", panel(form())],
		['(input): it has no name', form({ tag: 'input' })],
		['(form): it has no submit button', { tag: 'form', name: 'f', elements: [] }],
		["the name 's' is used twice", form({ tag: 'input', name: 's' })],
		[
			'(multi_select_static): a multi_select_static works in a form only',
			{ tag: 'action', actions: [{ tag: 'multi_select_static' }] },
		],
		['(select_img): several pictures can be chosen in a form only', { tag: 'select_img', multi_select: true }],
		[
			"the value 'x' belongs to two options",
			{ tag: 'action', actions: [{ tag: 'select_static', options: [{ value: 'x' }, { value: 'x' }] }] },
		],
		['(chart): chart_spec has no type', { tag: 'chart', chart_spec: {} }],
	])('is refused for it: %s', (said, element) => {
		expect(saidOf({ elements: [element] })).toContain(said);
		const inLanguage = saidOf({ schema: '1.0', i18n_elements: { zh_cn: [element] } });
		expect(inLanguage.replace('i18n_elements.zh_cn[', 'elements[')).toContain(said);
	});

	it('is taken with all else', () => {
		const elements = [
			columns(div, chart, clickable(div, columns(div)), { tag: 'input' }),
			form(columns(div), { tag: 'input', name: 'i' }, clickable(div)),
			panel(chart, columns(div), images),
			{ tag: 'note', elements: [words('x'), { tag: 'img', img_key: 'i' }] },
			{ tag: 'div', fields: [{ text: words('x') }], extra: { tag: 'button', unknown: 1 } },
			{ tag: 'unknown_component' },
		];
		expect(() =>
			check({ elements, header: { title: words('x'), template: 'gray', ud_icon: { token: 'x' } } }),
		).not.toThrow();
	});

	it('finds the submit button in an older module', () => {
		const actions = [{ tag: 'button', name: 'b', action_type: 'form_submit' }];
		expect(() =>
			check({ elements: [{ tag: 'form', name: 'f', elements: [{ tag: 'action', actions }] }] }),
		).not.toThrow();
	});

	it('may have one form in each of its languages, with the same names', () => {
		const asked = [form({ tag: 'input', name: 'i' })];
		expect(() => check({ i18n_elements: { zh_cn: asked, en_us: asked } })).not.toThrow();
	});

	it.each<[string, JsonObject]>([
		['elements: it is no list', { elements: {} }],
		['i18n_elements: it is no object by language', { i18n_elements: [] }],
		['i18n_elements.en_us: it is no list', { i18n_elements: { en_us: 'x' } }],
		["header: the property 'title' is missing", { header: { template: 'blue' }, elements: [] }],
		['header: it is no object', { header: 'x', elements: [] }],
	])('is no card otherwise: %s', (said, card) => {
		expect(saidOf(card)).toContain(said);
	});
});

describe('the version', () => {
	const body = { elements: [] };

	it.each<[string, JsonObject]>([
		['The card: body belongs to cards of version 2.0 | Add "schema": "2.0"', { header: { title: words('x') }, body }],
		['body belongs to cards of version 2.0', { schema: '1.0', body }],
		['The card: the schema 2 is no version of cards | Write the version as a text', { schema: 2, body }],
		['the schema "2" is no version', { schema: '2', body }],
		['the schema "v2.0" is no version', { schema: 'v2.0', elements: [] }],
	])('is said: %s', (said, card) => {
		expect(saidOf(card)).toContain(said);
	});

	it('is 1.0 unless said, where other properties are ignored', () => {
		for (const card of [{ elements: [] }, { schema: null, elements: [] }, { schema: '1.0', elements: [], body }])
			expect(() => check(card)).not.toThrow();
	});
});
