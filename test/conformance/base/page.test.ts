/** What the page of bases asks of the simulator. How a person uses it stands in `test/host/basePage.test.ts`. */
import { addRecord, type BaseFixture, newTable, startBase } from '../../support/conformance/bases';
import { first } from '../../support/conformance/harness';

interface Overview {
	people: { open_id: string; name: string }[];
	bases: {
		app_token: string;
		owner: string;
		access: Record<string, string>;
		tables: { table_id: string; name: string; records: number; fields: { field_id: string; field_name: string }[] }[];
	}[];
}
interface Rows {
	total: number;
	rows: { record_id: string; cells: Record<string, { value?: unknown; words: string[] }> }[];
}
interface Refused {
	statusCode: number;
	message: string;
}

let fixture: BaseFixture;
let person: string;
beforeEach(async () => {
	fixture = await startBase([{ field_name: 'Name', type: 1 }]);
	person = first(fixture.members);
});
afterEach(() => fixture.simulator.close());

const overview = async () => {
	const all = await fixture.http.admin<Overview>('GET', '/bases/overview');
	const base = all.bases.find(({ app_token: token }) => token === fixture.app_token);
	if (!base) throw new Error('The base is not there');
	return { ...all, base };
};
const tableUrl = (id = fixture.path.table_id) => `/bases/${fixture.app_token}/tables/${id}`;
const rows = (query = '', id?: string) => fixture.http.admin<Rows>('GET', `${tableUrl(id)}/rows?${query}`);
const ids = async (query: string) => (await rows(query)).rows.map(({ record_id: id }) => id);
const share = (body: object) => fixture.http.admin('POST', `/bases/${fixture.app_token}/members`, body);

it.each(['/base', '/base/Q5UhbmRa'])('is there at %s and loads nothing from elsewhere', async (path) => {
	const response = await fetch(`${fixture.simulator.url}${path}`);
	expect(response.headers.get('content-security-policy')).toContain("connect-src 'self'");
	expect(await response.text()).toContain('/_sim/page/bases/app.js');
});

it('tells what there is without the records, and what each person may do', async () => {
	await addRecord(fixture, { Name: 'x' });
	const { base: before, people } = await overview();
	expect(before).toMatchObject({ owner: 'n8n Bot', access: {} });
	expect(before.tables.at(-1)).toMatchObject({ name: 'Sold', records: 1 });
	expect(before.tables.at(-1)).not.toHaveProperty('rows');
	expect(people.map(({ open_id: id }) => id)).toContain(person);
	await share({ chat_id: fixture.chatId, perm: 'view' });
	await share({ open_id: person, perm: 'edit' });
	const { base } = await overview();
	expect(base.access).toEqual({
		...Object.fromEntries(fixture.members.map((member) => [member, 'view'])),
		[person]: 'edit',
	});
});

it('gives a window of the records, those with words in them, and those that a view lets pass', async () => {
	const made: string[] = [];
	for (const Name of ['one', 'Two', 'three', 'two more']) made.push(await addRecord(fixture, { Name }));
	expect(await ids('offset=1&limit=2')).toEqual(made.slice(1, 3));
	expect(await rows('offset=3')).toMatchObject({ total: 4, rows: [{ record_id: made[3] }] });
	expect(await ids('q=%20TWO')).toEqual([made[1], made[3]]);
	const { fields } = (await overview()).base.tables.at(-1) ?? { fields: [] };
	const view = await fixture.sdk.bitable.v1.appTableView.create({ path: fixture.path, data: { view_name: 'Threes' } });
	const viewId = view.data?.view?.view_id ?? '';
	const condition = { field_id: first(fields).field_id, operator: 'contains' as const, value: '["three"]' };
	await fixture.sdk.bitable.v1.appTableView.patch({
		path: { ...fixture.path, view_id: viewId },
		data: { property: { filter_info: { conjunction: 'and', conditions: [condition] } } },
	});
	expect(await ids(`view_id=${viewId}`)).toEqual([made[2]]);
	expect(await fixture.http.admin<Refused>('GET', `${tableUrl()}/rows?view_id=vewNone`)).toMatchObject({
		statusCode: 400,
		message: '1254042 ViewIdNotFound',
	});
});

it('gives cells in words as well: a link by what it leads to, a step by its name', async () => {
	const id = await addRecord(fixture, { Name: 'The one' });
	await fixture.http.admin('POST', `${tableUrl()}/fields`, { open_id: person, field_name: 'Step', type: 24 });
	await fixture.http.admin('PUT', `${tableUrl()}/records/${id}/cells`, { open_id: person, cells: { Step: 'Begun' } });
	const { table_id: tableId } = fixture.path;
	const other = await newTable(fixture.sdk, fixture.app_token, 'Other', [
		{ field_name: 'Title', type: 1 },
		{ field_name: 'Leads', type: 18, property: { table_id: tableId } },
	]);
	const path = { app_token: fixture.app_token, table_id: other };
	await fixture.sdk.bitable.v1.appTableRecord.create({ path, data: { fields: { Leads: [id] } } });
	const cells = (row: Rows) => Object.values(first(row.rows).cells);
	expect(cells(await rows('', other))).toEqual([{ value: { link_record_ids: [id] }, words: ['The one'] }]);
	expect(cells(await rows())).toContainEqual({ words: ['Begun'] });
});

describe('a file', () => {
	const upload = async (query: Record<string, string>, token = fixture.app_token) => {
		const address = `${fixture.simulator.url}/_sim/bases/${token}/medias?${new URLSearchParams(query).toString()}`;
		const response = await fetch(address, { method: 'POST', body: 'words of a file' });
		return (await response.json()) as { file_token?: string } & Partial<Refused>;
	};

	it('is put into the base by a person, and taken out again', async () => {
		await share({ open_id: person, perm: 'edit' });
		const { file_token: token } = await upload({ open_id: person, name: '字.txt' });
		const response = await fetch(`${fixture.simulator.url}/_sim/medias/${token}`);
		expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''%E5%AD%97.txt");
		expect(response.headers.get('content-type')).toContain('text/plain');
		expect(await response.text()).toBe('words of a file');
		// It is one of the base, as an upload of the API is.
		expect(fixture.simulator.store.bases.medias.get(token ?? '')).toMatchObject({ parent_node: fixture.app_token });
		expect((await fetch(`${fixture.simulator.url}/_sim/medias/none`)).status).toBe(404);
	});

	it('is refused as the API refuses it', async () => {
		expect(await upload({ open_id: person, name: 'a' })).toMatchObject({ message: '1061004 forbidden.' });
		expect(await upload({ open_id: person, name: 'a' }, 'none')).toMatchObject({
			message: '1061044 parent node not exist.',
		});
		expect(await upload({ open_id: 'nobody', name: 'a' })).toMatchObject({ statusCode: 404 });
		await share({ open_id: person, perm: 'edit' });
		expect(await upload({ open_id: person, name: '' })).toMatchObject({ message: '1061008 invalid file name.' });
	});
});

it('is told how the last event of an app fared, without all that was told', async () => {
	const newest = (query = '') => fixture.http.admin<{ delivery?: object }>('GET', `/deliveries/newest${query}`);
	expect(await newest()).toEqual({});
	const path = { file_token: fixture.app_token };
	await fixture.sdk.drive.v1.file.subscribe({ path, params: { file_type: 'bitable' } });
	await addRecord(fixture, { Name: 'x' });
	const { delivery } = await newest();
	expect(delivery).toMatchObject({ event_type: 'drive.file.edit_v1' });
	expect(delivery).not.toHaveProperty('payload');
	const { app_id: id } = delivery as { app_id: string };
	expect(await newest(`?app_id=${id}`)).toEqual({ delivery });
	expect(await newest('?app_id=cli_other')).toEqual({});
});
