/** Pages of wikis: found, made, moved and taken away. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, only, usePlatform, type ItemSpec } from '../../support/engine';
import { bot } from '../../support/engine/ownBase';
import { ownPage, ownSpace } from '../../support/engine/wikis';
import { makeDocument } from '../../../simulator/drive/make';

const platform = usePlatform();
/** What comes out; of failures the error. */
async function out(parameters: INodeParameters, items: readonly ItemSpec[] = [{}]) {
	const run = await platform.run({ parameters, items });
	if (run.error) throw run.error;
	return run.items.map(({ json }) => json);
}

const at = (value: string) => ({ __rl: true, mode: 'url', value });
const page = (operation: string, more: INodeParameters) => ({ resource: 'wikiNode', operation, ...more });
const first = (space_id: string) => ({ placeInWiki: 'space', space: byId(space_id) });
const below = (node_token: string) => ({ placeInWiki: 'page', parentPage: byId(node_token) });

const titles = (items: ReadonlyArray<{ title?: unknown }>) => items.map(({ title }) => title);

describe('the tree', () => {
	function tree() {
		const space = ownSpace(platform);
		const reports = ownPage(platform, space, { title: 'Reports' });
		const year = ownPage(platform, space, { title: '2026', parent: reports.node_token });
		ownPage(platform, space, { title: 'Figures', parent: year.node_token, type: 'sheet' });
		ownPage(platform, space, { title: 'Rules' });
		return { space, reports, year };
	}

	test('each page comes before those below it, with its path; only as many levels as asked for', async () => {
		const { space, reports } = tree();
		const all = { ...first(space.space_id), returnAll: true };
		const whole = await out(page('getAll', { ...all, options: { allLevels: true } }));
		expect(titles(whole)).toEqual(['Reports', '2026', 'Figures', 'Rules']);
		expect(whole[2]).toMatchObject({ depth: 3, path: ['Reports', '2026', 'Figures'], obj_type: 'sheet' });
		expect(titles(await out(page('getAll', all)))).toEqual(['Reports', 'Rules']);
		expect(titles(await out(page('getAll', { ...all, options: { levels: 2 } })))).toEqual(['Reports', '2026', 'Rules']);
		const under = { ...below(reports.node_token), returnAll: true, options: { allLevels: true } };
		expect(titles(await out(page('getAll', under)))).toEqual(['2026', 'Figures']);
	});

	test('pages of some kind, or with words in their title; no more than the limit, and nothing asked beyond it', async () => {
		const { space } = tree();
		const all = { ...first(space.space_id), returnAll: true };
		const sheets = await out(page('getAll', { ...all, options: { allLevels: true, kinds: ['sheet'] } }));
		expect(titles(sheets)).toEqual(['Figures']);
		const named = await out(page('getAll', { ...all, options: { allLevels: true, titleContains: 'RULES' } }));
		expect(titles(named)).toEqual(['Rules']);
		platform.simulator.requests.length = 0;
		const one = await out(page('getAll', { ...all, returnAll: false, limit: 1, options: { allLevels: true } }));
		expect(titles(one)).toEqual(['Reports']);
		expect(platform.calls).toHaveLength(1);
	});
});

describe('Get', () => {
	test('takes the address of a page, and that of what lies in it; the output has both tokens and the kind', async () => {
		const { node_token, obj_token } = ownPage(platform, ownSpace(platform), { title: 'Plan' });
		const whole = { node_token, obj_token, obj_type: 'docx', title: 'Plan' };
		for (const value of [`https://x.feishu.cn/wiki/${node_token}?from=y#z`, `https://x.feishu.cn/docx/${obj_token}`])
			expect(only(await out(page('get', { document: at(value) })))).toMatchObject(whole);
	});

	test('says that what lies in no wiki lies in none', async () => {
		const { token } = makeDocument(platform.store, 'docx', { title: 'Loose', owner: bot(platform) });
		const { error } = await platform.run({
			parameters: page('get', { document: at(`https://x.feishu.cn/docx/${token}`) }),
		});
		expect(error?.message).toBe("The page of the wiki does not exist, or this app can't see it");
	});
});

describe('Ensure Path', () => {
	test('makes what is missing once, one after the other, and finds it the next time', async () => {
		const { space_id } = ownSpace(platform);
		const parameters = page('ensurePath', { ...first(space_id), pagePath: 'Reports/2026 \\/ 27/ November ' });
		const [one, two] = await out(parameters, [{}, {}]);
		expect(one).toMatchObject({
			created: true,
			created_titles: ['Reports', '2026 / 27', 'November'],
			title: 'November',
		});
		expect(two).toMatchObject({ created: false, created_titles: [], node_token: one?.node_token });
		const [again] = await out({ ...parameters, pagePath: 'Reports/2026 \\/ 27/Budget', pageKind: 'sheet' });
		expect(again).toMatchObject({ created_titles: ['Budget'], obj_type: 'sheet' });
		const all = await out(page('getAll', { ...first(space_id), returnAll: true, options: { allLevels: true } }));
		expect(titles(all)).toEqual(['Reports', '2026 / 27', 'November', 'Budget']);
	});

	test('finds a page beyond the first 50', async () => {
		const space = ownSpace(platform);
		for (let n = 0; n < 60; n++) ownPage(platform, space, { title: `Page ${n}` });
		const [found] = await out(page('ensurePath', { ...first(space.space_id), pagePath: 'Page 55' }));
		expect(found).toMatchObject({ created: false, title: 'Page 55' });
	});
});

test('many pages made at once in one wiki stand in the order of the items', async () => {
	const { space_id } = ownSpace(platform);
	const items = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ json: { name } }));
	const made = await out(page('create', { ...first(space_id), pageTitle: '={{ $json.name }}' }), items);
	expect(titles(made)).toEqual(['a', 'b', 'c', 'd', 'e']);
	const listed = await out(page('getAll', { ...first(space_id), returnAll: true }));
	expect(titles(listed)).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('a new page is shared, and its address has the host of the address that was pasted', async () => {
	const parent = ownPage(platform, ownSpace(platform));
	const parentPage = at(`https://acme.feishu.cn/wiki/${parent.node_token}`);
	const shareWith = { several: [{ list: platform.user.open_id, permission: 'view' }] };
	const [made] = await out(page('create', { placeInWiki: 'page', parentPage, pageTitle: 'New', shareWith }));
	expect(made).toMatchObject({
		parent_node_token: parent.node_token,
		url: `https://acme.feishu.cn/wiki/${String(made?.node_token)}`,
		shared_with: [{ member_type: 'openid', member_id: platform.user.open_id, perm: 'view' }],
	});
});

describe('moving', () => {
	const loose = () => makeDocument(platform.store, 'docx', { title: 'Loose', owner: bot(platform) }).token;
	const into = (space_id: string, more: INodeParameters = {}) =>
		page('moveIn', { document: byId(loose()), documentKind: 'docx', ...first(space_id), ...more });

	test.each(['task', 'page'] as const)(
		'a document is in the wiki, whichever way the platform says so: %s',
		async (answer) => {
			platform.store.settings.wikiMoveAnswer = answer;
			platform.store.settings.driveJobPolls = 2;
			const { space_id } = ownSpace(platform);
			const [moved] = await out(into(space_id));
			expect(moved).toMatchObject({ moved: true, asked: false, space_id, obj_type: 'docx' });
			const [found] = await out(page('get', { document: byId(String(moved?.node_token)), documentKind: 'wiki' }));
			expect(found).toMatchObject({ obj_token: moved?.obj_token, title: 'Loose' });
		},
	);

	test('what somebody has to agree to is asked for where that is wanted, and else refused', async () => {
		platform.store.settings.wikiMoveAnswer = 'approval';
		const { space_id } = ownSpace(platform);
		expect(await out(into(space_id, { options: { apply: true } }))).toEqual([
			expect.objectContaining({ moved: false, asked: true }),
		]);
		const { error } = await platform.run({ parameters: into(space_id) });
		expect(error?.description).toContain('131011');
	});

	test('a page goes out of the wiki into Drive', async () => {
		const { node_token, obj_token } = ownPage(platform, ownSpace(platform));
		const [moved] = await out(page('moveOut', { wikiPage: byId(node_token) }));
		expect(moved).toMatchObject({ moved: true, obj_token, obj_type: 'docx' });
		expect(platform.store.wiki.nodes.has(node_token)).toBe(false);
	});

	test('a page moves with those below it', async () => {
		const [from, to] = [ownSpace(platform), ownSpace(platform)];
		const parent = ownPage(platform, from, { title: 'Parent' });
		ownPage(platform, from, { title: 'Child', parent: parent.node_token });
		await out(page('move', { wikiPage: byId(parent.node_token), ...first(to.space_id) }));
		const all = await out(page('getAll', { ...first(to.space_id), returnAll: true, options: { allLevels: true } }));
		expect(titles(all)).toEqual(['Parent', 'Child']);
	});
});

test('Rename goes through the wiki for documents, and through Drive for all else', async () => {
	const space = ownSpace(platform);
	for (const type of ['docx', 'sheet'] as const) {
		const { node_token } = ownPage(platform, space, { type });
		await out(page('rename', { wikiPage: byId(node_token), pageTitle: `New ${type}` }));
		const [found] = await out(page('get', { document: byId(node_token), documentKind: 'wiki' }));
		expect(found).toMatchObject({ title: `New ${type}` });
	}
});

test('Delete takes the pages below along where that is wanted, and else leaves them one level up', async () => {
	for (const includeChildren of [true, false]) {
		const space = ownSpace(platform);
		const parent = ownPage(platform, space, { title: 'Parent' });
		ownPage(platform, space, { title: 'Child', parent: parent.node_token });
		await out(page('delete', { wikiPage: byId(parent.node_token), options: { includeChildren } }));
		const left = await out(page('getAll', { ...first(space.space_id), returnAll: true, options: { allLevels: true } }));
		expect(titles(left)).toEqual(includeChildren ? [] : ['Child']);
	}
});

test('Get Content names the node that reads what is no document', async () => {
	const { node_token } = ownPage(platform, ownSpace(platform), { type: 'sheet' });
	const { error } = await platform.run({ parameters: page('getContent', { wikiPage: byId(node_token) }) });
	expect(error?.message).toBe('In this page lies a spreadsheet, not a document');
	expect(error?.description).toContain('Feishu Sheets');
});
