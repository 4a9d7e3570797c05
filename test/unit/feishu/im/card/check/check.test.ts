import { isWithinLimits } from '../../../../../../feishu/im/content/contentLimits';
import type { JsonObject } from '../../../../../../feishu/json';
import { card, check, form, words } from '../../../../../support/cards';
import { thrownBy } from '../../../../../support/feishuCalls';

const submit = { tag: 'button', name: 's', text: words('Send'), form_action_type: 'submit' };
const table = { tag: 'table', columns: [{ name: 'a', data_type: 'number' }], rows: [] };
const nested = (depth: number): object =>
	depth === 0 ? { tag: 'hr' } : { tag: 'interactive_container', elements: [nested(depth - 1)] };
const panel = (...elements: unknown[]) => ({ tag: 'collapsible_panel', header: { title: words('T') }, elements });

describe('checkCard', () => {
	it.each<[string, JsonObject]>([
		['an empty card', {}],
		['an empty card 2.0', { schema: '2.0' }],
		['a blank card with its settings', { schema: '2.0', config: { update_multi: true }, header: {}, card_link: {} }],
		['a template', { type: 'template', data: { template_id: 'AAq1' } }],
		[
			'1.0 with properties that nobody knows',
			{ elements: [{ tag: 'note', foo: 1 }], header: { template: 'gray', title: words('T') } },
		],
		['empty Markdown, as it is before streaming', card({ tag: 'markdown', content: '' })],
		['texts in several languages', card({ tag: 'markdown', i18n_content: { en_us: 'a' } })],
		['a form', card(form({ tag: 'input', name: 'i' }))],
		[
			'a form with the older submit',
			card({
				tag: 'form',
				name: 'f',
				elements: [{ ...submit, form_action_type: undefined, action_type: 'form_submit' }],
			}),
		],
		[
			'a form whose button submits by a behavior',
			card({
				tag: 'form',
				name: 'f',
				elements: [
					{ tag: 'button', name: 'b', text: words('Send'), behaviors: [{ type: 'form_action', behavior: 'submit' }] },
				],
			}),
		],
		[
			'small buttons without names beside a checker in a form',
			card(form({ tag: 'checker', name: 'c', button_area: { buttons: [{ tag: 'button', text: words('x') }] } })),
		],
		[
			'one name twice outside of forms',
			card({ tag: 'input', name: 'i' }, { tag: 'input', name: 'i' }, form({ tag: 'input', name: 'j' })),
		],
		[
			'properties of charts and values',
			card(
				{ tag: 'chart', chart_spec: { tag: 'x', type: 'bar' } },
				{ tag: 'button', behaviors: [{ type: 'callback', value: { tag: 'y' } }] },
			),
		],
		['five tables', card(...Array<unknown>(5).fill(table))],
		['five containers in one another', card(nested(5))],
		['200 elements', card(...Array<unknown>(200).fill({ tag: 'hr' }))],
		['wide_screen_mode, which the documentation still shows', { schema: '2.0', config: { wide_screen_mode: true } }],
		[
			'more tags in the header than are shown',
			{ schema: '2.0', header: { title: words('T'), text_tag_list: tags(4) } },
		],
		[
			'more columns than are shown',
			card({ ...table, columns: Array.from({ length: 51 }, (_gap, at) => ({ name: `c${at}` })) }),
		],
		['a header with its subtitle alone', { schema: '2.0', header: { subtitle: words('S') } }],
	])('accepts %s', (_what, value) => {
		expect(() => check(value)).not.toThrow();
	});

	it.each<[string, JsonObject, string]>([
		[
			"body.elements[1] (hr): the property 'marign' is unknown",
			card({ tag: 'hr' }, { tag: 'hr', marign: '1px' }),
			"'margin'",
		],
		[
			"body.elements[0] (img): the property 'image_key' is unknown",
			card({ tag: 'img', image_key: 'x' }),
			'content-components/image',
		],
		[
			"body.elements[0].text (plain_text): the property 'text' is unknown",
			card({ tag: 'div', text: { tag: 'plain_text', text: 'x' } }),
			'plain-text',
		],
		["body.elements[0] (img): the property 'img_key' is missing", card({ tag: 'img' }), 'content-components/image'],
		["body.elements[0] (buton): the tag 'buton' is unknown", card({ tag: 'buton' }), "'button'"],
		[
			'body.elements[0] (note): version 2.0 does not have this component any more',
			card({ tag: 'note', elements: [] }),
			'notation',
		],
		[
			'body.elements[0] (action): version 2.0 does not have this component any more',
			card({ tag: 'action', actions: [] }),
			'columns',
		],
		['body.elements[0] (repeat): only the card builder has this component', card({ tag: 'repeat' }), 'template'],
		['The card: the elements of version 2.0 stand in body', { schema: '2.0', elements: [] }, 'body'],
		["The card: the property 'headr' is unknown", { schema: '2.0', headr: {} }, "'header'"],
		["config: the property 'widthMode' is unknown", { schema: '2.0', config: { widthMode: 'fill' } }, "'width_mode'"],
		[
			'config.update_multi: version 2.0 has no cards that differ for each person',
			{ schema: '2.0', config: { update_multi: false } },
			'true',
		],
		["header: the template 'gray' is unknown", { schema: '2.0', header: { template: 'gray' } }, 'grey'],
		["header: the property 'title' is missing", { schema: '2.0', header: { template: 'grey' } }, ''],
		['header: version 2.0 has no ud_icon any more', { schema: '2.0', header: { ud_icon: {} } }, 'standard_icon'],
		[
			'body.elements[5] (table): it is table 6; Feishu takes at most 5 in a card',
			card(...Array<unknown>(6).fill(table)),
			'split the card',
		],
		[
			'body.elements[0].elements[0] (table): a table can stand only directly in the card',
			card(panel(table)),
			'Take it out',
		],
		[
			'body.elements[0] (markdown): it has 5 tables; Feishu takes at most 4 in a text',
			card({ tag: 'markdown', content: '|a|\n|-|\n|1|\n\n'.repeat(5) }),
			'Divide',
		],
		['body.elements[0] (chart): chart_spec is no object', card({ tag: 'chart', chart_spec: '{}' }), 'VChart'],
		['body.elements[0] (chart): chart_spec has no type', card({ tag: 'chart', chart_spec: { data: {} } }), 'bar'],
		[
			'body.elements[0] (chart): the axes of chart_spec are no list',
			card({ tag: 'chart', chart_spec: { type: 'bar', axes: null } }),
			'list',
		],
		[
			"body.elements[0] (hr): the element_id 'a-b' is not possible",
			card({ tag: 'hr', element_id: 'a-b' }),
			'20 characters',
		],
		[
			"body.elements[1] (hr): the element_id 'a' is used twice",
			card({ tag: 'hr', element_id: 'a' }, { tag: 'hr', element_id: 'a' }),
			'differ',
		],
		[
			'body.elements[0] (form): it has no submit button',
			card({ tag: 'form', name: 'f', elements: [] }),
			'form_action_type',
		],
		['body.elements[0].elements[0] (input): it has no name', card(form({ tag: 'input' })), 'names'],
		[
			"body.elements[0].elements[1] (button): the name 's' is used twice",
			card(form({ tag: 'input', name: 's' })),
			'differ',
		],
		[
			"body.elements[1].elements[0] (input): the name 'i' is used twice",
			card({ tag: 'input', name: 'i' }, form({ tag: 'input', name: 'i' })),
			'whole card',
		],
		[
			"body.elements[1] (input): the name 'i' is used twice",
			card(form({ tag: 'input', name: 'i' }), { tag: 'input', name: 'i' }),
			'whole card',
		],
		[
			'body.elements[0] (multi_select_static): a multi_select_static works in a form only',
			card({ tag: 'multi_select_static' }),
			'form',
		],
		[
			'body.elements[0] (select_img): several pictures can be chosen in a form only',
			card({ tag: 'select_img', multi_select: true, options: [{ img_key: 'img_1' }] }),
			'form',
		],
		[
			"body.elements[0] (select_static): the value 'x' belongs to two options",
			card({ tag: 'select_static', options: [option('x'), option('y'), option('x')] }),
			'differ',
		],
		[
			'body.elements[0].elements[0].elements[0].elements[0].elements[0].elements[0] (interactive_container): it lies deeper than 5 containers',
			card(nested(6)),
			'Nest less',
		],
		[
			'body.elements[200] (hr): with it the card has more than 200 elements, of 201',
			card(...Array<unknown>(201).fill({ tag: 'hr' })),
			'Take some out',
		],
		[
			'elements[5] (table): it is table 6; Feishu takes at most 5 in a card',
			{ elements: Array<unknown>(6).fill(table) },
			'split',
		],
		[
			'i18n_elements.zh_cn[5] (table): it is table 6; Feishu takes at most 5 in a card',
			{ i18n_elements: { zh_cn: Array<unknown>(6).fill(table) } },
			'split',
		],
	])('says %s', (said, value, advice) => {
		const error = thrownBy(() => check(value)) as Error & { advice?: string };
		expect(error).toMatchObject({ name: 'InputError', field: 'Card JSON', message: said });
		expect(error.advice ?? '').toContain(advice);
	});

	it('tells too much from what is wrong otherwise', () => {
		const hr = { tag: 'hr' };
		const tables = '|a|\n|-|\n|1|\n\n'.repeat(5);
		for (const much of [
			card({ tag: 'markdown', content: 'a'.repeat(31 * 1024) }),
			card(...Array<unknown>(201).fill(hr)),
			card(...Array<unknown>(6).fill(table)),
			{ elements: Array<unknown>(6).fill(table) },
			card({ tag: 'markdown', content: tables }),
		])
			expect(isWithinLimits(() => check(much))).toBe(false);
		expect(isWithinLimits(() => check(card(hr)))).toBe(true);
		expect(() => isWithinLimits(() => check(card({ tag: 'img' })))).toThrow("the property 'img_key' is missing");
	});

	it('counts bytes, and names the largest part', () => {
		const large = card({ tag: 'hr' }, { tag: 'markdown', content: '中'.repeat(10_240) });
		expect(thrownBy(() => check(large)).message).toBe(
			"The card in 'Card JSON' has 30.1 KB; Feishu takes at most 30 KB; the largest part is body.elements[1] (markdown) with 30.1 KB",
		);
		const half = card({ tag: 'markdown', content: 'a'.repeat(20 * 1024) });
		expect(() => check(half)).not.toThrow();
		expect(thrownBy(() => check(half, { limitBytes: 20 * 1024, nameOf: () => 'Block 1' })).message).toContain(
			'at most 20 KB; the largest part is Block 1 with',
		);
		expect(thrownBy(() => check(half, { limitBytes: 20 * 1024 - 256 })).message).toContain('at most 19.7 KB');
	});

	it('counts the tables of each language for itself', () => {
		const five = Array<unknown>(5).fill(table);
		expect(() => check({ i18n_elements: { zh_cn: five, en_us: five } })).not.toThrow();
	});
});

function tags(count: number) {
	return Array.from({ length: count }, () => ({ tag: 'text_tag', text: words('x') }));
}

function option(value: string) {
	return { text: words(value), value };
}
