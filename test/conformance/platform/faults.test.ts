import { type Fixture, startFixture } from '../../support/conformance/harness';

const SEND = '/open-apis/im/v1/messages';

describe('faults', () => {
	let fixture: Fixture;
	beforeEach(async () => {
		fixture = await startFixture();
		await fixture.http.tenantToken();
	});
	afterEach(() => fixture.simulator.close());

	const send = () => fixture.http.send(fixture.chatId, 'text', { text: 'x' });
	const sent = () =>
		[...fixture.simulator.store.im.messages.values()].filter((message) => message.sender.sender_type === 'app').length;

	it('answer a code, after `skip` requests, for `times` requests, with headers and details', async () => {
		const { id } = await fixture.http.admin<{ id: string }>('POST', '/faults', {
			method: 'POST',
			path: SEND,
			skip: 1,
			times: 1,
			action: {
				type: 'code',
				http: 429,
				code: 99991400,
				msg: 'request trigger frequency limit',
				headers: { 'x-ogw-ratelimit-reset': '600' },
				error: { message: 'slow down' },
			},
		});
		expect(id).not.toBe('');
		const [one, two, three] = [await send(), await send(), await send()];
		expect([one.code, two.code, three.code]).toEqual([0, 99991400, 0]);
		expect([two.status, two.headers.get('x-ogw-ratelimit-reset'), two.error.message]).toEqual([
			429,
			'600',
			'slow down',
		]);
		expect(sent()).toBe(2);
	});

	it('answer anything raw, on paths with parameters and on unknown ones', async () => {
		fixture.simulator.faults.add({
			path: '/open-apis/im/v1/chats/:chat_id',
			action: { type: 'raw', http: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' },
		});
		fixture.simulator.faults.add({ path: '/open-apis/nothing/*', action: { type: 'code', http: 200, code: 1254290 } });
		const html = await fetch(`${fixture.simulator.url}/open-apis/im/v1/chats/oc_x`);
		expect([html.status, html.headers.get('content-type'), await html.text()]).toEqual([
			502,
			'text/html',
			'<h1>Bad Gateway</h1>',
		]);
		expect(await fixture.http.get('/open-apis/nothing/v1/apps/x')).toMatchObject({ status: 200, code: 1254290 });
		fixture.simulator.faults.clear();
		expect((await fetch(`${fixture.simulator.url}/open-apis/nothing/v1/apps/x`)).status).toBe(404);
	});

	it.each([
		['dropBefore', 0],
		['dropAfter', 1],
	] as const)('%s cuts the connection with %i messages sent', async (type, messages) => {
		fixture.simulator.faults.add({ path: SEND, times: 1, action: { type } });
		await expect(send()).rejects.toThrow('fetch failed');
		expect(sent()).toBe(messages);
		expect(fixture.simulator.requests.at(-1)).toMatchObject({ path: SEND, status: 0 });
		expect((await send()).code).toBe(0);
	});

	it('truncate promises the whole answer and sends half of it', async () => {
		fixture.simulator.faults.add({ path: SEND, times: 1, action: { type: 'truncate' } });
		const response = await fetch(`${fixture.simulator.url}${SEND}?receive_id_type=chat_id`, {
			method: 'POST',
			headers: { authorization: `Bearer ${await fixture.http.tenantToken()}` },
			body: JSON.stringify({ receive_id: fixture.chatId, msg_type: 'text', content: '{"text":"x"}' }),
		});
		expect(Number(response.headers.get('content-length'))).toBeGreaterThan(300);
		await expect(response.text()).rejects.toThrow('terminated');
		expect(sent()).toBe(1);
	});

	it('expireToken refuses the token of the request, and a fresh one works', async () => {
		fixture.simulator.faults.add({ path: SEND, times: 1, action: { type: 'expireToken' } });
		expect((await send()).code).toBe(99991663);
		const { tenant_access_token: token } = await fixture.http.freshToken();
		const again = await fixture.http.post(
			`${SEND}?receive_id_type=chat_id`,
			{ receive_id: fixture.chatId, msg_type: 'text', content: '{"text":"x"}' },
			{ authorization: `Bearer ${token}` },
		);
		expect(again.code).toBe(0);
	});

	it('hold keeps a request back until it is let go', async () => {
		let letGo = () => {};
		const until = new Promise<void>((resolve) => (letGo = resolve));
		fixture.simulator.faults.add({ path: SEND, times: 1, action: { type: 'hold', until } });
		const { messages } = fixture.simulator.store.im;
		const before = messages.size;
		const held = send();
		expect((await send()).code).toBe(0);
		expect(messages.size).toBe(before + 1);
		letGo();
		expect((await held).code).toBe(0);
		expect(messages.size).toBe(before + 2);
	});

	it('delay holds the answer back', async () => {
		fixture.simulator.faults.add({ path: SEND, times: 1, action: { type: 'delay', ms: 60 } });
		const start = performance.now();
		expect((await send()).code).toBe(0);
		expect(performance.now() - start).toBeGreaterThanOrEqual(59);
	});
});
