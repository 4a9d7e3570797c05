/** What an app may do against what the operations need, read from the simulator's console. */
import type { INodeParameters } from 'n8n-workflow';

import { batchImport } from '../../../../feishu/api/missingScopes';
import { allOperations } from '../../../../feishu/catalog/operations';
import { Feishu } from '../../../../nodes/Feishu/Feishu.node';
import type { App } from '../../../../simulator/state/apps';
import { keepSecret, only, usePlatform, type CredentialRef } from '../../../support/engine';
import type { FurtherNode } from '../../../support/engine/execute';
import { signedIn } from '../../../support/engine/people';
import { storeApp } from '../../../support/engine/storeApps';

interface Missing {
	scope: string;
	of: string;
	waiting: boolean;
	always: boolean;
	needed_by: Array<{ operation: string; alternatives: string[] }>;
}

interface Result {
	ok: boolean;
	missing: Missing[];
	import_json: string;
	console_url: string;
	bot: boolean | null;
	published: boolean | null;
	account: Record<string, string> | null;
	granted: { tenant?: string[]; user?: string[] } | null;
	checked: string[];
	notes: string[];
}

const platform = usePlatform();

const app = (): App => only([...platform.store.apps.values()]);

const check = async (
	more: INodeParameters = {},
	credential?: CredentialRef,
	after?: readonly FurtherNode[],
): Promise<Result> => {
	const parameters = { resource: 'app', operation: 'checkSetup', ...more };
	const { error, items } = await platform.run({ parameters, after, ...(credential && { credential }) });
	expect(error).toBeUndefined();
	return only(items).json as unknown as Result;
};

const control = async (path: string, body: unknown) => {
	const answer = await fetch(`${platform.simulator.url}/_sim/apps/${platform.simulator.appId}${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: typeof body === 'string' ? body : JSON.stringify(body),
	});
	return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};

beforeEach(() => Object.assign(app(), { bot: true, version: 1, user_scopes: null, ...none() }));

const none = () => ({ drafted: { tenant: [], user: [] }, waiting: { tenant: [], user: [] } });

test('an app that has everything is told so', async () => {
	const result = await check({ checkFor: [] });
	expect(result).toMatchObject({ ok: true, missing: [], bot: true, published: true, account: null, notes: [] });
	expect(result.granted?.tenant).toContain('im:message');
	expect(result.checked).toContain('Feishu Chat: Member → Add');
	expect(JSON.parse(result.import_json)).toEqual({ scopes: { tenant: [], user: [] } });
	expect(result.console_url).toBe(`${platform.simulator.url}/app/${platform.simulator.appId}/auth`);
});

test('a scope that was taken away is named with the operations that need it, and its JSON brings it back', async () => {
	app().scopes = ['im:message:readonly', 'im:message.group_msg', 'contact:contact.base:readonly'];
	const result = await check({ checkFor: ['feishu/message'] });
	expect(result.ok).toBe(false);
	const send = result.missing.find(({ scope }) => scope === 'im:message:send_as_bot');
	expect(send).toMatchObject({ of: 'tenant', waiting: false, always: true });
	expect(send?.needed_by).toContainEqual({ operation: 'Feishu: Message → Send', alternatives: ['im:message'] });
	const imported = await control('/scopes', result.import_json);
	expect(imported.status).toBe(200);
	await control('/versions', {});
	const after = await check({ checkFor: ['feishu/message'] });
	expect(after).toMatchObject({ ok: true, missing: [] });
});

test('the JSON for all operations is taken by the console', async () => {
	app().scopes = ['contact:user.id:readonly'];
	const { import_json: json, missing } = await check({ checkFor: [] });
	expect(missing.length).toBeGreaterThan(10);
	expect(await control('/scopes', json)).toMatchObject({ status: 200 });
	await control('/versions', {});
	expect(await check({ checkFor: [] })).toMatchObject({ ok: true, missing: [] });
});

test('what only some choices need is missing, and no fault', async () => {
	app().scopes = ['im:message', 'im:message.group_msg'];
	const { ok, missing } = await check({ checkFor: ['feishu/reaction', 'feishu/message'] });
	expect(missing.filter(({ always }) => !always).map(({ scope }) => scope)).toContain('contact:user.id:readonly');
	expect(missing.filter(({ always }) => always).map(({ scope }) => scope)).not.toContain('im:message');
	expect(ok).toBe(missing.every(({ always }) => !always));
	app().scopes = ['im:message:send_as_bot', 'im:message:readonly'];
	expect(await check({ checkFor: ['feishu/pin'] })).toMatchObject({ ok: true, missing: [] });
});

test('what waits for the administrator is told, and asked for no more', async () => {
	app().scopes = ['im:message:readonly'];
	await control('/scopes', batchImport({ tenant: ['im:message:send_as_bot'], user: [] }));
	await control('/versions', { approved: false });
	const result = await check({ checkFor: ['feishu/message'] });
	expect(result.missing).toContainEqual(expect.objectContaining({ scope: 'im:message:send_as_bot', waiting: true }));
	expect(result.import_json).not.toContain('im:message:send_as_bot');
	expect(result.notes.join(' ')).toContain('administrator');
});

describe('where the platform does not tell', () => {
	const refuse = (path: string, action: object) =>
		platform.simulator.faults.add({ path, action: { type: 'code', http: 400, ...action } as never });
	const SCOPES = '/open-apis/application/v6/scopes';

	test('what is granted, all that is needed is named, and the rest is read', async () => {
		refuse(SCOPES, { code: 99991672, msg: 'Access denied. One of the following scopes is required: [x:y].' });
		const result = await check({ checkFor: ['feishuContact/userGroup'] });
		expect(result).toMatchObject({ ok: false, granted: null, bot: true, published: true });
		expect(result.missing.map(({ scope }) => scope)).toEqual(['contact:group:readonly']);
		expect(only(result.notes)).toContain("What is granted can't be read here (code 99991672: Access denied)");
	});

	test('the application, its scopes tell whether a version is online', async () => {
		app().scopes = ['contact:group:readonly', 'im:message:readonly'];
		const result = await check({ checkFor: ['feishuContact/userGroup'] });
		expect(result).toMatchObject({ ok: true, published: true, missing: [] });
		expect(only(result.notes)).toContain('application:application:self_manage (code 99991672: Access denied)');
		Object.assign(app(), { scopes: [], user_scopes: [] });
		expect(await check({ checkFor: ['feishuContact'] })).toMatchObject({ published: null });
	});

	test('the bot, nothing is said of it', async () => {
		platform.simulator.faults.add({
			path: '/open-apis/bot/v3/info',
			action: { type: 'raw', http: 404, contentType: 'text/plain', body: '404 page not found' },
		});
		const result = await check({ checkFor: [] });
		expect(result).toMatchObject({ ok: true, bot: null });
		expect(only(result.notes)).toBe('Whether the bot is on could not be read (HTTP 404).');
	});

	test('what is wrong with the app is an error', async () => {
		refuse(SCOPES, { code: 99991662, msg: 'app not in use' });
		const { error } = await platform.run({ parameters: { resource: 'app', operation: 'checkSetup' } });
		expect(error?.description).toContain('code 99991662');
		expect(platform.calls).toHaveLength(1);
	});
});

describe('a deployment of a company', () => {
	afterEach(() => {
		platform.store.settings.region = 'feishu';
	});

	test('is asked for coarse scopes alone, and told which of the others it may not know', async () => {
		platform.store.settings.region = 'private';
		app().scopes = ['contact:contact:readonly'];
		const result = await check({ checkFor: ['feishuContact/user', 'feishu/message'] });
		expect(result).toMatchObject({ ok: false, bot: null });
		expect(result.missing.map(({ scope }) => scope)).toContain('contact:user.id:readonly');
		expect(result.notes.at(-1)).toMatch(/may not know these.*contact:user\.id:readonly/);
		const { tenant } = (JSON.parse(result.import_json) as { scopes: { tenant: string[] } }).scopes;
		expect(tenant).toContain('im:message');
		expect(await control('/scopes', result.import_json)).toMatchObject({ status: 200 });
	});
});

test('a bot that is off is told, and a fault for whom needs one', async () => {
	app().bot = false;
	const result = await check({ checkFor: ['feishu/message'] });
	expect(result).toMatchObject({ ok: false, bot: false, missing: [] });
	expect(only(result.notes)).toContain('Add Features → Bot');
	expect(await check({ checkFor: ['feishuContact'] })).toMatchObject({ ok: true, bot: false });
});

test('an app without a version that is published is told so', async () => {
	Object.assign(app(), { version: 0 });
	const result = await check({ checkFor: ['feishuContact'] });
	expect(result).toMatchObject({ ok: false, published: false });
	expect(only(result.notes)).toContain('Version Management & Release');
});

test('a store app is checked for the organization of the item', async () => {
	const { credential, tenants, appId } = await storeApp(platform, { tenantKey: 1 });
	const storeOf = platform.store.apps.get(appId);
	if (storeOf) storeOf.scopes = ['im:message'];
	const result = await check({ checkFor: ['feishuContact/userGroup'], tenantKey: tenants[0] ?? '' }, credential);
	expect(result).toMatchObject({ ok: false, bot: true, granted: { tenant: ['im:message'] } });
	expect(result.missing).toMatchObject([{ scope: 'contact:group:readonly' }]);
	expect(result.console_url).toBe(`${platform.simulator.url}/app/${appId}/auth`);
	platform.store.apps.delete(appId);
});

test('an app’s token from elsewhere is checked as the app is', async () => {
	const { appId, appSecret, url } = platform.simulator;
	const answer = await fetch(`${url}/open-apis/auth/v3/tenant_access_token/internal`, {
		method: 'POST',
		body: JSON.stringify({ app_id: appId, app_secret: appSecret }),
	});
	const { tenant_access_token: accessToken = '' } = (await answer.json()) as Record<string, string>;
	keepSecret(appSecret, accessToken);
	const credential = platform.keep('feishuAccessTokenApi', { kind: 'tenant', accessToken });
	const result = await check({ checkFor: [] }, credential);
	expect(result).toMatchObject({ ok: true, missing: [], console_url: `${url}/app/${appId}/auth` });
	app().scopes = ['contact:group:readonly', 'im:message'];
	expect(await check({ checkFor: ['feishuContact/userGroup'] }, credential)).toMatchObject({
		ok: true,
		console_url: `${url}/app`,
	});
});

describe('a person', () => {
	test('has a name, and what was granted', async () => {
		const { credential } = await signedIn(platform, 'offline_access im:message im:chat:read');
		platform.simulator.requests.length = 0;
		const result = await check({ checkFor: ['feishu/message', 'feishuChat/chat'] }, credential);
		expect(platform.routes).toEqual(['GET /open-apis/authen/v1/user_info']);
		expect(result).toMatchObject({ ok: false, bot: null, published: null });
		expect(result.account).toMatchObject({ name: platform.user.name, open_id: platform.user.open_id });
		expect(result.granted?.user).toEqual(expect.arrayContaining(['im:message', 'im:chat:read', 'offline_access']));
		const names = result.missing.map(({ scope, of }) => `${of} ${scope}`);
		expect(names).toContain('user im:message.send_as_user');
		expect(names.filter((name) => name.startsWith('tenant') || name.includes('send_as_bot'))).toEqual([]);
		expect(JSON.parse(result.import_json)).toMatchObject({ scopes: { tenant: [] } });
		app().user_scopes = [];
		expect(await control('/scopes', result.import_json)).toMatchObject({ status: 200 });
	});

	test('with a token alone, what was granted is not known', async () => {
		const { stored } = await signedIn(platform, 'offline_access im:message');
		const accessToken = String(stored().access_token);
		const credential = platform.keep('feishuAccessTokenApi', { kind: 'user', accessToken });
		const result = await check({ checkFor: ['feishu/reaction'] }, credential);
		expect(result).toMatchObject({ ok: false, granted: null });
		expect(result.notes[0]).toContain('A token does not say what its person has granted');
		expect(result.missing.length).toBeGreaterThan(0);
	});
});

describe('Check For', () => {
	test('offers the nodes whose operations take scopes of their own', async () => {
		const { properties } = new Feishu().description;
		const { options = [] } = properties.find(({ name }) => name === 'checkFor') ?? {};
		const offered = options.map((option) => ('value' in option ? option.value : undefined));
		const named = (await allOperations()).filter(({ needs }) => needs.some(({ sometimes }) => !sometimes));
		expect(offered).toEqual([...new Set(named.map(({ node }) => node)), 'workflow']);
	});

	test('takes everything where no node is connected whose scopes are known', async () => {
		const { checked, notes } = await check({ checkFor: ['workflow'] });
		expect(checked.length).toBeGreaterThan(80);
		expect(only(notes)).toContain('No node whose scopes are known');
	});
});

describe("this workflow's nodes", () => {
	const after: FurtherNode[] = [
		{ node: 'feishuContact', parameters: { resource: 'userGroup', operation: 'get' } },
		{ node: 'feishuContact', parameters: { resource: 'userGroup', operation: 'get' } },
		{
			node: 'feishuOpenApi',
			parameters: {
				resource: 'endpoint',
				operation: 'call',
				endpoint: { __rl: true, mode: 'list', value: 'GET /open-apis/calendar/v4/calendars' },
			},
		},
		{ node: 'feishu', parameters: { authentication: 'person', resource: 'reaction', operation: 'add' } },
		{ node: 'feishuChat', parameters: { resource: 'chat', operation: 'disband' }, disabled: true },
		{ node: 'feishuChat', parameters: { resource: 'chat', operation: 'create' }, apart: true },
	];
	const CALENDARS = 'Feishu Open API: Endpoint → Call (GET /open-apis/calendar/v4/calendars)';

	test('are those that are connected, each once, with the endpoint that is called', async () => {
		Object.assign(app(), { scopes: [], user_scopes: [] });
		const { checked, missing } = await check({}, undefined, after);
		expect(checked).toEqual(['Feishu Contact: User Group → Get', CALENDARS, 'Feishu: Reaction → Add']);
		expect(missing.map(({ of, scope, needed_by }) => [of, scope, needed_by[0]?.operation]).sort()).toEqual([
			['tenant', expect.stringMatching(/^calendar:/), CALENDARS],
			['tenant', 'contact:group:readonly', 'Feishu Contact: User Group → Get'],
			['user', 'im:message', 'Feishu: Reaction → Add'],
		]);
	});

	test('that act as a person are checked by what the person has granted', async () => {
		const { credential } = await signedIn(platform, 'offline_access im:message.reactions:write_only');
		const { ok, checked } = await check({}, credential, after);
		expect([ok, checked]).toEqual([true, ['Feishu: Reaction → Add']]);
	});

	test('stand beside what else was chosen', async () => {
		const { checked } = await check(
			{ checkFor: ['workflow', 'feishu/bot', 'feishuContact/userGroup'] },
			undefined,
			after,
		);
		expect(checked).toContain('Feishu Contact: User Group → Get Members');
		expect(checked).toContain(CALENDARS);
	});
});
