import type { IHttpRequestOptions } from 'n8n-workflow';
import { readApp } from '../../../../../feishu/api/app';
import { BareClient, bareRequest } from '../../../../../nodes/shared/client/bareRequest';
import { rejectionOf } from '../../../../support/feishuCalls';
import { execution, freshCredential } from '../../../../support/nodes/execution';
import { data, drop, FakePlatform, json } from '../../../../support/nodes/fakePlatform';

const CHANGE = 'PATCH /open-apis/im/v1/messages/:message_id';
const REQUEST = { path: { message_id: 'om/1' }, body: { content: '卡片' } };

let platform: FakePlatform;

beforeAll(async () => {
	platform = await FakePlatform.start();
});

afterAll(async () => await platform.stop());

beforeEach(() => platform.reset());

const context = execution();
const clientFor = (changes: object = {}) =>
	new BareClient(context, readApp({ ...freshCredential(platform.url), ...changes }));

describe('a request', () => {
	it('goes out as it is, and its answer comes back whatever its status', async () => {
		platform.answers = [json({ message: 'gone' }, 410, { 'x-own': 'yes' })];
		const headers = { 'Content-Type': 'text/plain' };
		const answer = await bareRequest(context, { method: 'POST', url: `${platform.url}/x`, body: 'a=1', headers });
		expect(answer).toMatchObject({ status: 410, headers: { 'x-own': 'yes' }, body: '{"message":"gone"}' });
		const [request] = platform.requests;
		expect([request?.method, request?.path, request?.body.toString()]).toEqual(['POST', '/x', 'a=1']);
		expect(request?.headers).toMatchObject({ 'content-type': 'text/plain' });
		expect(request?.headers).not.toHaveProperty('authorization');
	});

	it('follows no redirect and has a limit of time', async () => {
		const asked: unknown[] = [];
		const httpRequest = async (options: object) => {
			asked.push(options);
			return { statusCode: 302, headers: {}, body: '' };
		};
		const helpers = { httpRequest } as never;
		await bareRequest({ helpers }, { method: 'POST', url: 'https://a.example.com', body: {} });
		await bareRequest({ helpers }, { method: 'POST', url: 'https://a.example.com', body: {}, timeoutMs: 7 });
		expect(asked).toMatchObject([
			{ disableFollowRedirect: true, ignoreHttpStatusErrors: true, timeout: 30_000 },
			{ timeout: 7 },
		]);
	});
});

describe('the platform', () => {
	it('is called with a token that is asked for once', async () => {
		const bare = clientFor();
		platform.answers = [data({ a: 1 })];
		expect(await bare.call(CHANGE, REQUEST)).toMatchObject({ ok: true, value: { data: { a: 1 } } });
		await bare.call(CHANGE, REQUEST);
		expect(platform.signIns).toBe(1);
		expect(platform.requests).toHaveLength(2);
		expect(platform.requests[0]).toMatchObject({ method: 'PATCH', path: '/open-apis/im/v1/messages/om%2F1' });
		expect(JSON.parse(platform.requests[0]?.body.toString() ?? '')).toEqual(REQUEST.body);
		expect(platform.requests[0]?.headers).toMatchObject({
			authorization: 'Bearer t-1',
			'content-type': 'application/json; charset=utf-8',
		});
	});

	it('says what it refuses, and a refused token is not used again', async () => {
		const bare = clientFor();
		platform.answers = [json({ code: 99991663, msg: 'token' }, 400), json({ code: 230001, msg: 'no' }, 400)];
		expect(await bare.call(CHANGE, REQUEST)).toMatchObject({ ok: false, failure: { code: 99991663 } });
		expect(await bare.call(CHANGE, REQUEST)).toMatchObject({ ok: false, failure: { code: 230001, msg: 'no' } });
		await bare.call(CHANGE, REQUEST);
		expect(platform.requests.map(({ headers }) => headers.authorization)).toEqual([
			'Bearer t-1',
			'Bearer t-2',
			'Bearer t-2',
		]);
	});

	it('that is not reached is a failure of the network', async () => {
		platform.answers = [drop];
		expect(await clientFor().call(CHANGE, REQUEST)).toMatchObject({ ok: false, failure: { kind: 'network' } });
	});

	it('that gives no token says why', async () => {
		const before = platform.signIn;
		platform.signIn = json({ code: 10014, msg: 'app secret invalid' });
		const error = await rejectionOf(clientFor().call(CHANGE, REQUEST));
		platform.signIn = before;
		expect(error).toMatchObject({ name: 'FeishuTokenError', feishuCode: 10014 });
		expect(platform.requests).toEqual([]);
	});

	it('gets no secret at an address that must not have it', async () => {
		const error = await rejectionOf(clientFor({ baseUrl: 'http://open.example.com' }).call(CHANGE, REQUEST));
		expect(error.message).toContain('must start with https://');
		expect(platform.signIns).toBe(0);
	});

	it('lets through what is no failure of the network', async () => {
		const httpRequest = async () => await Promise.reject(new TypeError('a mistake'));
		const bare = new BareClient({ helpers: { httpRequest } }, readApp(freshCredential(platform.url)));
		expect(await rejectionOf(bare.call(CHANGE, REQUEST))).toBeInstanceOf(TypeError);
	});
});

it('signs in for the organization of a store app with what its credential keeps', async () => {
	const bodies: Array<[string, unknown]> = [];
	const httpRequest = async ({ url, body, headers }: IHttpRequestOptions) => {
		bodies.push([new URL(url).pathname, JSON.parse(String(body))]);
		const tokens = { app_access_token: 'a-1', tenant_access_token: 't-1', expire: 7200 };
		const answered = headers?.Authorization === undefined ? tokens : { data: { by: headers.Authorization } };
		return { statusCode: 200, headers: {}, body: JSON.stringify({ code: 0, ...answered }) };
	};
	const credential = { ...freshCredential('http://127.0.0.1:9'), ticketToken: 'ticket' };
	const app = { ...readApp(credential), ofStore: credential };
	const bare = new BareClient({ helpers: { httpRequest } }, app, 'tenant-2');
	const outcome = await bare.call('PATCH /open-apis/im/v1/messages/:message_id', {
		path: { message_id: 'om_1' },
		body: {},
	});
	expect(outcome).toMatchObject({ ok: true, value: { data: { by: 'Bearer t-1' } } });
	expect(bodies).toEqual([
		['/open-apis/auth/v3/app_access_token', { app_id: 'cli_fake', app_secret: 'fake-secret', app_ticket: 'ticket' }],
		['/open-apis/auth/v3/tenant_access_token', { app_access_token: 'a-1', tenant_key: 'tenant-2' }],
		['/open-apis/im/v1/messages/om_1', {}],
	]);
});
