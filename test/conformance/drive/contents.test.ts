/** Files, their versions and what is known of documents, through the official SDK. */
import { refusalOf } from '../../support/conformance/bases';
import { newPage, newSpace, startWiki, type WikiFixture } from '../../support/conformance/wikis';

let fixture: WikiFixture;
beforeAll(async () => {
	fixture = await startWiki();
});
afterAll(() => fixture.simulator.close());

const WORDS = Buffer.from('words of a file');
const FILES = '/open-apis/drive/v1/files';
const setting = (change: object) => fixture.http.admin('PUT', '/settings', change);

async function upload(fields: Record<string, string> = {}, bytes = WORDS) {
	const form = new FormData();
	const usual = { file_name: 'a.txt', parent_type: 'explorer', parent_node: '', size: String(bytes.length) };
	for (const [name, value] of Object.entries({ ...usual, ...fields })) form.append(name, value);
	form.append('file', new Blob([new Uint8Array(bytes)]), 'a.txt');
	const { code, data } = await fixture.http.post(`${FILES}/upload_all`, form);
	return { code, token: String(data.file_token), version: data.version };
}

async function download(token: string, { range, query = '' }: { range?: string; query?: string } = {}) {
	const authorization = `Bearer ${await fixture.http.tenantToken()}`;
	const headers: Record<string, string> = range === undefined ? { authorization } : { authorization, range };
	const answer = await fetch(`${fixture.simulator.url}${FILES}/${token}/download${query}`, { headers });
	return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() };
}

it('are downloaded whole or in part, and refused as JSON, with HTTP 200 where a company has that', async () => {
	const { token } = await upload();
	expect(await download(token)).toMatchObject({ status: 200, text: String(WORDS) });
	expect(await download(token, { range: 'bytes=0-4' })).toMatchObject({ status: 206, text: 'words' });
	expect((await download('nothing')).status).toBe(404);
	await setting({ driveDownloadErrors: 'success' });
	const refused = await download('nothing');
	expect([refused.status, refused.type.split(';')[0], (JSON.parse(refused.text) as { code: number }).code]).toEqual([
		200,
		'application/json',
		1061003,
	]);
	await setting({ driveDownloadErrors: 'status' });
	const { data } = await fixture.sdk.bitable.v1.app.create({ data: { name: 'Base' } });
	expect((await download(data?.app?.app_token ?? '')).status).toBe(404);
});

it('have to be what was said of them', async () => {
	expect((await upload({ checksum: '1' })).code).toBe(1062008);
	expect((await upload({ size: '3' })).code).toBe(1062009);
	expect((await upload({ file_name: 'x'.repeat(251) })).code).toBe(1061008);
	expect((await upload({ parent_node: 'fldcnNothing' })).code).toBe(1061003);
});

it('are overwritten by their token, where the company has that, and keep what they were', async () => {
	const { token, version: none } = await upload();
	expect(none).toBeUndefined();
	const again = await upload({ file_token: token, file_name: 'b.txt' }, Buffer.from('new words'));
	expect(again).toMatchObject({ token, version: expect.any(String) });
	expect((await download(token)).text).toBe('new words');
	const { data } = await fixture.http.get(`${FILES}/${token}/history?only_tag=true&page_size=200`);
	const [now, before] = data.items as Array<{ version: string; name: string }>;
	expect([now?.name, before?.name]).toEqual(['b.txt', 'a.txt']);
	expect((await download(token, { query: `?version=${before?.version}` })).text).toBe(String(WORDS));
	expect((await fixture.http.post(`${FILES}/${token}/revert`, { version: before?.version })).code).toBe(0);
	expect((await download(token)).text).toBe(String(WORDS));
	expect((await fixture.http.post(`${FILES}/${token}/version_del`, { version: before?.version })).code).toBe(0);
	expect((await download(token, { query: `?version=${before?.version}` })).status).toBe(404);
	await setting({ driveOverwrite: 'ignored' });
	expect((await upload({ file_token: token })).token).not.toBe(token);
	await setting({ driveOverwrite: 'version' });
	expect((await upload({ file_token: 'nothing' })).code).toBe(1061003);
});

it('become pages of a wiki when they are uploaded to one', async () => {
	const space_id = await newSpace(fixture);
	const { node_token } = await newPage(fixture, space_id, { title: 'Parent' });
	const { token } = await upload({ parent_type: 'wiki', parent_node: node_token });
	const { data } = await fixture.sdk.wiki.v2.spaceNode.list({
		path: { space_id },
		params: { parent_node_token: node_token },
	});
	expect(data?.items).toMatchObject([{ obj_type: 'file', obj_token: token, title: 'a.txt' }]);
	expect((await upload({ parent_type: 'wiki', parent_node: 'nothing' })).code).toBe(1061044);
});

it('and documents are told of together, with why nothing is told of some', async () => {
	const { token } = await upload();
	const theirs = await fixture.sdk.bitable.v1.app.create({ data: { name: 'Theirs' } }, fixture.asPerson);
	const page = await newPage(fixture, await newSpace(fixture), { title: 'Page', type: 'sheet' });
	const request_docs = [
		{ doc_token: token, doc_type: 'file' },
		{ doc_token: page.node_token, doc_type: 'wiki' },
		{ doc_token: token, doc_type: 'sheet' },
		{ doc_token: token, doc_type: 'minutes' },
		{ doc_token: theirs.data?.app?.app_token ?? '', doc_type: 'bitable' },
	];
	const ask = async (data: object) => await fixture.sdk.drive.v1.meta.batchQuery({ data: data as never });
	const { data } = await ask({ request_docs, with_url: true });
	expect(data?.metas).toMatchObject([
		{ doc_token: token, title: 'a.txt', url: expect.stringContaining(`/file/${token}`) },
		{
			doc_token: page.obj_token,
			doc_type: 'sheet',
			title: 'Page',
			url: expect.stringContaining(`/wiki/${page.node_token}`),
		},
	]);
	expect(data?.failed_list?.map(({ code }) => code)).toEqual([970005, 970002, 970003]);
	expect((await ask({ request_docs: request_docs.slice(0, 1) })).data?.metas?.[0]).not.toHaveProperty('url');
	expect(await refusalOf(ask({ request_docs: Array<object>(201).fill(request_docs[0] ?? {}) }))).toEqual([
		99992402, 400,
	]);
});

it('say how often they were opened, to who manages them by whom', async () => {
	const { token } = await upload();
	const { store } = fixture.simulator;
	store.drive.views.set(token, new Map([[fixture.person, store.clock.now()]]));
	const counted = await fixture.sdk.drive.v1.fileStatistics.get({
		path: { file_token: token },
		params: { file_type: 'file' },
	});
	expect(counted.data?.statistics).toMatchObject({ uv: 1, like_count: 0 });
	const records = () => fixture.http.get(`${FILES}/${token}/view_records?file_type=file&page_size=10`);
	expect((await records()).data.items).toMatchObject([
		{ viewer_id: fixture.person, last_view_time: expect.stringMatching(/^\d+$/) },
	]);
	await setting({ driveViewRecords: 'absent' });
	expect((await records()).code).toBe(1069603);
	await setting({ driveViewRecords: 'present' });
	expect((await fixture.http.get(`${FILES}/nothing/statistics?file_type=file`)).code).toBe(1069604);
});

it('named versions are of documents and spreadsheets alone', async () => {
	const { http, sdk } = fixture;
	const book = (await http.post('/open-apis/sheets/v3/spreadsheets', { title: 'Book' })).data.spreadsheet;
	const path = { file_token: (book as { spreadsheet_token: string }).spreadsheet_token };
	const made = await sdk.drive.v1.fileVersion.create({ path, data: { name: 'First', obj_type: 'sheet' } });
	expect(made.data).toMatchObject({ name: 'First', parent_token: path.file_token, status: '0', obj_type: 'sheet' });
	const version_id = made.data?.version ?? '';
	const params = { obj_type: 'sheet' as const };
	const list = async () =>
		(await sdk.drive.v1.fileVersion.list({ path, params: { ...params, page_size: 10 } })).data?.items;
	expect(await list()).toMatchObject([{ version: version_id }]);
	const one = { path: { ...path, version_id }, params };
	expect((await sdk.drive.v1.fileVersion.get(one)).data?.name).toBe('First');
	expect((await sdk.drive.v1.fileVersion.delete(one)).code).toBe(0);
	expect(await list()).toEqual([]);
	const create = (file_token: string, obj_type?: 'docx' | 'sheet') =>
		refusalOf(sdk.drive.v1.fileVersion.create({ path: { file_token }, data: { name: 'x', obj_type } }));
	expect(await create(path.file_token, 'docx')).toEqual([1068411, 400]);
	expect(await create(path.file_token)).toEqual([1068411, 400]);
	expect(await create('nothing', 'sheet')).toEqual([1068404, 404]);
});
