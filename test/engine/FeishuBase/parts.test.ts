/** Forms, dashboards and automations of a base. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, only, usePlatform } from '../../support/engine';
import { ownForm } from '../../support/engine/cases/form';
import { seededBase, tableCalled, tasksOf } from '../../support/engine/ownBase';

const platform = usePlatform();

async function run(resource: string, operation: string, parameters: INodeParameters) {
	const result = await platform.run({ parameters: { resource, operation, ...parameters } });
	if (result.error) throw result.error;
	return result.items.map(({ json }) => json);
}

const failure = async (resource: string, operation: string, parameters: INodeParameters) =>
	(await platform.run({ parameters: { resource, operation, ...parameters } })).error;

const url = (value: string) => ({ base: { __rl: true, mode: 'url', value } });

describe('a form', () => {
	test('is found by its name, or by the address while it is open', async () => {
		const { table, form_id } = ownForm(platform);
		const base = seededBase(platform);
		const name = table.views.at(-1)?.view_name ?? '';
		const [byName] = await run('form', 'get', { ...tasksOf(platform).where, form: byId(name) });
		expect(byName).toMatchObject({ form_id, name, shared: false });
		const at = `https://example.feishu.cn/base/${base.app_token}?table=${table.table_id}&view=${form_id}`;
		expect(await run('form', 'get', url(at))).toMatchObject([{ form_id }]);
		const error = await failure('form', 'get', { ...tasksOf(platform).where, form: byId('Sign off') });
		expect(error?.message).toBe("The table has no form called 'Sign off'");
		expect(error?.description).toContain(name);
	});

	test('is shared and closed by one choice', async () => {
		const { where } = ownForm(platform);
		const update = async (formFields: INodeParameters) => only(await run('form', 'update', { ...where, formFields }));
		const open = await update({ title: 'For all', description: 'Please', once: true, whoFills: 'anyone_editable' });
		expect(open).toMatchObject({
			name: 'For all',
			description: 'Please',
			shared: true,
			shared_limit: 'anyone_editable',
			submit_limit_once: true,
			shared_url: expect.stringContaining('https://') as string,
		});
		expect(await update({ whoFills: 'closed', description: '' })).toMatchObject({
			name: 'For all',
			description: '',
			shared: false,
		});
	});

	test('of the older kind becomes one of today, beside the old one', async () => {
		const { table, form_id, where } = ownForm(platform);
		const already = await failure('form', 'upgrade', { ...where, formName: 'Newer' });
		expect(already?.description).toContain('1254128');
		const view = table.views.find(({ view_id }) => view_id === form_id);
		Object.assign(view?.form ?? {}, { legacy: true, description: 'Please' });
		const displayMode = 'one_question_per_page';
		const [made] = await run('form', 'upgrade', { ...where, formName: 'Newer', displayMode });
		expect(made).toEqual({ form_id: expect.stringMatching(/^vew/) as string, upgraded_from: form_id });
		const upgraded = await run('form', 'get', { ...where, form: byId(String(made?.form_id)) });
		expect(upgraded).toMatchObject([{ name: 'Newer', description: 'Please' }]);
	});

	test('asks its questions in the order that they are put into', async () => {
		const { where } = ownForm(platform);
		const titles = async () =>
			(await run('form', 'getQuestions', { ...where, returnAll: true })).map(({ title }) => title);
		const [first = '', second = '', third = ''] = (await titles()).map(String);
		const update = async (parameters: INodeParameters) =>
			only(await run('form', 'updateQuestion', { ...where, ...parameters }));
		const changed = await update({
			question: byId(third),
			questionFields: { title: 'On which day?', required: true, description: 'In May' },
			position: 'first',
		});
		expect(changed).toMatchObject({ title: 'On which day?', required: true, description: 'In May', pre_field_id: '' });
		await update({ question: byId(first), position: 'after', after: byId(second) });
		expect((await titles()).slice(0, 3)).toEqual(['On which day?', second, first]);
		expect(await update({ question: byId(second), questionFields: { visible: false } })).toMatchObject({
			visible: false,
		});
		const none = await failure('form', 'updateQuestion', { ...where, question: byId('Why?'), position: 'first' });
		expect(none?.message).toBe("The form has no question 'Why?'");
		expect(none?.description).toContain('On which day?');
	});
});

describe('a dashboard', () => {
	test('is copied by its name, or by the address while it is open', async () => {
		const { app_token, dashboards } = seededBase(platform);
		const [overview] = dashboards;
		const at = `https://example.feishu.cn/base/${app_token}?table=${overview?.block_id}`;
		const [byAddress] = await run('dashboard', 'copy', { ...url(at), dashboardName: 'By address' });
		expect(byAddress).toEqual({ app_token, block_id: expect.stringMatching(/^blk/) as string, name: 'By address' });
		await run('dashboard', 'copy', {
			...tasksOf(platform).where,
			dashboard: byId('By address'),
			dashboardName: 'By name',
		});
		const all = await run('dashboard', 'getAll', { ...url(at), returnAll: true });
		expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining([overview?.name, 'By address', 'By name']));
		const none = await failure('dashboard', 'copy', { ...url(at), dashboard: byId('Sales'), dashboardName: 'x' });
		expect(none?.message).toBe("The base has no dashboard called 'Sales'");
		expect(none?.description).toContain('By name');
	});

	test('is copied where the platform answers without an envelope', async () => {
		platform.store.settings.baseDashboardAnswer = 'bare';
		const { app_token, dashboards } = seededBase(platform);
		const at = `https://example.feishu.cn/base/${app_token}?table=${dashboards[0]?.block_id}`;
		const copied = await run('dashboard', 'copy', { ...url(at), dashboardName: 'Bare' });
		platform.store.settings.baseDashboardAnswer = 'enveloped';
		expect(copied).toMatchObject([{ app_token, name: 'Bare' }]);
	});

	test('that is open is no table', async () => {
		const { app_token, dashboards } = seededBase(platform);
		const at = `https://example.feishu.cn/base/${app_token}?table=${dashboards[0]?.block_id}`;
		const error = await failure('record', 'get', { ...url(at), record: byId('rec1') });
		expect(error?.message).toBe("The field 'Base' holds the address of a dashboard of a base");
		// A table that was chosen beside it is one.
		const table = byId(tableCalled(seededBase(platform), 'Tasks').table_id);
		const beside = await failure('record', 'get', { ...url(at), table, record: byId('recNone') });
		expect(beside?.message).toBe('The table has no record recNone');
	});
});

test('an automation is switched off and on; the newer workflows are another list', async () => {
	const { automations } = seededBase(platform);
	const { where } = tasksOf(platform);
	const list = async (automationKind: string) =>
		await run('automation', 'getAll', { ...where, automationKind, returnAll: true });
	const [remind] = automations;
	const automation = byId(remind?.workflow_id ?? '');
	expect(await run('automation', 'disable', { ...where, automation })).toMatchObject([{ status: 'Disable' }]);
	expect(await list('automations')).toEqual([
		{ workflow_id: remind?.workflow_id, title: remind?.title, status: 'Disable' },
	]);
	await run('automation', 'enable', { ...where, automation });
	expect(remind?.status).toBe('Enable');
	expect(await list('workflows')).toMatchObject([{ title: expect.stringContaining('Weekly') as string }]);
});

test('an automation can be named, as long as one alone is called so', async () => {
	const { automations } = seededBase(platform);
	const { where } = tasksOf(platform);
	const [remind] = automations;
	if (!remind) throw new Error('The base has no automation');
	const disable = { ...where, automation: byId(remind.title) };
	expect(await run('automation', 'disable', disable)).toMatchObject([{ workflow_id: remind.workflow_id }]);
	expect(remind.status).toBe('Disable');
	const { title } = remind;
	for (const name of ['到期提醒', 'Reminder', title]) {
		remind.title = name;
		await run('automation', 'enable', { ...where, automation: byId(name) });
	}
	expect(remind.status).toBe('Enable');
	const unknown = await failure('automation', 'enable', { ...where, automation: byId('Nope') });
	expect(unknown).toMatchObject({
		message: "The base has no automation called 'Nope'",
		description: `It has ${remind.title}`,
	});
	automations.push({ ...remind, workflow_id: '7' });
	const twice = await failure('automation', 'enable', disable).finally(() => automations.pop());
	expect(twice?.message).toContain('The base has several automations called');
});
