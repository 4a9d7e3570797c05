import {
	cardFromJson,
	cardTemplate,
	isReference,
	sharedCard,
	withFooter,
	withMentions,
} from '../../../../../feishu/im/content/cardContent';
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
		['a version alone', { schema: '2.0' }, { schema: '2.0' }],
		['settings alone', { config: { update_multi: true } }, { config: { update_multi: true } }],
		[
			'a blank card with its settings',
			{ schema: '2.0', config: { update_multi: true } },
			{ schema: '2.0', config: { update_multi: true } },
		],
		['elements beside a body, which 1.0 ignores', { elements: [], body: {} }, { elements: [], body: {} }],
	])('accepts %s', (_form, value, card) => {
		expect(cardFromJson('Card JSON', value)).toEqual(card);
	});

	it.each<[string, unknown]>([
		['nothing', undefined],
		['text', 'Hello'],
		['a list', [old]],
		['another object', { a: 1 }],
		['an empty object', {}],
		['an empty card in a message', { msg_type: 'interactive', card: {} }],
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

	it.each<[unknown, string]>([
		[{ header: {}, body: { elements: [] } }, 'body belongs to cards of version 2.0'],
		[{ schema: '1.0', body: {} }, 'body belongs to cards of version 2.0'],
		[{ schema: 2, body: {} }, 'the schema 2 is no version of cards'],
		[{ msg_type: 'interactive', content: JSON.stringify({ schema: 2.1, body: {} }) }, 'the schema 2.1 is no version'],
		[{ dsl: { body: {} } }, 'body belongs to cards of version 2.0'],
	])('tells the version of %j', (value, said) => {
		const error = thrownBy(() => cardFromJson('Card JSON', value));
		expect(error).toMatchObject({
			name: 'InputError',
			field: 'Card JSON',
			message: expect.stringContaining(`The card in 'Card JSON': ${said}`),
			advice: expect.stringContaining('"schema": "2.0"'),
		});
	});

	it('tells broken JSON within a message', () => {
		const error = thrownBy(() => cardFromJson('Card JSON', { msg_type: 'interactive', content: '{"schema"' }));
		expect(error.message).toBe("The card in 'Card JSON' is not valid JSON");
		expect(error).toMatchObject({ advice: expect.stringMatching(/^Line 1, column 10: a colon is missing/) });
	});

	it('tells JSON that is no card', () => {
		expect(thrownBy(() => cardFromJson('Card JSON', { msg_type: 'interactive', content: '[]' }))).toMatchObject({
			advice: 'A card starts with { and ends with }',
		});
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

	it('go first in every language, which take the place of all other elements', () => {
		const languages = { zh_cn: [{ tag: 'hr' }], en_us: [] };
		expect(withMentions({ i18n_elements: languages, elements: [{ tag: 'img' }] }, mentions)).toEqual({
			i18n_elements: { zh_cn: [block, { tag: 'hr' }], en_us: [block] },
			elements: [{ tag: 'img' }],
		});
		expect(withMentions({ i18n_elements: {}, elements: [] }, mentions)).toEqual({
			i18n_elements: {},
			elements: [block],
		});
		expect(languages).toEqual({ zh_cn: [{ tag: 'hr' }], en_us: [] });
	});

	it('changes nothing without mentions', () => {
		expect(withMentions(old, [])).toBe(old);
	});
});

describe('withFooter', () => {
	const note = { tag: 'note', elements: [{ tag: 'lark_md', content: 'from n8n' }] };

	it('puts small words below the elements of either version, in every language', () => {
		expect(withFooter(old, 'from n8n')).toEqual({ ...old, elements: [{ tag: 'hr' }, note] });
		expect(withFooter(modern, 'from n8n')).toMatchObject({
			body: { elements: [{ tag: 'hr' }, { tag: 'markdown', content: 'from n8n', text_size: 'notation' }] },
		});
		expect(withFooter({ i18n_elements: { zh_cn: [{ tag: 'hr' }], en_us: [] } }, 'from n8n')).toEqual({
			i18n_elements: { zh_cn: [{ tag: 'hr' }, note], en_us: [note] },
		});
	});

	it('changes nothing without words', () => {
		expect(withFooter(old, undefined)).toBe(old);
	});
});

describe('sharedCard', () => {
	it('says that a card 1.0 is the same for everybody, unless it says otherwise', () => {
		expect(sharedCard({ elements: [] })).toEqual({ config: { update_multi: true }, elements: [] });
		expect(sharedCard({ config: { wide_screen_mode: true }, elements: [] })).toEqual({
			config: { update_multi: true, wide_screen_mode: true },
			elements: [],
		});
		expect(sharedCard({ config: { update_multi: false }, elements: [] })).toMatchObject({
			config: { update_multi: false },
		});
	});

	it('leaves alone what is shared anyhow, or stands elsewhere', () => {
		for (const one of [modern, template]) expect(sharedCard(one)).toBe(one);
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
