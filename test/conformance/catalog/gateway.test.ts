import { request } from 'undici';
import { type Simulator, startSimulator } from '../../../simulator';
import { seeded, validRequest } from '../../../simulator/catalog/generate';
import { tierOf } from '../../../simulator/catalog/catalogRoute';
import { endpoint, endpoints, isStored, send, tokensOf } from './caller';

const TENANT_AND_USER = endpoint('GET /open-apis/calendar/v4/calendars');
const TENANT_ONLY = endpoint('DELETE /open-apis/contact/v3/job_levels/:job_level_id');
const USER_ONLY = endpoint('POST /open-apis/drive/v1/permissions/:token/members/apply');
const APP_ONLY = endpoint('POST /open-apis/mina/v2/tokenLoginValidate');
const NO_TOKEN = endpoint('GET /open-apis/authen/v1/index');

const valid = (target: Parameters<typeof validRequest>[0]) => validRequest(target, seeded(5));

describe('the gateway before a catalogued endpoint', () => {
	let simulator: Simulator;
	let tokens: { tenant: string; user: string };
	beforeEach(async () => {
		simulator = await startSimulator();
		tokens = tokensOf(simulator);
	});
	afterEach(() => simulator.close());

	const status = async (method: 'GET' | 'PUT' | 'POST', path: string) => {
		const answer = await request(simulator.url + path, {
			method,
			headers: { authorization: `Bearer ${tokens.tenant}` },
		});
		return [answer.statusCode, String(answer.headers['content-type']), await answer.body.text()];
	};

	it.each([
		['GET', '/open-apis/calendar/v4/nothing'],
		['PUT', '/open-apis/calendar/v4/calendars'],
		['GET', '/open-apis/nothing/v1/calendars'],
		['GET', '/open-apis/..%2Findex/v1'],
		['POST', '/approval/openapi/v2/nothing'],
		['GET', '/approval/openapi/v2/instance/create'],
		['POST', '/calendar/openapi/v4/calendars'],
		['POST', '/approval/v4/instances'],
		['GET', '/open-apis/authen/v1/authorize'],
	] as const)('%s %s is 404 in plain text', async (method, path) => {
		expect(await status(method, path)).toEqual([404, 'text/plain', '404 page not found']);
	});

	it('takes a path with a slash at its end, and the closest of two paths', async () => {
		expect((await status('GET', '/open-apis/calendar/v4/calendars/'))[0]).toBe(200);
		const [, , primary] = await status('POST', '/open-apis/calendar/v4/calendars/primary');
		expect(JSON.parse(String(primary))).toMatchObject({ code: 0, data: { calendars: [{ calendar: { type: 'primary' } }] } });
		const [, , batch] = await status('GET', '/open-apis/contact/v3/departments/batch?department_ids=od-x');
		expect(JSON.parse(String(batch))).toEqual({ code: 0, msg: 'success', data: { items: [] } });
	});

	it('reads the body of a GET', async () => {
		const target = endpoints.find(({ method, request: { body } = {} }) => method === 'GET' && body?.required);
		if (!target) throw new Error('no GET has a body');
		const { body: _body, ...without } = valid(target);
		const [field] = target.request?.body?.required ?? [];
		const refused = await send(simulator, target, without, tokens.tenant);
		expect(refused.error.field_violations?.map((each) => each.field)).toContain(field);
		expect(await send(simulator, target, valid(target), tokens.tenant)).toMatchObject({ status: 200, code: 0 });
	});

	it.each(
		(
			[
				[TENANT_AND_USER, 'tenant', 0],
				[TENANT_AND_USER, 'user', 0],
				[TENANT_AND_USER, '', 99991661],
				[TENANT_AND_USER, 't-unknown', 99991663],
				[TENANT_AND_USER, 'u-unknown', 99991668],
				[TENANT_AND_USER, 'x-unknown', 99991671],
				[TENANT_ONLY, 'tenant', 0],
				[TENANT_ONLY, 'user', 99991668],
				[USER_ONLY, 'user', 0],
				[USER_ONLY, 'tenant', 99991663],
				[APP_ONLY, 'tenant', 0],
				[APP_ONLY, 'user', 99991668],
				[NO_TOKEN, '', 0],
			] as const
		).map(([target, ...rest]) => [target.id, ...rest, target] as const),
	)('%s with the token "%s" answers %i', async (_id, name, code, target) => {
		const token = tokens[name as 'tenant'] ?? name;
		expect(await send(simulator, target, valid(target), token)).toMatchObject({ status: code === 0 ? 200 : 400, code });
	});

	it('refuses a missing scope with all that would do, before it looks at values', async () => {
		const app = simulator.store.apps.get(simulator.appId);
		if (!app) throw new Error('the simulator has no app');
		app.scopes = ['im:chat'];
		const refused = await send(
			simulator,
			TENANT_AND_USER,
			{ path: {}, query: { page_size: 'x' }, files: {} },
			tokens.tenant,
		);
		expect([refused.status, refused.code]).toEqual([400, 99991672]);
		expect(refused.error.permission_violations?.map(({ subject }) => subject)).toEqual(TENANT_AND_USER.scopes);
		app.scopes = TENANT_AND_USER.scopes?.slice(-1) ?? [];
		expect(await send(simulator, TENANT_AND_USER, valid(TENANT_AND_USER), tokens.tenant)).toMatchObject({ code: 0 });
	});

	it.each([
		['GET /open-apis/sheets/v3/spreadsheets/:spreadsheet_token', 100, 60_000],
		['POST /open-apis/document_ai/v1/id_card/recognize', 10, 1_000],
		['POST /open-apis/corehr/v2/job_grades', 3, 1_000],
	])('lets %s through %i times in %i ms', async (id, limit, window) => {
		const target = endpoint(id);
		let time = Date.now();
		simulator.store.clock.now = () => time;
		for (let count = 0; count < limit; count++)
			expect(await send(simulator, target, valid(target), tokens.tenant)).toMatchObject({ code: 0 });
		const refused = await send(simulator, target, valid(target), tokens.tenant);
		expect([refused.status, refused.code]).toEqual([429, 99991400]);
		time += window;
		expect(await send(simulator, target, valid(target), tokens.tenant)).toMatchObject({ code: 0 });
	});

	it('knows a tier for every rate in the catalog', () => {
		expect(new Set(endpoints.map(({ rate }) => tierOf(rate)))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 21]));
		expect(() => tierOf({ perSecond: 17 })).toThrow('No tier');
	});

	it('leaves endpoints with behaviour of their own as they are', async () => {
		const chats = endpoint('GET /open-apis/im/v1/chats');
		expect(isStored(chats)).toBe(true);
		const { data } = await send(simulator, chats, { path: {}, query: {}, files: {} }, tokens.tenant);
		expect((data.items as unknown[]).length).toBeGreaterThan(0);
	});
});
