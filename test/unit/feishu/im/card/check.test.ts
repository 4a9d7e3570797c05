import { checkCard, type CheckOptions } from '../../../../../feishu/im/card';
import { isWithinLimits } from '../../../../../feishu/im/content/contentLimits';
import type { JsonObject } from '../../../../../feishu/json';
import { thrownBy } from '../../../../support/feishuCalls';

const card = (...elements: unknown[]): JsonObject => ({ schema: '2.0', body: { elements } });
const check = (value: JsonObject, options: Partial<CheckOptions> = {}) =>
	checkCard(value, { field: 'Card JSON', ...options });
const text = (content: string) => ({ tag: 'plain_text', content });
const submit = { tag: 'button', name: 's', text: text('Send'), form_action_type: 'submit' };
const form = (...elements: unknown[]) => ({ tag: 'form', name: 'f', elements: [...elements, submit] });
const table = { tag: 'table', columns: [{ name: 'a', data_type: 'number' }], rows: [] };
const nested = (depth: number): object =>
	depth === 0 ? { tag: 'hr' } : { tag: 'interactive_container', elements: [nested(depth - 1)] };

describe('checkCard', () => {
	it.each<[string, JsonObject]>([
		['an empty card', {}],
		['an empty card 2.0', { schema: '2.0' }],
		['a template', { type: 'template', data: { template_id: 'AAq1' } }],
		['1.0 with properties that nobody knows', { elements: [{ tag: 'note', foo: 1 }], header: { template: 'gray' } }],
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
			'properties of charts and values',
			card(
				{ tag: 'chart', chart_spec: { tag: 'x', type: 'bar' } },
				{ tag: 'button', behaviors: [{ type: 'callback', value: { tag: 'y' } }] },
			),
		],
		['five tables', card(...Array<unknown>(5).fill(table))],
		['five containers in one another', card(nested(5))],
		['200 elements', card(...Array<unknown>(200).fill({ tag: 'hr' }))],
		['rows of a table that have tags', card({ ...table, rows: [{ a: 1, tag: 'x', other: 1 }] })],
		['wide_screen_mode, which the documentation still shows', { schema: '2.0', config: { wide_screen_mode: true } }],
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
		['The card: the elements of version 2.0 stand in body', { schema: '2.0', elements: [] }, 'body'],
		["The card: the property 'headr' is unknown", { schema: '2.0', headr: {} }, "'header'"],
		["config: the property 'widthMode' is unknown", { schema: '2.0', config: { widthMode: 'fill' } }, "'width_mode'"],
		[
			'config.update_multi: version 2.0 has no cards that differ for each person',
			{ schema: '2.0', config: { update_multi: false } },
			'true',
		],
		["header.template: the color 'gray' is unknown", { schema: '2.0', header: { template: 'gray' } }, 'grey'],
		['header.ud_icon: version 2.0 has no ud_icon', { schema: '2.0', header: { ud_icon: {} } }, 'standard_icon'],
		[
			'body.elements[5] (table): it is table 6; Feishu takes at most 5 in a card',
			card(...Array<unknown>(6).fill(table)),
			'split the card',
		],
		[
			'body.elements[0].elements[0] (table): a table can stand only directly in the card',
			card({ tag: 'collapsible_panel', elements: [table] }),
			'Take it out',
		],
		[
			'body.elements[0] (table): it has 51 columns; Feishu shows at most 50',
			card({ ...table, columns: Array.from({ length: 51 }, (_gap, at) => ({ name: `c${at}` })) }),
			'Take some out',
		],
		['body.elements[0] (table): column 1 has no name', card({ ...table, columns: [{}] }), 'name'],
		['body.elements[0] (table): page_size 20 is outside of 1 to 10', card({ ...table, page_size: 20 }), ''],
		['body.elements[0] (table): row 2 is no object', card({ ...table, rows: [{}, 'x'] }), 'Each row'],
		['body.elements[0] (table): row 1, column \'a\': "x" is not a number', card({ ...table, rows: [{ a: 'x' }] }), ''],
		[
			'body.elements[0] (markdown): it has 5 tables; Feishu takes at most 4 in a text',
			card({ tag: 'markdown', content: '|a|\n|-|\n|1|\n\n'.repeat(5) }),
			'Divide',
		],
		['body.elements[0] (chart): chart_spec is no object', card({ tag: 'chart', chart_spec: '{}' }), 'VChart'],
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
			'body.elements[0] (multi_select_static): a multi_select_static works in a form only',
			card({ tag: 'multi_select_static' }),
			'form',
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
});
