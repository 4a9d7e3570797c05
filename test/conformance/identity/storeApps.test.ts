import * as lark from '@larksuiteoapi/node-sdk';
import type { App } from '../../../simulator';
import { codeOf } from '../../support/conformance/groups';
import { type Fixture, first, Http, SilentLogger, startFixture } from '../../support/conformance/harness';
import { Login, REDIRECT } from '../../support/conformance/login';
import { type Receiver, startReceiver } from '../../support/conformance/receiver';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const AUTH = '/open-apis/auth/v3';

describe('apps of the store', () => {
	let fixture: Fixture;
	let receiver: Receiver;
	let app: App;
	let http: Http;
	let other: string;

	beforeEach(async () => {
		fixture = await startFixture();
		app = await fixture.http.admin<App>('POST', '/apps', { name: 'Store Bot', type: 'store' });
		http = new Http({ ...fixture.simulator, appId: app.app_id, appSecret: app.app_secret });
		receiver = await startReceiver({ encryptKey: '', types: [] });
		await set({ event_url: receiver.url, redirect_urls: [REDIRECT] });
		({ tenant_key: other } = await fixture.http.admin<{ tenant_key: string }>('POST', '/companies', {
			name: 'Other Company',
		}));
	});
	afterEach(async () => {
		await fixture.simulator.close();
		await receiver.close();
	});

	const main = () => fixture.simulator.store.tenantKey;
	const credentials = () => ({ app_id: app.app_id, app_secret: app.app_secret });
	const set = (settings: object) => fixture.http.admin('PUT', `/apps/${app.app_id}`, settings);
	const settings = (changed: object) => fixture.http.admin('PUT', '/settings', changed);
	const install = (tenantKey: string, body: object = { groups: true }) =>
		fixture.http.admin('PUT', `/apps/${app.app_id}/installs/${tenantKey}`, body);
	const uninstall = (tenantKey: string) => fixture.http.admin('DELETE', `/apps/${app.app_id}/installs/${tenantKey}`);
	const wait = (ms: number) => fixture.http.admin('POST', '/clock', { ms });
	const ask = (path: string, body: object) => http.post(`${AUTH}/${path}`, body, { authorization: '' });
	const sent = (type: string) =>
		fixture.simulator.push.deliveries.filter(({ event_type: each }) => each === type).map(({ payload }) => payload);
	const eventsOf = (type: string) => sent(type).map(({ event }) => event as Record<string, unknown>);
	const newestTicket = () => String(eventsOf('app_ticket').at(-1)?.app_ticket);

	async function ticket(): Promise<string> {
		expect(await ask('app_ticket/resend', credentials())).toMatchObject({ status: 200, code: 0, msg: 'success' });
		return newestTicket();
	}

	async function appToken(): Promise<string> {
		const { body } = await ask('app_access_token', { ...credentials(), app_ticket: await ticket() });
		return String(body.app_access_token);
	}

	async function tenantToken(tenantKey: string): Promise<string> {
		const body = { app_access_token: await appToken(), tenant_key: tenantKey };
		return String((await ask('tenant_access_token', body)).body.tenant_access_token);
	}

	const chats = async (tenantKey: string) => {
		const { code, data } = await http.get('/open-apis/im/v1/chats', {
			authorization: `Bearer ${await tenantToken(tenantKey)}`,
		});
		expect(code).toBe(0);
		return (data.items as { name: string }[]).map(({ name }) => name);
	};

	describe('get a ticket', () => {
		it('each hour, to their webhook, of no company', async () => {
			await wait(59 * MINUTE);
			expect(sent('app_ticket')).toEqual([]);
			await wait(MINUTE);
			await wait(HOUR);
			const [one, two] = sent('app_ticket');
			expect(one).toEqual({
				ts: expect.any(String),
				uuid: expect.any(String),
				token: app.verification_token,
				type: 'event_callback',
				event: { app_id: app.app_id, app_ticket: expect.any(String), type: 'app_ticket' },
			});
			expect(two?.event).not.toEqual(one?.event);
			expect(eventsOf('app_ticket').every(({ app_id: id }) => id === app.app_id)).toBe(true);
		});

		it('whatever the console lists, and not by long connection', async () => {
			await set({ events: [], delivery_mode: 'longConnection', force: true });
			await ticket();
			await fixture.simulator.push.idle();
			expect(fixture.simulator.push.deliveries.at(-1)).toMatchObject({ status: 'delivered', url: receiver.url });
			const body = JSON.stringify({ AppID: app.app_id, AppSecret: app.app_secret });
			const refused = await fetch(`${fixture.simulator.url}/callback/ws/endpoint`, { method: 'POST', body });
			expect(await refused.json()).toMatchObject({ code: 403 });
		});

		it('when they ask, after a while where that is set', async () => {
			await settings({ ticketSeconds: 120 });
			await ask('app_ticket/resend', credentials());
			await wait(119_000);
			expect(sent('app_ticket')).toEqual([]);
			await wait(1000);
			expect(sent('app_ticket')).toHaveLength(1);
		});

		it('which no other app gets, nor with a wrong secret', async () => {
			const own = { app_id: fixture.simulator.appId, app_secret: fixture.simulator.appSecret };
			expect(await ask('app_ticket/resend', own)).toMatchObject({ status: 200, code: 10016 });
			expect(await ask('app_ticket/resend', { ...credentials(), app_secret: 'x' })).toMatchObject({ code: 10014 });
		});
	});

	it('need the newest ticket for their own token, and that for one of each company', async () => {
		await install(other);
		const own = (app_ticket?: string) => ask('app_access_token', { ...credentials(), app_ticket });
		expect(await own()).toMatchObject({ status: 200, code: 10012 });
		const [old, fresh] = [await ticket(), await ticket()];
		expect(await own(old)).toMatchObject({ code: 10012 });
		await settings({ olderTickets: 'accepted' });
		expect((await own(old)).code).toBe(0);
		const { body } = await own(fresh);
		expect(body).toEqual({
			code: 0,
			msg: 'success',
			app_access_token: expect.stringMatching(/^a-/),
			expire: expect.any(Number),
		});
		const { app_access_token } = body;
		const of = (tenant_key: string, token = app_access_token) =>
			ask('tenant_access_token', { app_access_token: token, tenant_key });
		expect((await of(other)).body).toEqual({
			code: 0,
			msg: 'success',
			tenant_access_token: expect.stringMatching(/^t-/),
			expire: expect.any(Number),
		});
		expect(await of('nowhere')).toMatchObject({ status: 200, code: 10013 });
		expect(await of(main())).toMatchObject({ status: 200, code: 10005 });
		expect(await of(other, 'a-wrong')).toMatchObject({ status: 400, code: 99991664 });
		expect(await ask('tenant_access_token/internal', credentials())).toMatchObject({ code: 10003 });
	});

	it('see in each company its own groups and people, and nothing of the others', async () => {
		await install(other);
		await install(main());
		expect(await chats(other)).toEqual(['Other Company 公告']);
		expect(await chats(main())).toHaveLength(4);
		const authorization = `Bearer ${await tenantToken(other)}`;
		const send = (receive_id: string) =>
			http.post(
				'/open-apis/im/v1/messages?receive_id_type=chat_id',
				{ receive_id, msg_type: 'text', content: '{"text":"hi"}' },
				{ authorization },
			);
		const [theirs] = fixture.simulator.store.companies.get(other)?.chats.keys() ?? [];
		const answer = await send(theirs ?? '');
		expect(answer.data.sender).toMatchObject({ id: app.app_id, tenant_key: other });
		expect((await send(fixture.chatId)).code).not.toBe(0);
		const state = await fixture.http.admin<{ messages: { msg_type: string }[] }>('GET', `/companies/${other}/state`);
		expect(state.messages.map(({ msg_type: type }) => type)).toEqual(['system', 'text']);
	});

	it('hear of each company under its tenant_key', async () => {
		await install(other);
		const company = fixture.simulator.store.companies.get(other);
		const [chat] = company?.chats.values() ?? [];
		const [open_id = ''] = chat?.members ?? [];
		await fixture.http.admin('POST', `/companies/${other}/chats/${chat?.chat_id ?? ''}/messages`, {
			open_id,
			text: '@Store Bot hello',
		});
		await fixture.simulator.push.idle();
		const [heard] = sent('im.message.receive_v1');
		expect(heard?.header).toMatchObject({ app_id: app.app_id, tenant_key: other });
		expect(heard?.event).toMatchObject({ sender: { tenant_key: other } });
	});

	it('are told who installs, stops and uninstalls them', async () => {
		await install(other);
		const [opened] = eventsOf('app_open');
		expect(opened).toMatchObject({
			type: 'app_open',
			app_id: app.app_id,
			tenant_key: other,
			installer: { open_id: expect.stringMatching(/^ou_/) },
		});
		await install(other, { status: 'stopped' });
		await install(other);
		await uninstall(other);
		expect(eventsOf('app_open')).toHaveLength(1);
		expect(eventsOf('app_status_change').map(({ status }) => status)).toEqual([
			'start_by_tenant',
			'stop_by_tenant',
			'start_by_tenant',
		]);
		expect(eventsOf('app_uninstalled')).toEqual([{ app_id: app.app_id, tenant_key: other, type: 'app_uninstalled' }]);
	});

	it('are refused where they are stopped or no longer installed', async () => {
		await install(other);
		const authorization = `Bearer ${await tenantToken(other)}`;
		const ask = () => http.get('/open-apis/bot/v3/info', { authorization });
		expect((await ask()).code).toBe(0);
		await install(other, { status: 'stopped' });
		expect(await ask()).toMatchObject({ status: 400, code: 99991662 });
		await uninstall(other);
		expect(await ask()).toMatchObject({ status: 400, code: 99991673 });
		await install(other);
		expect(await ask()).toMatchObject({ status: 400, code: 99991663 });
		expect(await chats(other)).toHaveLength(1);
	});

	it('sign people of every company in', async () => {
		await install(other);
		const login = new Login(fixture.simulator, { id: app.app_id, secret: app.app_secret });
		const page = await (await fetch(login.address())).text();
		expect(page).toContain('Other Company');
		expect(page).not.toContain('张三');
		const [open_id = ''] = fixture.simulator.store.companies.get(other)?.users.keys() ?? [];
		const { access_token } = await login.signIn('im:chat:readonly', { open_id });
		const headers = { authorization: `Bearer ${access_token}` };
		const { data } = await http.get('/open-apis/authen/v1/user_info', headers);
		expect(data).toMatchObject({ tenant_key: other, name: '周杰' });
		const listed = await http.get('/open-apis/im/v1/chats', headers);
		expect(listed.data.items).toMatchObject([{ name: 'Other Company 公告', tenant_key: other }]);
		const code = await login.code({}, { open_id });
		await uninstall(other);
		expect((await login.token({ grant_type: 'authorization_code', code })).body).toMatchObject({ code: 20009 });
		expect(await http.get('/open-apis/im/v1/chats', headers)).toMatchObject({ code: 99991673 });
	});

	describe('through the official SDK', () => {
		const client = () => {
			const cache = new lark.DefaultCache();
			const params = { appId: app.app_id, appSecret: app.app_secret, domain: fixture.simulator.url };
			return new lark.Client({ ...params, appType: lark.AppType.ISV, cache, logger: SilentLogger });
		};

		it('have no token before the ticket has come, and one of each company after', async () => {
			await install(other);
			await install(main());
			const isv = client();
			const list = (tenantKey: string) => isv.im.v1.chat.list({}, lark.withTenantKey(tenantKey));
			expect(await codeOf(list(other))).toBe(99991661);
			await dispatchTicket(isv);
			expect((await list(other)).data?.items).toHaveLength(1);
			expect((await list(main())).data?.items).toHaveLength(4);
			expect((await list(other)).code).toBe(0);
		});

		it('keep their tokens by company, and lose those of one that has gone', async () => {
			await install(other);
			const isv = client();
			const send = () =>
				isv.im.v1.message.create(
					{
						params: { receive_id_type: 'chat_id' },
						data: {
							receive_id: first([...(fixture.simulator.store.companies.get(other)?.chats.keys() ?? [])]),
							msg_type: 'text',
							content: '{"text":"hi"}',
						},
					},
					lark.withTenantKey(other),
				);
			expect(await codeOf(send())).toBe(99991661);
			await dispatchTicket(isv);
			expect((await send()).code).toBe(0);
			const signIns = () =>
				fixture.simulator.requests.filter(({ path }) => path === `${AUTH}/tenant_access_token`).length;
			expect((await send()).code).toBe(0);
			expect(signIns()).toBe(1);
			await uninstall(other);
			expect(await codeOf(send())).toBe(99991673);
		});

		const dispatchTicket = async (isv: lark.Client) => {
			await new lark.EventDispatcher({ logger: SilentLogger, cache: isv.cache }).invoke({
				...sent('app_ticket').at(-1),
				headers: {},
			});
		};
	});
});
