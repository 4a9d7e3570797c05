import { CARD_USES, type CardUse } from '../../../../../../feishu/im/card';
import type { JsonObject } from '../../../../../../feishu/json';
import { card, check, saidOf, words } from '../../../../../support/cards';

const USES = Object.keys(CARD_USES) as CardUse[];
const others = (...uses: CardUse[]) => USES.filter((use) => !uses.includes(use));
const entity = { type: 'card', data: { card_id: '7355372766134157313' } };
const template = { type: 'template', data: { template_id: 'AAq1' } };

describe('a card by its ID', () => {
	it('goes into messages only', () => {
		expect(() => check(entity, { use: 'message' })).not.toThrow();
		expect(() => check(entity)).not.toThrow();
		for (const use of others('message'))
			expect(saidOf(entity, { use })).toContain(`The card: ${CARD_USES[use].name} takes no card by its ID`);
	});

	it('has an ID whose digits are all there', () => {
		expect(saidOf({ type: 'card', data: { card_id: Number('7355372766134157313') } })).toContain(
			'its card_id is a number',
		);
		expect(saidOf({ type: 'card', data: {} })).toContain('it has no card_id');
		expect(saidOf({ type: 'card' })).toContain('it has no card_id');
	});
});

describe('a template', () => {
	it('goes everywhere but into a card entity that is changed', () => {
		for (const use of others('entityUpdate')) expect(() => check(template, { use })).not.toThrow();
		expect(saidOf(template, { use: 'entityUpdate' })).toContain('a card entity that is changed takes no template here');
	});

	it('has an ID', () => {
		expect(saidOf({ type: 'template', data: { template_id: '' } })).toContain('it has no template_id');
	});
});

describe('a card for one person', () => {
	it.each<[string, JsonObject]>([
		[
			'(markdown): a card for one person takes no i18n_content',
			card({ tag: 'markdown', i18n_content: { en_us: 'x' } }),
		],
		['(img): a card for one person takes no i18n_img_key', card({ tag: 'img', i18n_img_key: { en_us: 'img_1' } })],
		[
			'header.title (plain_text): a card for one person takes no i18n_content',
			{ schema: '2.0', header: { title: { ...words('x'), i18n_content: { en_us: 'x' } } } },
		],
		['takes no i18n_content', { elements: [{ tag: 'markdown', content: 'x', i18n_content: { en_us: 'y' } }] }],
		['takes no audio', { ...card({ tag: 'audio', file_key: 'f' }), config: { enable_forward: false } }],
		[
			'content: a card for one person takes no audio',
			{ ...card({ tag: 'markdown', content: "<audio file_key='f'></audio>" }), config: { enable_forward: false } },
		],
	])('%s', (said, value) => {
		expect(saidOf(value, { use: 'person' })).toContain(said);
		for (const use of others('person', 'update', 'entity', 'entityUpdate'))
			expect(() => check(value, { use })).not.toThrow();
	});

	it('may have several languages as a whole', () => {
		expect(() => check({ i18n_elements: { en_us: [{ tag: 'hr' }] } }, { use: 'person' })).not.toThrow();
	});
});

describe('a custom bot', () => {
	it.each([
		'<at email=a@b.c></at>',
		"<at email='a@b.c'></at>",
		'<at id=on_1></at>',
		'<at id="on_1"></at>',
		'<at ids=ou_1,on_1></at>',
		'hi <at user_id="on_1">x</at>',
	])('mentions nobody by %s', (content) => {
		const value = card({ tag: 'markdown', content });
		expect(saidOf(value, { use: 'customBot' })).toContain("content: a custom bot can't mention anybody by <at");
		expect(saidOf({ elements: [{ tag: 'div', text: { tag: 'lark_md', content } }] }, { use: 'customBot' })).toContain(
			"can't mention",
		);
		for (const use of others('customBot')) expect(() => check(value, { use })).not.toThrow();
	});

	it.each([
		'<at id=ou_1></at>',
		'<at id=all></at>',
		'<at ids=ou_1,ou_2></at>',
		'<at id=user_on_1></at>',
		'`<at id=on_1></at>`',
	])('takes %s', (content) => {
		expect(() => check(card({ tag: 'markdown', content }), { use: 'customBot' })).not.toThrow();
	});
});

describe('an update', () => {
	it.each([undefined, {}, { update_multi: false }, { update_multi: 'true' }])(
		'of 1.0 says that the card is shared: %j',
		(config) => {
			const value = { config, elements: [{ tag: 'hr' }] };
			expect(saidOf(value, { use: 'update' })).toContain(
				'config.update_multi: a card that is changed must be the same',
			);
			for (const use of others('update', 'entity', 'entityUpdate')) expect(() => check(value, { use })).not.toThrow();
		},
	);

	it('is taken when it does, and always in 2.0', () => {
		expect(() => check({ config: { update_multi: true }, elements: [] }, { use: 'update' })).not.toThrow();
		expect(() => check(card({ tag: 'hr' }), { use: 'update' })).not.toThrow();
	});
});

describe('a card entity', () => {
	it.each(['entity', 'entityUpdate'] as const)('is of version 2.0 (%s)', (use) => {
		expect(() => check(card({ tag: 'hr' }), { use })).not.toThrow();
		expect(saidOf({ elements: [{ tag: 'hr' }] }, { use })).toContain('is of version 2.0');
	});
});
