/** Documents: who makes them where, who sees them, and in which version. */
import { refusalOf } from '../../support/conformance/bases';
import { type DocFixture, newDoc, startDoc, text, wordsOf } from '../../support/conformance/docs';

let fixture: DocFixture;
beforeAll(async () => {
	fixture = await startDoc();
});
beforeEach(async () => {
	fixture = await newDoc(fixture);
});
afterAll(() => fixture.simulator.close());

const made = async (data: { title?: string; folder_token?: string }) =>
	(await fixture.sdk.docx.v1.document.create({ data })).data?.document;
const folder = async () =>
	(await fixture.sdk.drive.v1.file.createFolder({ data: { name: 'Reports', folder_token: '' } })).data?.token ?? '';

describe('a new document', () => {
	it('has its title, the version 1 and no address', async () => {
		const path = { document_id: fixture.id };
		const { data } = await fixture.sdk.docx.v1.document.get({ path });
		expect(data?.document).toMatchObject({ document_id: fixture.id, revision_id: 1, title: 'Report' });
		expect(fixture.id).toHaveLength(27);
		expect(await made({ title: 'Next' })).toEqual({
			document_id: expect.any(String) as string,
			revision_id: 1,
			title: 'Next',
		});
		expect(await refusalOf(made({ title: 'x'.repeat(801) }))).toEqual([1770001, 400]);
		const [page, ...more] = await fixture.all();
		expect(page).toMatchObject({ block_id: fixture.id, block_type: 1, parent_id: '' });
		expect(more).toEqual([]);
	});

	it('lies in a folder that the caller may write into', async () => {
		const token = await folder();
		expect((await made({ folder_token: token }))?.document_id).toHaveLength(27);
		expect(await refusalOf(made({ folder_token: 'fldnothing' }))).toEqual([1770039, 400]);
		const body = { folder_token: token };
		const person = await fixture.as(fixture.members[0] ?? '');
		const path = '/open-apis/docx/v1/documents';
		expect(await fixture.http.post(path, body, person)).toMatchObject({ code: 1770040, status: 403 });
	});

	it('is not made for an app that was added to a person’s folder, but for a group that holds its bot', async () => {
		const person = await fixture.as(fixture.members[0] ?? '');
		const body = { name: 'Mine', folder_token: '' };
		const { data } = await fixture.http.post('/open-apis/drive/v1/files/create_folder', body, person);
		const token = String(data.token);
		const share = (member_type: string, member_id: string) =>
			fixture.http.post(
				`/open-apis/drive/v1/permissions/${token}/members?type=folder`,
				{ member_type, member_id, perm: 'full_access' },
				person,
			);
		expect(await share('appid', fixture.simulator.appId)).toMatchObject({ code: 0 });
		expect(await refusalOf(made({ folder_token: token }))).toEqual([1770040, 403]);
		expect(await share('openchat', fixture.chatId)).toMatchObject({ code: 0 });
		expect((await made({ folder_token: token }))?.document_id).toHaveLength(27);
	});

	it('is not made beside another one in the same folder at the same time', async () => {
		await fixture.settings({ docCreateMs: 50 });
		const token = await folder();
		const results = await Promise.all([1, 2].map(() => refusalOf(made({ folder_token: token }))));
		expect(results).toContainEqual([1770036, 400]);
		expect(results).toContainEqual([0, 200]);
	});

	it('is not made below a page of a wiki as in a folder', async () => {
		const person = await fixture.as(fixture.members[0] ?? '');
		const { data } = await fixture.http.post('/open-apis/wiki/v2/spaces', { name: 'Wiki' }, person);
		const { space_id } = data.space as { space_id: string };
		const node = { obj_type: 'docx', node_type: 'origin', title: 'Page' };
		const page = (await fixture.http.post(`/open-apis/wiki/v2/spaces/${space_id}/nodes`, node, person)).data.node as {
			node_token: string;
			obj_token: string;
		};
		expect(await refusalOf(made({ folder_token: page.node_token }))).toEqual([1771006, 500]);
		const read = (id: string) => fixture.http.get(`/open-apis/docx/v1/documents/${id}`, person);
		expect((await read(page.obj_token)).data).toMatchObject({ document: { title: 'Page' } });
		expect(await read(page.node_token)).toMatchObject({ code: 1770002, status: 404 });
	});
});

describe('a document of an app', () => {
	it('is nothing to people until it is shared with them', async () => {
		const person = fixture.members[0] ?? '';
		const headers = await fixture.as(person);
		const read = () => fixture.call('GET', '', undefined, headers);
		const write = () => fixture.call('POST', `/blocks/${fixture.id}/children`, { children: [text('a')] }, headers);
		expect(await read()).toMatchObject({ code: 1770032, status: 403 });
		await fixture.sdk.drive.v1.permissionMember.create({
			path: { token: fixture.id },
			params: { type: 'docx' },
			data: { member_type: 'openid', member_id: person, perm: 'view' },
		});
		expect((await read()).code).toBe(0);
		expect(await write()).toMatchObject({ code: 1770032, status: 403 });
		const path = `/open-apis/drive/v2/permissions/${fixture.id}/public?type=docx`;
		await fixture.http.call('PATCH', path, { link_share_entity: 'tenant_editable' });
		expect((await write()).code).toBe(0);
	});

	it('that was deleted is told from what never was', async () => {
		await fixture.sdk.drive.v1.file.delete({ path: { file_token: fixture.id }, params: { type: 'docx' } });
		expect(await fixture.call('GET', '')).toMatchObject({ code: 1770003, status: 400 });
		expect(await fixture.http.get('/open-apis/docx/v1/documents/nothing')).toMatchObject({
			code: 1770002,
			status: 404,
		});
	});

	it('stands in the list of its folder', async () => {
		const { data } = await fixture.sdk.drive.v1.file.list({});
		expect(data?.files).toContainEqual(expect.objectContaining({ token: fixture.id, type: 'docx', name: 'Report' }));
	});
});

describe('versions', () => {
	it('go up by one with each edit, and older ones are read by those who may edit', async () => {
		await fixture.add([text('one'), text('two')]);
		const { data } = await fixture.call('DELETE', `/blocks/${fixture.id}/children/batch_delete`, {
			start_index: 0,
			end_index: 1,
		});
		expect(data.document_revision_id).toBe(3);
		const words = async (revision: number) => {
			const read = await fixture.call('GET', `/blocks?document_revision_id=${revision}`);
			return (read.data.items as Parameters<typeof wordsOf>[0][]).map(wordsOf);
		};
		expect(await words(-1)).toEqual(['Report', 'two']);
		expect(await words(2)).toEqual(['Report', 'one', 'two']);
		expect(await words(1)).toEqual(['Report']);
		expect((await fixture.call('GET', '/blocks?document_revision_id=4')).code).toBe(1770001);
		const person = fixture.members[0] ?? '';
		const member = { member_type: 'openid', member_id: person, perm: 'view' };
		await fixture.http.post(`/open-apis/drive/v1/permissions/${fixture.id}/members?type=docx`, member);
		const older = await fixture.call('GET', '/blocks?document_revision_id=2', undefined, await fixture.as(person));
		expect(older).toMatchObject({ code: 1770032, status: 403 });
	});

	it('are edited up to 1000 back', async () => {
		const tree = fixture.simulator.store.docs.all.get(fixture.id)?.tree;
		for (let count = 0; count < 1001; count += 1) tree?.edit(() => undefined);
		const add = (revision: number) =>
			fixture.call('POST', `/blocks/${fixture.id}/children?document_revision_id=${revision}`, {
				children: [text('a')],
			});
		expect((await add(1)).code).toBe(1770021);
		expect((await add(2)).code).toBe(0);
	});

	it('are made once for one client_token', async () => {
		const add = () => fixture.call('POST', `/blocks/${fixture.id}/children?client_token=t1`, { children: [text('a')] });
		const [one, again] = [await add(), await add()];
		expect(again.data).toEqual(one.data);
		expect(one.data).toMatchObject({ client_token: 't1', document_revision_id: 2 });
		expect(await fixture.all()).toHaveLength(2);
	});
});

describe('rates', () => {
	it('are 3 a second for an endpoint with HTTP 400, and 3 a second for a document with HTTP 429', async () => {
		const limited = await startDoc({ rateLimits: true });
		const add = () => limited.call('POST', `/blocks/${limited.id}/children`, { children: [text('a')] });
		for (let count = 0; count < 3; count += 1) expect((await add()).code).toBe(0);
		expect(await add()).toMatchObject({ code: 99991400, status: 400 });
		expect(await limited.update({})).toMatchObject({ code: 99991400, status: 429 });
		await limited.simulator.close();
	});
});

it('raw content is words alone: no addresses, no pictures, people by name', async () => {
	const user = fixture.members[0] ?? '';
	const elements = [
		{ text_run: { content: 'see ', text_element_style: { link: { url: 'https%3A%2F%2Fa.cn' } } } },
		{ mention_user: { user_id: user } },
	];
	await fixture.add([{ block_type: 2, text: { elements } }, { block_type: 27, image: {} }, text('end')]);
	const name = fixture.simulator.store.users.get(user)?.name ?? '';
	const { data } = await fixture.sdk.docx.v1.document.rawContent({ path: { document_id: fixture.id } });
	expect(data?.content).toBe(`Report\nsee @${name}\nend\n`);
});
