import { type Fixture, first, startFixture } from '../../support/conformance/harness';
import { Login, REDIRECT } from '../../support/conformance/login';

const HOUR = 3_600_000;

describe('the older endpoints of logins', () => {
	let fixture: Fixture;
	let login: Login;
	beforeEach(async () => {
		fixture = await startFixture({ app: { redirect_urls: [REDIRECT] } });
		login = new Login(fixture.simulator);
	});
	afterEach(() => fixture.simulator.close());

	const ask = (path: string, body: object, headers?: Record<string, string>) =>
		fixture.http.post(`/open-apis/authen/v1/${path}`, body, headers);
	const byCode = (path: string, code: string) => ask(path, { grant_type: 'authorization_code', code });
	const byToken = (path: string, token: unknown) => ask(path, { grant_type: 'refresh_token', refresh_token: token });

	it('oidc: gives tokens in `data`, short ones, and nothing of the person', async () => {
		const code = await login.code({ scope: 'im:chat:readonly' });
		const { status, body } = await byCode('oidc/access_token', code);
		expect([status, body]).toEqual([
			200,
			{
				code: 0,
				msg: 'success',
				data: {
					access_token: expect.stringMatching(/^u-/),
					refresh_token: expect.stringMatching(/^ur-/),
					token_type: 'Bearer',
					expires_in: 7200,
					refresh_expires_in: 2_592_000,
					scope: 'auth:user.id:read im:chat:readonly',
				},
			},
		]);
		expect(await byCode('oidc/access_token', code)).toMatchObject({ status: 200, code: 20003 });
	});

	it('oidc: a refresh token serves once, and not at the newer endpoint, whose tokens don’t serve here', async () => {
		const { data } = await byCode('oidc/access_token', await login.code());
		expect((await login.refresh(String(data.refresh_token))).body).toMatchObject({ code: 20026 });
		const { data: next } = await byToken('oidc/refresh_access_token', data.refresh_token);
		expect(next.access_token).not.toBe(data.access_token);
		expect(await byToken('oidc/refresh_access_token', data.refresh_token)).toMatchObject({ code: 20038 });
		const { refresh_token } = await login.signIn();
		expect(await byToken('oidc/refresh_access_token', refresh_token)).toMatchObject({ code: 20026 });
		await fixture.http.admin('POST', '/clock', { ms: 31 * 24 * HOUR });
		const { tenant_access_token: fresh } = await fixture.http.freshToken();
		const late = await ask(
			'oidc/refresh_access_token',
			{ grant_type: 'refresh_token', refresh_token: next.refresh_token },
			{ authorization: `Bearer ${fresh}` },
		);
		expect(late).toMatchObject({ status: 200, code: 20037 });
	});

	it('oidc: wants the app’s own token', async () => {
		const body = { grant_type: 'authorization_code', code: await login.code() };
		const as = (token: string) => ask('oidc/access_token', body, { authorization: `Bearer ${token}` });
		expect(await as('t-unknown')).toMatchObject({ status: 200, code: 20014 });
		const { access_token } = await login.signIn();
		expect(await as(access_token ?? '')).toMatchObject({ status: 400, code: 99991668 });
	});

	it.each([
		['is_resigned', 20021],
		['is_frozen', 20022],
		['is_unregistered', 20023],
	])('refuse somebody with %s by %i', async (state, code) => {
		const open_id = first(fixture.members);
		const given = await login.code({}, { open_id });
		Object.assign(fixture.simulator.store.users.get(open_id) ?? {}, { [state]: true });
		expect(await byCode('oidc/access_token', given)).toMatchObject({ status: 200, code });
	});

	it('v1: tells who it is beside the tokens, and has one code for what it doesn’t take', async () => {
		const open_id = first(fixture.members);
		const code = await login.code({ scope: 'contact:user.email:readonly' }, { open_id });
		const { data } = await byCode('access_token', code);
		expect(data).toMatchObject({ open_id, name: '张三', email: 'zhangsan@example.com', token_type: 'Bearer' });
		expect(data).not.toHaveProperty('mobile');
		expect(await byCode('access_token', code)).toMatchObject({ status: 200, code: 20007 });
		expect(await byToken('refresh_access_token', data.refresh_token)).toMatchObject({ code: 0, data: { open_id } });
		expect(await byToken('refresh_access_token', data.refresh_token)).toMatchObject({ code: 20007 });
	});

	describe('user_info', () => {
		const info = (token: string | undefined) =>
			fixture.http.get('/open-apis/authen/v1/user_info', { authorization: `Bearer ${token}` });

		it('gives what the person has let the app know', async () => {
			const open_id = first(fixture.members);
			const { access_token } = await login.signIn('contact:user.phone:readonly', { open_id });
			const { data } = await info(access_token);
			expect(data).toMatchObject({ open_id, name: '张三', mobile: '+8613800000000' });
			expect(data).toHaveProperty('tenant_key', fixture.simulator.store.tenantKey);
			for (const name of ['email', 'user_id', 'employee_no', 'enterprise_email']) expect(data).not.toHaveProperty(name);
		});

		it('refuses tokens with codes of its own and HTTP 200, or as the gateway does', async () => {
			const { access_token } = await login.signIn();
			await fixture.http.admin('POST', '/clock', { ms: 2 * HOUR });
			expect(await info('u-unknown')).toMatchObject({ status: 200, code: 20005 });
			expect(await info(access_token)).toMatchObject({ status: 200, code: 20006 });
			await fixture.http.admin('PUT', '/settings', { userInfoErrors: 'gateway' });
			expect(await info('u-unknown')).toMatchObject({ status: 400, code: 99991668 });
			expect(await info(access_token)).toMatchObject({ status: 400, code: 99991677 });
		});
	});
});
