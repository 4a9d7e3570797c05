import { type Fixture, first, startFixture } from '../../support/conformance/harness';
import { Login, REDIRECT } from '../../support/conformance/login';

describe('the page where people consent', () => {
	let fixture: Fixture;
	let login: Login;
	beforeEach(async () => {
		fixture = await startFixture({ app: { redirect_urls: [REDIRECT] } });
		login = new Login(fixture.simulator);
	});
	afterEach(() => fixture.simulator.close());

	const set = (grants: object) => fixture.http.admin('PUT', `/apps/${fixture.simulator.appId}`, grants);
	const open = async (query: Record<string, string> = {}) => {
		const response = await fetch(login.address(query));
		return { status: response.status, type: response.headers.get('content-type'), page: await response.text() };
	};
	const number = async (query: Record<string, string>) => {
		const { status, page } = await open(query);
		return [status, Number(/Error code: <strong>(\d+)/.exec(page)?.[1])];
	};

	it('shows the app, the people and what is asked for', async () => {
		const { status, type, page } = await open({ scope: 'im:chat:readonly offline_access' });
		expect([status, type]).toEqual([200, 'text/html; charset=utf-8']);
		expect(page).toContain('n8n Bot asks for your permission');
		expect(page.match(/type="radio"/g)).toHaveLength(fixture.simulator.store.users.size);
		for (const words of ['张三', 'Alice Smith', 'im:chat:readonly', 'offline_access', 'Authorize', 'Deny'])
			expect(page).toContain(words);
	});

	it('says no words as they are that would be HTML', async () => {
		await set({ redirect_urls: null });
		const { page } = await open({ redirect_uri: '"><script>', client_id: 'x' });
		expect(page).not.toContain('<script>');
		await set({ redirect_urls: [] });
		expect((await open({ redirect_uri: '"><script>' })).page).toContain('&quot;&gt;&lt;script&gt;');
	});

	it('leads back with a code and the state, or with access_denied alone', async () => {
		const allowed = await login.decide({ scope: 'offline_access' });
		expect(allowed.origin + allowed.pathname).toBe(REDIRECT);
		expect(allowed.searchParams.get('state')).toBe('a state');
		expect(allowed.searchParams.get('code')).toMatch(/^[\w-]{64}$/);
		const denied = await login.decide({}, { decision: 'deny' });
		expect(Object.fromEntries(denied.searchParams)).toEqual({ error: 'access_denied', state: 'a state' });
	});

	it('keeps the query of the address, and puts its fragment last', async () => {
		await set({ redirect_urls: ['https://example.com/a?b=c', 'https://example.com/a/#/login'] });
		const query = (await login.decide({ redirect_uri: 'https://example.com/a?b=c' })).searchParams;
		expect([...query.keys()]).toEqual(['b', 'code', 'state']);
		const { hash, searchParams } = await login.decide({ redirect_uri: 'https://example.com/a/#/login' });
		expect([hash, [...searchParams.keys()]]).toEqual(['#/login', ['code', 'state']]);
	});

	it.each([
		['an address that is not registered to the letter', { redirect_uri: `${REDIRECT}/` }, 20029],
		['an app that is not known here', { client_id: 'cli_0123456789abcdef' }, 20029],
		['no address', { redirect_uri: '' }, 20001],
		['another kind of answer', { response_type: 'token' }, 20001],
		['another kind of challenge', { code_challenge: 'x', code_challenge_method: 'S512' }, 20001],
		['a scope that there is not', { scope: 'im:nothing' }, 20043],
		['a scope of apps alone', { scope: 'im:message:send_as_bot' }, 20043],
		['a scope twice', { scope: 'im:chat:readonly im:chat:readonly' }, 20067],
	])('shows an error for %s', async (_what, query, code) => {
		expect(await number(query)).toEqual([400, code]);
	});

	it('takes 50 scopes at most', async () => {
		const all = Array.from({ length: 51 }, (_each, index) => `im:chat${index}`);
		expect(await number({ scope: all.join(' ') })).toEqual([400, 20001]);
		expect(await number({ scope: all.slice(1).join(' ') })).toEqual([400, 20043]);
	});

	it('shows an error for a scope that the app has not applied for', async () => {
		await set({ user_scopes: ['im:chat:readonly'] });
		expect(await number({ scope: 'im:chat:readonly' })).toEqual([200, NaN]);
		expect(await number({ scope: 'im:chat:readonly offline_access' })).toEqual([400, 20027]);
	});

	it('shows an error for the scopes of approvals where a tenant does not offer them', async () => {
		const scope = 'approval:instance:read';
		expect(await number({ scope })).toEqual([200, NaN]);
		fixture.simulator.store.settings.approvalUserScopes = 'absent';
		expect(await number({ scope })).toEqual([400, 20027]);
		expect(await number({ scope: 'im:chat:readonly' })).toEqual([200, NaN]);
	});

	it('shows an error for an app that is switched off, or of the other brand', async () => {
		await set({ active: false });
		expect(await number({})).toEqual([400, 20042]);
		await set({ active: true });
		const { app_id } = await fixture.http.admin<{ app_id: string }>('POST', '/apps', { brand: 'lark' });
		await fixture.http.admin('PUT', `/apps/${app_id}`, { redirect_urls: [REDIRECT] });
		expect(await number({ client_id: app_id })).toEqual([400, 20029]);
	});

	it('registers an address as the console does, and asks again', async () => {
		const address = login.address({ redirect_uri: 'http://127.0.0.1:5678/callback' });
		const fields = { app_id: fixture.simulator.appId, url: 'http://127.0.0.1:5678/callback' };
		const response = await fetch(`${fixture.simulator.accountsUrl}/console/redirect-urls`, {
			method: 'POST',
			body: new URLSearchParams(fields),
			headers: { referer: address },
		});
		expect([response.status, response.url]).toEqual([200, address]);
	});

	it.each([
		['has left', { is_resigned: true }, 20021],
		['is frozen', { is_frozen: true }, 20022],
		['has never signed in', { is_unregistered: true }, 20023],
	])('refuses somebody who %s', async (_what, state, code) => {
		const [open_id = ''] = fixture.members;
		const user = fixture.simulator.store.users.get(open_id);
		Object.assign(user ?? {}, state);
		const body = new URLSearchParams({ open_id, decision: 'allow' });
		const response = await fetch(login.address(), { method: 'POST', body, redirect: 'manual' });
		expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(String(code))]);
	});

	it('refuses somebody outside of the availability range', async () => {
		await set({ availability: [first(fixture.members)] });
		await expect(login.decide({}, { open_id: fixture.members[1] ?? '' })).rejects.toThrow('400');
		expect(await login.code({}, { open_id: first(fixture.members) })).not.toBe('');
	});

	it('is answered for people without a browser', async () => {
		const url = login.address({ scope: 'offline_access' });
		const consent = (body: object) => fixture.http.admin('POST', '/consents', { url, ...body });
		expect((await consent({})).location).toContain(`${REDIRECT}?code=`);
		expect((await consent({ decision: 'deny' })).location).toBe(`${REDIRECT}?error=access_denied&state=a+state`);
		expect(await consent({ open_id: 'ou_nobody' })).toMatchObject({ message: '20008 User not exist' });
	});

	it('stands on a host of its own, which has no API', async () => {
		const { url, accountsUrl } = fixture.simulator;
		const status = async (address: string) => (await fetch(address)).status;
		const page = new URL(login.address());
		expect(await status(`${url}${page.pathname}${page.search}`)).toBe(404);
		expect(await status(`${accountsUrl}/open-apis/im/v1/chats`)).toBe(404);
		await fixture.http.admin('PUT', '/settings', { accountsHost: 'same' });
		expect(await status(`${url}${page.pathname}${page.search}`)).toBe(200);
	});
});
