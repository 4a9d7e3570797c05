/** Bases themselves: made, shared, copied, found and deleted. */
import type { INodeParameters } from 'n8n-workflow';

import { putSpace } from '../../support/wikiSpace';
import { byId, only, usePlatform } from '../../support/engine';
import { callerOf } from '../../support/engine/caller';
import { ownBase } from '../../support/engine/cases/base';
import { bot } from '../../support/engine/ownBase';

const platform = usePlatform();
const { out } = callerOf(platform);

async function run(operation: string, parameters: INodeParameters) {
	const result = await platform.run({ parameters: { resource: 'base', operation, ...parameters } });
	if (result.error) throw result.error;
	return result.items.map(({ json }) => json);
}

const failure = async (operation: string, parameters: INodeParameters) =>
	(await platform.run({ parameters: { resource: 'base', operation, ...parameters } })).error;

const url = (value: string) => ({ __rl: true, mode: 'url', value });

/** A folder that the app made, or somebody else. */
function ownFolder(name: string, owner = bot(platform)): string {
	const token = `fldcn${name.padEnd(22, 'x')}`;
	platform.store.bases.folders.set(token, { token, name, owner, parent: '' });
	return token;
}

/** A wiki with a page. */
async function ownPage(): Promise<{ space_id: string; page: string }> {
	const space_id = '7034502641455497244';
	putSpace(platform.store, space_id);
	const [node] = await out('POST /open-apis/wiki/v2/spaces/:space_id/nodes', {
		'path.space_id': space_id,
		'body.obj_type': 'docx',
		'body.node_type': 'origin',
		'body.title': 'Page',
	});
	return { space_id, page: String(node?.json.node_token) };
}

describe('Create', () => {
	test('gives token, table and address, in the folder and the time zone that were chosen', async () => {
		const token = ownFolder('Work');
		const folder = url(`https://example.feishu.cn/drive/folder/${token}?from=space`);
		const [made] = await run('create', { baseName: 'Trip', folder, options: { timeZone: 'Europe/Berlin' } });
		expect(made).toMatchObject({
			app_token: expect.any(String) as string,
			default_table_id: expect.stringMatching(/^tbl/) as string,
			url: expect.stringContaining(String(made?.app_token)) as string,
			name: 'Trip',
			folder_token: token,
			time_zone: 'Europe/Berlin',
		});
	});

	test('shares it in the same step, and gives what was made where that is refused', async () => {
		const shareWith = {
			person: [{ person: byId(platform.user.open_id), permission: 'full_access' }],
			chat: [{ chat: byId(`oc_${'0'.repeat(32)}`), permission: 'view' }],
		};
		const [made] = await run('create', { baseName: 'Shared', shareWith });
		expect(made).toMatchObject({
			app_token: expect.any(String) as string,
			shared_with: [{ member_type: 'openid', member_id: platform.user.open_id, perm: 'full_access' }],
			sharing_errors: [{ member_type: 'openchat' }],
		});
		const base = platform.store.bases.all.get(String(made?.app_token));
		expect(base?.members).toMatchObject([{ member_id: platform.user.open_id, perm: 'full_access' }]);
	});

	test('in a folder of somebody else is refused in words', async () => {
		const token = ownFolder('Theirs', platform.user.open_id);
		const error = await failure('create', { baseName: 'Trip', folder: byId(token) });
		expect(error?.description).toContain('1254701');
	});
});

describe('Update', () => {
	test('renames a base and turns its advanced permissions on', async () => {
		const base = byId(ownBase(platform).app_token);
		expect(await run('update', { base, baseFields: { name: 'Renamed', advanced: true } })).toMatchObject([
			{ name: 'Renamed', is_advanced: true },
		]);
		expect(await run('get', { base })).toMatchObject([{ name: 'Renamed', is_advanced: true, advance_version: 'v2' }]);
		expect(await run('update', { base, baseFields: { advanced: false } })).toMatchObject([{ is_advanced: false }]);
	});
});

describe('Copy', () => {
	test('waits until the copy can be used', async () => {
		const base = byId(ownBase(platform, 'Source').app_token);
		const shareWith = { person: [{ person: byId(platform.user.open_id), permission: 'edit' }] };
		const [copied] = await run('copy', { base, newName: 'Second', copyOptions: { withoutContent: true }, shareWith });
		expect(copied).toMatchObject({
			name: 'Second',
			ready: true,
			url: expect.stringContaining(String(copied?.app_token)) as string,
			shared_with: [{ member_id: platform.user.open_id }],
		});
		const copy = platform.store.bases.all.get(String(copied?.app_token));
		expect([...(copy?.tables.values() ?? [])].map(({ records }) => records.size)).toEqual([0]);
	});

	test('ends when it has begun, where that is wanted or the rest may not be asked', async () => {
		const base = byId(ownBase(platform, 'Source').app_token);
		const [copied] = await run('copy', { base, copyOptions: { wait: false } });
		expect(copied).toMatchObject({ name: 'Source', ready: false });
		for (const app of platform.store.apps.values()) app.scopes = ['base:app:copy'];
		expect(await run('copy', { base })).toMatchObject([{ name: 'Source', ready: false }]);
	});
});

describe('Get Many', () => {
	test('finds bases in folders of folders', async () => {
		const token = ownFolder('Deep');
		const name = `Deep ${Date.now()}`;
		ownBase(platform, name).folder_token = token;
		const all = await run('getAll', { seenIn: ['folders'], returnAll: true });
		expect(all).toContainEqual({ app_token: expect.any(String) as string, name, url: expect.any(String) as string });
		expect(await run('getAll', { seenIn: ['folders'], returnAll: false, limit: 1 })).toHaveLength(1);
	});
});

test('Delete puts a base away', async () => {
	const { app_token } = ownBase(platform);
	const base = byId(app_token);
	expect(await run('delete', { base })).toEqual([{ deleted: true, app_token }]);
	expect(platform.store.bases.all.has(app_token)).toBe(false);
	expect((await failure('delete', { base }))?.description).toContain('1061007');
});

describe('in a wiki', () => {
	test('a base is made below a page, and has no advanced permissions', async () => {
		const { space_id, page } = await ownPage();
		const folder = url(`https://example.feishu.cn/wiki/${page}`);
		const [made] = await run('create', { baseName: 'Handbook', folder });
		expect(made).toMatchObject({
			name: 'Handbook',
			space_id,
			url: expect.stringMatching(/^https:\/\/example\.feishu\.cn\/wiki\/\w+$/) as string,
		});
		expect(platform.store.bases.all.get(String(made?.app_token))).toMatchObject({ name: 'Handbook', in_wiki: true });
		const base = url(String(made?.url));
		expect(await run('get', { base })).toMatchObject([{ app_token: made?.app_token, name: 'Handbook' }]);
		const found = await run('getAll', { seenIn: ['wikis'], returnAll: true });
		expect(found).toContainEqual({
			app_token: made?.app_token,
			name: 'Handbook',
			node_token: made?.node_token,
			space_id,
		});
		// By its token nobody knows before the call that it lies in a wiki.
		const error = await failure('update', { base: byId(String(made?.app_token)), baseFields: { advanced: true } });
		expect(error?.description).toContain('1254301');
		expect(only(await run('update', { base, baseFields: { name: 'Rules' } }))).toMatchObject({ name: 'Rules' });
	});
});
