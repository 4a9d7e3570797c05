import fc from '../../../support/generated';

import { cardAnswer, fitAnswer, isCallback, readCallback, toastAnswer } from '../../../../feishu/events/callback';
import { readEnvelope, type EventEnvelope } from '../../../../feishu/events/eventEnvelope';
import type { JsonObject } from '../../../../feishu/json';
import { APP_ID, TOKEN } from '../../../support/events';

const envelopeOf = (body: JsonObject): EventEnvelope => {
	const read = readEnvelope(body);
	if (!read) throw new Error('This is no event');
	return read.envelope;
};
const callback = (event_type: string, event: JsonObject) =>
	envelopeOf({ schema: '2.0', header: { event_id: 'e1', event_type, token: TOKEN, app_id: APP_ID }, event });

const OPERATOR = { open_id: 'ou_1', union_id: 'on_1', user_id: 'u1', tenant_key: 't1' };
const CLICK = callback('card.action.trigger', {
	operator: OPERATOR,
	token: 'c-1',
	action: {
		tag: 'select_static',
		name: 'size',
		value: { order: 7 },
		option: 'large',
		form_value: { note: 'please' },
		timezone: 'Asia/Shanghai',
	},
	host: 'im_message',
	context: { open_message_id: 'om_1', open_chat_id: 'oc_1' },
});
const LEGACY = envelopeOf({
	open_id: 'ou_1',
	user_id: 'u1',
	tenant_key: 't1',
	open_message_id: 'om_1',
	open_chat_id: 'oc_1',
	token: 'c-1',
	action: { tag: 'button', value: { order: 7 } },
});
const LINK = callback('url.preview.get', {
	operator: OPERATOR,
	host: 'im_message',
	context: { url: 'https://example.com/1', preview_token: 'p-1', open_message_id: 'om_1', open_chat_id: 'oc_1' },
});
const CARD = { schema: '2.0', body: { elements: [] } };

describe('isCallback', () => {
	it.each<[string, boolean]>([
		['card.action.trigger', true],
		['card.action.trigger_v1', true],
		['url.preview.get', true],
		['im.message.receive_v1', false],
		['', false],
	])('%s: %s', (event_type, expected) => expect(isCallback({ event_type })).toBe(expected));
});

describe('readCallback', () => {
	it('puts a click in one shape and keeps what else there is', () => {
		expect(readCallback(CLICK)).toEqual({
			operator: OPERATOR,
			token: 'c-1',
			action: (CLICK.event as { action: object }).action,
			host: 'im_message',
			context: { open_message_id: 'om_1', open_chat_id: 'oc_1' },
			message_id: 'om_1',
			chat_id: 'oc_1',
		});
	});

	it('gives a legacy click the same places', () => {
		expect(readCallback(LEGACY)).toEqual({
			operator: { open_id: 'ou_1', user_id: 'u1', tenant_key: 't1' },
			token: 'c-1',
			action: { tag: 'button', value: { order: 7 } },
			message_id: 'om_1',
			chat_id: 'oc_1',
		});
	});

	it('brings the address of a link to the front', () => {
		expect(readCallback(LINK)).toMatchObject({ url: 'https://example.com/1', preview_token: 'p-1', chat_id: 'oc_1' });
	});

	it.each<[unknown, unknown]>([
		['{"order":7}', { order: 7 }],
		['order 7', 'order 7'],
		['[7]', '[7]'],
		[{ a: 1 }, { a: 1 }],
	])('reads the value %j', (value, expected) => {
		const click = callback('card.action.trigger', { action: { tag: 'button', value } });
		expect(readCallback(click).action).toEqual({ tag: 'button', value: expected });
	});

	it('takes any payload', () => {
		fc.assert(
			fc.property(fc.object(), fc.constantFrom(CLICK, LEGACY, LINK), (event, envelope) => {
				expect(readCallback({ ...envelope, event })).toHaveProperty('operator');
			}),
		);
	});
});

describe('an answer', () => {
	it('has a toast only when there are words', () => {
		expect(toastAnswer('success', 'Done')).toEqual({ toast: { type: 'success', content: 'Done' } });
		expect(toastAnswer('success', '')).toEqual({});
	});

	it('carries a card, or a template as one', () => {
		expect(cardAnswer(CARD)).toEqual({ card: { type: 'raw', data: CARD } });
		const template = { type: 'template', data: { template_id: 'AAq1' } };
		expect(cardAnswer(template)).toEqual({ card: template });
	});

	const toast = { type: 'info', content: 'Done' };
	it.each<[string, EventEnvelope, JsonObject, JsonObject]>([
		['a click', CLICK, { toast, ...cardAnswer(CARD) }, { toast, card: { type: 'raw', data: CARD } }],
		['a legacy click with a card', LEGACY, { toast, ...cardAnswer(CARD) }, CARD],
		[
			'a legacy click with a template',
			LEGACY,
			cardAnswer({ type: 'template', data: { template_id: 'A' } }),
			{ type: 'template', data: { template_id: 'A' } },
		],
		['a legacy click with a toast', LEGACY, { toast }, { toast }],
		['a link', LINK, { toast }, { inline: { title: 'Done' } }],
		['a link with a card', LINK, { toast, ...cardAnswer(CARD) }, { inline: { title: 'Done' }, ...cardAnswer(CARD) }],
		['a link with its own words', LINK, { toast, inline: { title: 'Mine' } }, { inline: { title: 'Mine' } }],
		['a link without words', LINK, {}, {}],
	])('fits %s', (_name, envelope, answer, expected) => expect(fitAnswer(envelope, answer)).toEqual(expected));
});
