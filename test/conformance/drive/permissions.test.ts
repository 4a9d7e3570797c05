/** Who may do what with documents, through the official SDK. */
import { refusalOf } from '../../support/conformance/bases';
import { newPage, newSpace, startWiki, type WikiFixture } from '../../support/conformance/wikis';

let fixture: WikiFixture;
let token: string;
beforeAll(async () => {
	fixture = await startWiki();
});
afterAll(() => fixture.simulator.close());
beforeEach(async () => {
	token = (await fixture.sdk.bitable.v1.app.create({ data: { name: 'Base' } })).data?.app?.app_token ?? '';
});

const members = () => fixture.sdk.drive.v1.permissionMember;
const type = 'bitable' as const;
const PUBLIC = '/open-apis/drive/v1/permissions';
const patch = (change: object, version = 'v2', headers = {}) =>
	fixture.http.call('PATCH', `/open-apis/drive/${version}/permissions/${token}/public?type=bitable`, change, headers);

it('of several who are to be let in, those who can be are told', async () => {
	const { person } = fixture;
	const one = (member_id: string) => ({ member_type: 'openid' as const, member_id, perm: 'view' as const });
	const data = { members: [one(person), one('ou_nobody')] };
	const made = await members().batchCreate({ path: { token }, params: { type }, data });
	expect(made.data?.members).toMatchObject([{ member_id: person }]);
});

it('what no app can do, and what only some documents have, is refused', async () => {
	const create = (data: object, kind = 'bitable', of = token) =>
		refusalOf(members().create({ path: { token: of }, params: { type: kind as 'bitable' }, data: data }));
	const department = { member_type: 'opendepartmentid', member_id: 'od-1', perm: 'view' };
	expect(await create(department)).toEqual([1063001, 400]);
	expect(await create({ ...department, member_type: 'wikispaceid', member_id: '7' })).toEqual([1063001, 400]);
	const person = { member_type: 'openid', member_id: fixture.person, perm: 'full_access' };
	expect(await create(person, 'minutes', 'obcn1')).toEqual([1063001, 400]);
	expect(await create(person, 'sheet')).toEqual([1063001, 400]);
	expect(await create(person, 'sheet', 'nothing')).toEqual([1063005, 404]);
	const path = { token, member_id: fixture.person };
	const update = members().update({
		path,
		params: { type: 'folder' as never },
		data: { member_type: 'openid', perm: 'view' },
	});
	expect(await refusalOf(update)).toEqual([99992402, 400]);
});

it('pages of a wiki are shared by their own token, alone or with those below', async () => {
	const space_id = await newSpace(fixture);
	const top = await newPage(fixture, space_id, { title: 'Top', type: 'sheet' });
	const below = await newPage(fixture, space_id, { title: 'Below', type: 'sheet', parent: top.node_token });
	const other = fixture.members[1] ?? '';
	fixture.simulator.store.wiki.spaces.get(space_id)?.members.splice(0, Infinity);
	const share = (perm_type: 'single_page' | 'container') =>
		members().create({
			path: { token: top.node_token },
			params: { type: 'wiki' },
			data: { member_type: 'openid', member_id: other, perm: 'edit', perm_type },
		});
	const { token: theirs } = await fixture.http.admin<{ token: string }>('POST', '/tokens', { open_id: other });
	const read = async (of: string) =>
		(await fixture.http.get(`/open-apis/sheets/v3/spreadsheets/${of}`, { authorization: `Bearer ${theirs}` })).code;
	expect((await share('single_page')).data?.member).toMatchObject({ perm_type: 'single_page' });
	expect([await read(top.obj_token), await read(below.obj_token)]).toEqual([0, 1310213]);
	await share('container');
	expect(await read(below.obj_token)).toBe(0);
});

it('says whether somebody may do something', async () => {
	const { asPerson, person } = fixture;
	const may = async (action: 'view' | 'edit' | 'copy' | 'manage_public') =>
		(await members().auth({ path: { token }, params: { type, action } }, asPerson)).data?.auth_result;
	expect(await may('view')).toBe(false);
	await members().create({
		path: { token },
		params: { type },
		data: { member_type: 'openid', member_id: person, perm: 'view' },
	});
	expect([await may('view'), await may('copy'), await may('edit'), await may('manage_public')]).toEqual([
		true,
		true,
		false,
		false,
	]);
	await patch({ copy_entity: 'anyone_can_edit' });
	expect(await may('copy')).toBe(false);
});

it('is given to another owner by the owner alone, who keeps what was said', async () => {
	const { asPerson, person, sdk } = fixture;
	const give = (old_owner_perm?: 'view', as?: typeof asPerson) =>
		members().transferOwner(
			{ path: { token }, params: { type, old_owner_perm }, data: { member_type: 'openid', member_id: person } },
			as,
		);
	expect(await refusalOf(give(undefined, asPerson))).toEqual([1063002, 403]);
	expect((await give('view')).code).toBe(0);
	expect((await sdk.bitable.v1.app.get({ path: { app_token: token } })).code).toBe(0);
	expect(await refusalOf(sdk.bitable.v1.app.update({ path: { app_token: token }, data: { name: 'x' } }))).toEqual([
		1254302, 403,
	]);
	const { data } = await fixture.http.get('/open-apis/drive/v1/files', fixture.personHeaders);
	expect((data.files as Array<{ token: string }>).map((file) => file.token)).toContain(token);
	expect(await refusalOf(give())).toEqual([1063002, 403]);
});

it('anybody may have the link only where external access is open', async () => {
	const { http } = fixture;
	const link = async () =>
		(await http.get(`/open-apis/drive/v2/permissions/${token}/public?type=bitable`)).data.permission_public;
	expect((await patch({ link_share_entity: 'anyone_readable' })).code).toBe(0);
	expect(await link()).toMatchObject({ link_share_entity: 'closed' });
	await http.admin('PUT', '/settings', { driveOpenLinks: 'refused' });
	expect((await patch({ link_share_entity: 'anyone_readable' })).code).toBe(1063003);
	await http.admin('PUT', '/settings', { driveOpenLinks: 'ignored' });
	expect((await patch({ link_share_entity: 'partner_tenant_readable' })).code).toBe(1063003);
	expect((await patch({ external_access_entity: 'open', link_share_entity: 'anyone_readable' })).code).toBe(0);
	expect(await link()).toMatchObject({ link_share_entity: 'anyone_readable' });
	// The first version has other words for the same.
	const older = (await http.get(`${PUBLIC}/${token}/public?type=bitable`)).data.permission_public;
	expect(older).toMatchObject({ external_access: true, invite_external: true, link_share_entity: 'anyone_readable' });
	await patch({ external_access: false }, 'v1');
	expect(await link()).toMatchObject({ external_access_entity: 'closed', link_share_entity: 'closed' });
	expect(await link()).not.toHaveProperty('invite_external');
});

it('such a link may have a password', async () => {
	const { http } = fixture;
	const password = (method: string) =>
		http.call(method, `${PUBLIC}/${token}/public/password?type=bitable`, method === 'DELETE' ? undefined : {});
	expect((await password('POST')).code).toBe(1063003);
	await patch({ external_access_entity: 'open', link_share_entity: 'anyone_readable' });
	expect((await password('PUT')).code).toBe(1063003);
	const first = (await password('POST')).data.password;
	expect(first).toMatch(/^\w{8}$/);
	expect((await password('PUT')).data.password).not.toBe(first);
	expect((await password('DELETE')).code).toBe(0);
	expect((await password('DELETE')).code).toBe(1063003);
});

it('opens files and folders to the company as well', async () => {
	const { sdk, http, personHeaders } = fixture;
	const file = Buffer.from('words');
	const data = { file_name: 'a.txt', parent_type: 'explorer' as const, parent_node: '', size: file.length, file };
	const own = (await sdk.drive.v1.file.uploadAll({ data }))?.file_token ?? '';
	const stats = async () =>
		(await http.get(`/open-apis/drive/v1/files/${own}/statistics?file_type=file`, personHeaders)).code;
	expect(await stats()).toBe(1069603);
	await http.call('PATCH', `/open-apis/drive/v2/permissions/${own}/public?type=file`, {
		link_share_entity: 'tenant_readable',
	});
	expect(await stats()).toBe(0);
});
