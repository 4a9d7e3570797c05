/** Approvals of other systems, and messages of the approval bot. */
import { type ApprovalFixture, startApprovals } from '../../support/conformance/approvals';

let fixture: ApprovalFixture;
beforeAll(async () => {
	fixture = await startApprovals();
});
afterAll(() => fixture.simulator.close());

const V4 = '/open-apis/approval/v4';
const post = (path: string, body: object) => fixture.http.post(path, body);

const texts = [{ key: '@i18n@name', value: 'Orders' }];
const i18n_resources = [{ locale: 'en-US', is_default: true, texts }];
const definition = {
	approval_name: '@i18n@name',
	approval_code: 'orders',
	i18n_resources,
	external: { support_pc: true },
};
const define = (more: object = {}) => post(`${V4}/external_approvals`, { ...definition, ...more });

it('definitions of other systems keep their code when they are written again', async () => {
	const { data } = await define();
	expect((await define({ external: { support_mobile: true } })).data).toEqual(data);
	expect((await define({ external: {} })).code).toBe(1390001);
	expect((await define({ approval_name: '@i18n@unknown' })).code).toBe(1390001);
	const read = await fixture.http.get(`${V4}/external_approvals/${String(data.approval_code)}`);
	expect(read.data).toMatchObject({ approval_name: '@i18n@name', external: { support_mobile: true } });
	expect((await fixture.http.get(`${V4}/external_approvals/X`)).code).toBe(1390002);
});

it('instances of other systems are replaced, or updated with later times, and compared', async () => {
	const { data } = await define();
	const links = { pc_link: 'https://example.com' };
	const task = (task_id: string, status: string, update_time: string) => ({
		...{ task_id, status, links, create_time: '1', end_time: '0', update_time },
	});
	const write = (update_time: string, more: object = {}) =>
		post(`${V4}/external_instances`, {
			...{ approval_code: data.approval_code, status: 'PENDING', instance_id: 'o1', links, open_id: 'ou_x' },
			...{ start_time: '1', end_time: '0', update_time, i18n_resources, ...more },
		});
	const made = await write('10', { task_list: [task('t1', 'PENDING', '10')] });
	expect(made.data.process_record).toMatchObject({ instance: { insert_num: 1 }, task: { insert_num: 1 } });
	expect((await write('10', { update_mode: 'UPDATE' })).code).toBe(1390001);
	await write('20', { update_mode: 'UPDATE', task_list: [task('t2', 'PENDING', '20')] });
	const listed = async () =>
		(await fixture.http.get(`${V4}/external_tasks`)).data.data as Array<{ tasks: Array<{ id: string }> }>;
	expect((await listed()).map(({ tasks }) => tasks.map(({ id }) => id))).toEqual([['t1', 't2']]);
	const check = async (update_time: string) =>
		(await post(`${V4}/external_instances/check`, { instances: [{ instance_id: 'o1', update_time, tasks: [] }] })).data
			.diff_instances;
	expect([await check('20'), await check('19')]).toEqual([[], [{ instance_id: 'o1', update_time: '20', tasks: [] }]]);
	await write('30');
	expect((await listed()).map(({ tasks }) => tasks)).toEqual([[]]);
});

it('messages are sent once for a uuid, and only those of one template change, for 30 days', async () => {
	const V1 = '/open-apis/approval/v1/message';
	const url = 'https://example.com';
	const words = [{ locale: 'en-US', is_default: true, texts: { '@i18n@1': 'Gone' } }];
	const detail = { action_name: 'DETAIL', url, android_url: url, ios_url: url, pc_url: url };
	const send = (template_id: string, more: object = {}) =>
		post(`${V1}/send`, {
			...{ template_id, open_id: fixture.idOf('bob'), actions: [detail], i18n_resources: words, ...more },
		});
	const update = (message_id: unknown, more: object = {}) =>
		post(`${V1}/update`, { message_id, status: 'APPROVED', i18n_resources: words, ...more });
	const { data } = await send('1008', { uuid: 'once' });
	expect((await send('1008', { uuid: 'once' })).data).toEqual(data);
	expect((await send('1029')).code).toBe(1390001);
	expect((await send('1008', { actions: [{ ...detail, action_name: 'OTHER' }] })).code).toBe(1390001);
	expect((await update(data.message_id)).code).toBe(0);
	expect((await update(data.message_id, { status: 'CUSTOM' })).code).toBe(1390001);
	expect((await update((await send('1001')).data.message_id)).code).toBe(1390001);
	const { botMessages } = fixture.simulator.store.approvals;
	Object.assign(botMessages.get(String(data.message_id)) ?? {}, { created: 0 });
	expect((await update(data.message_id)).code).toBe(1390001);
});

it('districts are listed level by level, and found by words of their names', async () => {
	const list = async (query: string) =>
		(await fixture.http.get(`${V4}/districts${query}`)).data.items as Array<{
			id: string;
			name: string;
			parent_districts?: object[];
		}>;
	const names = async (query: string) => (await list(query)).map(({ name }) => name);
	expect(await names('')).toEqual(['China', 'Germany']);
	expect(await names('?root_district_id=1814991&locale=zh-CN')).toEqual(['北京市', '上海市']);
	expect((await list('?list_type=leaf_level&root_district_id=1796231'))[0]).toMatchObject({
		name: 'Pudong Xinqu',
		parent_districts: [{ name: 'Shanghai' }, { name: 'Shanghai' }, { name: 'China' }],
	});
	expect((await fixture.http.get(`${V4}/districts?page_token=older`)).code).toBe(1395061);
	const { data } = await post(`${V4}/districts/search?locale=zh-CN`, { keyword: '北京' });
	expect(data.items).toMatchObject([{ level: 'Province' }, { id: '1816670', level: 'City' }]);
	expect(
		(await post(`${V4}/districts/search`, { district_ids: ['2950157'], keyword: '北京' })).data.items,
	).toMatchObject([{ name: 'Berlin' }]);
});
