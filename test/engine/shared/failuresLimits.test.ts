/** Limits of the platform, the waits they ask for, and executions that are stopped while they wait. */

import { byId, list, only, until, usePlatform } from '../../support/engine';
import { failingOn, SEND } from '../../support/engine/failing';

const platform = usePlatform();
const { sending, send, fail, warmUp } = failingOn(platform);

beforeEach(warmUp);

/** Milliseconds between one call and the next. */
function gaps(): number[] {
	return platform.calls.slice(1).map(({ at }, index) => at - (platform.calls[index]?.at ?? 0));
}

describe('limits', () => {
	test('429 waits as long as the platform asks', async () => {
		fail({ type: 'code', http: 429, code: 99991400, headers: { 'x-ogw-ratelimit-reset': '1' } }, { times: 1 });
		const { error } = await send();
		expect(error).toBeUndefined();
		expect(gaps()).toHaveLength(1);
		expect(only(gaps())).toBeGreaterThanOrEqual(990);
	});

	test.each([
		[429, 99991400, [500, 1000]],
		[200, 99991400, [500]],
		[400, 99991400, [500]],
		[200, 230020, [500]],
		[400, 230020, [500]],
	])('HTTP %i with code %i and no time backs off by %j ms', async (http, code, waits) => {
		const before = platform.messages().length;
		fail({ type: 'code', http, code }, { times: waits.length });
		const { error } = await send();
		expect(error).toBeUndefined();
		expect(gaps()).toHaveLength(waits.length);
		gaps().forEach((gap, index) => expect(gap).toBeGreaterThanOrEqual((waits[index] ?? 0) - 10));
		expect(platform.messages()).toHaveLength(before + 1);
	});

	test('an Edit that was told to slow down is made again, for it was not done', async () => {
		const message = platform.botMessage();
		fail(
			{ type: 'code', http: 429, code: 99991400, headers: { 'x-ogw-ratelimit-reset': '0' } },
			{ path: `${SEND}/:id`, times: 1 },
		);
		const { error } = await platform.run({
			parameters: { resource: 'message', operation: 'edit', messageId: byId(message.message_id), text: 'after' },
		});
		expect(error).toBeUndefined();
		expect(message.content).toBe('{"text":"after"}');
	});

	test.each([200, 400, 429])('a wait of 10 minutes at HTTP %i fails at once and names the option', async (http) => {
		fail({ type: 'code', http, code: 99991400, headers: { 'x-ogw-ratelimit-reset': '600' } });
		const { error } = await send();
		expect(platform.calls).toHaveLength(1);
		expect(error?.message).toBe('Feishu asks to slow down');
		expect(error?.description).toContain('10 minutes');
		expect(error?.description).toContain('Request Options → Longest Wait');
	});

	test('Tries bounds how often', async () => {
		fail({ type: 'code', http: 429, code: 99991400, headers: { 'x-ogw-ratelimit-reset': '0' } });
		const { error } = await send({ requestOptions: { tries: 3 } });
		expect(platform.calls).toHaveLength(3);
		expect(error?.description).toContain('Tried 3 times');
	});

	test('Longest Wait of 0 never waits', async () => {
		fail({ type: 'code', http: 429, code: 99991400 });
		await send({ requestOptions: { longestWait: 0 } });
		expect(platform.calls).toHaveLength(1);
	});

	test('a cancelled execution ends while it waits', async () => {
		fail({ type: 'code', http: 429, code: 99991400, headers: { 'x-ogw-ratelimit-reset': '30' } });
		const clock = jest.spyOn(AbortSignal, 'timeout');
		// Not heeded for everybody, or the next test would have to wait as well.
		const parameters = sending({ requestOptions: { keepToLimits: false } });
		const running = platform.start({ parameters, items: Array.from({ length: 30 }, () => ({})) });
		await until(() => clock.mock.calls.some(([ms]) => ms >= 30_000), 'a wait of 30 s');
		clock.mockRestore();
		running.cancel();
		const run = await running.done;
		expect(run.status).toBe('canceled');
		// By this the node itself has ended; n8n alone would leave it waiting in the background.
		expect(run.error?.message).toBe('The execution was canceled');
		expect(platform.calls).toHaveLength(1);
	});

	test('a cancelled execution ends while it waits for an answer', async () => {
		fail({ type: 'delay', ms: 5_000 });
		// A chat of its own: the platform still does the work when nobody waits for it any more.
		const running = platform.start({ parameters: sending({ chat: list(only(platform.addChats(1)).chat_id) }) });
		await until(() => platform.calls.length === 1, 'the request');
		running.cancel();
		expect(await running.done).toMatchObject({ status: 'canceled', error: { message: 'The execution was canceled' } });
	});
});
