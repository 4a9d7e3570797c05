/** Streaming Card → Update and Finish: what the platform refuses, and what is got over. */

import type { FaultAction } from '../../../../simulator';
import { entityOf } from '../../../../simulator/state/cardEntities';
import { usePlatform } from '../../../support/engine';
import { streamingOn } from '../../../support/engine/streamingCard';

const platform = usePlatform({ tokenLifetimeSeconds: 30 * 86_400 });
const { run, output, start, cardOf, elementsOf, changes } = streamingOn(platform);

const MINUTE = 60_000;
const CONTENT = '/open-apis/cardkit/v1/cards/:card/elements/:element/content';

describe('numbers of changes', () => {
	/** Another worker has changed the card, by a clock that is ahead. */
	const ahead = (cardId: unknown, ticks: number) => {
		const entity = entityOf(platform.store, String(cardId));
		if (!entity) throw new Error('No such card');
		entity.sequence = Math.min(2_147_483_647, clockNumber() + ticks);
	};
	const clockNumber = () => Math.floor((Date.now() - Date.UTC(2026, 0, 1)) / 100) + 1;

	test.each([
		['a second', 10],
		['a minute', 600],
		['an hour', 36_000],
	])('of another worker whose clock is ahead by %s are gone beyond', async (_, ticks) => {
		const { card_id: cardId, message_id: id } = await start();
		ahead(cardId, ticks);
		await output('update', { cardId, streamedText: 'Now' });
		expect(elementsOf(id)).toMatchObject([{ content: 'Now' }]);
		const codes = changes().map(({ code }) => code);
		expect(codes.slice(0, -1).every((code) => code === 300317)).toBe(true);
		expect(codes.at(-1)).toBe(0);
		// What follows is right at once.
		platform.reset();
		await output('update', { cardId, streamedText: 'Now and then' });
		expect(changes().map(({ code }) => code)).toEqual([0]);
	});

	test('that leave no room are told in words', async () => {
		const { card_id: cardId } = await start();
		ahead(cardId, Infinity);
		const { error } = await run('update', { cardId, streamedText: 'Now' });
		expect(error?.message).toBe('The card was changed by somebody else with a later number');
		expect(error?.description).toContain('clocks of all n8n servers');
		expect(changes()).toHaveLength(4);
	});
});

describe('repeating', () => {
	const fault = (action: FaultAction, path = CONTENT) => platform.simulator.faults.add({ path, times: 1, action });

	test('a change whose answer got lost counts once', async () => {
		const { card_id: cardId, message_id: id } = await start();
		fault({ type: 'dropAfter' });
		expect(await output('update', { cardId, streamedText: 'Once' })).toMatchObject({ typed: true });
		expect(changes().map(({ code }) => code)).toEqual([0, 200770]);
		expect(new Set(changes().map(({ body }) => body.sequence)).size).toBe(1);
		expect(elementsOf(id)).toMatchObject([{ content: 'Once' }]);
	});

	test.each<[string, FaultAction]>([
		['a cut connection', { type: 'dropBefore' }],
		['a request to slow down', { type: 'code', http: 429, code: 99991400, headers: { 'x-ogw-ratelimit-reset': '1' } }],
		["somebody's click", { type: 'code', http: 400, code: 200810 }],
	])('a change after %s', async (_, action) => {
		const { card_id: cardId, message_id: id } = await start();
		fault(action);
		await output('update', { cardId, streamedText: 'Again' });
		expect(elementsOf(id)).toMatchObject([{ content: 'Again' }]);
		expect(changes()).toHaveLength(2);
	});

	test('a card whose making got lost is made again, and sent once', async () => {
		fault({ type: 'dropAfter' }, '/open-apis/cardkit/v1/cards');
		const before = platform.messages().length;
		const { message_id: id } = await start();
		expect(platform.messages().length).toBe(before + 1);
		expect(cardOf(id)).toMatchObject({ header: { title: { content: 'Answer' } } });
	});
});

describe('the life of a card', () => {
	test('after ten minutes text appears at once, and Finish works as ever', async () => {
		const { card_id: cardId, message_id: id } = await start();
		platform.store.clock.advance(11 * MINUTE);
		expect(await output('update', { cardId, streamedText: 'Late' })).toMatchObject({ typed: false });
		expect(changes().map(({ kind, code }) => [kind, code])).toEqual([
			['content', 200850],
			['element', 0],
		]);
		expect(elementsOf(id)).toMatchObject([{ content: 'Late', element_id: 'answer' }]);
		await output('finish', { cardId, streamedText: 'Late, and done' });
		expect(elementsOf(id)).toMatchObject([{ content: 'Late, and done' }]);
	});

	test('a finished card can still get another text', async () => {
		const { card_id: cardId, message_id: id } = await start();
		await output('finish', { cardId, streamedText: 'Done' });
		expect(await output('update', { cardId, streamedText: 'Done, with an addition' })).toMatchObject({ typed: false });
		expect(elementsOf(id)).toMatchObject([{ content: 'Done, with an addition' }]);
		expect(cardOf(id)).toMatchObject({ config: { streaming_mode: false } });
	});

	test('after 14 days it is over', async () => {
		const { card_id: cardId } = await start();
		platform.store.clock.advance(15 * 24 * 60 * MINUTE);
		const { error } = await run('finish', { cardId, streamedText: 'Too late' });
		expect(error?.message).toBe('The card is older than 14 days');
		expect(error?.context).toMatchObject({ data: { code: 200750 } });
	});

	test.each([
		[
			'an unknown card',
			{ cardId: '7355372766134157313' },
			200740,
			"The card does not exist, or this app can't see it",
			'as text',
		],
		[
			'an element that is not there',
			{ streamOptions: { elementId: 'other' } },
			300313,
			'The element of the card could not be changed',
			'Element ID',
		],
	])('%s is told in words', async (_, change, code, message, hint) => {
		const { card_id: cardId } = await start();
		const { error } = await run('update', { cardId, streamedText: 'Hello', ...change });
		expect(error?.message).toBe(message);
		expect(error?.description).toContain(hint);
		expect(error?.context).toMatchObject({ data: { code } });
	});

	test('a card of another app is told in words', async () => {
		const { card_id: cardId } = await start();
		const entity = entityOf(platform.store, String(cardId));
		if (entity) entity.app_id = 'cli_another';
		const { error } = await run('finish', { cardId, streamedText: 'Hello' });
		expect(error?.message).toBe('The card belongs to another app');
	});
});
