import * as lark from '@larksuiteoapi/node-sdk';
import { codeOf } from '../../support/conformance/groups';
import { type Fixture, first, sdkClient, SilentLogger, startFixture } from '../../support/conformance/harness';
import { CHALLENGE, Login, REDIRECT, VERIFIER } from '../../support/conformance/login';

const SCOPE = 'im:chat:readonly offline_access';

describe('the official SDK signs people in', () => {
	let fixture: Fixture;
	let login: Login;
	let client: lark.Client;

	const clientOf = (fields: Partial<ConstructorParameters<typeof lark.Client>[0]> = {}) => {
		const { appId, appSecret, url, accountsUrl } = fixture.simulator;
		const oauthBaseUrl = accountsUrl;
		return new lark.Client({ appId, appSecret, domain: url, oauthBaseUrl, logger: SilentLogger, ...fields });
	};

	beforeEach(async () => {
		fixture = await startFixture({ app: { redirect_urls: [REDIRECT] } });
		login = new Login(fixture.simulator);
		client = clientOf();
	});
	afterEach(() => fixture.simulator.close());

	const person = (): { open_id: string } => ({ open_id: first(fixture.members) });

	it('by `accessToken`, at the accounts host, with a verifier', async () => {
		const code = await login.code({ scope: SCOPE, code_challenge: CHALLENGE, code_challenge_method: 'S256' }, person());
		const tokens = await client.accessToken.retrieveByAuthorizationCode({
			code,
			redirectUri: REDIRECT,
			codeVerifier: VERIFIER,
		});
		expect(tokens).toMatchObject({
			tokenType: 'Bearer',
			expiresIn: 7200,
			refreshTokenExpiresIn: 604_800,
			scope: `auth:user.id:read ${SCOPE}`,
		});
		const listed = await client.im.v1.chat.list({}, lark.withUserAccessToken(tokens.accessToken));
		expect(listed.code).toBe(0);
		const refreshed = await client.accessToken.refresh({ refreshToken: tokens.refreshToken ?? '' });
		expect(refreshed.accessToken).not.toBe(tokens.accessToken);
		await expect(client.accessToken.refresh({ refreshToken: tokens.refreshToken ?? '' })).rejects.toMatchObject({
			statusCode: 400,
			code: 20073,
			error: 'invalid_grant',
		});
	});

	it('reads a failure that comes with HTTP 200, and one of the server', async () => {
		for (const [code, http] of [
			[20003, 200],
			[20050, 500],
			[20072, 503],
		] as const) {
			fixture.simulator.faults.add({ path: '/oauth/v3/token', times: 1, action: { type: 'code', code, http } });
			await expect(client.accessToken.refresh({ refreshToken: 'x' })).rejects.toMatchObject({
				statusCode: http,
				code,
				message: expect.stringMatching(/\.$/),
			});
		}
	});

	it('by `userAccessToken`, at the older endpoints, and renews what has ended', async () => {
		const code = await login.code({ scope: SCOPE }, person());
		await client.userAccessToken.initWithCode({ alice: code });
		const token = String(await client.userAccessToken.get('alice'));
		expect(token).toMatch(/^u-/);
		const { data } = await client.authen.v1.userInfo.get({}, lark.withUserAccessToken(token));
		expect(data).toMatchObject({ name: '张三', ...person() });
		await client.userAccessToken.update({ alice: { expiredTime: 1 } });
		const renewed = await client.userAccessToken.get('alice');
		expect(renewed).toMatch(/^u-/);
		expect(renewed).not.toBe(token);
	});

	it('by `authen`, where answers lie in `data`', async () => {
		const { data, code } = await client.authen.v1.oidcAccessToken.create({
			data: { grant_type: 'authorization_code', code: await login.code({ scope: SCOPE }, person()) },
		});
		expect([code, data?.scope]).toEqual([0, `auth:user.id:read ${SCOPE}`]);
		const refreshed = await client.authen.v1.oidcRefreshAccessToken.create({
			data: { grant_type: 'refresh_token', refresh_token: data?.refresh_token ?? '' },
		});
		expect(refreshed.data?.access_token).toMatch(/^u-/);
		const refused = await client.authen.v1.oidcAccessToken.create({
			data: { grant_type: 'authorization_code', code: 'x' },
		});
		expect(refused.code).toBe(20003);
	});

	it('and calls as them where only people, only apps, or both may', async () => {
		const { access_token: token = '' } = await login.signIn('search:message im:message offline_access', person());
		const asPerson = lark.withUserAccessToken(token);
		const search = (by?: ReturnType<typeof lark.withUserAccessToken>) =>
			client.search.v2.message.create({ data: { query: 'x' } }, by);
		expect((await search(asPerson)).code).toBe(0);
		expect(await codeOf(search())).toBe(99991663);
		const batch = client.contact.v3.user.batchGetId({ data: { emails: ['alice@example.com'] } }, asPerson);
		expect(await codeOf(batch)).toBe(99991668);
		expect(await codeOf(client.im.v1.chat.list({}, asPerson))).toBe(99991679);
	});

	describe('without a secret', () => {
		const assertion = (claims: object) =>
			['{"alg":"ES256"}', JSON.stringify(claims), 'signature']
				.map((part) => Buffer.from(part).toString('base64url'))
				.join('.');
		const keyless = (claims: object = {}) =>
			clientOf({
				appSecret: '',
				clientAssertionProvider: {
					retrieveToken: (aud: string) =>
						Promise.resolve({ value: assertion({ aud, exp: Math.floor(Date.now() / 1000) + 60, ...claims }) }),
				},
			});
		const set = (fields: object) => fixture.http.admin('PUT', `/apps/${fixture.simulator.appId}`, fields);

		it('by a signed text, as the app and for people', async () => {
			await set({ keyless: true });
			expect((await keyless().im.v1.chat.list({})).code).toBe(0);
			const code = await login.code({ scope: SCOPE }, person());
			const tokens = await keyless().accessToken.retrieveByAuthorizationCode({ code, redirectUri: REDIRECT });
			expect(tokens.scope).toContain('im:chat:readonly');
		});

		it('which is refused for another host, at its end, and to apps that are not set so', async () => {
			const list = (claims?: object) => keyless(claims).im.v1.chat.list({});
			await expect(list()).rejects.toMatchObject({ code: 20002 });
			await set({ keyless: true });
			await expect(list({ aud: 'elsewhere.example' })).rejects.toMatchObject({ code: 20002 });
			await expect(list({ exp: 1 })).rejects.toMatchObject({ code: 20002 });
		});
	});

	it('and asks what the app may do', async () => {
		const own = sdkClient(fixture.simulator);
		const { data } = await own.application.v6.scope.list({});
		expect(data?.scopes).toContainEqual({ scope_name: 'im:message', grant_status: 1, scope_type: 'tenant' });
		const app = await own.application.v6.application.get({ path: { app_id: 'me' }, params: { lang: 'en_us' } });
		expect(app.data?.app?.online_version_id).toMatch(/^oav_/);
	});
});
