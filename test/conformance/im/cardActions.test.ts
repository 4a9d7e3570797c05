import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as lark from '@larksuiteoapi/node-sdk';
import type { CardAction, ClickOutcome } from '../../../simulator';
import { type Fixture, first, SilentLogger, startFixture } from '../../support/conformance/harness';

type Json = Record<string, unknown>;
type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const KEY = 'fake encrypt key';
const plain = (content: string) => ({ tag: 'plain_text', content });
const BUTTON = { tag: 'button', text: plain('OK'), behaviors: [{ type: 'callback', value: { id: 7 } }] };
const cardV2 = (...elements: Json[]) => ({ schema: '2.0', body: { elements } });
const CARD_V2 = cardV2(BUTTON);
const CARD_V1 = {
	config: { update_multi: true },
	elements: [{ tag: 'action', actions: [{ tag: 'button', text: plain('OK'), value: { id: 7 } }] }],
};
const CLICK: CardAction = { tag: 'button', value: { id: 7 } };

describe('clicks in a card', () => {
	let fixture: Fixture;
	const servers: Server[] = [];

	beforeEach(async () => {
		fixture = await startFixture({ encryptKey: KEY, verificationToken: 'fake-verification-token' });
	});
	afterEach(async () => {
		await fixture.simulator.close();
		for (const server of servers.splice(0)) {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	});

	const setApp = (settings: Json) => fixture.http.admin('PUT', `/apps/${fixture.simulator.appId}`, settings);
	async function listen(handler: Handler): Promise<void> {
		const server = createServer(handler);
		servers.push(server);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		await setApp({ event_url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/card` });
	}
	const answer = (body: unknown, status = 200) =>
		listen((_request, response) => {
			response.statusCode = status;
			response.end(typeof body === 'string' ? body : JSON.stringify(body));
		});
	async function send(card: object): Promise<string> {
		const { data, msg } = await fixture.http.send(fixture.chatId, 'interactive', card);
		if (typeof data.message_id !== 'string') throw new Error(`not sent: ${msg}`);
		return data.message_id;
	}
	const member = () => first(fixture.members);
	const click = (messageId: string, action: CardAction = CLICK, openId = member()): Promise<ClickOutcome> =>
		fixture.simulator.clickCard({ message_id: messageId, open_id: openId, action });
	const shown = (messageId: string) => fixture.simulator.store.im.messages.get(messageId)?.card;

	describe('reach the SDK', () => {
		/** The SDK's dispatcher behind its own HTTP adaptor; `reply` is what its handler gives back. */
		async function dispatcher(reply: unknown, encrypted = true): Promise<Json[]> {
			const received: Json[] = [];
			const events = new lark.EventDispatcher({ ...(encrypted && { encryptKey: KEY }), logger: SilentLogger }).register(
				{
					'card.action.trigger': (data: Json) => {
						received.push(data);
						return reply;
					},
				},
			);
			const adapt = lark.adaptDefault('/card', events, { autoChallenge: true });
			await listen((request, response) => void adapt(request, response));
			if (!encrypted) await setApp({ encrypt_key: null });
			return received;
		}

		it.each([true, false])('as card.action.trigger (encrypted: %s)', async (encrypted) => {
			const received = await dispatcher({ toast: { type: 'success', content: 'Saved' } }, encrypted);
			const messageId = await send(CARD_V2);
			const outcome = await click(messageId);
			expect(outcome).toMatchObject({ toast: { type: 'success', content: 'Saved' }, updated: false });
			const user = fixture.simulator.store.contact.users.get(member());
			expect(received).toEqual([
				expect.objectContaining({
					schema: '2.0',
					event_type: 'card.action.trigger',
					app_id: fixture.simulator.appId,
					token: expect.stringMatching(/^c-/),
					create_time: expect.stringMatching(/^\d{16}$/),
					operator: {
						tenant_key: fixture.simulator.store.tenantKey,
						open_id: member(),
						user_id: user?.user_id,
						union_id: user?.union_id,
					},
					action: { tag: 'button', value: { id: 7 } },
					host: 'im_message',
					context: { open_message_id: messageId, open_chat_id: fixture.chatId },
				}),
			]);
			expect(received[0]?.token).toBe(outcome.token);
		});

		it('in the handler of cards too', async () => {
			const received: Json[] = [];
			const cards = new lark.CardActionHandler({ encryptKey: KEY, logger: SilentLogger }, (data: Json) => {
				received.push(data);
				return { toast: { type: 'info', content: 'Hi' } };
			});
			const adapt = lark.adaptDefault('/card', cards);
			await listen((request, response) => void adapt(request, response));
			expect(await click(await send(CARD_V1))).toMatchObject({ toast: { type: 'info', content: 'Hi' } });
			expect(received[0]).toMatchObject({ action: { tag: 'button', value: { id: 7 } }, host: 'im_message' });
		});

		it('and a handler that gives nothing back is an answer', async () => {
			await dispatcher(undefined);
			const { error, updated } = await click(await send(CARD_V2));
			expect([error, updated]).toEqual([undefined, false]);
		});

		it('and one that does not know the event answers something else', async () => {
			const adapt = lark.adaptDefault('/card', new lark.EventDispatcher({ encryptKey: KEY, logger: SilentLogger }));
			await listen((request, response) => void adapt(request, response));
			expect((await click(await send(CARD_V2))).error?.code).toBe(200672);
		});
	});

	it.each<[string, Json, CardAction]>([
		[
			'a choice',
			{ tag: 'select_static', options: [{ text: plain('A'), value: 'a' }] },
			{ tag: 'select_static', option: 'a' },
		],
		[
			'several',
			{
				tag: 'form',
				name: 'f',
				elements: [
					{ tag: 'multi_select_static', name: 'm', options: [] },
					{ ...BUTTON, name: 'b', form_action_type: 'submit' },
				],
			},
			{ tag: 'multi_select_static', options: ['a'] },
		],
		['a date', { tag: 'date_picker' }, { tag: 'date_picker', option: '2026-01-02 +0800', timezone: 'Asia/Tokyo' }],
		['a tick', { tag: 'checker', text: plain('x') }, { tag: 'checker', checked: true }],
		['words', { tag: 'input', name: 'i' }, { tag: 'input', name: 'i', input_value: 'hello' }],
		['a form', { ...BUTTON, name: 'b' }, { tag: 'button', name: 'b', form_value: { i: 'hello', done: true } }],
	])('carry what was given: %s', async (_what, element, action) => {
		await answer({});
		const { delivery } = await click(await send(cardV2(element)), action);
		expect((delivery.payload.event as Json).action).toEqual(action);
	});

	it('tell where the person is with what is picked by the clock', async () => {
		await answer({});
		const action = { tag: 'picker_time', option: '09:30 +0800' };
		const { delivery } = await click(await send(cardV2({ tag: 'picker_time' })), action);
		expect((delivery.payload.event as Json).action).toEqual({ ...action, timezone: 'Asia/Shanghai' });
	});

	describe('an answer', () => {
		it.each([
			['raw', { type: 'raw', data: cardV2({ tag: 'markdown', content: 'Done' }) }, 'Done'],
			['template', { type: 'template', data: { template_id: 'AAqDEMOtemplate1' } }, undefined],
		])('replaces the card (%s)', async (_type, card, words) => {
			const template = first([...fixture.simulator.store.cards.templates.values()]);
			if (card.type === 'template') {
				card = { type: 'template', data: { template_id: template.template_id } };
			}
			await answer({ card });
			const messageId = await send(card.type === 'template' ? CARD_V1 : CARD_V2);
			const { updated, error } = await click(messageId);
			expect([error, updated]).toEqual([undefined, true]);
			expect(JSON.stringify(shown(messageId))).toContain(words ?? '"header"');
			expect(fixture.simulator.store.im.messages.get(messageId)?.updated).toBe(true);
		});

		it('changes a card that is not shared for the person who clicked only', async () => {
			await answer({ card: { type: 'raw', data: { elements: [{ tag: 'markdown', content: 'Just for you' }] } } });
			const messageId = await send({ elements: CARD_V1.elements });
			expect(await click(messageId)).toMatchObject({ updated: true });
			expect(JSON.stringify(shown(messageId))).not.toContain('Just for you');
			const { messages } = await fixture.http.admin<{ messages: Json[] }>('GET', '/state');
			const { private_cards: cards } = messages.find((one) => one.message_id === messageId) ?? {};
			expect(cards).toEqual({ [member()]: { elements: [{ tag: 'markdown', content: 'Just for you' }] } });
			await expect(click(messageId)).rejects.toThrow('no button');
			expect(await click(messageId, CLICK, fixture.members[1])).toMatchObject({ updated: true });
		});

		it('makes the token good for an update, a failure does not', async () => {
			const { store } = fixture.simulator;
			const failed = await click(await send(CARD_V2));
			expect(store.cards.tokens.get(failed.token)).toMatchObject({ answered: false, uses: 0, open_id: member() });
			await answer({});
			const messageId = await send(CARD_V2);
			const good = await click(messageId);
			expect(store.cards.tokens.get(good.token)).toMatchObject({ answered: true, message_id: messageId });
		});

		it.each<[number, string, unknown, number]>([
			[200671, 'another status', {}, 500],
			[200671, 'a redirection', {}, 302],
			[200672, 'no JSON', '<html>', 200],
			[200672, 'no object', [1], 200],
			[200672, 'a toast of an unknown type', { toast: { type: 'loud', content: 'x' } }, 200],
			[200672, 'a toast without words', { toast: { type: 'info' } }, 200],
			[200672, 'a card without its type', { card: CARD_V2 }, 200],
			[200672, 'a card of an unknown type', { card: { type: 'json', data: CARD_V2 } }, 200],
			[200673, 'a card that is none', { card: { type: 'raw', data: cardV2({ tag: 'note', elements: [] }) } }, 200],
			[200673, 'an unknown template', { card: { type: 'template', data: { template_id: 'AAqNone' } } }, 200],
			[200830, 'an older card', { card: { type: 'raw', data: CARD_V1 } }, 200],
		])('gives the client %i for %s', async (code, _what, body, status) => {
			await answer(body, status);
			const messageId = await send(CARD_V2);
			const before = shown(messageId);
			expect(await click(messageId)).toMatchObject({ error: { code, msg: expect.any(String) }, updated: false });
			expect(shown(messageId)).toBe(before);
		});

		it('that does not come within three seconds gives 200341', async () => {
			await listen(() => undefined);
			const started = Date.now();
			const { error, delivery } = await click(await send(CARD_V2));
			expect(error?.code).toBe(200341);
			expect(Date.now() - started).toBeGreaterThan(2_900);
			expect(delivery.attempts).toHaveLength(1);
		});

		it('cannot come without a URL, a listener or a host', async () => {
			const messageId = await send(CARD_V2);
			expect((await click(messageId)).error?.code).toBe(200340);
			await setApp({ event_url: 'http://127.0.0.1:9/' });
			expect((await click(messageId)).error?.code).toBe(200342);
			await setApp({ event_url: `http://${'x'.repeat(64)}.invalid/` });
			expect((await click(messageId)).error?.code).toBe(200343);
		});
	});

	it('are refused where nobody could click', async () => {
		const messageId = await send(CARD_V2);
		const text = await fixture.http.text(fixture.chatId, 'hi');
		await expect(click('om_none')).rejects.toThrow('no such message');
		await expect(click(text)).rejects.toThrow('not a card');
		await expect(click(messageId, CLICK, 'ou_stranger')).rejects.toThrow('not a member');
		await expect(click(messageId, { tag: 'checker', checked: true })).rejects.toThrow('no checker');
		const [owner, viewer] = fixture.members;
		const { data } = await fixture.http.post('/open-apis/ephemeral/v1/send', {
			chat_id: fixture.chatId,
			open_id: viewer,
			msg_type: 'interactive',
			card: CARD_V1,
		});
		await expect(click(String(data.message_id), CLICK, owner)).rejects.toThrow('does not see');
		const [hook] = fixture.simulator.customBots;
		const body = JSON.stringify({ msg_type: 'interactive', card: CARD_V2 });
		await fetch(hook?.url ?? '', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
		const sent = [...fixture.simulator.store.im.messages.values()].find(({ sender }) => sender.id === hook?.app_id);
		const people = fixture.simulator.store.im.chats.get(sent?.chat_id ?? '')?.members;
		await expect(click(sent?.message_id ?? '', CLICK, first(people))).rejects.toThrow('custom bots');
		expect(fixture.simulator.push.deliveries).toEqual([]);
	});

	it('come from the page through the admin API', async () => {
		await answer({ toast: { type: 'warning', content: 'Careful' } });
		const messageId = await send(CARD_V2);
		const body = { open_id: member(), action: CLICK };
		expect(await fixture.http.admin('POST', `/messages/${messageId}/card-actions`, body)).toEqual({
			token: expect.stringMatching(/^c-/),
			toast: { type: 'warning', content: 'Careful' },
			updated: false,
			event_id: first(fixture.simulator.push.deliveries).event_id,
		});
		expect(await fixture.http.admin('POST', '/messages/om_none/card-actions', body)).toMatchObject({ statusCode: 404 });
	});
});
