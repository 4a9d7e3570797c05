import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import { type Fixture, startFixture } from '../../support/conformance/harness';
import { otherApp } from '../../support/conformance/groups';
import { connectSdk, type SdkConnection, startSdk, until } from '../../support/conformance/longConnection';

interface Answer {
	code: number;
	msg: string;
	data: { URL?: string; ClientConfig?: Record<string, number> };
}

const FAST = { ReconnectCount: -1, ReconnectInterval: 0.02, ReconnectNonce: 0.01, PingInterval: 5 };

describe('the endpoint of long connections', () => {
	let fixture: Fixture;
	const clients: SdkConnection[] = [];
	const sockets: WebSocket[] = [];

	beforeEach(async () => {
		fixture = await startFixture({ longConnection: { clientConfig: FAST }, pushRetryScheduleMs: [20] });
	});
	afterEach(async () => {
		for (const client of clients.splice(0)) client.close();
		for (const socket of sockets.splice(0)) socket.terminate();
		await fixture.simulator.close();
	});

	const lines = () => fixture.simulator.longConnection;
	async function ask(body: unknown): Promise<{ status: number } & Answer> {
		const response = await fetch(`${fixture.simulator.url}/callback/ws/endpoint`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', locale: 'zh' },
			body: JSON.stringify(body),
		});
		return { status: response.status, ...((await response.json()) as Answer) };
	}
	const credentials = () => ({ AppID: fixture.simulator.appId, AppSecret: fixture.simulator.appSecret });
	const address = async () => (await ask(credentials())).data.URL ?? '';
	async function open(url: string): Promise<WebSocket> {
		const socket = new WebSocket(url);
		sockets.push(socket);
		await once(socket, 'open');
		return socket;
	}
	/** Status and headers of a handshake that is refused. */
	async function refused(url: string): Promise<IncomingMessage> {
		const socket = new WebSocket(url);
		const [request, response] = (await once(socket, 'unexpected-response')) as [{ destroy(): void }, IncomingMessage];
		request.destroy();
		return response;
	}

	it('gives an address and the configuration of the client', async () => {
		const { status, code, data } = await ask(credentials());
		expect([status, code, data.ClientConfig]).toEqual([200, 0, FAST]);
		const url = new URL(data.URL ?? '');
		expect([url.protocol, url.host, url.pathname]).toEqual(['ws:', new URL(fixture.simulator.url).host, '/ws/v2']);
		expect([...url.searchParams.keys()]).toEqual(['fpid', 'aid', 'device_id', 'access_key', 'service_id', 'ticket']);
		const socket = await open(url.href);
		expect(lines().list()).toMatchObject([{ serviceId: Number(url.searchParams.get('service_id')) }]);
		socket.close();
		await until('the platform has noticed', () => lines().list().length === 0);
	});

	it.each([
		['without a secret', () => ({ AppID: fixture.simulator.appId }), 1000040344],
		['with a wrong secret', () => ({ ...credentials(), AppSecret: 'wrong' }), 1000040345],
		['with an unknown app', () => ({ ...credentials(), AppID: 'cli_0000000000000000' }), 1000040346],
	])('refuses a request %s', async (_what, body, code) => {
		expect(await ask(body())).toMatchObject({ status: 200, code, data: {}, msg: expect.stringMatching(/./) });
	});

	it.each([1, 403, 514, 1000040343, 1000040344, 1000040345, 1000040346, 1000040350, 1000040351])(
		'refuses with %i when it is told to, so often',
		async (code) => {
			lines().refuse({ at: 'endpoint', code, times: 2 });
			expect([(await ask(credentials())).code, (await ask(credentials())).code]).toEqual([code, code]);
			expect((await ask(credentials())).code).toBe(0);
		},
	);

	it('refuses one app and not another', async () => {
		const other = otherApp(fixture.simulator);
		lines().refuse({ at: 'endpoint', code: 1000040351, appId: other.app_id });
		expect((await ask(credentials())).code).toBe(0);
		const { code, msg } = await ask({ AppID: other.app_id, AppSecret: other.app_secret });
		expect([code, msg]).toEqual([1000040351, 'Incorrect domain name']);
		lines().clearRefusals();
		expect((await ask({ AppID: other.app_id, AppSecret: other.app_secret })).code).toBe(0);
	});

	it('takes an address once, and as it was given', async () => {
		const used = await address();
		await open(used);
		const changed = (await address()).replace(/device_id=\d+/, 'device_id=1');
		for (const url of [used, changed, used.replace(/ticket=.*/, '')])
			expect((await refused(url)).headers).toMatchObject({ 'handshake-status': '514' });
		expect((await refused(used.replace('/ws/v2', '/ws/v1'))).statusCode).toBe(404);
	});

	it('holds no more connections of an app than its limit', async () => {
		lines().configure({ maxConnections: 2 });
		const [first, second, third] = [await address(), await address(), await address()];
		await open(first);
		await open(second);
		expect((await ask(credentials())).code).toBe(1000040350);
		const { headers } = await refused(third);
		expect(headers).toMatchObject({ 'handshake-status': '514', 'handshake-autherrcode': '1000040350' });
		const other = otherApp(fixture.simulator);
		expect((await ask({ AppID: other.app_id, AppSecret: other.app_secret })).code).toBe(0);
	});

	it('has the platform’s limit of 50', () => {
		expect(lines().settings.maxConnections).toBe(50);
	});

	it('refuses handshakes when it is told to', async () => {
		lines().refuse({ at: 'handshake', code: 403, msg: 'not you', times: 1 });
		const { statusCode, headers } = await refused(await address());
		expect(statusCode).not.toBe(101);
		expect(headers).toMatchObject({ 'handshake-status': '403', 'handshake-msg': 'not you' });
		await open(await address());
	});

	it.each([514, 403, 1000040350, 1000040351, 1])('is believed by the SDK: %i is for good', async (code) => {
		lines().refuse({ at: 'endpoint', code });
		const client = startSdk(fixture.simulator);
		clients.push(client);
		await until('it gives up', () => client.errors.length > 0);
		expect(client.errors[0]?.message).toContain(`code=${code}`);
	});

	it.each(['endpoint', 'handshake'] as const)('is asked again by the SDK after a passing trouble (%s)', async (at) => {
		// Connected once, so that the client has the short intervals.
		const client = await connectSdk(fixture.simulator);
		clients.push(client);
		lines().refuse({ at, code: at === 'endpoint' ? 1000040343 : 403, times: 2 });
		lines().kill();
		await until('it is online again', () => lines().isOnline(fixture.simulator.appId));
		expect(client.errors).toEqual([]);
		expect(fixture.simulator.requests.filter(({ path }) => path === '/callback/ws/endpoint')).toHaveLength(4);
	});

	it('hears of a secret that was changed at the next try', async () => {
		const client = await connectSdk(fixture.simulator);
		clients.push(client);
		await fixture.http.admin('PUT', `/apps/${fixture.simulator.appId}`, { app_secret: 'changed' });
		lines().kill();
		await until('it gives up', () => client.errors.length > 0);
		expect(client.errors[0]?.message).toContain('code=1000040345');
	});

	it('may refuse with another status than 200', async () => {
		lines().refuse({ at: 'endpoint', code: 1000040343, http: 500, times: 1 });
		expect(await ask(credentials())).toMatchObject({ status: 500, code: 1000040343 });
		expect(await ask(credentials())).toMatchObject({ status: 200, code: 0 });
	});

	it('asks for a ping each 90 seconds, as live answers do', async () => {
		const plain = await startFixture();
		expect(plain.simulator.longConnection.settings.clientConfig.PingInterval).toBe(90);
		await plain.simulator.close();
	});

	it('events come with an empty token, among frames and messages that all SDKs drop', async () => {
		lines().configure({ noise: true });
		const client = await connectSdk(fixture.simulator);
		clients.push(client);
		const delivery = fixture.simulator.push.event(fixture.simulator.appId, 'im.chat.disbanded_v1', { chat_id: 'oc_x' });
		await fixture.simulator.push.idle();
		expect(delivery).toMatchObject({ status: 'delivered', attempts: [{ status: 200 }] });
		expect(client.received).toMatchObject([{ chat_id: 'oc_x', token: '' }]);
		expect(lines().problems).toEqual([]);
	});

	describe('and the console', () => {
		const save = (settings: object) => fixture.http.admin('PUT', `/apps/${fixture.simulator.appId}`, settings);
		const push = () => fixture.simulator.push.event(fixture.simulator.appId, 'im.chat.disbanded_v1', {});

		it('save the long connection only while a client is online', async () => {
			expect(await save({ delivery_mode: 'longConnection' })).toMatchObject({ statusCode: 400 });
			expect(push().status).toBe('no_url');
			expect(await save({ delivery_mode: 'longConnection', force: true })).toMatchObject({
				delivery_mode: 'longConnection',
			});
			const delivery = push();
			await fixture.simulator.push.idle();
			expect(delivery).toMatchObject({ status: 'failed', attempts: [{ cause: 'NoConnection' }, { status: 0 }] });
			clients.push(await connectSdk(fixture.simulator));
			expect(await save({ delivery_mode: 'longConnection' })).toMatchObject({ delivery_mode: 'longConnection' });
		});

		it('prefer an event URL where nothing is saved', async () => {
			clients.push(await connectSdk(fixture.simulator));
			await save({ event_url: 'http://127.0.0.1:9/' });
			const posted = push();
			await save({ delivery_mode: 'longConnection' });
			const sent = push();
			await save({ delivery_mode: 'webhook', event_url: null });
			expect(push().status).toBe('no_url');
			await fixture.simulator.push.idle();
			expect([posted.attempts[0]?.status, posted.attempts[0]?.connection]).toEqual([0, undefined]);
			expect(sent.attempts).toMatchObject([{ status: 200, connection: lines().list()[0]?.id }]);
		});
	});

	it('is watched and disturbed from other processes', async () => {
		const { http } = fixture;
		const client = await connectSdk(fixture.simulator);
		clients.push(client);
		const [connection] = lines().list();
		const state = await http.admin('PUT', '/long-connection', {
			clientConfig: { PingInterval: 7 },
			fragmentBytes: 9,
			duplicates: 1,
		});
		expect(state).toMatchObject({
			settings: { clientConfig: { ...FAST, PingInterval: 7 }, fragmentBytes: 9, maxConnections: 50 },
			duplicates: 1,
			connections: [{ id: connection?.id, appId: fixture.simulator.appId, frozen: false }],
			problems: [],
		});
		expect(await http.admin('POST', '/long-connection/freeze', { target: connection?.id })).toEqual({ connections: 1 });
		expect(connection?.frozen).toBe(true);
		expect(await http.admin('POST', '/long-connection/thaw')).toEqual({ connections: 1 });
		expect(await http.admin('POST', '/long-connection/send', { bytes: 'AAAA' })).toEqual({ connections: 1 });
		expect(await http.admin('POST', '/long-connection/explode')).toMatchObject({ statusCode: 404 });
		await http.admin('POST', '/long-connection/refusals', { at: 'handshake', code: 514, times: 1 });
		expect(await http.admin('POST', '/long-connection/kill', { target: fixture.simulator.appId })).toEqual({
			connections: 1,
		});
		await until('it is online again', () => lines().list().length === 1);
		expect(await http.admin('POST', '/long-connection/close', { code: 1001 })).toEqual({ connections: 1 });
		// The SDK misses what comes right behind the handshake.
		await until('it is online again', () => (lines().list()[0]?.pings ?? 0) > 0);
		const ids = await http.admin<string[]>('POST', '/events', {
			type: 'im.chat.disbanded_v1',
			events: [{ chat_id: 'oc_1' }, { chat_id: 'oc_2' }],
		});
		await fixture.simulator.push.idle();
		const deliveries = await http.admin<Array<{ event_id: string; attempts: object[] }>>(
			'GET',
			'/deliveries?event_type=im.chat.disbanded_v1&status=delivered',
		);
		expect(deliveries.map(({ event_id: id }) => id)).toEqual(ids);
		expect(deliveries.map(({ attempts }) => attempts.length)).toEqual([2, 2]);
		expect(await http.admin('GET', '/deliveries?status=failed')).toEqual([]);
	});
});
