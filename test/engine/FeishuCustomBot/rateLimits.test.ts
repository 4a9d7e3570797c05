/** The limits of a custom bot are kept, and what the platform refuses all the same is waited for. */
import { inRealTime, until, usePlatform } from '../../support/engine';
import { botsOf, HOOK, texts, TEXT_OF_ITEM } from '../../support/engine/customBots';

inRealTime();
const platform = usePlatform({ rateLimits: true });
const { addBot, start, send, contents, messages } = botsOf(platform);

const refused = () => platform.calls.filter(({ code }) => code === 11232);

test('executions side by side share the five messages a second of a bot, each in its order', async () => {
	const to = addBot();
	const runs = await Promise.all(
		['a', 'b'].map(async (name) => await send(to, TEXT_OF_ITEM, { items: texts(7, name) })),
	);
	expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
	expect(refused()).toEqual([]);
	const got = contents(to).map((one) => (one as { text: string }).text);
	for (const name of ['a', 'b'])
		expect(got.filter((one) => one.startsWith(name))).toEqual(texts(7, name).map(({ json }) => json?.text));
});

test('without it the platform refuses, and the message is sent again until it is taken', async () => {
	const to = addBot();
	const parameters = { ...TEXT_OF_ITEM, requestOptions: { keepToLimits: false } };
	// All come within one second of the platform's clock, however slow the machine is.
	const second = jest.spyOn(platform.store.clock, 'now').mockReturnValue(platform.store.clock.now());
	const running = send(to, parameters, { items: texts(7) });
	await until(() => refused().length > 0, 'a refusal');
	second.mockRestore();
	const run = await running;
	expect(run.error).toBeUndefined();
	expect(refused().length).toBeGreaterThan(0);
	expect(contents(to)).toEqual(texts(7).map(({ json }) => json));
});

test('what does not end is told, with how often it was tried', async () => {
	const frequency = { type: 'code', http: 200, code: 11232, msg: 'frequency limited psm' } as const;
	platform.simulator.faults.add({ path: HOOK, action: frequency });
	const parameters = { messageType: 'text', text: 'x', requestOptions: { tries: 2 } };
	const run = await send(addBot(), parameters);
	expect(run.error).toMatchObject({ message: 'Feishu asks to slow down' });
	expect(run.error?.description).toMatch(/100 messages a minute and 5 a second[^]*Tried 2 times/);
});

test('what waits for its turn ends when the execution is cancelled', async () => {
	const to = addBot();
	const running = start(to, TEXT_OF_ITEM, { items: texts(50) });
	await until(() => messages(to).length === 5, 'as many messages as a second takes');
	running.cancel();
	expect(await running.done).toMatchObject({ status: 'canceled' });
	expect(messages(to).length).toBeLessThan(50);
});
