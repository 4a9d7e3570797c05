/** Folders, and what is moved, copied, renamed and deleted in them, through the official SDK. */
import type * as lark from '@larksuiteoapi/node-sdk';
import { refusalOf } from '../../support/conformance/bases';
import { newPage, newSpace, startWiki, type WikiFixture } from '../../support/conformance/wikis';

let fixture: WikiFixture;
beforeAll(async () => {
	fixture = await startWiki();
});
afterAll(() => fixture.simulator.close());

type As = ReturnType<typeof lark.withUserAccessToken>;
const files = () => fixture.sdk.drive.v1.file;
const newFolder = async (folder_token = '', as?: As) =>
	(await files().createFolder({ data: { name: 'Work', folder_token } }, as)).data?.token ?? '';
const upload = async (parent_node: string, name = 'a.txt', as?: As) => {
	const file = Buffer.from(name);
	const data = { file_name: name, parent_type: 'explorer' as const, parent_node, size: file.length, file };
	return (await files().uploadAll({ data }, as))?.file_token ?? '';
};
const listed = async (folder_token: string, more: object = {}) =>
	(await files().list({ params: { folder_token, ...more } })).data?.files?.map(({ name }) => name);
const setting = (change: object) => fixture.http.admin('PUT', '/settings', change);
const path = (file_token: string) => ({ path: { file_token } });
const remove = (token: string, type: 'file' | 'folder' | 'bitable' | 'shortcut' = 'file') =>
	files().delete({ ...path(token), params: { type } });
const check = async (task_id = '') => (await files().taskCheck({ params: { task_id } })).data?.status;

it('have names of 1 to 256 bytes, and lie in others up to 15 deep', async () => {
	const create = (name: string, folder_token = '') => refusalOf(files().createFolder({ data: { name, folder_token } }));
	expect(await create('')).toEqual([1061002, 400]);
	expect(await create('名'.repeat(86))).toEqual([1061002, 400]);
	expect(await create('名'.repeat(85))).toEqual([0, 200]);
	expect(await create('x', 'fldcnNothing')).toEqual([1061003, 404]);
	let parent = '';
	for (let depth = 0; depth < 15; depth++) parent = await newFolder(parent);
	expect(await create('Too deep', parent)).toEqual([1062506, 400]);
});

it('hold 1,500 side by side', async () => {
	const parent = await newFolder();
	const { folders } = fixture.simulator.store.bases;
	for (let count = 0; count < 1500; count++)
		folders.set(`fldcn${count}`, { token: `fldcn${count}`, name: 'x', owner: '', parent });
	expect(await refusalOf(files().createFolder({ data: { name: 'One more', folder_token: parent } }))).toEqual([
		1062507, 400,
	]);
	for (let count = 0; count < 1500; count++) folders.delete(`fldcn${count}`);
});

it('are listed in pages and orders; the own space at once, without shortcuts, also by its token', async () => {
	const folder = await newFolder();
	const old = await upload(folder, 'old.txt');
	await upload(folder, 'new.txt');
	expect(await listed(folder)).toEqual(['new.txt', 'old.txt']);
	expect(await listed(folder, { direction: 'ASC' })).toEqual(['old.txt', 'new.txt']);
	const { data } = await files().list({ params: { folder_token: folder, page_size: 1 } });
	expect(data).toMatchObject({ has_more: true, files: [{ name: 'new.txt', parent_token: folder }] });
	const next = { folder_token: folder, page_size: 1, page_token: data?.next_page_token };
	expect((await files().list({ params: next })).data).toMatchObject({ has_more: false, files: [{ token: old }] });
	expect(await refusalOf(files().list({ params: { page_size: 201 } }))).toEqual([1064001, 400]);
	const refer_entity = { refer_token: old, refer_type: 'file' as const };
	const made = await files().createShortcut({ data: { parent_token: '', refer_entity } });
	expect(made.data?.succ_shortcut_node).toMatchObject({
		...{ type: 'shortcut', name: 'old.txt', url: expect.stringContaining(old) },
		shortcut_info: { target_type: 'file', target_token: old },
	});
	const own = (await files().list({ params: { page_size: 1 } })).data;
	expect(own?.files?.length).toBeGreaterThan(1);
	expect(own?.files?.map(({ type }) => type)).not.toContain('shortcut');
	const { data: root } = await fixture.http.get('/open-apis/drive/explorer/v2/root_folder/meta');
	const byToken = await files().list({ params: { folder_token: String(root.token) } });
	expect(byToken.data?.files?.map(({ type }) => type)).toContain('shortcut');
	await upload(String(root.token), 'root.txt');
	expect(await listed('')).toContain('root.txt');
});

it('take what is moved, which needs both folders; a folder moves in a task', async () => {
	const [from, to] = [await newFolder(), await newFolder()];
	const token = await upload(from);
	const move = (data: object, id = token) => files().move({ ...path(id), data: { type: 'file', ...data } });
	expect((await move({ folder_token: to })).data).toEqual({});
	expect([await listed(from), await listed(to)]).toEqual([[], ['a.txt']]);
	expect(await refusalOf(move({ folder_token: 'fldcnNothing' }))).toEqual([1061003, 404]);
	expect(await refusalOf(move({ folder_token: to, type: 'docx' }))).toEqual([1061007, 404]);
	const theirs = await newFolder('', fixture.asPerson);
	expect(await refusalOf(move({ folder_token: theirs }))).toEqual([1062535, 403]);
	const { data } = await move({ folder_token: to, type: 'folder' }, from);
	expect(await check(data?.task_id)).toBe('process');
	expect(await check(data?.task_id)).toBe('success');
	expect(await refusalOf(move({ folder_token: from, type: 'folder' }, to))).toEqual([1061002, 400]);
	expect(await refusalOf(files().taskCheck({ params: { task_id: '1' } }))).toEqual([1061003, 404]);
});

it('take copies of anything but folders', async () => {
	const folder_token = await newFolder();
	const copy = (token: string, data: object) =>
		files().copy({ ...path(token), data: { name: 'Copy', folder_token, ...data } });
	const { data } = await copy(await upload(''), { type: 'file', name: 'b.txt' });
	expect(data?.file).toMatchObject({ name: 'b.txt', type: 'file', parent_token: folder_token });
	const book = (await fixture.http.post('/open-apis/sheets/v3/spreadsheets', { title: 'Book' })).data;
	const { spreadsheet_token } = book.spreadsheet as { spreadsheet_token: string };
	expect((await copy(spreadsheet_token, { type: 'sheet' })).data?.file).toMatchObject({ name: 'Copy', type: 'sheet' });
	expect(await listed(folder_token)).toEqual(['Copy', 'b.txt']);
	expect(await refusalOf(copy(folder_token, { type: 'folder' }))).toEqual([1061002, 400]);
	expect(await refusalOf(copy(spreadsheet_token, { type: 'bitable' }))).toEqual([1061007, 404]);
	expect(await refusalOf(copy('nothing', { type: 'file' }))).toEqual([1061003, 404]);
});

it('lose what is deleted, a folder in a task with all in it', async () => {
	const folder = await newFolder();
	const inner = await newFolder(folder);
	const token = await upload(inner);
	const { data } = await remove(folder, 'folder');
	expect(await check(data?.task_id)).toBe('process');
	expect(await check(data?.task_id)).toBe('success');
	expect(await refusalOf(remove(token))).toEqual([1061007, 404]);
	expect(await refusalOf(remove('nothing'))).toEqual([1061003, 404]);
	const theirs = await upload('', 'theirs.txt', fixture.asPerson);
	expect(await refusalOf(remove(theirs))).toEqual([1062501, 403]);
});

it('are changed one after the other, five times a second and 10,000 times a day', async () => {
	await setting({ driveWriteMs: 50 });
	const both = [1, 2].map(() => refusalOf(files().createFolder({ data: { name: 'x', folder_token: '' } })));
	expect((await Promise.all(both)).sort()).toEqual([
		[0, 200],
		[1061045, 400],
	]);
	await setting({ driveWriteMs: 0 });
	const strict = await startWiki({ rateLimits: true });
	const calls = Array.from(
		{ length: 6 },
		() => () => strict.sdk.drive.v1.file.createFolder({ data: { name: 'x', folder_token: '' } }),
	);
	const answers = [];
	for (const call of calls) answers.push(await refusalOf(call()));
	expect(answers.at(-1)).toEqual([99991400, 429]);
	await strict.simulator.close();
});

it('are renamed, as is anything in them', async () => {
	const rename = async (token: string, type: string | undefined, new_title = 'New') =>
		(
			await fixture.http.call('PATCH', `/open-apis/drive/v1/files/${token}${type ? `?type=${type}` : ''}`, {
				new_title,
			})
		).code;
	const folder = await newFolder();
	const token = await upload(folder, 'a.pdf');
	expect([await rename(folder, 'folder'), await rename(token, 'file')]).toEqual([0, 0]);
	expect(await listed(folder)).toEqual(['New']);
	expect(await rename(token, 'file', '')).toBe(0);
	expect([await rename(token, 'doc'), await rename(token, 'mindnote')]).toEqual([981002, 981002]);
	expect([await rename(token, 'sheet'), await rename(token, undefined)]).toEqual([981003, 981003]);
	expect(await rename(await newFolder('', fixture.asPerson), 'folder')).toBe(981004);
	const page = await newPage(fixture, await newSpace(fixture), { title: 'Old', type: 'sheet' });
	expect([await rename(page.node_token, 'wiki'), await rename(page.obj_token, 'wiki')]).toEqual([0, 981003]);
	await setting({ renameWiki: 'content' });
	expect([await rename(page.node_token, 'wiki'), await rename(page.obj_token, 'wiki')]).toEqual([981003, 0]);
	await setting({ renameWiki: 'node' });
});

it('that were shared with an app itself stay closed to it, and open by a group in which it is', async () => {
	const theirs = await newFolder('', fixture.asPerson);
	const share = (member_type: 'openid' | 'openchat', member_id: string) =>
		fixture.sdk.drive.v1.permissionMember.create(
			{ path: { token: theirs }, params: { type: 'folder' }, data: { member_type, member_id, perm: 'edit' } },
			fixture.asPerson,
		);
	const bot = [...fixture.simulator.store.apps.values()][0]?.bot_open_id ?? '';
	expect((await share('openid', bot)).code).toBe(0);
	expect(await refusalOf(files().list({ params: { folder_token: theirs } }))).toEqual([1061004, 403]);
	await share('openchat', fixture.chatId);
	const token = await upload(theirs);
	expect(await listed(theirs)).toEqual(['a.txt']);
	const app_token = (await fixture.sdk.bitable.v1.app.create({ data: { name: 'Base', folder_token: theirs } })).data
		?.app?.app_token;
	expect(app_token).toBeDefined();
	// What is in it is its owner's as well.
	expect((await fixture.sdk.bitable.v1.app.get({ path: { app_token: app_token ?? '' } }, fixture.asPerson)).code).toBe(
		0,
	);
	expect((await files().delete({ ...path(token), params: { type: 'file' } }, fixture.asPerson)).code).toBe(0);
});
