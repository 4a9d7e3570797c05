/** What is created through a catalogued endpoint stays: the official SDK makes, reads, lists, changes and deletes it. */
import { type Simulator, startSimulator } from '../../../simulator';
import { parentsOf, roleOf } from '../../../simulator/catalog/families';
import { seeded, validRequest } from '../../../simulator/catalog/generate';
import { sdkClient } from '../../support/conformance/harness';
import { endpoint, endpoints, isStored, send, tokenFor, tokensOf } from './caller';

let simulator: Simulator;
let sdk: ReturnType<typeof sdkClient>;
beforeAll(async () => {
	simulator = await startSimulator({ rateLimits: false });
	sdk = sdkClient(simulator);
});
afterAll(() => simulator.close());

/** The platform's code in the error that the SDK throws, or in an answer with HTTP 200. */
const codeOf = async (call: Promise<unknown>) => {
	try {
		return ((await call) as { code?: number }).code;
	} catch (error) {
		return (error as { response?: { data?: { code?: number } } }).response?.data?.code;
	}
};

test('calendar: an event in a calendar', async () => {
	const made = await sdk.calendar.v4.calendar.create({ data: { summary: 'Team' } });
	const calendar_id = made.data?.calendar?.calendar_id ?? '';
	const event = await sdk.calendar.v4.calendarEvent.create({
		path: { calendar_id },
		data: { summary: 'Lunch', start_time: { timestamp: '1769817600' }, end_time: { timestamp: '1769821200' } },
	});
	const event_id = event.data?.event?.event_id ?? '';
	const path = { calendar_id, event_id };
	expect(event.data?.event).toMatchObject({ summary: 'Lunch', start_time: { timestamp: '1769817600' } });
	await sdk.calendar.v4.calendarEvent.patch({ path, data: { summary: 'Dinner' } });
	const read = await sdk.calendar.v4.calendarEvent.get({ path });
	expect(read.data?.event).toMatchObject({ event_id, summary: 'Dinner', start_time: { timestamp: '1769817600' } });
	const listed = await sdk.calendar.v4.calendarEvent.list({ path: { calendar_id } });
	expect(listed.data?.items?.map((one) => one.event_id)).toEqual([event_id]);
	await sdk.calendar.v4.calendarEvent.delete({ path });
	expect(await codeOf(sdk.calendar.v4.calendarEvent.get({ path }))).toBe(193003);
	await sdk.calendar.v4.calendar.delete({ path: { calendar_id } });
	expect(await codeOf(sdk.calendar.v4.calendarEvent.list({ path: { calendar_id } }))).toBe(191003);
});

test('task of the older kind: its body holds it under a name', async () => {
	const made = await sdk.task.v1.task.create({ data: { summary: 'Write', origin: { platform_i18n_name: '{}' } } });
	const path = { task_id: made.data?.task?.id ?? '' };
	await sdk.task.v1.task.patch({ path, data: { task: { summary: 'Rewrite' }, update_fields: ['summary'] } });
	expect((await sdk.task.v1.task.get({ path })).data?.task).toMatchObject({ id: path.task_id, summary: 'Rewrite' });
	expect(await codeOf(sdk.task.v1.task.get({ path: { task_id: 'none' } }))).toBe(1470404);
});

test('bitable: records one by one, several at a time, and in pages', async () => {
	const base = await sdk.bitable.v1.app.create({ data: { name: 'Base' } });
	const app_token = base.data?.app?.app_token ?? '';
	const table = await sdk.bitable.v1.appTable.create({ path: { app_token }, data: { table: { name: 'People', fields: [{ field_name: 'Name', type: 1 }] } } });
	const path = { app_token, table_id: table.data?.table_id ?? '' };
	const tables = await sdk.bitable.v1.appTable.list({ path });
	// Behind the one that a base begins with.
	expect(tables.data?.items?.slice(1)).toMatchObject([{ table_id: path.table_id, name: 'People' }]);
	const { appTableRecord: records } = sdk.bitable.v1;
	const one = await records.create({ path, data: { fields: { Name: 'Ada' } } });
	const id = one.data?.record?.record_id ?? '';
	const more = await records.batchCreate({ path, data: { records: [{ fields: { Name: 'Bo' } }, { fields: { Name: 'Cy' } }] } });
	const ids = [id, ...(more.data?.records ?? []).map(({ record_id }) => record_id ?? '')];
	const first = await records.list({ path, params: { page_size: 2 } });
	expect(first.data).toMatchObject({ has_more: true, total: 3 });
	const page_token = first.data?.page_token;
	const second = await records.list({ path, params: { page_size: 2, page_token } });
	expect([...(first.data?.items ?? []), ...(second.data?.items ?? [])].map(({ record_id }) => record_id)).toEqual(ids);
	expect(second.data?.has_more).toBe(false);
	await records.batchDelete({ path, data: { records: ids.slice(0, 2) } });
	expect(await codeOf(records.get({ path: { ...path, record_id: id } }))).toBe(1254043);
	expect(await codeOf(records.list({ path: { ...path, app_token: 'none' } }))).toBe(1254040);
});

test('ids of another kind, and what excludes each other, are refused', async () => {
	const { tenant } = tokensOf(simulator);
	const body = { id_list: ['1'], short_code_list: ['A1'] };
	const both = { path: {}, query: {}, files: {}, body };
	const refused = await send(simulator, endpoint('POST /open-apis/hire/v1/job_requirements/search'), both, tenant);
	expect([refused.code, refused.error.field_violations?.map(({ field }) => field)]).toEqual([99992402, ['short_code_list']]);
	const person = { path: { user_id: 'on_1' }, query: { user_id_type: 'open_id' }, files: {} };
	expect((await send(simulator, endpoint('GET /open-apis/acs/v1/users/:user_id'), person, tenant)).code).toBe(99992351);
});

test('of two values of which one counts, the other is as if it were not given', async () => {
	const { tenant } = tokensOf(simulator);
	const create = endpoint('POST /open-apis/task/v1/tasks');
	const body = { rich_summary: 'rich', summary: 'plain', origin: { platform_i18n_name: '{}' } };
	const made = await send(simulator, create, { path: {}, query: {}, files: {}, body }, tenant);
	expect(made.data).toMatchObject({ task: { rich_summary: 'rich', summary: '' } });
});

test('every domain that makes, and takes an id of what it made, keeps it and refuses others', async () => {
	const tokens = tokensOf(simulator);
	const wrong: string[] = [];
	let families = 0;
	for (const target of endpoints) {
		const role = isStored(target) ? undefined : roleOf(target, isStored);
		if (role?.deed !== 'read' || role.batch) continue;
		const create = endpoints.find(({ id }) => id === `POST ${role.family.path}`);
		if (!create) continue;
		families += 1;
		// Of a length that all of them take.
		const path = Object.fromEntries([...role.family.path.matchAll(/:(\w+)/g)].map(([, name]) => [name, 'made-before-1']));
		const values = { ...validRequest(create, seeded(7)), path };
		const made = await send(simulator, create, values, tokenFor(create, tokens));
		const inner = { ...made.data, ...(Object.values(made.data).find((one) => typeof one === 'object' && one !== null) as object) };
		const made_id = String((inner as Record<string, unknown>)[role.family.idName] ?? '');
		const name = target.path.slice(target.path.lastIndexOf(':') + 1);
		const ask = async (id: string) => {
			const request = validRequest(target, seeded(8));
			const parents = { ...request, path: { ...request.path, ...values.path, [name]: id } };
			return await send(simulator, target, parents, tokenFor(target, tokens), { parents: false });
		};
		const [found, unknown] = [await ask(made_id), await ask('nobody-made-this')];
		if (made.code !== 0 || made_id === '' || found.code !== 0 || unknown.code === 0)
			wrong.push(`${target.id}: ${made.code} ${made_id} ${found.code} ${unknown.code} ${parentsOf(target, isStored).length}`);
	}
	expect(wrong).toEqual([]);
	expect(families).toBeGreaterThan(40);
});
