/** The published limits are kept before the platform has to say so. */
import { byId, inRealTime, until, usePlatform } from '../../support/engine';

inRealTime();
const platform = usePlatform({ rateLimits: true });

/** Requests that the platform refused because there were too many. */
const refused = () => platform.calls.filter(({ code }) => code === 99991400 || code === 230020);

test('300 messages to 40 chats meet no refusal, and none is lost', async () => {
	const chats = platform.addChats(40);
	const items = Array.from({ length: 300 }, (_, index) => ({
		json: { chat: chats[index % chats.length]?.chat_id ?? '', text: `item ${index}` },
	}));
	const run = await platform.run({
		parameters: {
			resource: 'message',
			operation: 'send',
			chat: byId('={{ $json.chat }}'),
			text: '={{ $json.text }}',
			requestOptions: { itemsAtOnce: 40 },
		},
		items,
	});
	expect(run.error).toBeUndefined();
	expect(run.items.map(({ json }) => json.text)).toEqual(items.map(({ json }) => json.text));
	expect(refused()).toEqual([]);
});

test('messages to one chat keep their order', async () => {
	const [chat] = platform.addChats(1);
	const items = Array.from({ length: 12 }, (_, index) => ({ json: { text: `message ${index}` } }));
	const run = await platform.run({
		parameters: { resource: 'message', operation: 'send', chat: byId(chat?.chat_id ?? ''), text: '={{ $json.text }}' },
		items,
	});
	expect(run.error).toBeUndefined();
	expect(platform.messages(chat?.chat_id ?? '').map(({ content }) => content)).toEqual(
		items.map(({ json }) => JSON.stringify(json)),
	);
	expect(refused()).toEqual([]);
});

test('what waits for its turn ends when the execution is cancelled', async () => {
	const [chat] = platform.addChats(1);
	const running = platform.start({
		parameters: { resource: 'message', operation: 'send', chat: byId(chat?.chat_id ?? ''), text: 'Hello' },
		items: Array.from({ length: 100 }, () => ({})),
	});
	await until(() => platform.messages(chat?.chat_id ?? '').length === 5, 'as many messages as a second takes');
	running.cancel();
	expect(await running.done).toMatchObject({ status: 'canceled', error: { message: 'The execution was canceled' } });
	expect(platform.messages(chat?.chat_id ?? '').length).toBeLessThan(100);
});

test('executions side by side share the limits of a chat', async () => {
	const [chat] = platform.addChats(1);
	const parameters = {
		resource: 'message',
		operation: 'send',
		chat: byId(chat?.chat_id ?? ''),
		text: '={{ $json.text }}',
	};
	const runs = await Promise.all(
		['a', 'b', 'c'].map(
			async (name) =>
				await platform.run({
					parameters,
					items: Array.from({ length: 4 }, (_, index) => ({ json: { text: `${name}${index}` } })),
				}),
		),
	);
	expect(runs.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
	expect(platform.messages(chat?.chat_id ?? '')).toHaveLength(12);
	expect(refused()).toEqual([]);
});

test('without Keep to Rate Limits they go out at once, are refused, and get there after a wait', async () => {
	const [chat] = platform.addChats(1);
	// All come within one second of the platform's clock, however slow the machine is.
	const second = jest.spyOn(platform.store.clock, 'now').mockReturnValue(platform.store.clock.now());
	const { done } = platform.start({
		parameters: {
			resource: 'chat',
			operation: 'get',
			chat: byId(chat?.chat_id ?? ''),
			requestOptions: { keepToLimits: false, itemsAtOnce: 60 },
		},
		items: Array.from({ length: 60 }, () => ({ json: {} })),
	});
	await until(() => refused().length > 0, 'a refusal');
	second.mockRestore();
	const run = await done;
	expect(run.error).toBeUndefined();
	expect(run.items).toHaveLength(60);
	expect(refused().length).toBeGreaterThan(0);
});
