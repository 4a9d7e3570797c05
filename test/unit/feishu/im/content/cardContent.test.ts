import { cardFromJson, cardTemplate, isReference, withMentions } from '../../../../../feishu/im/content/cardContent';
import type { Mention } from '../../../../../feishu/im/content/textContent';
import { thrownBy } from '../../../../support/feishuCalls';

const old = { header: { title: { tag: 'plain_text', content: 'T' } }, elements: [{ tag: 'hr' }] };
const modern = { schema: '2.0', body: { direction: 'vertical', elements: [{ tag: 'hr' }] } };
const template = { type: 'template', data: { template_id: 'AAq1' } };

describe('cardFromJson', () => {
	it.each<[string, unknown, object]>([
		['1.0', old, old],
		['2.0', modern, modern],
		['several languages', { i18n_elements: { zh_cn: [] } }, { i18n_elements: { zh_cn: [] } }],
		['a header alone', { header: {} }, { header: {} }],
		['a template', template, template],
		['a card ID', { type: 'card', data: { card_id: '1' } }, { type: 'card', data: { card_id: '1' } }],
		['a message around the card', { msg_type: 'interactive', card: old }, old],
		['a message with content as text', { msg_type: 'interactive', content: JSON.stringify(modern) }, modern],
		['a message with content', { msg_type: 'interactive', content: template }, template],
		['the export of the card builder', { name: 'My card', dsl: modern, variables: [] }, modern],
		['the same with the card as text', { name: 'My card', dsl: JSON.stringify(old) }, old],
	])('accepts %s', (_form, value, card) => {
		expect(cardFromJson('Card JSON', value)).toEqual(card);
	});

	it.each<[string, unknown]>([
		['nothing', undefined],
		['text', 'Hello'],
		['a list', [old]],
		['another object', { a: 1 }],
		['a version alone', { schema: '2.0' }],
		['a message without a card', { msg_type: 'interactive', card: { a: 1 } }],
		['an export without a card', { dsl: 5 }],
	])('refuses %s', (_form, value) => {
		const error = thrownBy(() => cardFromJson('Card JSON', value));
		expect(error).toMatchObject({
			name: 'InputError',
			field: 'Card JSON',
			advice: expect.stringContaining('JSON object'),
		});
		expect(error.message).toBe("The field 'Card JSON' holds no card");
	});

	it('tells broken JSON within a message', () => {
		const error = thrownBy(() => cardFromJson('Card JSON', { msg_type: 'interactive', content: '{"schema"' }));
		expect(error.message).toBe("The card in 'Card JSON' is not valid JSON");
	});
});

describe('withMentions', () => {
	const mentions: Mention[] = [{ everyone: true }, { everyone: false, id: 'ou_1' }];
	const block = { tag: 'markdown', content: '<at id=all></at> <at id=ou_1></at>' };

	it('puts them before the elements of either version, and leaves the card as it was', () => {
		const before = JSON.stringify([old, modern]);
		expect(withMentions(old, mentions)).toEqual({ ...old, elements: [block, { tag: 'hr' }] });
		expect(withMentions(modern, mentions)).toEqual({
			schema: '2.0',
			body: { direction: 'vertical', elements: [block, { tag: 'hr' }] },
		});
		expect(JSON.stringify([old, modern])).toBe(before);
	});

	it('makes room where there is none yet', () => {
		expect(withMentions({ header: {} }, mentions)).toEqual({ header: {}, elements: [block] });
		expect(withMentions({ schema: '2.0', header: {} }, mentions)).toEqual({
			schema: '2.0',
			header: {},
			body: { elements: [block] },
		});
	});

	it('changes nothing without mentions', () => {
		expect(withMentions(old, [])).toBe(old);
	});
});

it('knows cards that stand elsewhere', () => {
	expect([template, { type: 'card' }, old, modern].map(isReference)).toEqual([true, true, false, false]);
});

it('builds a card by template, leaving out what is not given', () => {
	expect(cardTemplate('AAq1', '', {})).toEqual(template);
	expect(cardTemplate('AAq1', '1.0.2', { name: 'Tom' })).toEqual({
		type: 'template',
		data: { template_id: 'AAq1', template_version_name: '1.0.2', template_variable: { name: 'Tom' } },
	});
});
