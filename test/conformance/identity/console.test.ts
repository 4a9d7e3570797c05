import { asPerson } from '../../support/conformance/apps';
import { codeOf } from '../../support/conformance/groups';
import { type Fixture, first, sdkClient, startFixture } from '../../support/conformance/harness';

const SCOPES = '/open-apis/application/v6/scopes';

interface Scope {
	scope_name: string;
	grant_status: number;
	scope_type: string;
}

describe('what the console of an app holds', () => {
	let fixture: Fixture;
	beforeEach(async () => {
		fixture = await startFixture({ app: { scopes: ['im:message'], user_scopes: ['offline_access'] } });
	});
	afterEach(() => fixture.simulator.close());

	const path = () => `/apps/${fixture.simulator.appId}`;
	const paste = (json: unknown) => fixture.http.admin('POST', `${path()}/scopes`, json);
	const publish = (body: object) => fixture.http.admin('POST', `${path()}/versions`, body);
	const set = (grants: object) => fixture.http.admin('PUT', path(), grants);
	const list = async () =>
		((await fixture.http.get(SCOPES)).data.scopes as Scope[]).map(
			({ scope_name, grant_status, scope_type }) => `${scope_type} ${scope_name} ${grant_status}`,
		);

	describe('scopes', () => {
		it('are pasted as JSON, hold with the next version, and wait for the administrator', async () => {
			const json = { scopes: { tenant: ['im:chat:readonly', 'im:message'], user: ['im:chat:readonly'] } };
			expect(await paste(json)).toEqual({ added: { tenant: ['im:chat:readonly'], user: ['im:chat:readonly'] } });
			expect(await paste(json)).toEqual({ added: { tenant: [], user: [] } });
			expect(await fixture.http.admin('GET', `${path()}/scopes`, undefined)).toMatchObject({
				scopes: ['im:message'],
				drafted: { tenant: ['im:chat:readonly'], user: ['im:chat:readonly'] },
			});
			const before = ['tenant im:message 1', 'user offline_access 1'];
			expect(await list()).toEqual(before);
			await publish({ approved: false });
			expect(await list()).toEqual([
				'tenant im:message 1',
				'tenant im:chat:readonly 2',
				'user offline_access 1',
				'user im:chat:readonly 2',
			]);
			const chats = () => fixture.http.get('/open-apis/im/v1/chats');
			expect((await chats()).code).toBe(99991672);
			await fixture.http.admin('POST', `${path()}/approval`);
			expect((await list()).filter((each) => each.endsWith('2'))).toEqual([]);
			expect((await chats()).code).toBe(0);
		});

		it('are granted with the version where nobody has to approve them', async () => {
			await paste({ scopes: { tenant: ['im:chat:readonly'] } });
			expect(await publish({})).toMatchObject({ version: 2, scopes: ['im:message', 'im:chat:readonly'] });
		});

		it.each([
			[{ scopes: { tenant: ['im:nothing', 'im:chat'] } }, 'im:nothing'],
			[{ scopes: { tenant: ['offline_access'] } }, 'offline_access'],
			[{ scopes: { user: ['im:message:send_as_bot'] } }, 'im:message:send_as_bot'],
			[{ scopes: { tenant: 'im:chat' } }, 'of the form'],
			[{ tenant: [], user: [] }, 'of the form'],
			[[], 'of the form'],
		])('pasted as %j are refused as a whole', async (json, words) => {
			expect(await paste(json)).toMatchObject({ statusCode: 400, message: expect.stringContaining(words) });
			expect(await publish({})).toMatchObject({ scopes: ['im:message'] });
		});

		it('are all that there is for an app that was granted everything', async () => {
			await set({ scopes: null });
			const all = await list();
			expect(all.length).toBeGreaterThan(800);
			expect(all).toContain('tenant im:message.group_msg 1');
		});

		it('that wait are asked for once', async () => {
			const ask = () => codeOf(sdkClient(fixture.simulator).application.v6.scope.apply({}));
			expect(await ask()).toBe(212002);
			await paste({ scopes: { tenant: ['im:chat:readonly'] } });
			await publish({ approved: false });
			const codes = [];
			for (let count = 0; count < 11; count++) codes.push(await ask());
			expect([codes[0], codes[1], codes[9], codes[10]]).toEqual([0, 212004, 212004, 212003]);
		});
	});

	describe('the app itself', () => {
		const get = (id: string, tail = '') =>
			fixture.http.get(`/open-apis/application/v6/applications/${id}${tail}?lang=en_us`);

		it('tells its version, its bot, its addresses and its scopes', async () => {
			await set({ scopes: ['application:application:self_manage'], redirect_urls: ['https://a.example'] });
			const app = (await get('me')).data.app as Record<string, unknown>;
			expect(app).toMatchObject({
				app_id: fixture.simulator.appId,
				status: 1,
				scene_type: 0,
				online_version_id: expect.stringMatching(/^oav_[0-9a-f]{32}$/),
				unaudit_version_id: '',
				redirect_urls: ['https://a.example'],
				pc_default_ability: 'bot',
				allow_refresh_token: true,
			});
			expect(app.scopes).toContainEqual({
				scope: 'offline_access',
				description: 'offline_access',
				level: 1,
				token_types: ['user'],
			});
			const version = async () =>
				(await get('me', `/app_versions/${String(app.online_version_id)}`)).data.app_version as object;
			expect(await version()).toMatchObject({ status: 1, ability: { bot: {} } });
			await set({ bot: false });
			expect(await version()).toMatchObject({ ability: {} });
			expect((await get('me')).data.app).not.toHaveProperty('pc_default_ability');
		});

		it('has its page where errors send people', async () => {
			for (const address of ['/app', path().replace('/apps', '/app'), `${path().replace('/apps', '/app')}/auth?q=a`]) {
				const page = await fetch(`${fixture.simulator.url}${address}`);
				expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('console-app.js')]);
			}
		});

		it('has no bot to tell of where that is off', async () => {
			const info = () => fixture.http.get('/open-apis/bot/v3/info');
			expect((await info()).code).toBe(0);
			await set({ bot: false });
			expect(await info()).toMatchObject({ status: 400, code: 11205, msg: 'app do not have bot' });
		});

		it('lists its versions, the newest first', async () => {
			await set({ scopes: ['application:application:self_manage'] });
			await publish({});
			const { data } = await get('me', '/app_versions');
			expect(data.items).toMatchObject([{ version: '1.0.2' }, { version: '1.0.1' }]);
			expect(await get('me', '/app_versions/oav_x')).toMatchObject({ status: 400, code: 211002 });
		});

		it('is told to others of the company with the scope for them', async () => {
			const { app_id: other } = await fixture.http.admin<{ app_id: string }>('POST', '/apps', {});
			await set({ scopes: ['application:application:self_manage'] });
			expect(await get(other)).toMatchObject({ status: 400, code: 210508 });
			await set({ scopes: ['admin:app.info:readonly'] });
			expect((await get(other)).code).toBe(0);
			expect((await get('cli_0123456789abcdef')).code).toBe(210506);
			expect((await get('nonsense')).code).toBe(210503);
			const refused = await fixture.http.get('/open-apis/application/v6/applications/me');
			expect(refused).toMatchObject({ status: 400, code: 99992402 });
		});
	});

	it('departments are searched by people alone, by their name', async () => {
		const { headers } = await asPerson(fixture, first(fixture.members));
		const search = (query: string, by?: Record<string, string>) =>
			fixture.http.post('/open-apis/contact/v3/departments/search', { query }, by);
		expect((await search('平台', headers)).data.items).toMatchObject([{ name: '平台组' }]);
		expect((await search('Platform', headers)).data.items).toEqual([]);
		expect(await search('平台')).toMatchObject({ status: 400, code: 99991663 });
		const without = await asPerson(fixture, first(fixture.members), ['im:chat:readonly']);
		expect(await search('平台', without.headers)).toMatchObject({ status: 400, code: 99991679 });
	});
});
