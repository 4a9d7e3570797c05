/** Streaming Card → Stream AI Output: the text grows in the chat, and always arrives whole. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { FaultAction } from '../../../../simulator';
import { byId, until, usePlatform } from '../../../support/engine';
import { streamingOn } from '../../../support/engine/streamingCard';

const platform = usePlatform();
const { run, output, here, start, cardOf, elementsOf, changes, states } = streamingOn(platform);

const FAMILY = '👩‍👩‍👧';
const WORDS = `The ${FAMILY} of 张伟 went to the 🇨🇳 exhibition. `.repeat(6);
const ANSWER = `${WORDS}\n\n- **One**\n- Two`;

const stream = async (parameters: INodeParameters = {}) =>
	await output('streamText', { ...here(), cardTitle: 'Answer', streamedText: ANSWER, ...parameters });

/** The words of a post, whatever they are split into. */
const wordsOf = (id: unknown) => platform.message(id).content;

describe('growing', () => {
	test('each state is the beginning of the text, no character is cut, and the end is whole', async () => {
		const out = await stream({ streamOptions: { doneColor: 'green', note: 'AI' } });
		expect(out).toMatchObject({ delivered_as: 'card', complete: true, element_id: 'answer', updates: states().length });
		expect(states().length).toBeGreaterThanOrEqual(2);
		const graphemes = new Set([...new Intl.Segmenter().segment(ANSWER)].map(({ index }) => index));
		// A list that has just begun is Markdown half written; before it, words are words.
		const inWords = states()
			.map((text) => text.trimEnd())
			.filter(({ length }) => length < WORDS.length);
		expect(inWords.length).toBeGreaterThanOrEqual(2);
		for (const state of inWords) {
			expect(ANSWER.startsWith(state)).toBe(true);
			expect(graphemes.has(state.length)).toBe(true);
		}
		expect(states()).toEqual([...states()].sort((a, b) => a.length - b.length));
		expect(cardOf(out.message_id)).toMatchObject({
			config: { streaming_mode: false, summary: { content: expect.stringMatching(/^The 👩‍👩‍👧 of 张伟/) } },
			header: { title: { content: 'Answer' }, template: 'green' },
		});
		expect(elementsOf(out.message_id)[0]).toMatchObject({ content: expect.stringContaining('**One**') });
	});

	test.each([
		['off', 1],
		['normal', 3],
	])('speed %s', async (typingSpeed, least) => {
		const out = await stream({ typingSpeed, streamedText: 'x'.repeat(200) });
		expect(changes().length).toBeGreaterThanOrEqual(least);
		if (typingSpeed === 'off') expect(changes().map(({ kind }) => kind)).toEqual(['card']);
		expect(elementsOf(out.message_id)).toMatchObject([{ content: 'x'.repeat(200) }]);
	});

	test('a slow network makes larger steps, and no delay', async () => {
		const delay: FaultAction = { type: 'delay', ms: 600 };
		platform.simulator.faults.add({ path: '/open-apis/cardkit/v1/cards/:card/elements/*', action: delay });
		const out = await stream();
		// 300 characters take 1.5 s: eight states, of which two or three can be shown.
		expect(states().length).toBeLessThanOrEqual(3);
		expect(elementsOf(out.message_id)[0]).toMatchObject({ content: expect.stringContaining('**One**') });
	});

	test.each<[string, FaultAction]>([
		['is lost', { type: 'dropBefore' }],
		['is too fast', { type: 'code', http: 429, code: 99991400 }],
	])('a state that %s is not repeated', async (_, action) => {
		platform.simulator.faults.add({ path: '/open-apis/cardkit/v1/cards/:card/elements/*', times: 1, action });
		const out = await stream();
		expect(out).toMatchObject({ delivered_as: 'card', updates: states().length - 1 });
		expect(new Set(states()).size).toBe(states().length);
	});

	test('in a card that was started before, whose header stays', async () => {
		const { card_id: cardId, message_id: id } = await start({ firstText: 'Thinking…' });
		const before = platform.messages().length;
		const out = await stream({ sendTo: 'card', cardId, cardMessageId: id, cardTitle: '' });
		expect(out).toMatchObject({ card_id: cardId, message_id: id, delivered_as: 'card', complete: true });
		expect(platform.messages().length).toBe(before);
		expect(cardOf(id)).toMatchObject({ config: { streaming_mode: false }, header: { title: { content: 'Answer' } } });
		expect(elementsOf(id)[0]).toMatchObject({ content: expect.stringContaining('**One**') });
	});

	test('in a card that was started before, with a new header', async () => {
		const { card_id: cardId, message_id: id } = await start();
		const streamOptions = { doneColor: 'green', note: 'AI' };
		await stream({ sendTo: 'card', cardId, cardTitle: 'Answered', typingSpeed: 'off', streamOptions });
		expect(cardOf(id)).toMatchObject({ header: { title: { content: 'Answered' }, template: 'green' } });
		expect(elementsOf(id).at(-1)?.content).toContain('AI');
	});

	test('chunks in a list are one text', async () => {
		const chunks = [
			'Hel',
			{ content: 'lo ' },
			{ type: 'item', content: '张' },
			{ choices: [] },
			{ delta: { content: '伟' } },
		];
		const { items } = await run('streamText', { ...here(), streamedText: '={{ $json.chunks }}', typingSpeed: 'off' }, [
			{ json: { chunks } },
		]);
		expect(elementsOf(items[0]?.json.message_id)).toMatchObject([{ content: 'Hello 张伟' }]);
	});

	describe('a stream that an expression gives', () => {
		const streaming = async (parts: readonly string[], end?: Error) => {
			const chunks = {
				async *[Symbol.asyncIterator]() {
					for (const part of parts) {
						// The next part comes when the one before is seen.
						const seen = states().length;
						yield part;
						await until(() => states().length > seen, 'the part is shown');
					}
					if (end) throw end;
				},
			};
			const item = { json: { chunks: chunks as unknown as IDataObject } };
			return await run('streamText', { ...here(), streamedText: '={{ $json.chunks }}' }, [item]);
		};

		test('is shown as it comes', async () => {
			const { items, error } = await streaming(['Once ', 'upon ', 'a time']);
			expect(error).toBeUndefined();
			expect(states().map((state) => state.trim())).toEqual(['Once', 'Once upon', 'Once upon a tim']);
			expect(elementsOf(items[0]?.json.message_id)).toMatchObject([{ content: 'Once upon a time' }]);
		});

		test('that breaks off leaves what came, and fails', async () => {
			const { error } = await streaming(['Once ', 'upon '], new Error('The model went away'));
			expect(error?.message).toBe('The model went away');
			expect(platform.messages().at(-1)?.card).toMatchObject({
				config: { streaming_mode: false },
				body: { elements: [{ content: 'Once upon' }] },
			});
		});

		test('that brings nothing fails as well', async () => {
			const { error } = await streaming([]);
			expect(error?.message).toBe("The stream of 'Text' ended without any text");
		});
	});

	test('what a card can not hold follows', async () => {
		const long = Array.from({ length: 700 }, (_, index) => `第 ${index} 段: some words of paragraph ${index}.`).join(
			'\n\n',
		);
		const out = await stream({ streamedText: long, typingSpeed: 'off' });
		const ids = out.rest_message_ids as string[];
		expect(ids.length).toBeGreaterThan(0);
		const parts = [String(elementsOf(out.message_id)[0]?.content), ...ids.map(wordsOf)];
		const found = parts.flatMap((text) =>
			[...text.matchAll(/of paragraph (\d+)\./g)].map(([, number]) => Number(number)),
		);
		expect(found).toEqual(Array.from({ length: 700 }, (_, index) => index));
	});

	test('Stop ends it at once', async () => {
		const running = platform.start({
			parameters: { resource: 'streamingCard', operation: 'streamText', ...here(), streamedText: 'word '.repeat(2000) },
		});
		await until(() => states().length === 2, 'two states');
		const messages = platform.messages().length;
		running.cancel();
		expect(await running.done).toMatchObject({ status: 'canceled', error: { message: 'The execution was canceled' } });
		expect(states().length).toBeLessThanOrEqual(3);
		expect(platform.messages().length).toBe(messages);
	});
});

describe('a plain message instead', () => {
	const CARDS = '/open-apis/cardkit/v1/cards';
	const refusal = (code: number): FaultAction => ({ type: 'code', http: 400, code, msg: 'no card' });

	test('without the scope for cards', async () => {
		for (const app of platform.store.apps.values()) app.scopes = ['im:message:send_as_bot'];
		const out = await stream();
		expect(out).toMatchObject({
			delivered_as: 'message',
			complete: true,
			fallback: {
				error: 'The app lacks the scope cardkit:card:write',
				details: { advice: expect.stringContaining('publish'), code: 99991672 },
			},
		});
		expect(out.card_id).toBeUndefined();
		expect(platform.message(out.message_id)).toMatchObject({ msg_type: 'post', chat_id: platform.chat.chat_id });
		expect(wordsOf(out.message_id)).toContain('**One**');
		expect(wordsOf(out.message_id)).toContain(FAMILY);
	});

	test.each<[string, string, string, number]>([
		['can not be made', 'POST', CARDS, 200220],
		['can not be sent', 'POST', '/open-apis/im/v1/messages', 230099],
		['can not grow', 'PUT', `${CARDS}/:card/elements/:element/content`, 300313],
		['can not be finished', 'PUT', `${CARDS}/:card`, 200860],
	])('when the card %s', async (_, method, path, code) => {
		platform.simulator.faults.add({ method, path, times: 1, action: refusal(code) });
		const out = await stream();
		expect(out).toMatchObject({ delivered_as: 'message', complete: true });
		expect(out.fallback).toMatchObject({ details: { advice: expect.stringContaining(`code ${code}`), code } });
		expect(wordsOf(out.message_id)).toContain('**One**');
	});

	test('answers the message of a card that was started before', async () => {
		const { card_id: cardId, message_id: id } = await start();
		platform.simulator.faults.add({ path: `${CARDS}/:card/*`, action: refusal(200750) });
		const out = await stream({ sendTo: 'card', cardId, cardMessageId: id });
		expect(out).toMatchObject({ delivered_as: 'message', fallback: { error: 'The card is older than 14 days' } });
		expect(platform.message(out.message_id)).toMatchObject({ parent_id: id, msg_type: 'post' });
	});

	test.each<[string, INodeParameters]>([
		['none is wished', { fallback: 'fail' }],
		['nobody knows where to', { sendTo: 'card', cardId: '7355372766134157313' }],
	])('but not when %s', async (_, parameters) => {
		platform.simulator.faults.add({ path: `${CARDS}*`, action: refusal(200740) });
		const before = platform.messages().length;
		const { error } = await run('streamText', { ...here(), streamedText: ANSWER, ...parameters });
		expect(error?.message).toBe("The card does not exist, or this app can't see it");
		expect(platform.messages().length).toBe(before);
	});

	test('long texts are split', async () => {
		platform.simulator.faults.add({ path: CARDS, action: refusal(200220) });
		const long = Array.from({ length: 1200 }, (_, index) => `第 ${index} 段: some words of paragraph ${index}.`).join(
			'\n\n',
		);
		const out = await stream({ streamedText: long });
		const ids = out.message_ids as string[];
		expect(ids.length).toBeGreaterThan(1);
		const found = ids.flatMap((id) =>
			[...wordsOf(id).matchAll(/of paragraph (\d+)\./g)].map(([, number]) => Number(number)),
		);
		expect(found).toEqual(Array.from({ length: 1200 }, (_, index) => index));
	});

	test('an error of both ways is the error of the message', async () => {
		const { error } = await run('streamText', { chat: byId(platform.strangeChat.chat_id), streamedText: ANSWER });
		expect(error?.message).toBe('The app is not in this chat');
	});
});
