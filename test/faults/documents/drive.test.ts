/** Files in blocks, and paths of folders, while Drive is busy and the line breaks: nothing is lost, nothing is there twice. */
import { createHash } from 'node:crypto';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId, only, usePlatform, type ItemSpec } from '../../support/engine';
import { ownFolder } from '../../support/engine/driveFiles';
import { busyScene, LINE_SCENES, type Scene } from '../../support/engine/scenes';

const PART = '/open-apis/drive/v1/files/upload_part';
const FOLDERS = '/open-apis/drive/v1/files/create_folder';
const BLOCK = 4 * 1024 * 1024;
const BLOCKS = 10;

const SCENES: readonly Scene[] = [...LINE_SCENES, busyScene(1061045)];

jest.setTimeout(600_000);

const platform = usePlatform();

async function give(parameters: INodeParameters, items: readonly ItemSpec[] = [{}]): Promise<IDataObject> {
	const { error, items: made } = await platform.run({ parameters, items });
	if (error) throw error;
	return only(made).json;
}

/** No two blocks are the same, so that one in the wrong place is found. */
const bytes = Buffer.concat(Array.from({ length: BLOCKS }, (_gap, at) => Buffer.alloc(BLOCK - (at === 0 ? 7 : 0), at)));

const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');

const lying = (folder: string) => [...platform.store.bases.files.values()].filter(({ parent }) => parent === folder);

describe.each(SCENES)('Drive: $name', (scene) => {
	test('Upload puts each block where it belongs, into one file', async () => {
		const folder = ownFolder(platform);
		platform.reset();
		for (const fault of scene.faults(PART)) platform.simulator.faults.add(fault);
		await give({ resource: 'driveFile', operation: 'upload', folder: byId(folder) }, [
			{ files: { data: { bytes, fileName: 'large.bin', mimeType: 'application/octet-stream' } } },
		]);
		expect(lying(folder).map(({ bytes: there }) => hashOf(there))).toEqual([hashOf(bytes)]);
		expect(platform.calls.filter(({ path }) => path === PART).length).toBeGreaterThan(BLOCKS);
	});
});

test('a folder whose making got no answer is looked for before it is made', async () => {
	const parentFolder = ownFolder(platform);
	for (const type of ['dropAfter', 'dropBefore'] as const) {
		platform.simulator.faults.add({ path: FOLDERS, skip: 1, times: 1, action: { type } });
		const where = { resource: 'folder', operation: 'ensurePath', parentFolder: byId(parentFolder) };
		const path = { folderPath: `${type}/2026/November` };
		// What may have arrived is not repeated; the next run finds what is there.
		await give({ ...where, ...path }).catch(() => undefined);
		const { token } = await give({ ...where, ...path });
		const folders = [...platform.store.bases.folders.values()];
		const below = (parent: string, name: string) => {
			const found = folders.filter((one) => one.parent === parent && one.name === name);
			return only(found).token;
		};
		expect(below(below(below(parentFolder, type), '2026'), 'November')).toBe(token);
	}
});
