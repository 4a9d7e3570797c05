import { type Fixture, startFixture } from '../../support/conformance/harness';

const CHATS = '/open-apis/im/v1/chats';
const SEND = '/open-apis/im/v1/messages?receive_id_type=chat_id';

describe('the gateway', () => {
	let fixture: Fixture;
	beforeEach(async () => {
		fixture = await startFixture();
	});
	afterEach(() => fixture.simulator.close());

	describe('paths', () => {
		it.each([
			['GET', '/open-apis/im/v1/nothing'],
			['PUT', CHATS],
			['GET', '/open-apis/auth/v3/tenant_access_token/internal'],
			['GET', '/elsewhere'],
		])('%s %s is 404 in plain text', async (method, path) => {
			const response = await fetch(fixture.simulator.url + path, { method });
			expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
				404,
				'text/plain',
				'404 page not found',
			]);
		});
	});

	describe('tokens', () => {
		const ask = async (body: object, path = 'tenant_access_token/internal') => {
			const response = await fetch(`${fixture.simulator.url}/open-apis/auth/v3/${path}`, {
				method: 'POST',
				body: JSON.stringify(body),
			});
			return { status: response.status, body: (await response.json()) as Record<string, unknown> };
		};
		const credentials = () => ({ app_id: fixture.simulator.appId, app_secret: fixture.simulator.appSecret });

		it('fail with HTTP 200, a code and no details', async () => {
			expect(await ask({ ...credentials(), app_id: 'cli_unknown' })).toEqual({
				status: 200,
				body: { code: 10003, data: {}, msg: 'invalid param' },
			});
			expect(await ask({ ...credentials(), app_secret: 'wrong' })).toEqual({
				status: 200,
				body: { code: 10014, data: {}, msg: 'app secret invalid' },
			});
		});

		it('are the same from every endpoint, with and without a slash, while 30 minutes are left', async () => {
			const one = await ask(credentials());
			expect(one.body).toMatchObject({ code: 0, expire: 7200, tenant_access_token: expect.stringMatching(/^t-/) });
			fixture.simulator.store.clock.advance(5000 * 1000);
			const two = await ask(credentials(), 'app_access_token/internal/');
			expect(two.body).toMatchObject({
				app_access_token: one.body.tenant_access_token,
				tenant_access_token: one.body.tenant_access_token,
			});
			expect(two.body.expire).toBeLessThanOrEqual(2200);
			fixture.simulator.store.clock.advance(401 * 1000);
			const three = await ask(credentials());
			expect(three.body.tenant_access_token).not.toBe(one.body.tenant_access_token);
			expect(three.body.expire).toBe(7200);
			const old = await fixture.http.get(CHATS, { authorization: `Bearer ${String(one.body.tenant_access_token)}` });
			expect(old.code).toBe(0);
		});

		it.each([
			['', 99991661],
			['t-without-bearer', 99991661],
			['Bearer t-unknown', 99991663],
			['Bearer u-unknown', 99991668],
			['Bearer eyJhbGciOi', 99991668],
			['Bearer whatever', 99991671],
		])('Authorization "%s" is refused with %i before anything else is looked at', async (authorization, code) => {
			const answer = await fixture.http.post(
				'/open-apis/im/v1/messages/nonsense/reply',
				{ content: {} },
				{ authorization },
			);
			expect([answer.status, answer.code]).toEqual([400, code]);
			expect(answer.error.log_id).toBe(answer.headers.get('x-tt-logid'));
			expect(answer.error.troubleshooter).toContain(`log_id=${String(answer.error.log_id)}&code=${code}`);
		});

		it('expire and can be revoked', async () => {
			expect((await fixture.http.get(CHATS)).code).toBe(0);
			fixture.simulator.store.clock.advance(7201 * 1000);
			expect((await fixture.http.get(CHATS)).code).toBe(99991663);
			const { tenant_access_token: fresh } = await fixture.http.freshToken();
			const authorization = `Bearer ${fresh}`;
			expect((await fixture.http.get(CHATS, { authorization })).code).toBe(0);
			fixture.simulator.revokeTokens(fixture.simulator.appId);
			expect((await fixture.http.get(CHATS, { authorization })).code).toBe(99991663);
		});
	});

	it('refuses an app that is switched off, unless the endpoint has words of its own for it', async () => {
		await fixture.http.tenantToken();
		await fixture.http.admin('PUT', `/apps/${fixture.simulator.appId}`, { active: false });
		expect(await fixture.http.get('/open-apis/bot/v3/info')).toMatchObject({ status: 400, code: 99991662 });
		expect(await fixture.http.get(`${CHATS}/${fixture.chatId}`)).toMatchObject({ code: 232034 });
	});

	it('names the scopes that are missing, before the parameters are looked at', async () => {
		await fixture.http.admin('PUT', `/apps/${fixture.simulator.appId}`, { scopes: ['im:chat:readonly'] });
		expect((await fixture.http.get(CHATS)).code).toBe(0);
		const refused = await fixture.http.post('/open-apis/im/v1/messages', { content: {} });
		expect([refused.status, refused.code]).toEqual([400, 99991672]);
		expect(refused.msg).toContain('[im:message, im:message:send_as_bot, im:message:send]');
		expect(refused.error.permission_violations).toContainEqual({
			type: 'action_scope_required',
			subject: 'im:message:send_as_bot',
		});
		expect(refused.error.helps).toEqual([
			expect.objectContaining({ url: expect.stringContaining(fixture.simulator.appId) }),
		]);
	});

	describe('parameters', () => {
		const fields = (answer: { error: Record<string, unknown> }) =>
			(answer.error.field_violations as Array<{ field: string; description: string }>).map(
				({ field, description }) => `${field}: ${description}`,
			);

		it('lists every one that is missing', async () => {
			const answer = await fixture.http.post('/open-apis/im/v1/messages', { content: '{}' });
			expect([answer.status, answer.code, answer.msg]).toEqual([400, 99992402, 'field validation failed']);
			expect(fields(answer)).toEqual([
				'receive_id_type: receive_id_type is required',
				'receive_id: receive_id is required',
				'msg_type: msg_type is required',
			]);
		});

		it.each([
			['GET', '/open-apis/im/v1/chats?page_size=101', 'page_size: the max value is 100'],
			['GET', '/open-apis/im/v1/chats?page_size=0', 'page_size: the min value is 1'],
			['GET', '/open-apis/im/v1/chats?page_size=many', 'page_size: page_size is not a valid integer'],
			[
				'GET',
				'/open-apis/im/v1/chats?user_id_type=email',
				'user_id_type: user_id_type is optional, options: [open_id,union_id,user_id]',
			],
			[
				'GET',
				`/open-apis/contact/v3/users/batch?${Array.from({ length: 51 }, (_, index) => `user_ids=ou_${index}`).join('&')}`,
				'user_ids: the max len is 50',
			],
			[
				'POST',
				'/open-apis/im/v1/messages/merge_forward?receive_id_type=chat_id',
				'message_id_list: message_id_list is required',
			],
		])('%s %s', async (method, path, description) => {
			const answer = await fixture.http.call(method, path, method === 'POST' ? { receive_id: 'x' } : undefined);
			expect(answer.code).toBe(99992402);
			expect(fields(answer)).toEqual([description]);
		});

		it('refuses content as an object and other wrong JSON types with 9499', async () => {
			const answer = await fixture.http.post(SEND, {
				receive_id: fixture.chatId,
				msg_type: 'text',
				content: { text: 'x' },
			});
			expect([answer.status, answer.code]).toEqual([400, 9499]);
			expect(answer.msg).toBe(
				'Invalid parameter type in json: content. Invalid parameter value: {"text":"x"}. Please check and modify accordingly.',
			);
			expect(
				(await fixture.http.post('/open-apis/contact/v3/users/batch_get_id', { emails: 'a@example.com' })).code,
			).toBe(9499);
			expect((await fixture.http.post(SEND, ['not an object'])).code).toBe(9499);
		});

		describe.each(['endpoint', 'gateway'] as const)('an unknown receiver, answered by the %s', (answers) => {
			beforeEach(() => fixture.http.admin('PUT', '/settings', { unknownReceiver: answers }));

			it.each([
				['open_id', 'ou_unknown', 99992351],
				['union_id', 'on_unknown', 99992364],
				['user_id', 'unknown', 99992360],
				['chat_id', 'oc_unknown', 99992356],
				['email', 'nobody@example.com', 230013],
			])('by %s: %s', async (type, id, code) => {
				const answer = await fixture.http.post(`/open-apis/im/v1/messages?receive_id_type=${type}`, {
					receive_id: id,
					msg_type: 'text',
					content: '{"text":"x"}',
				});
				const own = answers === 'endpoint' && type !== 'email';
				expect([answer.status, answer.code]).toEqual([400, own ? 230001 : code]);
				if (own) expect(answer.msg).toContain('ext=invalid receive_id');
			});
		});

		it.each([
			['/open-apis/im/v1/messages/om_unknown', 99992354],
			['/open-apis/contact/v3/users/ou_unknown', 99992351],
			['/open-apis/contact/v3/departments/od-unknown', 99992358],
			['/open-apis/im/v1/chats/oc_unknown', 232006],
			['/open-apis/im/v1/messages/om_unknown/reactions', 231003],
		])('%s → %i', async (path, code) => {
			expect((await fixture.http.get(path)).code).toBe(code);
		});
	});

	it('keeps every request with its outcome', async () => {
		await fixture.http.post(SEND, { receive_id: fixture.chatId, msg_type: 'text', content: '' });
		expect(fixture.simulator.requests.at(-1)).toMatchObject({
			method: 'POST',
			path: '/open-apis/im/v1/messages',
			query: 'receive_id_type=chat_id',
			headers: { 'content-type': 'application/json' },
			bodyText: JSON.stringify({ receive_id: fixture.chatId, msg_type: 'text', content: '' }),
			status: 400,
			code: 230001,
		});
	});
});
