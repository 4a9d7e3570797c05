/** Spreadsheets and the sheets in them, as the official SDK makes and reads them, and by version 2. */
import { refusalOf } from '../../support/conformance/bases';
import { type SheetFixture, startSheet } from '../../support/conformance/sheets';

let fixture: SheetFixture;
beforeAll(async () => {
	fixture = await startSheet();
});
afterAll(() => fixture.simulator.close());

const v3 = () => fixture.sdk.sheets.v3;
const path = () => ({ spreadsheet_token: fixture.token });
const sheets = async () => (await v3().spreadsheetSheet.query({ path: path() })).data?.sheets ?? [];
const batch = (...requests: object[]) => fixture.v2('POST', 'sheets_batch_update', { requests });
const titles = async () => (await sheets()).map(({ title }) => title);

describe('a spreadsheet', () => {
	it('has a token with the letters of its kind, an address, and a sheet of 200 empty rows', async () => {
		const { data } = await v3().spreadsheet.create({ data: { title: 'New' } });
		const token = data?.spreadsheet?.spreadsheet_token ?? '';
		expect(token).toMatch(/^\w{4}s\w{4}h\w{4}t\w{12}$/);
		expect(data?.spreadsheet).toMatchObject({ title: 'New', url: expect.stringContaining(`/sheets/${token}`) });
		const read = await v3().spreadsheet.get({ path: { spreadsheet_token: token } });
		expect(read.data?.spreadsheet).toMatchObject({ title: 'New', token, owner_id: expect.stringMatching(/^ou_/) });
		expect(await sheets()).toMatchObject([
			{ sheet_id: expect.stringMatching(/^\w{6}$/), index: 0, grid_properties: { row_count: 200, column_count: 20 } },
		]);
	});

	it('is renamed; a title that is too long is refused', async () => {
		await v3().spreadsheet.patch({ path: path(), data: { title: 'Renamed' } });
		expect((await v3().spreadsheet.get({ path: path() })).data?.spreadsheet?.title).toBe('Renamed');
		const long = { title: 'x'.repeat(256) };
		expect(await refusalOf(v3().spreadsheet.patch({ path: path(), data: long }))).toEqual([1310250, 400]);
	});

	it.each([
		[400, 90214],
		[200, 90214],
	] as const)('that is not there is refused by both versions, by the older one with %i', async (status, code) => {
		const none = { spreadsheet_token: 'none' };
		expect(await refusalOf(v3().spreadsheet.get({ path: none }))).toEqual([1310214, 400]);
		await fixture.settings({ sheetErrorStatus: status });
		const older = await fixture.http.get('/open-apis/sheets/v2/spreadsheets/none/metainfo');
		expect([older.status, older.code]).toEqual([status, code]);
		await fixture.settings({ sheetErrorStatus: 400 });
	});

	it('is refused for whom it was not shared with, as what is left to the catalog is', async () => {
		const { simulator, http } = fixture;
		const person = [...simulator.store.users.values()][0];
		const book = simulator.store.sheets.all.get(fixture.token);
		if (!book || !person) throw new Error('nothing there');
		const { owner } = book;
		book.owner = person.open_id;
		const filter = () =>
			http.get(`/open-apis/sheets/v3/spreadsheets/${fixture.token}/sheets/${fixture.sheetId}/filter`);
		expect(await refusalOf(v3().spreadsheet.get({ path: path() }))).toEqual([1310213, 400]);
		expect((await filter()).code).toBe(1310213);
		book.members.push({ member_type: 'appid', member_id: simulator.appId, perm: 'view' });
		expect((await filter()).code).toBe(0);
		expect((await v3().spreadsheet.get({ path: path() })).code).toBe(0);
		expect((await fixture.write('A1:A1', [['x']])).code).toBe(90213);
		Object.assign(book, { owner, members: [] });
	});

	it('lies in Drive, is shared there, and deleted', async () => {
		const { http } = fixture;
		const made = await v3().spreadsheet.create({ data: { title: 'Listed' } });
		const token = made.data?.spreadsheet?.spreadsheet_token ?? '';
		const { data } = await http.get('/open-apis/drive/v1/files?page_size=200');
		expect(data.files).toContainEqual(
			expect.objectContaining({ token, name: 'Listed', type: 'sheet', url: expect.stringContaining('/sheets/') }),
		);
		const member = { member_type: 'openid', member_id: fixture.members[0], perm: 'edit' };
		const shared = await http.post(`/open-apis/drive/v1/permissions/${token}/members?type=sheet`, member);
		expect(shared.data.member).toMatchObject({ perm: 'edit' });
		expect(fixture.simulator.store.sheets.all.get(token)?.members).toHaveLength(1);
		const gone = await http.post('/open-apis/drive/v1/permissions/none/members?type=sheet', member);
		expect([gone.status, gone.code]).toEqual([404, 1063005]);
		await http.call('DELETE', `/open-apis/drive/v1/files/${token}?type=sheet`);
		expect(await refusalOf(v3().spreadsheet.get({ path: { spreadsheet_token: token } }))).toEqual([1310249, 400]);
	});

	it('of a folder that is not there is refused', async () => {
		const data = { title: 'x', folder_token: 'none' };
		expect(await refusalOf(v3().spreadsheet.create({ data }))).toEqual([1310213, 400]);
	});
});

describe('sheets', () => {
	it('are added at the front, copied, renamed, moved and deleted', async () => {
		const { data, code } = await batch({ addSheet: { properties: { title: 'Added' } } });
		expect(code).toBe(0);
		const { sheetId } =
			(data.replies as { addSheet: { properties: { sheetId: string } } }[])[0]?.addSheet.properties ?? {};
		expect(await titles()).toEqual(['Added', 'Sheet1']);
		await fixture.write('A1:A1', [['kept']]);
		await batch({ copySheet: { source: { sheetId: fixture.sheetId }, destination: { title: 'Copy' } } });
		const copy = (await sheets()).find(({ title }) => title === 'Copy');
		const read = await fixture.readReply(`${copy?.sheet_id}!A1:A1`);
		expect(read.data.valueRange).toMatchObject({ values: [['kept']] });
		await batch({ updateSheet: { properties: { sheetId, title: 'Last', index: 2, frozenRowCount: 1 } } });
		expect(await titles()).toEqual(['Sheet1', 'Copy', 'Last']);
		const last = await v3().spreadsheetSheet.get({ path: { ...path(), sheet_id: sheetId ?? '' } });
		expect(last.data?.sheet).toMatchObject({ title: 'Last', index: 2, grid_properties: { frozen_row_count: 1 } });
		await batch({ deleteSheet: { sheetId } }, { deleteSheet: { sheetId: copy?.sheet_id } });
		expect(await titles()).toEqual(['Sheet1']);
	});

	it('take a bad title without a word, and do not have it; a new one is refused with it', async () => {
		const renamed = await batch({ updateSheet: { properties: { sheetId: fixture.sheetId, title: 'a/b' } } });
		expect(renamed.code).toBe(0);
		expect(await titles()).toEqual(['Sheet1']);
		expect((await batch({ addSheet: { properties: { title: 'a/b' } } })).code).toBe(90204);
		expect((await batch({ addSheet: { properties: { title: 'Sheet1' } } })).code).toBe(90210);
	});

	it('of a batch are all changed, or none', async () => {
		const refused = await batch(
			{ addSheet: { properties: { title: 'Lost' } } },
			{ deleteSheet: { sheetId: 'none00' } },
		);
		expect(refused.code).toBe(90215);
		expect(await titles()).toEqual(['Sheet1']);
	});

	it('are hidden and deleted, but for the last one', async () => {
		expect((await batch({ deleteSheet: { sheetId: fixture.sheetId } })).code).toBe(90203);
		const hidden = { sheetId: fixture.sheetId, hidden: true };
		expect((await batch({ updateSheet: { properties: hidden } })).code).toBe(90203);
	});

	it('are told of by the older version with the revision', async () => {
		const before = await fixture.v2('GET', 'metainfo');
		expect(before.data).toMatchObject({
			spreadsheetToken: fixture.token,
			properties: { title: 'Renamed', sheetCount: 1, revision: expect.any(Number) },
			sheets: [{ sheetId: fixture.sheetId, title: 'Sheet1', index: 0, rowCount: 200, columnCount: 20 }],
		});
		await fixture.write('A1:A1', [['x']]);
		const after = await fixture.v2('GET', 'metainfo');
		const revision = ({ data }: typeof before) => (data.properties as { revision: number }).revision;
		expect(revision(after)).toBe(revision(before) + 1);
	});
});
