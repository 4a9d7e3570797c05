import type { JsonObject } from '../../../../../../feishu/json';
import { card, check, form, saidOf, words } from '../../../../../support/cards';

const header = { title: words('T') };
const table = { tag: 'table', columns: [{ name: 'a' }], rows: [] };
const columns = (...elements: unknown[]) => ({ tag: 'column_set', columns: [{ tag: 'column', elements }] });

describe('what can stand where', () => {
	it.each<[string, JsonObject]>([
		["body.elements[0] (plain_text): a plain_text can't stand here by itself | Its place is in a div", words('x')],
		["body.elements[0] (lark_md): a lark_md can't stand here", { tag: 'lark_md', content: 'x' }],
		["body.elements[0] (standard_icon): a standard_icon can't stand here", { tag: 'standard_icon', token: 'x' }],
		["body.elements[0] (text_tag): a text_tag can't stand here", { tag: 'text_tag', text: words('x') }],
		[
			"body.elements[0] (column): a column can't stand here by itself | Its place is in columns",
			{ tag: 'column', elements: [] },
		],
		[
			'body.elements[0].columns[0] (markdown): columns hold nothing but columns',
			{ tag: 'column_set', columns: [{ tag: 'markdown', content: 'x' }] },
		],
		["body.elements[0].columns[0].elements[0] (plain_text): a plain_text can't stand here", columns(words('x'))],
		[
			'body.elements[0].button_area.buttons[0] (input): buttons hold nothing but buttons',
			{ tag: 'checker', button_area: { buttons: [{ tag: 'input' }] } },
		],
		['body.elements[0].columns[0].elements[0] (table): a table can stand only directly in the card', columns(table)],
		['body.elements[0].elements[0] (form): a form can stand only directly in the card', form({ ...form(), name: 'g' })],
		[
			'body.elements[0].elements[0] (table): a table can stand only directly in the card',
			{ tag: 'interactive_container', elements: [table] },
		],
		[
			'body.elements[0].elements[0] (form): a form can stand only directly in the card',
			{ tag: 'collapsible_panel', header, elements: [form()] },
		],
		['(multi_select_person): a multi_select_person works in a form only', columns({ tag: 'multi_select_person' })],
	])('%s', (said, element) => {
		expect(saidOf(card(element))).toContain(said);
	});

	it('a header holds tags only', () => {
		const list = { text_tag_list: [{ tag: 'markdown', content: 'x' }] };
		expect(saidOf({ schema: '2.0', header: { ...header, ...list } })).toContain(
			'header.text_tag_list[0] (markdown): the list holds nothing but tags',
		);
	});

	it('containers hold everything else, charts and menus too', () => {
		const inner = [
			{ tag: 'chart', chart_spec: { type: 'pie' } },
			{ tag: 'overflow', options: [] },
			{ tag: 'img_combination', combination_mode: 'double', img_list: [] },
			{ tag: 'div', text: words('x') },
			columns({ tag: 'hr' }),
			{ tag: 'interactive_container', elements: [] },
		];
		const holders = [
			{ tag: 'interactive_container', elements: inner },
			{ tag: 'collapsible_panel', header, elements: inner },
			columns(...inner),
			form(...inner),
		];
		expect(() => check(card(...holders))).not.toThrow();
	});

	it('a form finds its button however deep it lies', () => {
		const submit = { tag: 'button', name: 's', form_action_type: 'submit' };
		const deep = {
			tag: 'collapsible_panel',
			header,
			elements: [columns({ tag: 'interactive_container', elements: [submit] })],
		};
		expect(() => check(card({ tag: 'form', name: 'f', elements: [deep] }))).not.toThrow();
	});
});
