/** Many items: side by side, in order where order matters, and each failure with its own item. */
import type { INodeParameters } from 'n8n-workflow';

import type { Chat, RecordedRequest } from '../../../simulator';
import { byId, type ItemSpec, only, usePlatform } from '../../support/engine';

const SEND = '/open-apis/im/v1/messages';

const platform = usePlatform({ latencyMs: 20 });

beforeEach(async () => {
	await platform.run({ parameters: { resource: 'chat', operation: 'getAll' } });
	platform.reset();
});

function sending(options: INodeParameters = {}): INodeParameters {
	return {
		resource: 'message',
		operation: 'send',
		chat: byId('={{ $json.chat }}'),
		text: '={{ $json.text }}',
		// The simulator has no limits here; those are another file's.
		requestOptions: { keepToLimits: false, ...options },
	};
}

/** Items in turn for these chats, each with its number as text. */
function itemsFor(chats: readonly Chat[], count: number): Array<ItemSpec & { json: { chat: string; text: string } }> {
	return Array.from({ length: count }, (_, index) => ({
		json: { chat: chats[index % chats.length]?.chat_id ?? '', text: `item ${index}` },
	}));
}

/** Watches how many requests are being answered at once; gives the most so far. */
function watchAtOnce(): () => number {
	let most = 0;
	const { requests } = platform.simulator;
	const push = (...added: RecordedRequest[]) => {
		const length = Array.prototype.push.apply(requests, added);
		most = Math.max(most, requests.filter(({ status }) => status === 0).length);
		return length;
	};
	Object.defineProperty(requests, 'push', { value: push, configurable: true });
	return () => most;
}

const textsOf = (chat: Chat) =>
	platform.messages(chat.chat_id).map(({ content }) => (JSON.parse(content) as { text: string }).text);

describe('200 items to 20 chats', () => {
	test('go side by side, in order within each chat, and come out in the order they went in', async () => {
		const chats = platform.addChats(20);
		const items = itemsFor(chats, 200);
		const atOnce = watchAtOnce();
		// Some are slow, so that what comes later would overtake them.
		platform.simulator.faults.add({ path: SEND, skip: 5, times: 10, action: { type: 'delay', ms: 150 } });
		const run = await platform.run({ parameters: sending(), items });
		expect(run.error).toBeUndefined();
		expect(run.items.map(({ json, pairedItem }) => [json.text, pairedItem])).toEqual(
			items.map(({ json }, item) => [json.text, { item }]),
		);
		chats.forEach((chat, index) => {
			expect(textsOf(chat)).toEqual(Array.from({ length: 10 }, (_, round) => `item ${index + 20 * round}`));
		});
		expect(atOnce()).toBeGreaterThan(10);
		expect(atOnce()).toBeLessThanOrEqual(20);
	});

	test.each([1, 4])('Items at Once %i is the most at once', async (itemsAtOnce) => {
		const chats = platform.addChats(20);
		const atOnce = watchAtOnce();
		const { error } = await platform.run({ parameters: sending({ itemsAtOnce }), items: itemsFor(chats, 60) });
		expect(error).toBeUndefined();
		expect(atOnce()).toBe(itemsAtOnce);
	});
});

test('Items at Once 1 works strictly in the order of the items, whatever their chats', async () => {
	const items = itemsFor(platform.addChats(5), 25);
	const before = platform.store.messages.size;
	await platform.run({ parameters: sending({ itemsAtOnce: 1 }), items });
	const sent = [...platform.store.messages.values()]
		.slice(before)
		.map(({ content }) => (JSON.parse(content) as { text: string }).text);
	expect(sent).toEqual(items.map(({ json }) => json.text));
});

test('edits of one message keep their order', async () => {
	const message = platform.botMessage();
	platform.simulator.faults.add({ path: `${SEND}/:id`, times: 2, action: { type: 'delay', ms: 100 } });
	const items = Array.from({ length: 8 }, (_, index) => ({ json: { text: `version ${index}` } }));
	await platform.run({
		parameters: {
			resource: 'message',
			operation: 'edit',
			messageId: byId(message.message_id),
			text: '={{ $json.text }}',
		},
		items,
	});
	expect(message).toMatchObject({ content: '{"text":"version 7"}', edits: 8 });
});

test('parameters that differ by item, lists included, stay with their items', async () => {
	const [first, second] = platform.chats;
	const items = [first, second].map((chat) => ({ json: { chat: chat?.chat_id ?? '' } }));
	const run = await platform.run({
		parameters: { resource: 'member', operation: 'getAll', chat: byId('={{ $json.chat }}'), returnAll: true },
		items,
	});
	const expected = [first, second].flatMap((chat, item) => (chat?.members ?? []).map((id) => [id, { item }]));
	expect(run.items.map(({ json, pairedItem }) => [json.member_id, pairedItem])).toEqual(expected);
});

test('no items, no calls', async () => {
	const { error } = await platform.run({ parameters: sending(), items: [] });
	expect(error).toBeUndefined();
	expect(platform.simulator.requests).toEqual([]);
});

describe('some items fail', () => {
	const BAD = [3, 17, 39];
	let items: ReturnType<typeof itemsFor>;

	beforeEach(() => {
		items = itemsFor(platform.addChats(8), 40);
		for (const index of BAD) only(items.slice(index, index + 1)).json.chat = platform.strangeChat.chat_id;
	});

	const good = () => items.filter((_, index) => !BAD.includes(index));

	test('the error output gets exactly those, with what went in', async () => {
		const run = await platform.run({ parameters: sending(), items, onError: 'continueErrorOutput' });
		expect(run.error).toBeUndefined();
		expect(run.items.map(({ json }) => json.text)).toEqual(good().map(({ json }) => json.text));
		expect(run.errorItems.map(({ json, pairedItem }) => ({ json, pairedItem }))).toEqual(
			BAD.map((item) => ({
				json: {
					...items[item]?.json,
					error: 'The app is not in this chat',
					details: {
						advice: expect.stringContaining('code 230002') as string,
						code: 230002,
						log_id: expect.any(String) as string,
					},
				},
				pairedItem: { item },
			})),
		);
	});

	test('the regular output gets all, in order, the failed ones with why', async () => {
		const run = await platform.run({ parameters: sending(), items, onError: 'continueRegularOutput' });
		expect(run.items).toHaveLength(40);
		run.items.forEach(({ json, pairedItem }, index) => {
			expect(pairedItem).toEqual({ item: index });
			expect(json).toMatchObject(
				BAD.includes(index) ? { error: 'The app is not in this chat' } : { text: `item ${index}` },
			);
		});
	});

	test('bad input fails its own item only', async () => {
		only(items.slice(5, 6)).json.text = ' ';
		const run = await platform.run({ parameters: sending(), items, onError: 'continueErrorOutput' });
		expect(run.errorItems.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
			['The app is not in this chat', { item: 3 }],
			["The field 'Text' is empty: its expression gave no value", { item: 5 }],
			['The app is not in this chat', { item: 17 }],
			['The app is not in this chat', { item: 39 }],
		]);
	});

	test.each([1, 5, 20])(
		'without it the run ends with the first of them, and starts none after it (%i at once)',
		async (itemsAtOnce) => {
			const before = platform.store.messages.size;
			const run = await platform.run({ parameters: sending({ itemsAtOnce }), items });
			expect(run.status).toBe('error');
			expect(run.items).toEqual([]);
			expect(run.error?.message).toBe('The app is not in this chat');
			expect(run.error?.context).toMatchObject({ itemIndex: 3 });
			// Those that were under way when the first failed, and no more.
			expect(platform.calls.length).toBeLessThanOrEqual(4 + itemsAtOnce * 2);
			expect(platform.store.messages.size).toBeLessThan(before + good().length);
			if (itemsAtOnce === 1) expect(platform.calls).toHaveLength(4);
		},
	);
});

test('of several that fail at once, the error is of the first item', async () => {
	const items = Array.from({ length: 10 }, () => ({}));
	platform.simulator.faults.add({ path: SEND, action: { type: 'code', http: 400, code: 230001 } });
	const chats = platform.addChats(10);
	const run = await platform.run({
		parameters: sending(),
		items: items.map((_, index) => ({ json: { chat: chats[index]?.chat_id ?? '', text: 'x' } })),
	});
	expect(run.error?.context).toMatchObject({ itemIndex: 0 });
});

test('a number that an expression does not give is not its default', async () => {
	const { error } = await platform.run({
		parameters: { resource: 'chat', operation: 'getAll', limit: '={{ $json.none }}' },
	});
	expect(error?.message).toBe("The field 'Limit' is empty: its expression gave no value");
	expect(platform.calls).toEqual([]);
});
