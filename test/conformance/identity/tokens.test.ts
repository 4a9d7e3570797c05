import { type Fixture, first, startFixture } from '../../support/conformance/harness';
import { CHALLENGE, Login, REDIRECT, tokenAt, VERIFIER } from '../../support/conformance/login';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('tokens of people', () => {
	let fixture: Fixture;
	let login: Login;
	beforeEach(async () => {
		fixture = await startFixture({ app: { redirect_urls: [REDIRECT] } });
		login = new Login(fixture.simulator);
	});
	afterEach(() => fixture.simulator.close());

	const { stringContaining } = expect;
	const wait = (ms: number) => fixture.http.admin('POST', '/clock', { ms });
	const set = (grants: object) => fixture.http.admin('PUT', `/apps/${fixture.simulator.appId}`, grants);
	const settings = (changed: object) => fixture.http.admin('PUT', '/settings', changed);
	const exchange = (code: string, fields: Record<string, string> = {}) =>
		login.token({ grant_type: 'authorization_code', code, ...fields });
	const chats = (token: string | undefined) =>
		fixture.http.get('/open-apis/im/v1/chats', { authorization: `Bearer ${token}` });

	describe('for a code', () => {
		it('come without an envelope, and as long as the page says', async () => {
			const { status, type, body } = await exchange(await login.code({ scope: 'im:chat:readonly offline_access' }));
			expect([status, type]).toEqual([200, 'application/json; charset=utf-8']);
			expect(body).toEqual({
				code: 0,
				access_token: stringContaining('eyJ'),
				expires_in: 7200,
				refresh_token: stringContaining('eyJ'),
				refresh_token_expires_in: 604_800,
				token_type: 'Bearer',
				scope: 'auth:user.id:read im:chat:readonly offline_access',
			});
			for (const token of [body.access_token, body.refresh_token]) {
				expect(String(token).length).toBeGreaterThan(1000);
				expect(String(token).length).toBeLessThan(2048);
			}
			expect((await chats(String(body.access_token))).code).toBe(0);
		});

		it('lack the one for later without offline_access', async () => {
			await login.signIn('offline_access');
			const { refresh_token, refresh_token_expires_in, scope } = await login.signIn('im:chat:readonly');
			expect([refresh_token, refresh_token_expires_in, scope]).toEqual([
				undefined,
				undefined,
				'auth:user.id:read im:chat:readonly',
			]);
		});

		it('have what was granted at any time, and no more than that', async () => {
			await login.signIn('im:chat:readonly');
			const { scope, access_token } = await login.signIn('im:message:readonly');
			expect(scope).toBe('auth:user.id:read im:chat:readonly im:message:readonly');
			expect((await chats(access_token)).code).toBe(0);
			const other = await login.signIn('im:message:readonly', { open_id: fixture.members[1] ?? '' });
			expect(await chats(other.access_token)).toMatchObject({ status: 400, code: 99991679 });
		});

		it('may be asked for with fewer scopes, of those of this time', async () => {
			await login.signIn('im:chat:readonly');
			const code = await login.code({ scope: 'im:message:readonly im:resource' });
			const narrow = async (scope: string) => (await exchange(code, { scope })).body;
			expect(await narrow('im:resource im:resource')).toMatchObject({ code: 20067, error: 'invalid_scope' });
			expect(await narrow('im:chat:readonly')).toMatchObject({ code: 20068 });
			expect(await narrow('im:resource')).toMatchObject({ code: 0, scope: 'im:resource' });
		});

		it('come for a form, and for the secret in the header', async () => {
			const form = await login.token(
				{ grant_type: 'authorization_code', code: await login.code(), redirect_uri: REDIRECT },
				{ form: true },
			);
			expect(form.body).toMatchObject({ code: 0, token_type: 'Bearer' });
			const { appId, appSecret } = fixture.simulator;
			const authorization = `Basic ${Buffer.from(`${appId}:${appSecret}`).toString('base64')}`;
			const byHeader = (fields: Record<string, string>) =>
				login.token({ grant_type: 'authorization_code', ...fields }, { form: true, headers: { authorization } });
			expect((await byHeader({ code: await login.code() })).body).toMatchObject({ code: 0 });
			expect((await byHeader({ code: await login.code(), client_secret: appSecret })).body).toMatchObject({
				code: 20070,
				error: 'invalid_request',
			});
		});

		it.each(['S256', 'plain'])('take the verifier of a challenge made with %s', async (method) => {
			const code_challenge = method === 'S256' ? CHALLENGE : VERIFIER;
			const code = await login.code({ code_challenge, code_challenge_method: method });
			expect((await exchange(code)).body).toMatchObject({ code: 20049, error: 'invalid_grant' });
			expect((await exchange(code, { code_verifier: `${VERIFIER}x` })).body).toMatchObject({ code: 20049 });
			expect((await exchange(code, { code_verifier: VERIFIER })).body).toMatchObject({ code: 0 });
		});

		it('take a challenge without a method as it is, and no short verifier', async () => {
			const code = await login.code({ code_challenge: 'short' });
			expect((await exchange(code, { code_verifier: 'short' })).body).toMatchObject({ code: 20049 });
			const plain = await login.code({ code_challenge: VERIFIER });
			expect((await exchange(plain, { code_verifier: VERIFIER })).body).toMatchObject({ code: 0 });
		});

		it('come once, within 5 minutes, to the app and the address that asked', async () => {
			const code = await login.code();
			const second = await fixture.http.admin<{ app_id: string; app_secret: string }>('POST', '/apps', {});
			const other = new Login(fixture.simulator, { id: second.app_id, secret: second.app_secret });
			expect((await other.token({ grant_type: 'authorization_code', code })).body).toMatchObject({ code: 20024 });
			expect((await exchange(code, { redirect_uri: `${REDIRECT}x` })).body).toMatchObject({ code: 20071 });
			expect((await exchange(code)).body).toMatchObject({ code: 0 });
			expect((await exchange(code)).body).toMatchObject({ code: 20065, error: 'invalid_grant' });
			const late = await login.code();
			await wait(300_000);
			expect((await exchange(late)).body).toMatchObject({ code: 20004 });
			expect(await exchange('nothing')).toEqual({
				status: 400,
				type: 'application/json; charset=utf-8',
				body: {
					code: 20003,
					error: 'invalid_grant',
					error_description:
						'The authorization code is not found. Please note that an authorization code can only be used once.',
				},
			});
		});

		it('are refused to somebody who has left since, or may not use the app', async () => {
			const [code, another] = [await login.code(), await login.code()];
			await set({ availability: [] });
			expect((await exchange(code)).body).toMatchObject({ code: 20010 });
			await set({ availability: null });
			const user = fixture.simulator.store.users.values().next().value;
			Object.assign(user ?? {}, { is_resigned: true });
			expect((await exchange(another)).body).toMatchObject({ code: 20066 });
			fixture.simulator.store.users.delete(user?.open_id ?? '');
			expect((await exchange(another)).body).toMatchObject({ code: 20008 });
		});
	});

	describe('for a refresh token', () => {
		it('come with a new one, and the old one ends at once', async () => {
			const { access_token, refresh_token } = await login.signIn('im:chat:readonly offline_access');
			const { status, body } = await login.refresh(refresh_token);
			expect([status, Object.keys(body)]).toEqual([
				200,
				['code', 'access_token', 'expires_in', 'refresh_token', 'refresh_token_expires_in', 'token_type', 'scope'],
			]);
			expect(body.scope).toBe('auth:user.id:read im:chat:readonly offline_access');
			expect(body.access_token).not.toBe(access_token);
			expect(await login.refresh(refresh_token)).toMatchObject({
				status: 400,
				body: { code: 20073, error: 'invalid_grant' },
			});
			expect((await login.refresh(String(body.refresh_token))).body).toMatchObject({ code: 0 });
			for (const token of [access_token, String(body.access_token)]) expect((await chats(token)).code).toBe(0);
		});

		it('twenty refreshes of one token have one winner', async () => {
			const { refresh_token } = await login.signIn();
			const all = await Promise.all(Array.from({ length: 20 }, () => login.refresh(refresh_token)));
			expect(all.filter(({ body }) => body.code === 0)).toHaveLength(1);
			expect(all.filter(({ body }) => body.code === 20073)).toHaveLength(19);
		});

		it('may be asked for with fewer scopes, each time anew', async () => {
			const { refresh_token } = await login.signIn('im:chat:readonly im:resource offline_access');
			const { body } = await login.refresh(refresh_token, { scope: 'im:resource' });
			expect(body.scope).toBe('im:resource');
			const again = await login.refresh(String(body.refresh_token), { scope: 'im:chat:readonly' });
			expect(again.body.scope).toBe('im:chat:readonly');
			expect(await login.refresh(String(again.body.refresh_token), { scope: 'contact:contact' })).toMatchObject({
				status: 400,
				body: { code: 20068 },
			});
		});

		it.each([
			['nothing', '', 20001],
			['one that is none', 'ur-nothing', 20026],
		])('are refused for %s', async (_what, token, code) => {
			expect((await login.refresh(token)).body).toMatchObject({ code });
		});

		it('are refused to another app, to one that may not refresh, and to one that is off', async () => {
			const { refresh_token = '' } = await login.signIn();
			const second = await fixture.http.admin<{ app_id: string; app_secret: string }>('POST', '/apps', {});
			const other = new Login(fixture.simulator, { id: second.app_id, secret: second.app_secret });
			expect((await other.refresh(refresh_token)).body).toMatchObject({ code: 20024 });
			await set({ allow_refresh_token: false });
			expect((await login.refresh(refresh_token)).body).toMatchObject({ code: 20074 });
			await set({ allow_refresh_token: true, active: false });
			expect((await login.refresh(refresh_token)).body).toMatchObject({ code: 20069 });
			await set({ active: true });
			expect((await login.refresh(refresh_token)).body).toMatchObject({ code: 0 });
		});

		it('end after the days that the company sets', async () => {
			await settings({ userTokenSeconds: 600, refreshTokenSeconds: 3600 });
			const { expires_in, refresh_token_expires_in, refresh_token } = await login.signIn();
			expect([expires_in, refresh_token_expires_in]).toEqual([600, 3600]);
			await wait(HOUR);
			expect((await login.refresh(refresh_token)).body).toMatchObject({ code: 20037, error: 'invalid_grant' });
		});

		it('end with the consent, a year after it', async () => {
			let { refresh_token } = await login.signIn();
			for (let week = 0; week < 60; week++) {
				await wait(6 * DAY);
				({ refresh_token } = (await login.refresh(refresh_token)).body as Record<string, string>);
			}
			const { body } = await login.refresh(refresh_token);
			expect(body).toMatchObject({ code: 0, refresh_token_expires_in: expect.any(Number) });
			expect(Number(body.refresh_token_expires_in)).toBeLessThanOrEqual(5 * 86_400);
			await wait(6 * DAY);
			expect((await login.refresh(String(body.refresh_token))).body).toMatchObject({ code: 20037 });
		});

		it('answer as other reports have it, where that is set', async () => {
			const { refresh_token } = await login.signIn();
			await settings({ refreshAnswers: 'kept' });
			const { body } = await login.refresh(refresh_token);
			expect([body.code, body.refresh_token]).toEqual([0, undefined]);
			await settings({ refreshAnswers: 'rotated', usedRefreshToken: 'revoked' });
			expect((await login.refresh(refresh_token)).body).toMatchObject({ code: 0 });
			expect((await login.refresh(refresh_token)).body).toMatchObject({ code: 20064 });
		});
	});

	it.each([
		['no JSON', 'x', 20063],
		['a list', '[]', 20063],
		['no app', JSON.stringify({ grant_type: 'refresh_token' }), 20063],
	])('are refused for %s', async (_what, body, code) => {
		const path = `${fixture.simulator.url}/open-apis/authen/v2/oauth/token`;
		const response = await fetch(path, { method: 'POST', body });
		expect([response.status, await response.json()]).toEqual([400, expect.objectContaining({ code })]);
	});

	it('are refused to who is not the app', async () => {
		const as = (id: string, secret: string, grant_type = 'refresh_token') =>
			tokenAt(`${fixture.simulator.url}/open-apis/authen/v2/oauth/token`, {
				grant_type,
				client_id: id,
				client_secret: secret,
			});
		const { appId, appSecret } = fixture.simulator;
		expect((await as('cli_unknown', appSecret)).body).toMatchObject({ code: 20048 });
		expect((await as(appId, 'wrong')).body).toMatchObject({ code: 20002, error: 'invalid_client' });
		expect((await as(appId, '')).body).toMatchObject({ code: 20001 });
		expect((await as(appId, appSecret, 'password')).body).toMatchObject({
			code: 20036,
			error: 'unsupported_grant_type',
		});
		await set({ brand: 'lark' });
		expect((await as(appId, appSecret)).body).toMatchObject({ code: 20046 });
	});

	it.each([
		[20050, 500, 500],
		[20072, 503, 503],
		[20003, 200, 200],
	])('fail with %i and HTTP %i where a test asks for it', async (code, http, status) => {
		const path = '/open-apis/authen/v2/oauth/token';
		fixture.simulator.faults.add({ path, times: 1, action: { type: 'code', code, http } });
		const answer = await login.refresh('x');
		expect(answer).toMatchObject({ status, body: { code, error_description: expect.any(String) } });
		expect(Object.keys(answer.body)).toEqual(['code', 'error', 'error_description']);
	});

	describe('at the API', () => {
		it('are refused at their end with a code of their own, and when they are nothing', async () => {
			const { access_token } = await login.signIn('im:chat:readonly');
			await wait(2 * HOUR);
			expect(await chats(access_token)).toMatchObject({ status: 400, code: 99991677 });
			await settings({ expiredUserToken: 401 });
			expect(await chats(access_token)).toMatchObject({ status: 401, code: 99991677 });
			expect(await chats('eyJ.nothing')).toMatchObject({ status: 400, code: 99991668 });
		});

		it('are refused once the person has taken the consent back, of which the app is told', async () => {
			const open_id = first(fixture.members);
			const { access_token, refresh_token } = await login.signIn('im:chat:readonly offline_access', { open_id });
			await fixture.http.admin('DELETE', '/consents', { open_id });
			expect(await chats(access_token)).toMatchObject({ status: 400, code: 99991668 });
			expect((await login.refresh(refresh_token)).body).toMatchObject({ code: 20064 });
			const [told] = fixture.simulator.push.deliveries.filter(
				({ event_type: type }) => type === 'auth.user_access_token.revoked_v4',
			);
			expect(told?.payload.event).toMatchObject({
				revoke_token_type: 'user_access_token refresh_token',
				revoke_reason: 'Revoked by user action.',
				open_id,
				union_id: expect.stringMatching(/^on_/),
			});
			const again = await login.signIn('offline_access', { open_id });
			expect(again.scope).toBe('auth:user.id:read offline_access');
		});

		it('the page of what people have granted takes it back as well', async () => {
			const open_id = first(fixture.members);
			const { access_token } = await login.signIn('im:chat:readonly', { open_id });
			const address = `${fixture.simulator.accountsUrl}/authorized-apps`;
			expect(await (await fetch(address)).text()).toContain('张三: n8n Bot');
			const body = new URLSearchParams({ app_id: fixture.simulator.appId, open_id });
			const after = await fetch(address, { method: 'POST', body });
			expect(await after.text()).toContain('No app is authorized.');
			expect((await chats(access_token)).code).toBe(99991668);
		});
	});
});
