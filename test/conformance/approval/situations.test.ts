/** Every refusal that approvals have comes from a situation that anybody can bring about, with its HTTP status. */
import type { Settings } from '../../../simulator';
import type { Definition } from '../../../simulator/state/approvals';
import { refusalOf } from '../../support/conformance/bases';
import {
	ALL_WIDGETS_CODE,
	type ApprovalFixture,
	begin,
	claimForm,
	decisionOf,
	EXPENSE_CODE,
	LEAVE_CODE,
	startApprovals,
} from '../../support/conformance/approvals';

/**
 * Of the tables at the end of the pages from https://open.feishu.cn/document/server-docs/approval-v4/instance/create on, and of
 * https://open.feishu.cn/document/ukTMukTMukTM/ugjM14COyUjL4ITN the older ones; 2200 was met by people.
 */
const CODES = [
	...[1390001, 1390002, 1390003, 1390004, 1390006, 1390007, 1390009, 1390010, 1390013, 1390014, 1390015, 1390016],
	...[1390018, 1395001, 1395006, 1395009, 1395011, 1395061, 1395210, 2200],
	...[60001, 60002, 60003, 60004, 60005, 60006, 60007, 60008, 60009, 60010, 60011, 60012, 60013, 60014, 65001],
];

type Call = () => Promise<unknown>;
type Row = readonly [what: string, code: number, http: number, call: Call];

let fixture: ApprovalFixture;
let definition: Definition;
let usualDefinition: Definition;
let usual: Settings;
beforeAll(async () => {
	fixture = await startApprovals();
	const { approvals, settings } = fixture.simulator.store;
	const found = approvals.definitions.get(EXPENSE_CODE);
	if (!found) throw new Error('There is no such definition');
	definition = found;
	usualDefinition = structuredClone(found);
	usual = { ...settings };
});
afterEach(() => {
	Object.assign(definition, { condition: undefined, free: false, closed: false }, structuredClone(usualDefinition));
	Object.assign(fixture.simulator.store.settings, usual);
});
afterAll(() => fixture.simulator.close());

const V4 = '/open-apis/approval/v4';
const ask = async (method: string, path: string, data?: object, params: object = {}) =>
	await fixture.sdk.request<unknown>({
		method,
		url: `${V4}/${path}`,
		data,
		params: { user_id_type: 'open_id', ...params },
	});
const start = (more: object = {}) => {
	const body = { approval_code: EXPENSE_CODE, open_id: fixture.idOf('alice'), form: claimForm(), ...more };
	return ask('POST', 'instances', body);
};
const set = (more: Partial<Settings>) => Object.assign(fixture.simulator.store.settings, more);
const is = async (more: Partial<Definition>, call: Call) => {
	Object.assign(definition, more);
	return await call();
};
const where = async (more: Partial<Settings>, call: Call) => {
	set(more);
	return await call();
};
const decide = async (login: string, more: object = {}, before?: () => void) => {
	const decision = { ...(await decisionOf(fixture, await begin(fixture), 'zhangsan')), user_id: fixture.idOf(login) };
	before?.();
	return await ask('POST', 'tasks/approve', { ...decision, ...more });
};
const twice = async (call: Call) => {
	await call();
	return await call();
};
const subscribe = (done = 'subscribe') => ask('POST', `approvals/${LEAVE_CODE}/${done}`);
const preview = () =>
	ask('POST', 'instances/preview', {
		...{ approval_code: EXPENSE_CODE, user_id: fixture.idOf('alice'), form: claimForm() },
	});
const bad = () => claimForm(1, [{ id: 'x', type: 'input', value: 'x' }]);
const external = async () => {
	const texts = [{ key: '@i18n@name', value: 'Orders' }];
	const i18n_resources = [{ locale: 'en-US', is_default: true, texts }];
	const links = { pc_link: 'https://example.com' };
	return await ask('POST', 'external_instances', {
		...{ approval_code: 'orders', status: 'PENDING', instance_id: 'o1', links, open_id: 'ou_x', i18n_resources },
		...{ start_time: '1', end_time: '0', update_time: '1' },
	});
};
const older = { approvalCodes: 'legacy' } as const;
const reverted = async () => {
	const code = await begin(fixture, { code: LEAVE_CODE });
	await ask('POST', 'tasks/approve', await decisionOf(fixture, code, 'zhangsan'));
	const data = { approval_code: LEAVE_CODE, instance_code: code, user_id: fixture.idOf('alice') };
	return await twice(() => ask('POST', 'instances/cancel', data));
};
const detail = async () => {
	const url = `${V4}/approvals/${EXPENSE_CODE}/detail`;
	return await fixture.sdk.request<unknown>({ method: 'GET', url }, fixture.asPerson);
};
const signed = () =>
	decide('zhangsan', {}, () => definition.nodes.forEach((node) => Object.assign(node, { require_signature: true })));

const ROWS: readonly Row[] = [
	['a value of the form', 1390001, 400, () => start({ form: bad() })],
	['no definition', 1390002, 400, () => ask('GET', 'approvals/X')],
	['no instance', 1390003, 400, () => ask('GET', 'instances/X')],
	['nobody', 1390004, 400, () => start({ open_id: 'ou_nobody' })],
	['no way to be told beforehand', 1390006, 400, () => is({ condition: 'noWay' }, preview)],
	[
		'no way to go on after an approval',
		1390006,
		400,
		() => decide('zhangsan', {}, () => (definition.condition = 'noWay')),
	],
	['a second subscription', 1390007, 400, () => twice(() => subscribe())],
	["somebody else's task", 1390009, 403, () => decide('bob')],
	['no task', 1390010, 400, () => decide('zhangsan', { task_id: '1' })],
	['a way that people draw', 1390013, 400, () => is({ free: true }, start)],
	['a company that approvals do not know', 1390014, 400, () => where({ approvalTrouble: 'unknownCompany' }, external)],
	['a definition that is off', 1390015, 400, () => is({ status: 'INACTIVE' }, start)],
	['a definition that was deleted', 1390016, 400, () => is({ status: 'DELETED' }, start)],
	['a signature by hand', 1390018, 400, signed],
	['a busy platform', 1395001, 400, () => where({ approvalTrouble: 'busy' }, () => ask('GET', 'instances/X'))],
	['a failing platform', 1395001, 500, () => where({ approvalTrouble: 'failing' }, () => ask('GET', 'districts'))],
	['a start that fails', 1395006, 400, () => is({ condition: 'failsToStart' }, start)],
	['somebody who may not start it', 1395009, 400, () => is({ viewers: [{ type: 'NONE' }] }, start)],
	['a rule of attendance', 1395011, 400, () => is({ condition: 'againstRules' }, start)],
	['districts of before', 1395061, 400, () => ask('GET', 'districts', undefined, { page_token: 'older' })],
	['a second withdrawal of what was approved', 1395210, 400, reverted],
	['data that is closed to a person', 2200, 400, () => is({ closed: true }, detail)],
	['a value that is no value, older', 60001, 400, () => where(older, () => start({ form: 'x' }))],
	['no definition, older', 60002, 400, () => where(older, () => ask('GET', 'approvals/X'))],
	['no instance, older', 60003, 400, () => where(older, () => ask('GET', 'instances/X'))],
	['nobody, older', 60004, 400, () => where(older, () => start({ open_id: 'ou_nobody' }))],
	['a department of others', 60005, 400, () => where(older, () => start({ department_id: 'od-none' }))],
	['a value of the form, older', 60006, 400, () => where(older, () => start({ form: bad() }))],
	['a second subscription, older', 60007, 400, () => where(older, () => twice(() => subscribe()))],
	['the end of none, older', 60008, 400, () => where(older, () => twice(() => subscribe('unsubscribe')))],
	['data that is closed', 60009, 400, () => is({ closed: true }, () => ask('GET', `approvals/${EXPENSE_CODE}`))],
	['no task, older', 60010, 400, () => where(older, () => decide('zhangsan', { task_id: '1' }))],
	['an approval that has to be paid for', 60011, 400, () => is({ condition: 'paid' }, start)],
	['an Own ID that was used', 60012, 400, () => twice(() => start({ uuid: 'once' }))],
	['an approval of a paid kind', 60013, 400, () => is({ condition: 'paidKind' }, start)],
	['a lock', 60014, 400, () => decide('zhangsan', {}, () => set({ approvalTrouble: 'locked' }))],
	['a failing platform, older', 65001, 500, () => where({ ...older, approvalTrouble: 'failing' }, start)],
];

it('every code has a situation', () => {
	expect([...new Set(ROWS.map(([, code]) => code))].sort()).toEqual([...CODES].sort());
});

// No row finds the subscription of another one.
it.each(ROWS)('%s: %i with HTTP %i', async (_what, code, http, call) => {
	await ask('POST', `approvals/${LEAVE_CODE}/unsubscribe`).catch(() => undefined);
	expect(await refusalOf(call())).toEqual([code, http]);
});

it('what is so of one approval, and locks, concern nothing else', async () => {
	Object.assign(definition, { condition: 'paid' });
	expect(await refusalOf(preview())).toEqual([0, 200]);
	const chosen = { node_approver_open_id_list: [{ key: 'chosen', value: [fixture.idOf('bob')] }] };
	expect(await refusalOf(start({ approval_code: ALL_WIDGETS_CODE, form: '[]', ...chosen }))).toEqual([0, 200]);
	set({ approvalTrouble: 'locked' });
	expect(await refusalOf(start({ approval_code: ALL_WIDGETS_CODE, form: '[]', ...chosen }))).toEqual([0, 200]);
});

it('an administrator says what is so of an approval, and nothing that can not be', async () => {
	const put = (condition: string) =>
		fixture.http.admin<{ message?: string }>('PUT', `/approvals/definitions/${EXPENSE_CODE}`, { condition });
	expect((await put('nonsense')).message).toContain('nonsense');
	await put('paidKind');
	expect(await refusalOf(start())).toEqual([60013, 400]);
});
