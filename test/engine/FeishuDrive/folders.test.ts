/** Folders of Drive. */
import type { INodeParameters } from 'n8n-workflow';

import { makeDocument } from '../../../simulator/drive/make';
import { byId, only, usePlatform, type ItemSpec } from '../../support/engine';
import { ownFile, ownFolder } from '../../support/engine/driveFiles';
import { bot } from '../../support/engine/ownBase';

const platform = usePlatform();

async function run(resource: string, operation: string, more: INodeParameters, items: readonly ItemSpec[] = [{}]) {
	const made = await platform.run({ parameters: { resource, operation, ...more }, items });
	if (made.error) throw made.error;
	return made;
}

function tree() {
	const above = ownFolder(platform);
	const inner = ownFolder(platform, { name: 'Inner', folder: above });
	ownFile(platform, { name: 'a.txt', folder: above });
	ownFile(platform, { name: 'b.pdf', folder: inner });
	makeDocument(platform.store, 'docx', { title: 'Plan', owner: bot(platform), folder_token: inner });
	return { above, inner };
}

const names = (items: ReadonlyArray<{ json: { name?: unknown } }>) => items.map(({ json }) => json.name);

test('Ensure Path makes what is missing once, and finds it the next time', async () => {
	const parent = ownFolder(platform);
	const path = { folderPath: 'Reports/2026 \\/ 27/ November ', parentFolder: byId(parent) };
	const made = await run('folder', 'ensurePath', path, [{}, {}]);
	expect(made.items.map(({ json }) => json.created_names)).toEqual([['Reports', '2026 / 27', 'November'], []]);
	const [first, second] = made.items.map(({ json }) => json);
	expect(first).toMatchObject({ name: 'November', created: true });
	expect(first?.url).toContain('/drive/folder/');
	expect(second).toMatchObject({ token: first?.token, created: false });
});

test('Get Many lists all levels, with paths; only some kinds or names; no more than wanted', async () => {
	const { above } = tree();
	const all = { folder: byId(above), returnAll: true, options: { allLevels: true } };
	const whole = await run('driveFile', 'getAll', all);
	expect(names(whole.items).sort()).toEqual(['Inner', 'Plan', 'a.txt', 'b.pdf']);
	const plan = whole.items.find(({ json }) => json.name === 'Plan')?.json;
	expect(plan).toMatchObject({ depth: 2, path: ['Inner', 'Plan'], type: 'docx' });
	expect(names((await run('driveFile', 'getAll', { ...all, options: {} })).items).sort()).toEqual(['Inner', 'a.txt']);
	const files = { ...all, options: { allLevels: true, kinds: ['file'], nameContains: 'PDF' } };
	expect(names((await run('driveFile', 'getAll', files)).items)).toEqual(['b.pdf']);
	platform.simulator.requests.length = 0;
	await run('driveFile', 'getAll', { ...all, returnAll: false, limit: 1, options: { allLevels: true } });
	expect(platform.calls).toHaveLength(1);
});

test('Download All gives every uploaded file of a folder, and says what it has left out', async () => {
	const { above } = tree();
	const { items, hints } = await run('folder', 'downloadAll', { folder: byId(above), returnAll: true });
	expect(names(items).sort()).toEqual(['a.txt', 'b.pdf']);
	for (const { binary } of items) expect(binary?.data?.fileName).toMatch(/^[ab]\./);
	expect(JSON.stringify(hints)).toContain('1 in all');
	const right = await run('folder', 'downloadAll', { folder: byId(above), returnAll: true, options: { levels: 1 } });
	expect(names(right.items)).toEqual(['a.txt']);
});

test('Get Root gives the space in which something lies that gets no folder', async () => {
	const { json } = only((await run('folder', 'getRoot', {})).items);
	expect(platform.store.drive.rootOf(String(json.token))).toBe(bot(platform));
});
