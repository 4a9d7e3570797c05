import type * as lark from '@larksuiteoapi/node-sdk';
import { newCardToken } from '../../../simulator/state/cardTokens';
import { type Fixture, first, sdkClient, startFixture } from '../../support/conformance/harness';

type Json = Record<string, unknown>;

const DAY_MS = 86_400_000;
const text = (content: string, id = 'text_1') => ({ tag: 'markdown', element_id: id, content });
const cardOf = (elements: unknown[], config: Json = {}): Json => ({ schema: '2.0', config, body: { elements } });
const STREAMING = cardOf([text('')], { streaming_mode: true, summary: { content: 'writing' } });
const GRID = '| a | b |\n| --- | --- |\n| 1 | 2 |\n\n';

/** The code and words of an answer, or of the refusal that the SDK throws. */
async function outcome(call: Promise<{ code?: number; msg?: string }>): Promise<[number | undefined, string]> {
	try {
		const { code, msg = '' } = await call;
		return [code, msg];
	} catch (error) {
		const { code, msg } = (error as { response: { data: { code: number; msg: string } } }).response.data;
		return [code, msg];
	}
}

describe('card entities', () => {
	let fixture: Fixture;
	let client: lark.Client;
	beforeEach(async () => {
		// The clock goes on by 14 days, and the SDK would keep its token.
		fixture = await startFixture({ tokenLifetimeSeconds: 30 * 86_400 });
		client = sdkClient(fixture.simulator);
	});
	afterEach(() => fixture.simulator.close());

	const store = () => fixture.simulator.store;
	const kit = () => client.cardkit.v1;
	const create = (card: unknown, type = 'card_json') =>
		kit().card.create({ data: { type, data: typeof card === 'string' ? card : JSON.stringify(card) } });
	const made = async (card: unknown = STREAMING) => String((await create(card)).data?.card_id);
	const sendEntity = (cardId: string) =>
		client.im.v1.message.create({
			params: { receive_id_type: 'chat_id' },
			data: {
				receive_id: fixture.chatId,
				msg_type: 'interactive',
				content: JSON.stringify({ type: 'card', data: { card_id: cardId } }),
			},
		});
	const write = (
		card_id: string,
		sequence: number,
		content: string,
		more: { uuid?: string; element_id?: string } = {},
	) =>
		outcome(
			kit().cardElement.content({
				path: { card_id, element_id: more.element_id ?? 'text_1' },
				data: { content, sequence, uuid: more.uuid },
			}),
		);
	const settings = (card_id: string, sequence: number, value: unknown) =>
		outcome(kit().card.settings({ path: { card_id }, data: { settings: JSON.stringify(value), sequence } }));
	const stream = (on: boolean) => ({ config: { streaming_mode: on } });
	/** The card as one reads it back from the message. */
	const shown = async (messageId = '') => {
		const { data } = await client.im.v1.message.get({
			path: { message_id: messageId },
			params: { card_msg_content_type: 'user_card_content' },
		});
		return JSON.parse(data?.items?.[0]?.body?.content ?? '{}') as Json;
	};
	const other = async () => {
		const { app_id, app_secret } = await fixture.http.admin<{ app_id: string; app_secret: string }>(
			'POST',
			'/apps',
			{},
		);
		return sdkClient({ ...fixture.simulator, appId: app_id, appSecret: app_secret });
	};

	it('are streamed: created, sent, written to, finished; the message shows each step', async () => {
		const cardId = await made();
		expect(cardId).toMatch(/^\d{19}$/);
		const sent = await sendEntity(cardId);
		const messageId = sent.data?.message_id;
		expect(sent.code).toBe(0);
		expect(await shown(messageId)).toEqual(STREAMING);
		const changes: string[] = [];
		store().on('changed', () => changes.push(String(store().messages.get(messageId ?? '')?.content)));
		expect(await write(cardId, 1, 'Hel')).toEqual([0, 'success']);
		expect(await write(cardId, 2, 'Hello')).toEqual([0, 'success']);
		expect(changes).toEqual(
			['Hel', 'Hello'].map((words) => JSON.stringify({ title: '', elements: [[{ tag: 'text', text: words }]] })),
		);
		expect(await settings(cardId, 3, { ...stream(false), card_link: { url: 'https://example.com' } })).toEqual([
			0,
			'success',
		]);
		expect(await shown(messageId)).toEqual({
			...cardOf([text('Hello')], { streaming_mode: false, summary: { content: 'writing' } }),
			card_link: { url: 'https://example.com' },
		});
		expect(store().messages.get(messageId ?? '')).toMatchObject({ updated: true });
	});

	it.each<[string, unknown, number, string]>([
		['not JSON', '{', 200220, 'parse card json err'],
		['a list', '[]', 200220, 'Failed to generate card content'],
		['empty', {}, 300307, 'The card DSL is empty'],
		['of JSON 1.0', { elements: [] }, 300303, 'Only schema 2.0 is supported'],
		['private', cardOf([], { update_multi: false }), 300302, 'update_multi property is false'],
		['above 30 KB', cardOf([text('x'.repeat(30 * 1024))]), 200860, 'Card content exceeds limit.'],
		['with an element_id twice', cardOf([text('a'), text('b')]), 300301, 'Duplicate element_id'],
		[
			'of 201 elements',
			cardOf(Array.from({ length: 201 }, () => ({ tag: 'hr' }))),
			300305,
			'ErrMsg: The number of card components exceeds 200; ',
		],
		[
			'with an unknown property',
			cardOf([{ tag: 'hr', blink: true }]),
			200220,
			'ErrCode: 200621; ErrMsg: parse card json err',
		],
		[
			'with six tables',
			cardOf([text(GRID.repeat(3), 'a'), text(GRID.repeat(3), 'b')]),
			200220,
			'ErrCode: 11310; ErrMsg: card table number over limit',
		],
	])('a card %s is refused', async (_name, card, code, words) => {
		const [found, msg] = await outcome(create(card));
		expect(found).toBe(code);
		expect(msg).toContain(words);
		expect(store().cards.entities.size).toBe(0);
	});

	it('are made of templates of JSON 2.0', async () => {
		store().templates.set('AAqSecond', {
			template_id: 'AAqSecond',
			versions: ['1.0.0'],
			card: cardOf([text('${words}')]),
		});
		const variable = { template_id: 'AAqSecond', template_variable: { words: 'Hi' } };
		const { data } = await create(variable, 'template');
		expect(store().cards.entities.get(String(data?.card_id))?.card).toEqual(cardOf([text('Hi')]));
		expect((await outcome(create({ template_id: 'AAqUnknown' }, 'template')))[1]).toContain('ErrCode: 200380');
		expect((await outcome(create({ template_id: 'AAqDemoTemplate' }, 'template')))[0]).toBe(300303);
		expect((await outcome(create(STREAMING, 'card')))[0]).toBe(99992402);
	});

	it('can be sent once, by the app that made them, for 14 days', async () => {
		const invalid = [230099, expect.stringContaining('ErrCode: 11310; ErrMsg: cardid is invalid')];
		const cardId = await made();
		const foreign = await made();
		const entity = store().cards.entities.get(foreign);
		if (entity) entity.app_id = 'cli_0000000000000000';
		expect(await outcome(sendEntity(foreign))).toEqual(invalid);
		const old = await made();
		expect((await outcome(sendEntity(cardId)))[0]).toBe(0);
		expect(await outcome(sendEntity(cardId))).toEqual(invalid);
		store().clock.advance(14 * DAY_MS + 1);
		expect(await outcome(sendEntity(old))).toEqual(invalid);
		expect((await settings(old, 1, stream(false)))[0]).toBe(200750);
	});

	it('a repeated send with one uuid gives the message that is there', async () => {
		const content = { type: 'card', data: { card_id: await made() } };
		const one = await fixture.http.send(fixture.chatId, 'interactive', content, { uuid: 'once' });
		const again = await fixture.http.send(fixture.chatId, 'interactive', content, { uuid: 'once' });
		expect([one.code, again.code, again.data.message_id]).toEqual([0, 0, one.data.message_id]);
	});

	it('are changed in the order of sequence, by their app, each uuid once', async () => {
		const cardId = await made();
		expect((await write(cardId, 5, 'a', { uuid: 'u1' }))[0]).toBe(0);
		expect(await write(cardId, 5, 'b')).toEqual([
			300317,
			'ErrMsg: The sequence number for operating on the card did not increment consecutively; ',
		]);
		expect((await write(cardId, 4, 'b'))[0]).toBe(300317);
		expect((await write(cardId, 6, 'b', { uuid: 'u1' }))[0]).toBe(200770);
		expect((await write(cardId, 6, 'b', { uuid: 'u2', element_id: 'nobody' }))[0]).toBe(300313);
		// What was refused has used up neither.
		expect((await write(cardId, 6, 'b', { uuid: 'u2' }))[0]).toBe(0);
		expect((await write('7000000000000000000', 1, 'x'))[0]).toBe(200740);
		expect((await write(cardId, 0, 'x'))[0]).toBe(99992402);
		expect((await write(cardId, 2 ** 31, 'x'))[0]).toBe(99992402);
		const stranger = (await other()).cardkit.v1.card.settings({
			path: { card_id: cardId },
			data: { settings: '{}', sequence: 7 },
		});
		expect((await outcome(stranger))[0]).toBe(300311);
	});

	it('take streamed text only in streaming mode, which ends after ten minutes', async () => {
		const cardId = await made(cardOf([text('')]));
		const { message_id: messageId } = (await sendEntity(cardId)).data ?? {};
		expect(await write(cardId, 1, 'x')).toEqual([300309, 'ErrMsg: Card streaming closed; ']);
		expect((await settings(cardId, 1, stream(true)))[0]).toBe(0);
		store().clock.advance(9 * 60_000);
		expect((await write(cardId, 2, 'x'))[0]).toBe(0);
		store().clock.advance(60_000);
		expect(await write(cardId, 3, 'y')).toEqual([200850, 'ErrMsg: Card streaming timeout; ']);
		expect((await shown(messageId)).config).toEqual({ streaming_mode: false });
		expect((await settings(cardId, 3, stream(true)))[0]).toBe(0);
		expect((await write(cardId, 4, 'y'))[0]).toBe(0);
		expect((await settings(cardId, 5, stream(false)))[0]).toBe(0);
		expect((await write(cardId, 6, 'z'))[0]).toBe(300309);
	});

	it('take streamed text in Markdown and plain text', async () => {
		const plain = { tag: 'div', text: { tag: 'plain_text', element_id: 'plain_1', content: '' } };
		const rich = { tag: 'div', text: { tag: 'lark_md', element_id: 'rich_1', content: '' } };
		const cardId = await made(
			cardOf([text(''), plain, rich, { tag: 'hr', element_id: 'line_1' }], { streaming_mode: true }),
		);
		expect((await write(cardId, 1, 'x', { element_id: 'plain_1' }))[0]).toBe(0);
		expect(await write(cardId, 2, 'x', { element_id: 'line_1' })).toEqual([300310, 'ErrMsg: Only update text; ']);
		expect((await write(cardId, 2, 'x', { element_id: 'rich_1' }))[0]).toBe(300310);
		expect(await write(cardId, 2, 'x', { element_id: 'none' })).toEqual([
			300313,
			'ErrMsg: not find elementID : none; ',
		]);
		expect((await write(cardId, 2, GRID.repeat(5)))[1]).toContain('card table number over limit');
		expect((await write(cardId, 2, 'x'.repeat(31_000)))[0]).toBe(200860);
		expect(store().cards.entities.get(cardId)?.card).toMatchObject({
			body: { elements: [{ content: '' }, { text: { content: 'x' } }, {}, {}] },
		});
	});

	it('are not changed while a click waits for its answer', async () => {
		const cardId = await made();
		const { message_id: id = '' } = (await sendEntity(cardId)).data ?? {};
		const message = store().messages.get(id);
		const app = store().apps.get(fixture.simulator.appId);
		if (!message || !app) throw new Error('the message is not there');
		const token = newCardToken(store(), app, message, first(fixture.members));
		expect((await write(cardId, 1, 'x'))[0]).toBe(200810);
		token.answered = true;
		expect((await write(cardId, 1, 'x'))[0]).toBe(0);
	});

	it('are changed ten times a second, then 99991400', async () => {
		const limited = await startFixture({ rateLimits: true });
		try {
			const { clock } = limited.simulator.store;
			const now = jest.spyOn(clock, 'now').mockReturnValue(clock.now());
			const { cardkit } = sdkClient(limited.simulator);
			const data = { type: 'card_json', data: JSON.stringify(STREAMING) };
			const card_id = String((await cardkit.v1.card.create({ data })).data?.card_id);
			const change = (sequence: number) =>
				outcome(
					cardkit.v1.cardElement.content({
						path: { card_id, element_id: 'text_1' },
						data: { content: `${sequence}`, sequence },
					}),
				);
			const codes = [];
			for (let sequence = 1; sequence <= 11; sequence += 1) codes.push((await change(sequence))[0]);
			expect(codes).toEqual([...Array<number>(10).fill(0), 99991400]);
			now.mockReturnValue(clock.now() + 1000);
			expect((await change(11))[0]).toBe(0);
		} finally {
			await limited.simulator.close();
		}
	});

	it('are replaced whole', async () => {
		const cardId = await made();
		const update = (card: unknown, sequence: number) =>
			outcome(
				kit().card.update({
					path: { card_id: cardId },
					data: { card: { type: 'card_json', data: JSON.stringify(card) }, sequence },
				}),
			);
		const next = cardOf([text('new', 'text_2')], { streaming_mode: false });
		expect((await update({ elements: [] }, 1))[0]).toBe(300303);
		expect((await update({}, 1))[0]).toBe(300307);
		expect(await update(next, 1)).toEqual([0, 'success']);
		expect(store().cards.entities.get(cardId)?.card).toEqual(next);
		expect((await write(cardId, 2, 'x', { element_id: 'text_2' }))[0]).toBe(300309);
	});

	it('have settings, which are JSON in a string', async () => {
		const cardId = await made();
		expect((await settings(cardId, 1, { config: { blink: true } }))[0]).toBe(300122);
		expect((await settings(cardId, 1, { header: {} }))[0]).toBe(300122);
		expect((await settings(cardId, 1, []))[0]).toBe(300122);
		expect((await settings(cardId, 1, { config: { update_multi: false } }))[0]).toBe(300302);
		const broken = kit().card.settings({ path: { card_id: cardId }, data: { settings: '{', sequence: 1 } });
		expect((await outcome(broken))[0]).toBe(200220);
		const object = await fixture.http.call('PATCH', `/open-apis/cardkit/v1/cards/${cardId}/settings`, {
			settings: {},
			sequence: 1,
		});
		expect(object.code).toBe(9499);
	});

	describe('and their elements', () => {
		const PANEL = {
			tag: 'collapsible_panel',
			element_id: 'panel',
			header: { title: { tag: 'plain_text', content: '' } },
			elements: [text('in', 'inner')],
		};
		let cardId: string;
		let sequence: number;
		beforeEach(async () => {
			cardId = await made(cardOf([text('a', 'a'), PANEL]));
			sequence = 0;
		});
		const elements = () => (store().cards.entities.get(cardId)?.card.body as { elements: Json[] }).elements;
		const ids = (list: Json[] = elements()) => list.map((element) => element.element_id);
		const inPanel = () =>
			ids((elements().find((element) => element.tag === 'collapsible_panel')?.elements ?? []) as Json[]);
		const next = () => (sequence += 1);

		type Where = 'insert_before' | 'insert_after' | 'append';
		const add = (type: Where, target_element_id: string | undefined, list: unknown) =>
			outcome(
				kit().cardElement.create({
					path: { card_id: cardId },
					data: { type, target_element_id, elements: JSON.stringify(list), sequence: next() },
				}),
			);

		it('are added before, after, in and at the end', async () => {
			expect(await add('insert_before', 'a', [text('0', 'first')])).toEqual([0, 'success']);
			expect(await add('insert_after', 'a', [text('1', 'b'), text('2', 'c')])).toEqual([0, 'success']);
			expect(await add('append', undefined, [text('3', 'last')])).toEqual([0, 'success']);
			expect(await add('append', 'panel', [text('4', 'inner_2')])).toEqual([0, 'success']);
			expect(ids()).toEqual(['first', 'a', 'b', 'c', 'panel', 'last']);
			expect(inPanel()).toEqual(['inner', 'inner_2']);
		});

		it.each<[string, Where, string | undefined, unknown, number]>([
			['beside nothing', 'insert_after', undefined, [text('x', 'x')], 300315],
			['beside an unknown element', 'insert_before', 'none', [text('x', 'x')], 300315],
			['in what holds nothing', 'append', 'a', [text('x', 'x')], 300315],
			['without any', 'append', undefined, [], 300307],
			['that are no list', 'append', undefined, text('x', 'x'), 300315],
			['with an id that is there', 'append', undefined, [text('x', 'a')], 300301],
			['of an unknown tag', 'append', undefined, [{ tag: 'blink' }], 300315],
			['beyond 200', 'append', undefined, Array.from({ length: 200 }, () => ({ tag: 'hr' })), 300305],
		])('are not added %s', async (_name, type, target, list, code) => {
			const before = structuredClone(elements());
			expect((await add(type, target, list))[0]).toBe(code);
			expect(elements()).toEqual(before);
		});

		it('are replaced', async () => {
			const update = (element_id: string, element: unknown) =>
				outcome(
					kit().cardElement.update({
						path: { card_id: cardId, element_id },
						data: { element: JSON.stringify(element), sequence: next() },
					}),
				);
			expect(await update('inner', { tag: 'hr', element_id: 'line' })).toEqual([0, 'success']);
			expect(inPanel()).toEqual(['line']);
			expect((await update('none', { tag: 'hr' }))[0]).toBe(300121);
			expect((await update('a', []))[0]).toBe(300121);
			expect((await update('a', { tag: 'blink' }))[0]).toBe(300121);
		});

		it('are patched, but not their tag', async () => {
			const patch = (element_id: string, partial: unknown) =>
				outcome(
					kit().cardElement.patch({
						path: { card_id: cardId, element_id },
						data: { partial_element: JSON.stringify(partial), sequence: next() },
					}),
				);
			expect(await patch('a', { content: 'new', element_id: 'renamed' })).toEqual([0, 'success']);
			expect(elements()[0]).toEqual(text('new', 'renamed'));
			expect((await patch('renamed', { tag: 'hr' }))[0]).toBe(300312);
			expect((await patch('renamed', { blink: true }))[0]).toBe(300313);
			expect((await patch('a', { content: 'x' }))[1]).toBe('ErrMsg: not find elementID : a; ');
		});

		it('are deleted with what is in them', async () => {
			const remove = (element_id: string) =>
				outcome(kit().cardElement.delete({ path: { card_id: cardId, element_id }, data: { sequence: next() } }));
			expect(await remove('panel')).toEqual([0, 'success']);
			expect(ids()).toEqual(['a']);
			expect((await remove('inner'))[0]).toBe(300314);
		});

		it('are changed many at once, all or none', async () => {
			const batch = (...actions: unknown[]) =>
				outcome(
					kit().card.batchUpdate({
						path: { card_id: cardId },
						data: { actions: JSON.stringify(actions), sequence: next() },
					}),
				);
			const doing = (action: string, params: unknown) => ({ action, params });
			expect(
				await batch(
					doing('partial_update_setting', { settings: stream(true) }),
					doing('add_elements', {
						type: 'insert_after',
						target_element_id: 'a',
						elements: [text('b', 'b'), text('c', 'c')],
					}),
					doing('delete_elements', { element_ids: ['b', 'panel'] }),
					doing('partial_update_element', { element_id: 'a', partial_element: { content: 'new' } }),
					doing('update_element', { element_id: 'c', element: { tag: 'hr', element_id: 'line' } }),
				),
			).toEqual([0, 'success']);
			expect(elements()).toEqual([text('new', 'a'), { tag: 'hr', element_id: 'line' }]);
			expect((await write(cardId, next(), 'streamed', { element_id: 'a' }))[0]).toBe(0);
			expect((await batch(doing('delete_elements', { element_ids: ['line', 'none'] })))[0]).toBe(300314);
			expect(ids()).toEqual(['a', 'line']);
			expect((await batch(doing('explode', {})))[0]).toBe(10002);
			expect((await batch())[0]).toBe(10002);
			expect((await batch(doing('partial_update_setting', { settings: '{}' })))[0]).toBe(300122);
			expect(
				(await batch(doing('update_element', { element_id: 'a', element: { tag: 'hr', blink: 1 } })))[1],
			).toContain('200621');
		});
	});

	describe('of messages', () => {
		const convert = (message_id: unknown) => kit().card.idConvert({ data: { message_id: String(message_id) } });
		const cardMessage = async (card: unknown) =>
			(await fixture.http.send(fixture.chatId, 'interactive', card)).data.message_id;

		it('are found by the message, or made', async () => {
			const cardId = await made();
			const sent = await sendEntity(cardId);
			expect((await convert(sent.data?.message_id)).data).toEqual({ card_id: cardId });
			const messageId = await cardMessage(cardOf([text('a')]));
			const { data } = await convert(messageId);
			expect((await convert(messageId)).data).toEqual(data);
			expect((await settings(String(data?.card_id), 1, stream(true)))[0]).toBe(0);
			expect((await write(String(data?.card_id), 2, 'b'))[0]).toBe(0);
			expect(await shown(String(messageId))).toEqual(cardOf([text('b')], { streaming_mode: true }));
		});

		it('need a card of JSON 2.0 of the app itself', async () => {
			expect((await outcome(convert(await cardMessage({ elements: [] }))))[0]).toBe(300303);
			expect((await outcome(convert(await fixture.http.text(fixture.chatId, 'x'))))[0]).toBe(10002);
			const greeting = first([...store().messages.values()]);
			expect((await outcome(convert(greeting.message_id)))[0]).toBe(300311);
		});

		it('follow an update of the message', async () => {
			const cardId = await made();
			const { message_id: id = '' } = (await sendEntity(cardId)).data ?? {};
			const content = JSON.stringify(cardOf([text('patched')], { streaming_mode: true }));
			await client.im.v1.message.patch({ path: { message_id: id }, data: { content } });
			expect((await settings(cardId, 1, { config: { width_mode: 'fill' } }))[0]).toBe(0);
			expect((await shown(id)).body).toEqual({ elements: [text('patched')] });
		});
	});

	it('need their scope', async () => {
		const app = store().apps.get(fixture.simulator.appId);
		if (app) app.scopes = ['im:message'];
		expect((await outcome(create(STREAMING)))[0]).toBe(99991672);
	});
});
