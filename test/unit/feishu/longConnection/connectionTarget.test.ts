import { askEndpoint, type HttpPost } from '../../../../feishu/longConnection/connectionTarget';
import { isLongConnectionError, type LongConnectionError } from '../../../../feishu/longConnection/connectionErrors';
import { rejectionOf } from '../../../support/feishuCalls';
import { ADDRESS, CONFIG, FakeClock, granted, KEY } from '../../../support/longConnection/connections';

const answering =
	(body: unknown, status = 200): HttpPost =>
	async () => ({ status, body: typeof body === 'string' ? body : JSON.stringify(body) });

const ask = (post: HttpPost, key = KEY) => askEndpoint(key, post, new FakeClock());

async function refusal(post: HttpPost): Promise<LongConnectionError> {
	const error = await rejectionOf(ask(post));
	if (!isLongConnectionError(error)) throw error;
	const shown = `${error.message} ${error.hint} ${error.stack}`;
	for (const secret of [KEY.appSecret, 'not-a-real-ticket', 'not-a-real-key']) expect(shown).not.toContain(secret);
	// n8n takes this word for a reason never to try again.
	expect(shown).not.toContain('Authorization');
	return error;
}

it('asks as the official SDK does', async () => {
	const post = jest.fn(answering(granted()));
	await ask(post);
	expect(post.mock.calls).toEqual([
		[
			'https://open.feishu.test/callback/ws/endpoint',
			JSON.stringify({ AppID: KEY.appId, AppSecret: KEY.appSecret }),
			{ 'content-type': 'application/json', locale: 'zh' },
		],
	]);
});

it('reads the address, its service and the configuration', async () => {
	expect(await ask(answering(granted()))).toEqual({
		url: ADDRESS,
		host: 'frontier.feishu.test',
		service: 42,
		config: { pingMs: 90_000, reconnectCount: -1, reconnectIntervalMs: 120_000, reconnectNonceMs: 30_000 },
	});
	expect((await ask(answering(granted(null)))).config.pingMs).toBe(120_000);
});

it.each([
	[1, false, /too busy/, /passes by itself/],
	[1000040343, false, /too busy/, /passes by itself/],
	[403, true, /does not let this app/, /self-built/],
	[514, true, /App ID with this App Secret/, /Copy App ID and App Secret again/],
	[1000040344, true, /no App ID or no App Secret/, /Copy/],
	[1000040345, true, /App ID with this App Secret/, /Copy App ID and App Secret again/],
	[1000040346, true, /does not know this App ID/, /Copy/],
	[1000040350, true, /as many long connections as Feishu allows \(50\)/, /Stop other programs/],
	[1000040351, true, /the other of Feishu and Lark/, /Choose the other Region/],
	[987654321, true, /refused the long connection/, /self-built/],
])('has words for code %d, and knows whether it is final: %s', async (code, final, message, hint) => {
	for (const status of [200, 400]) {
		const error = await refusal(answering({ code, msg: 'words of the platform', data: { URL: '' } }, status));
		// A code that is not known ends it only when the platform says so with HTTP 200.
		expect(error).toMatchObject({ code, final: final && (status === 200 || code !== 987654321) });
		expect(error.message).toMatch(message);
		expect(error.hint).toMatch(hint);
		expect(error.hint).toContain(`(Feishu's answer: words of the platform, code ${code})`);
	}
});

it.each([
	['a page', '<html>Sign in</html>', 200],
	["a gateway's error", 'Bad Gateway', 502],
	['JSON without a code', { message: 'hello' }, 200],
	['no address', { code: 0, data: {} }, 200],
	['no data', { code: 0 }, 200],
	['something that is no address', { code: 0, data: { URL: 'not-a-real-ticket' } }, 200],
	['an address of the web', { code: 0, data: { URL: 'https://frontier.test/?ticket=not-a-real-ticket' } }, 200],
	['an address without TLS', { code: 0, data: { URL: 'ws://frontier.test/?ticket=not-a-real-ticket' } }, 200],
])('may pass: %s', async (_what, body, status) => {
	const error = await refusal(answering(body, status));
	expect(error).toMatchObject({ code: 'unreadable', final: false });
	expect(error.message).toContain(`HTTP ${status}`);
});

it('goes without TLS where the platform itself is spoken to without', async () => {
	const url = 'ws://127.0.0.1:9/ws/v2?service_id=1';
	const post = answering({ code: 0, data: { URL: url, ClientConfig: CONFIG } });
	expect(await ask(post, { ...KEY, origin: 'http://127.0.0.1:9' })).toMatchObject({ url, service: 1 });
});

it.each([
	['ENOTFOUND', /not known to the network \(ENOTFOUND\)/],
	['ECONNREFUSED', /refused the connection \(ECONNREFUSED\)/],
	['EWHATEVER', /could not be reached \(EWHATEVER\)/],
])('says what the network says: %s', async (code, message) => {
	const error = await refusal(() =>
		Promise.reject(Object.assign(new Error(`request with ${KEY.appSecret} failed`), { code })),
	);
	expect(error).toMatchObject({ code: 'unreachable', final: false });
	expect(error.message).toMatch(message);
});

it('does not pass on what an HTTP client says', async () => {
	const thrown: HttpPost = () => {
		throw new Error(`request with ${KEY.appSecret} failed`);
	};
	expect((await refusal(thrown)).message).toContain('(UNKNOWN)');
});

it('waits 15 seconds for an answer', async () => {
	const clock = new FakeClock();
	const asking = rejectionOf(askEndpoint(KEY, () => new Promise<never>(() => undefined), clock));
	await clock.advance(14_999);
	expect(clock.pending).toBe(1);
	await clock.advance(1);
	expect(await asking).toMatchObject({
		code: 'unreachable',
		final: false,
		message: expect.stringContaining('15 seconds'),
	});
	await askEndpoint(KEY, answering(granted()), clock);
	expect(clock.pending).toBe(0);
});
