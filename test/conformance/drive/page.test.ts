/** What the page of Drive shows, and what people do there. */
import { type Fixture, first, startFixture } from '../../support/conformance/harness';

let fixture: Fixture;
let person: string;
beforeAll(async () => {
	fixture = await startFixture();
	person = first(fixture.members);
});
afterAll(() => fixture.simulator.close());

interface Item {
	token: string;
	name: string;
	type: string;
	folder_token: string;
	in_wiki: boolean;
}
interface Space {
	space_id: string;
	name: string;
	nodes: Array<{ title: string; children: Array<{ title: string }> }>;
}
const seen = (openId = '') =>
	fixture.http.admin<{ items: Item[]; spaces: Space[] }>('GET', `/drive${openId && `?open_id=${openId}`}`);
const named = (items: readonly Item[], name: string) => items.find((item) => item.name === name);

it('the page is there, with what the demo has', async () => {
	expect(await (await fetch(`${fixture.simulator.url}/drive`)).text()).toContain('drive-app.js');
	const { items, spaces } = await seen();
	expect(named(items, 'Notes.txt')?.folder_token).toBe(named(items, '项目资料 Project files')?.token);
	expect(spaces.map(({ name }) => name)).toEqual(['Team handbook', '产品手册']);
	expect(spaces[0]?.nodes).toMatchObject([
		{ title: 'Welcome', children: [{ title: 'First week' }, { title: 'Holidays' }] },
		{ title: 'On-call 值班' },
		{ title: '报告 Reports of the examples' },
	]);
});

it('a person makes folders, uploads files and shares them', async () => {
	const { http, simulator } = fixture;
	const { token: folder } = await http.admin<{ token: string }>('POST', '/drive/folders', {
		open_id: person,
		name: 'Mine',
	});
	const path = `/_sim/drive/files?open_id=${person}&name=a.txt&folder_token=${folder}`;
	const sent = await fetch(`${simulator.url}${path}`, { method: 'POST', body: 'words' });
	const { token } = (await sent.json()) as { token: string };
	expect(await (await fetch(`${simulator.url}/_sim/drive/files/${token}`)).text()).toBe('words');
	const other = fixture.members[1] ?? '';
	expect(named((await seen(other)).items, 'a.txt')).toBeUndefined();
	await http.admin('POST', `/drive/${folder}/members`, { open_id: other, perm: 'view' });
	expect(named((await seen(other)).items, 'a.txt')).toMatchObject({ token, folder_token: folder });
});

it('a person makes a space, lets a group in, and opens documents', async () => {
	const { http, chatId } = fixture;
	const { space_id } = await http.admin<{ space_id: string }>('POST', '/wiki/spaces', { open_id: person, name: 'Own' });
	expect((await http.get(`/open-apis/wiki/v2/spaces/${space_id}`)).code).toBe(131006);
	await http.admin('POST', `/wiki/spaces/${space_id}/members`, { chat_id: chatId });
	expect((await http.get(`/open-apis/wiki/v2/spaces/${space_id}`)).code).toBe(0);
	const { data } = await http.post('/open-apis/sheets/v3/spreadsheets', { title: 'Seen' });
	const { spreadsheet_token: token } = data.spreadsheet as { spreadsheet_token: string };
	await http.admin('POST', `/drive/${token}/views`, { open_id: person });
	const counted = await http.get(`/open-apis/drive/v1/files/${token}/statistics?file_type=sheet`);
	expect(counted.data.statistics).toMatchObject({ uv: 1, like_count: -1 });
});
