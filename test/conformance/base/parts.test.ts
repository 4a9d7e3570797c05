/** Forms, dashboards and automations of a base, as the official SDK reads and changes them. */
import { type BaseFixture, refusalOf, startBase } from '../../support/conformance/bases';

let fixture: BaseFixture;
beforeAll(async () => {
	fixture = await startBase([
		{ field_name: 'Name', type: 1 },
		{ field_name: 'Number', type: 1005 },
		{ field_name: 'Phone', type: 13 },
		{ field_name: 'When', type: 5 },
	]);
});
afterAll(() => fixture.simulator.close());

const bitable = () => fixture.sdk.bitable.v1;
const ofBase = () => ({ app_token: fixture.app_token });

async function newForm(name: string): Promise<{ app_token: string; table_id: string; form_id: string }> {
	const made = await bitable().appTableView.create({
		path: fixture.path,
		data: { view_name: name, view_type: 'form' },
	});
	return { ...fixture.path, form_id: made.data?.view?.view_id ?? '' };
}

describe('a form', () => {
	const questions = async (path: { app_token: string; table_id: string; form_id: string }) =>
		(await bitable().appTableFormField.list({ path })).data?.items ?? [];

	it('is a view of its type, and no other', async () => {
		const path = await newForm('Sign up');
		const { data } = await bitable().appTableForm.get({ path });
		expect(data?.form).toEqual({
			name: 'Sign up',
			description: '',
			shared: false,
			shared_limit: 'off',
			submit_limit_once: false,
		});
		const grid = (await bitable().appTableView.list({ path: fixture.path })).data?.items?.[0];
		const other = bitable().appTableForm.get({ path: { ...path, form_id: grid?.view_id ?? '' } });
		expect(await refusalOf(other)).toEqual([1254019, 400]);
		const none = bitable().appTableForm.get({ path: { ...path, form_id: 'vewNone' } });
		expect(await refusalOf(none)).toEqual([1254042, 404]);
	});

	it('that is shared has an address, and says who may fill it in', async () => {
		const path = await newForm('Open to all');
		const alone = bitable().appTableForm.patch({ path, data: { shared_limit: 'anyone_editable' } });
		expect(await refusalOf(alone)).toEqual([1254010, 400]);
		const data = { name: 'For all', shared: true, shared_limit: 'anyone_editable' as const };
		const { data: changed } = await bitable().appTableForm.patch({ path, data });
		expect(changed?.form).toMatchObject({ ...data, shared_url: expect.stringContaining('/share/base/form/shr') });
		const { data: views } = await bitable().appTableView.list({ path: fixture.path });
		expect(views?.items).toContainEqual(
			expect.objectContaining({ view_id: path.form_id, view_name: 'For all', view_type: 'form' }),
		);
	});

	it('asks for what people can fill in, and puts its questions into another order', async () => {
		const path = await newForm('Questions');
		const [name, phone, when] = await questions(path);
		expect([name, phone, when].map((question) => question?.title)).toEqual(['Name', 'Phone', 'When']);
		const change = (field_id: string | undefined, data: object) =>
			bitable().appTableFormField.patch({ path: { ...path, field_id: field_id ?? '' }, data });
		const changed = await change(when?.field_id, { pre_field_id: '', title: 'On which day?', required: true });
		expect(changed.data?.fields).toMatchObject({
			pre_field_id: '',
			title: 'On which day?',
			required: true,
			visible: true,
		});
		await change(name?.field_id, { pre_field_id: phone?.field_id });
		expect((await questions(path)).map(({ title }) => title)).toEqual(['On which day?', 'Phone', 'Name']);
		expect(await refusalOf(change(phone?.field_id, { visible: false, title: 'x' }))).toEqual([1254010, 400]);
		await change(phone?.field_id, { visible: false });
		expect((await questions(path)).map(({ visible }) => visible)).toEqual([true, false, true]);
		const number = (await bitable().appTableField.list({ path: fixture.path })).data?.items?.[1];
		expect(await refusalOf(change(number?.field_id, { required: true }))).toEqual([1254012, 400]);
		expect(await refusalOf(change('fldNone', { required: true }))).toEqual([1254049, 404]);
	});
});

describe('a dashboard', () => {
	it('is copied under a name of its own', async () => {
		const made = await fixture.http.admin<{ block_id: string }>('POST', `/bases/${fixture.app_token}/dashboards`, {
			name: 'Overview',
		});
		const copy = (name: string, block_id = made.block_id) =>
			bitable().appDashboard.copy({ path: { ...ofBase(), block_id }, data: { name } });
		const { data } = await copy('Second');
		const { data: list } = await bitable().appDashboard.list({ path: ofBase() });
		expect(list?.dashboards).toEqual([
			{ block_id: made.block_id, name: 'Overview' },
			{ block_id: data?.block_id, name: 'Second' },
		]);
		expect(await refusalOf(copy('Second'))).toEqual([1254039, 400]);
		expect(await refusalOf(copy('[x]'))).toEqual([1254038, 400]);
		expect(await refusalOf(copy('Third', 'blkNone'))).toEqual([1254050, 404]);
		await fixture.http.admin('PUT', '/settings', { baseDashboardAnswer: 'bare' });
		const url = `/open-apis/bitable/v1/apps/${fixture.app_token}/dashboards/${made.block_id}/copy`;
		const { body } = await fixture.http.post(url, { name: 'Bare' });
		expect(body).toEqual({ block_id: expect.stringMatching(/^blk/), name: 'Bare' });
	});

	it('counts as a table does', async () => {
		const admin = (name: string) => fixture.http.admin('POST', `/bases/${fixture.app_token}/dashboards`, { name });
		const { data } = await bitable().appDashboard.list({ path: ofBase() });
		const { data: tables } = await bitable().appTable.list({ path: ofBase() });
		const left = 100 - (data?.total ?? 0) - (tables?.total ?? 0);
		for (let number = 1; number <= left; number++) await admin(`D ${number}`);
		const block_id = data?.dashboards?.[0]?.block_id ?? '';
		const copy = bitable().appDashboard.copy({ path: { ...ofBase(), block_id }, data: { name: 'One more' } });
		expect(await refusalOf(copy)).toEqual([1254100, 400]);
		const table = bitable().appTable.create({ path: ofBase(), data: { table: { name: 'One more' } } });
		expect((await refusalOf(table))[0]).toBe(1254100);
	});
});

describe('an automation', () => {
	it('is switched; the newer workflows are another list', async () => {
		const add = (body: object) =>
			fixture.http.admin<{ workflow_id: string }>('POST', `/bases/${fixture.app_token}/automations`, body);
		const { workflow_id } = await add({ title: 'Remind' });
		await add({ title: 'Report', kind: 'workflow', status: 'Disable' });
		const list = async () => (await bitable().appWorkflow.list({ path: ofBase() })).data?.workflows;
		expect(await list()).toEqual([{ workflow_id, title: 'Remind', status: 'Enable' }]);
		const put = (status: string, id = workflow_id) =>
			bitable().appWorkflow.update({ path: { ...ofBase(), workflow_id: id }, data: { status } });
		await put('Disable');
		expect(await list()).toMatchObject([{ status: 'Disable' }]);
		expect((await refusalOf(put('Off')))[0]).toBe(1254010);
		expect((await refusalOf(put('Enable', '712')))[0]).toBe(1254002);
		const newer = await bitable().appBlockWorkflow.list({ path: ofBase() });
		expect(newer.data?.workflows).toMatchObject([{ title: 'Report', status: 'Disable' }]);
	});
});

describe('a base that is deleted', () => {
	it('is gone; only its owner deletes it', async () => {
		const { file } = fixture.sdk.drive.v1;
		const remove = (file_token: string) => file.delete({ path: { file_token }, params: { type: 'bitable' } });
		const made = await bitable().app.create({ data: { name: 'Gone' } });
		const token = made.data?.app?.app_token ?? '';
		expect((await remove(token)).code).toBe(0);
		expect(await refusalOf(remove(token))).toEqual([1061007, 404]);
		expect(await refusalOf(remove('none'))).toEqual([1061003, 404]);
		const [open_id] = fixture.members;
		const theirs = await fixture.http.admin<{ app_token: string }>('POST', '/bases', { open_id, name: 'Theirs' });
		expect(await refusalOf(remove(theirs.app_token))).toEqual([1062501, 403]);
	});
});
