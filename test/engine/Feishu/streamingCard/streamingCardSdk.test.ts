/** The official SDK, asked for the same things, sends the same requests. */
import * as lark from '@larksuiteoapi/node-sdk';

import type { RecordedRequest } from '../../../../simulator';
import { usePlatform } from '../../../support/engine';
import { startedCard } from '../../../support/engine/cases/streamingCard';
import { streamingOn } from '../../../support/engine/streamingCard';

const platform = usePlatform();
const { output, start } = streamingOn(platform);

const silent = () => undefined;

function sdk() {
	const { appId, appSecret, url } = platform.simulator;
	const logger = { error: silent, warn: silent, info: silent, debug: silent, trace: silent };
	return new lark.Client({ appId, appSecret, domain: url, logger }).cardkit.v1;
}

type Body = Record<string, unknown> & { sequence: number; uuid: string };

/** The last request about cards, with the card's ID left out of its path. */
function last(cardId?: unknown) {
	const request = platform.calls.filter(({ path }) => path.startsWith('/open-apis/cardkit/')).at(-1) as RecordedRequest;
	const { method, path, query, bodyText = '{}', code } = request;
	return { method, path: path.replace(String(cardId), ':card_id'), query, body: JSON.parse(bodyText) as Body, code };
}

/** What the node sends, and what the SDK sends when it is given the same values for another card. */
async function both(
	ours: (cardId: string) => Promise<unknown>,
	theirs: (kit: ReturnType<typeof sdk>, cardId: string, body: Body) => Promise<unknown>,
) {
	const [one, other] = [startedCard(platform), startedCard(platform)];
	await ours(one);
	const sent = last(one);
	await theirs(sdk(), other, sent.body);
	return [sent, last(other)] as const;
}

test('to make a card', async () => {
	await start({ streamOptions: { note: 'AI' } });
	const sent = last();
	await sdk().card.create({ data: sent.body as unknown as { type: string; data: string } });
	expect(last()).toEqual(sent);
	expect(sent).toMatchObject({ code: 0, body: { type: 'card_json', data: expect.any(String) } });
});

test('to stream text', async () => {
	const [ours, theirs] = await both(
		async (cardId) => await output('update', { cardId, streamedText: '你好 **world**' }),
		async (kit, card_id, { content, sequence, uuid }) =>
			await kit.cardElement.content({
				path: { card_id, element_id: 'answer' },
				data: { content: String(content), sequence, uuid },
			}),
	);
	expect(theirs).toEqual(ours);
	expect(ours).toMatchObject({ code: 0, body: { content: '你好 **world**' } });
});

test('to change an element after the streaming', async () => {
	const [ours, theirs] = await both(
		async (cardId) => {
			await output('finish', { cardId, streamedText: 'Done' });
			await output('update', { cardId, streamedText: 'Done, and more' });
		},
		async (kit, card_id, { partial_element, sequence, uuid }) =>
			await kit.cardElement.patch({
				path: { card_id, element_id: 'answer' },
				data: { partial_element: String(partial_element), sequence, uuid },
			}),
	);
	expect(theirs).toEqual(ours);
	expect(ours).toMatchObject({ method: 'PATCH', code: 0 });
});

test('to finish a card', async () => {
	const [ours, theirs] = await both(
		async (cardId) => await output('finish', { cardId, streamedText: 'One\n\n---\n\nTwo' }),
		async (kit, card_id, { actions, sequence, uuid }) =>
			await kit.card.batchUpdate({ path: { card_id }, data: { actions: String(actions), sequence, uuid } }),
	);
	expect(theirs).toEqual(ours);
	expect(JSON.parse(String(ours.body.actions))).toHaveLength(3);
});

test('to finish a card with a new header', async () => {
	const [ours, theirs] = await both(
		async (cardId) => await output('finish', { cardId, streamedText: 'Done', cardTitle: 'Answered' }),
		async (kit, card_id, { card, sequence, uuid }) =>
			await kit.card.update({
				path: { card_id },
				data: { card: card as { type: 'card_json'; data: string }, sequence, uuid },
			}),
	);
	expect(theirs).toEqual(ours);
	expect(ours).toMatchObject({ method: 'PUT', code: 0 });
});
