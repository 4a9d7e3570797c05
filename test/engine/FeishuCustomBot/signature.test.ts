/** Signed messages, and what the settings of a bot refuse. */
import { usePlatform } from '../../support/engine';
import { botsOf, HOOK, texts, TEXT_OF_ITEM } from '../../support/engine/customBots';

const platform = usePlatform();
const { addBot, credentialOf, urlOf, send, contents, messages, bodies } = botsOf(platform);

const text = { messageType: 'text', text: 'Hello' };
const HOUR_MS = 3_600_000;

test('a message is signed with the time of its request', async () => {
	const to = addBot({ secret: 'fake-signing-secret' });
	const before = Math.floor(Date.now() / 1000);
	const run = await send(to, text);
	expect(run.error).toBeUndefined();
	expect(contents(to)).toEqual([{ text: 'Hello' }]);
	const [body] = bodies();
	expect(body).toEqual({ ...body, timestamp: expect.stringMatching(/^\d{10}$/), sign: expect.any(String) });
	expect(Number(body?.timestamp)).toBeGreaterThanOrEqual(before);
});

test('each try is signed anew', async () => {
	const to = addBot({ secret: 'fake-signing-secret' });
	const frequency = { type: 'code', http: 200, code: 11232, msg: 'frequency limited' } as const;
	platform.simulator.faults.add({ path: HOOK, times: 2, action: frequency });
	const run = await send(to, text);
	expect(run.error).toBeUndefined();
	const [first, , third] = bodies();
	expect(Number(third?.timestamp)).toBeGreaterThan(Number(first?.timestamp));
	expect(third?.sign).not.toBe(first?.sign);
	expect(messages(to)).toHaveLength(1);
});

test('a wrong secret, with how to mend it', async () => {
	const { bot } = addBot({ secret: 'fake-signing-secret' });
	const run = await send({ credential: credentialOf(urlOf(bot), 'fake-other-secret') }, text);
	expect(run.error).toMatchObject({ message: 'Feishu does not accept the signature' });
	expect(run.error?.description).toContain('Signature Verification');
	expect(run.error?.description).toContain('(code 19021');
	expect(platform.calls).toHaveLength(1);
});

test('no secret where the bot wants one', async () => {
	const { bot } = addBot({ secret: 'fake-signing-secret' });
	const run = await send({ credential: credentialOf(urlOf(bot)) }, text);
	expect(run.error).toMatchObject({ message: 'Feishu does not accept the signature' });
});

test('a keyword that is not in the message', async () => {
	const to = addBot({ keywords: ['ALERT'] });
	const run = await send(to, text);
	expect(run.error).toMatchObject({ message: "The message holds none of the bot's keywords" });
	expect(run.error?.description).toContain('Custom Keywords');
	expect((await send(to, { ...text, text: 'ALERT: disk full' })).error).toBeUndefined();
	expect(contents(to)).toEqual([{ text: 'ALERT: disk full' }]);
});

test('an address that is not on the list', async () => {
	const to = addBot({ ip_list: ['192.0.2.1'] });
	const run = await send(to, text);
	expect(run.error).toMatchObject({ message: "The server's IP address is not on the bot's list" });
	expect(run.error?.description).toContain('IP Whitelist');
});

test('a bot that was removed', async () => {
	const to = addBot();
	platform.store.im.customBots.delete(to.bot.hook_id);
	const run = await send(to, text, { items: texts(3) });
	expect(run.error).toMatchObject({ message: 'Feishu does not know this custom bot', context: { itemIndex: 0 } });
	expect(run.error?.description).toContain('copy the Webhook URL again');
	expect(platform.calls).toHaveLength(1);
});

test('with Continue On Fail the items say why, and the others are sent', async () => {
	const to = addBot({ keywords: ['ok'] });
	const items = ['ok 0', 'no', 'ok 2'].map((one) => ({ json: { text: one } }));
	const { items: out, error } = await send(to, TEXT_OF_ITEM, { items, onError: 'continueRegularOutput' });
	expect(error).toBeUndefined();
	expect(out.map(({ json }) => json.sent ?? json.error)).toEqual([
		true,
		"The message holds none of the bot's keywords",
		true,
	]);
	expect(contents(to)).toEqual([{ text: 'ok 0' }, { text: 'ok 2' }]);
});

test('what fails comes out of the error output', async () => {
	const to = addBot({ keywords: ['ok'] });
	const items = ['ok 0', 'no'].map((one) => ({ json: { text: one } }));
	const run = await send(to, TEXT_OF_ITEM, { items, onError: 'continueErrorOutput' });
	expect(run.items.map(({ json }) => json)).toEqual([{ sent: true, msg_type: 'text' }]);
	expect(run.errorItems).toHaveLength(1);
	expect(run.errorItems[0]?.json).toMatchObject({ error: "The message holds none of the bot's keywords" });
});

// The last one: it moves the platform's clock.
test('a clock that is wrong by more than an hour', async () => {
	const to = addBot({ secret: 'fake-signing-secret' });
	platform.store.clock.advance(HOUR_MS + 60_000);
	const run = await send(to, text);
	expect(run.error?.description).toContain('check the clock of this server');
	expect(messages(to)).toEqual([]);
});
