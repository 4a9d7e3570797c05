import { asPerson } from '../../support/conformance/apps';
import { type Fixture, first, startFixture } from '../../support/conformance/harness';
import { Login, REDIRECT, tokenAt } from '../../support/conformance/login';

describe('whose hosts these are', () => {
	let fixture: Fixture;
	afterEach(() => fixture.simulator.close());

	const settings = (changed: object) => fixture.http.admin('PUT', '/settings', changed);

	it.each([
		['feishu', 'lark'],
		['lark', 'feishu'],
	] as const)('those of %s know no app of %s', async (region, brand) => {
		fixture = await startFixture({ settings: { region } });
		const { appId, appSecret, url } = fixture.simulator;
		const signIn = () =>
			fixture.http.post(
				'/open-apis/auth/v3/tenant_access_token/internal',
				{ app_id: appId, app_secret: appSecret },
				{ authorization: '' },
			);
		const connect = async () => {
			const body = JSON.stringify({ AppID: appId, AppSecret: appSecret });
			return (await (await fetch(`${url}/callback/ws/endpoint`, { method: 'POST', body })).json()) as object;
		};
		await fixture.http.admin('PUT', `/apps/${appId}`, { brand: region });
		expect(await signIn()).toMatchObject({ status: 200, code: 0 });
		await fixture.http.admin('PUT', `/apps/${appId}`, { brand });
		expect(await signIn()).toMatchObject({ status: 200, code: 10003 });
		expect(await connect()).toMatchObject({ code: 1000040351 });
		const login = new Login(fixture.simulator);
		expect(await (await fetch(login.address())).text()).toContain('20029');
		expect((await login.refresh('x')).body).toMatchObject({ code: 20046 });
	});

	describe('those of a company', () => {
		beforeEach(async () => {
			fixture = await startFixture({ settings: { region: 'private' }, app: { redirect_urls: [REDIRECT] } });
		});

		it('lack some endpoints, and the name of one’s own calendar', async () => {
			expect((await fetch(`${fixture.simulator.url}/open-apis/bot/v3/info`)).status).toBe(404);
			const { headers } = await asPerson(fixture, first(fixture.members));
			const primary = () => fixture.http.get('/open-apis/calendar/v4/calendars/primary', headers);
			expect(await primary()).toMatchObject({ status: 400, code: 190002 });
			await settings({ region: 'feishu' });
			expect((await primary()).code).toBe(0);
		});

		it('know coarse scopes alone', async () => {
			const login = new Login(fixture.simulator);
			const page = async (scope: string) => (await fetch(login.address({ scope }))).status;
			expect(await page('calendar:calendar task:task bitable:app docx:document drive:drive offline_access')).toBe(200);
			expect(await page('calendar:calendar:readonly')).toBe(200);
			expect(await page('calendar:calendar.event:read')).toBe(400);
			const { data } = await fixture.http.get('/open-apis/application/v6/scopes');
			const names = (data.scopes as { scope_name: string }[]).map(({ scope_name: name }) => name);
			expect(names).toContain('im:message');
			expect(names.filter((name) => name.includes('.'))).toEqual(['auth:user.id:read']);
		});

		it('may lack the newest endpoint of tokens', async () => {
			const fields = { grant_type: 'refresh_token', client_id: 'cli_x' };
			const address = `${fixture.simulator.accountsUrl}/oauth/v3/token`;
			expect((await tokenAt(address, fields)).body).toMatchObject({ code: 20048 });
			await settings({ privateTokenV3: 'absent' });
			expect((await fetch(address, { method: 'POST', body: JSON.stringify(fields) })).status).toBe(404);
		});
	});
});
