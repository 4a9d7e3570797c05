/** Exports and imports, through the official SDK where it has them. */
import * as XLSX from '@e965/xlsx';
import { refusalOf } from '../../support/conformance/bases';
import { startWiki, type WikiFixture } from '../../support/conformance/wikis';

let fixture: WikiFixture;
beforeAll(async () => {
	fixture = await startWiki();
});
afterAll(() => fixture.simulator.close());

type Result = Record<string, unknown>;
type ExportData = {
	file_extension: 'csv' | 'xlsx' | 'docx' | 'pdf';
	token: string;
	type: 'sheet' | 'bitable' | 'docx' | 'doc';
	sub_id?: string;
};

const drive = () => fixture.sdk.drive.v1;
const setting = (change: object) => fixture.http.admin('PUT', '/settings', change);
const EXPORTS = '/open-apis/drive/v1/export_tasks';

/** A spreadsheet with a table in its first sheet. */
async function newBook(title = 'Book') {
	const { http } = fixture;
	const { spreadsheet } = (await http.post('/open-apis/sheets/v3/spreadsheets', { title })).data as {
		spreadsheet: { spreadsheet_token: string };
	};
	const token = spreadsheet.spreadsheet_token;
	const sheet = fixture.simulator.store.sheets.all.get(token)?.sheets[0]?.sheet_id ?? '';
	const values = [
		['名 Name', 'Number'],
		['a,b', 3],
		['"q"', null],
	];
	await http.call('PUT', `/open-apis/sheets/v2/spreadsheets/${token}/values`, {
		valueRange: { range: `${sheet}!A1:B3`, values },
	});
	return { token, sheet };
}

const begin = async (data: ExportData) => (await drive().exportTask.create({ data })).data?.ticket ?? '';
const ask = async (ticket: string, token: string) =>
	(await drive().exportTask.get({ path: { ticket }, params: { token } })).data?.result as Result;

/** The file that an export makes. */
async function fileOf(data: ExportData): Promise<Buffer> {
	const ticket = await begin(data);
	expect(await ask(ticket, data.token)).toMatchObject({ job_status: 2, file_token: '' });
	const result = await ask(ticket, data.token);
	expect(result).toMatchObject({ job_status: 0, file_extension: data.file_extension });
	const { getReadableStream } = await drive().exportTask.download({ path: { file_token: String(result.file_token) } });
	const chunks: Buffer[] = [];
	for await (const chunk of getReadableStream()) chunks.push(Buffer.from(chunk as Uint8Array));
	const bytes = Buffer.concat(chunks);
	expect(bytes).toHaveLength(Number(result.file_size));
	return bytes;
}

async function toImport(
	content: string | Buffer,
	{ name, type, extension }: { name: string; type: string; extension: string },
) {
	const file = Buffer.from(content);
	const extra = JSON.stringify({ obj_type: type, file_extension: extension });
	const data = { file_name: name, parent_type: 'ccm_import_open' as const, size: file.length, extra, file };
	return (await drive().media.uploadAll({ data: data as never }))?.file_token ?? '';
}
const importing = (file_token: string, type: string, file_extension: string, more: object = {}) =>
	drive().importTask.create({
		data: { file_extension, file_token, type, file_name: 'In', point: { mount_type: 1, mount_key: '' }, ...more },
	});
const importState = async (ticket = '') => (await drive().importTask.get({ path: { ticket } })).data?.result as Result;

/** What an import comes to. */
async function importOf(content: string | Buffer, type: string, extension: string): Promise<Result> {
	const token = await toImport(content, { name: `x.${extension}`, type, extension });
	const { data } = await importing(token, type, extension);
	expect(await importState(data?.ticket)).toMatchObject({ job_status: 2, token: '' });
	expect(fixture.simulator.store.bases.medias.has(token)).toBe(true);
	return await importState(data?.ticket);
}

it('make a CSV of one sheet, and a workbook of all', async () => {
	const { token, sheet } = await newBook();
	const csv = await fileOf({ file_extension: 'csv', token, type: 'sheet', sub_id: sheet });
	expect(csv.toString()).toBe('\uFEFF名 Name,Number\n"a,b",3\n"""q""",');
	const book = XLSX.read(await fileOf({ file_extension: 'xlsx', token, type: 'sheet' }));
	expect(book.SheetNames).toEqual(['Sheet1']);
	expect(book.Sheets.Sheet1?.B2).toMatchObject({ t: 'n', v: 3 });
});

it('make a workbook of the tables of a base, and files of documents', async () => {
	const base = (await fixture.sdk.bitable.v1.app.create({ data: { name: 'Base' } })).data?.app;
	const token = base?.app_token ?? '';
	await fixture.sdk.bitable.v1.appTable.create({
		path: { app_token: token },
		data: { table: { name: 'Sold', fields: [{ field_name: 'T', type: 1 }] } },
	});
	const { tables } = fixture.simulator.store.bases.all.get(token) ?? {};
	const table_id = [...(tables?.keys() ?? [])][1] ?? '';
	await fixture.sdk.bitable.v1.appTableRecord.create({
		path: { app_token: token, table_id },
		data: { fields: { T: 'words' } },
	});
	const book = XLSX.read(await fileOf({ file_extension: 'xlsx', token, type: 'bitable' }));
	expect(book.SheetNames).toEqual(['数据表', 'Sold']);
	expect(XLSX.utils.sheet_to_csv(book.Sheets['Sold'] ?? {})).toBe('T\nwords');
	const document =
		(await fixture.sdk.docx.v1.document.create({ data: { title: 'Doc & more' } })).data?.document?.document_id ?? '';
	const word = await fileOf({ file_extension: 'docx', token: document, type: 'docx' });
	expect([word.subarray(0, 2).toString(), word.includes('Doc &#38; more')]).toEqual(['PK', true]);
	expect((await fileOf({ file_extension: 'pdf', token: document, type: 'docx' })).subarray(0, 5).toString()).toBe(
		'%PDF-',
	);
});

it('are refused, or end badly, each with its code', async () => {
	const { token, sheet } = await newBook();
	const refused = (data: Partial<ExportData>) =>
		refusalOf(begin({ file_extension: 'xlsx', token, type: 'sheet', ...data }));
	expect(await refused({ file_extension: 'pdf' })).toEqual([1069918, 400]);
	expect(await refused({ file_extension: 'csv' })).toEqual([1069904, 400]);
	expect(await refused({ token: 'nothing' })).toEqual([1069914, 404]);
	const theirs = (await fixture.http.post('/open-apis/sheets/v3/spreadsheets', { title: 'x' }, fixture.personHeaders))
		.data;
	const { spreadsheet_token } = theirs.spreadsheet as { spreadsheet_token: string };
	expect(await refused({ token: spreadsheet_token })).toEqual([1069902, 403]);
	const ticket = await begin({ file_extension: 'xlsx', token, type: 'sheet' });
	expect(await refusalOf(ask(ticket, 'another'))).toEqual([1069904, 400]);
	expect((await fixture.http.get(`${EXPORTS}/${ticket}?token=${token}`, fixture.personHeaders)).code).toBe(1069902);
	await setting({ driveEmptyResult: 'sometimes', driveExportStatus: 107 });
	expect(await ask(ticket, token)).toMatchObject({ job_status: 0, file_token: '' });
	expect(await ask(ticket, token)).toMatchObject({ job_status: 107 });
	await setting({ driveEmptyResult: 'never', driveExportStatus: 0 });
	const late = await begin({ file_extension: 'csv', token, type: 'sheet', sub_id: sheet });
	await drive().file.delete({ path: { file_token: token }, params: { type: 'sheet' } });
	await ask(late, token);
	expect(await ask(late, token)).toMatchObject({ job_status: 111 });
	expect(await refused({})).toEqual([1069906, 404]);
});

it('leave their file for ten minutes, to who asked for it', async () => {
	const { token } = await newBook();
	const ticket = await begin({ file_extension: 'xlsx', token, type: 'sheet' });
	await ask(ticket, token);
	const path = `${EXPORTS}/file/${String((await ask(ticket, token)).file_token)}/download`;
	expect((await fixture.http.get(path, fixture.personHeaders)).code).toBe(1069902);
	fixture.simulator.store.clock.advance(600_001);
	expect((await fixture.http.get(path)).code).toBe(1069914);
});

it('turn files into documents of each kind', async () => {
	const { size: before } = fixture.simulator.store.bases.medias;
	const sheet = await importOf('Name,Number\n"a,b",007\n', 'sheet', 'csv');
	expect(sheet).toMatchObject({ job_status: 0, type: 'sheet', url: expect.stringContaining('/sheets/') });
	const { store } = fixture.simulator;
	const cells = store.sheets.all.get(String(sheet.token))?.sheets[0]?.rows[1]?.cells;
	expect(cells?.map((cell) => cell?.content)).toEqual(['a,b', '007']);
	const book = XLSX.utils.book_new();
	XLSX.utils.book_append_sheet(
		book,
		XLSX.utils.aoa_to_sheet([
			['Name', 'Number'],
			['one', 1],
		]),
		'Sold',
	);
	const bytes = XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
	const [table] = store.bases.all.get(String((await importOf(bytes, 'bitable', 'xlsx')).token))?.tables.values() ?? [];
	expect([table?.name, table?.fields.map(({ field_name: name }) => name), table?.records.size]).toEqual([
		'Sold',
		['Name', 'Number'],
		1,
	]);
	const document = await importOf('# Title\n\nwords\n', 'docx', 'md');
	const path = { document_id: String(document.token) };
	expect((await fixture.sdk.docx.v1.document.rawContent({ path })).data?.content).toContain('Title\nwords');
	expect(store.bases.medias.size).toBe(before);
});

it('take files of Drive as well, which stay', async () => {
	const file = Buffer.from('a,b');
	const data = { file_name: 'a.csv', parent_type: 'explorer' as const, parent_node: '', size: file.length, file };
	const token = (await drive().file.uploadAll({ data }))?.file_token ?? '';
	const { data: made } = await importing(token, 'sheet', 'csv');
	await importState(made?.ticket);
	expect(await importState(made?.ticket)).toMatchObject({ job_status: 0 });
	const { data: wrong } = await importing(token, 'sheet', 'xlsx');
	await importState(wrong?.ticket);
	expect(await importState(wrong?.ticket)).toMatchObject({ job_status: 118 });
	expect(fixture.simulator.store.bases.files.has(token)).toBe(true);
});

it('of files that are wrong, late or too large, and into folders that are closed, are refused', async () => {
	const token = await toImport('a,b', { name: 'a.csv', type: 'sheet', extension: 'csv' });
	expect(await refusalOf(importing(token, 'sheet', 'xlsx'))).toEqual([1069910, 400]);
	expect(await refusalOf(importing(token, 'bitable', 'csv'))).toEqual([1069911, 400]);
	expect(await refusalOf(importing(token, 'docx', 'csv'))).toEqual([1069918, 400]);
	expect(await refusalOf(importing(token, 'page', 'csv'))).toEqual([1069904, 400]);
	expect(await refusalOf(importing('nothing', 'sheet', 'csv'))).toEqual([1069907, 404]);
	const closed = { point: { mount_type: 1, mount_key: 'fldcnNothing' } };
	expect(await refusalOf(importing(token, 'sheet', 'csv', closed))).toEqual([1069908, 403]);
	expect(await importOf('no workbook', 'sheet', 'xlsx')).toMatchObject({ job_status: 129 });
	await setting({ driveImportStatus: 104 });
	expect(await importOf('a,b', 'sheet', 'csv')).toMatchObject({ job_status: 104 });
	await setting({ driveImportStatus: 0 });
	fixture.simulator.store.clock.advance(300_001);
	expect(await refusalOf(importing(token, 'sheet', 'csv'))).toEqual([1069913, 400]);
});
