/** Files into documents and out of them. */
import { Container } from '@n8n/di';
import { BinaryDataService } from 'n8n-core';
import type { IBinaryData, INodeParameters } from 'n8n-workflow';

import { WHOLE_LIMIT_BYTES } from '../../../feishu/drive/uploadLimits';
import { fileOf, keepBinaries, only, report, usePlatform, type ItemSpec } from '../../support/engine';
import { driveNode } from '../../support/engine/drive';

const platform = usePlatform();
const MEDIAS = '/open-apis/drive/v1/medias';

/** The base of a person that the app may manage. */
const base = () => only([...platform.store.bases.all.values()]);

async function run(operation: string, parameters: INodeParameters, items?: readonly ItemSpec[]) {
	return await platform.run({ node: driveNode, parameters: { resource: 'drive', operation, ...parameters }, items });
}

async function upload(spec: ItemSpec, parameters: INodeParameters = {}) {
	const result = await run('upload', { base: base().app_token, ...parameters }, [spec]);
	if (result.error) throw result.error;
	const media = platform.store.bases.medias.get(String(only(result.items).json.file_token));
	if (!media) throw new Error('Nothing was uploaded');
	return media;
}

async function bytesOf(binary: IBinaryData | undefined): Promise<Buffer> {
	if (!binary) throw new Error('The item has no file');
	return await Container.get(BinaryDataService).getAsBuffer(binary);
}

/** The last part of each path. */
const called = () => platform.calls.map(({ path }) => path.split('/').at(-1));

describe.each(['memory', 'stored'] as const)('with binary data in %s', (where) => {
	beforeAll(async () => await keepBinaries(where));

	test.each([
		['a small file', report.bytes.length, report],
		['20 MiB exactly', WHOLE_LIMIT_BYTES, fileOf(WHOLE_LIMIT_BYTES)],
	])('%s goes in one request', async (_what, size, file) => {
		const media = await upload({ files: { data: file } });
		expect(media).toMatchObject({ name: file.fileName, parent_type: 'bitable_file', parent_node: base().app_token });
		expect(media.bytes.equals(file.bytes) && media.bytes.length === size).toBe(true);
		expect(called()).toEqual(['upload_all']);
	});

	test('21 MiB go in blocks of 4', async () => {
		const bytes = Buffer.alloc(21 * 1024 * 1024, 'not the same in any two blocks of four megabytes');
		const media = await upload({ files: { data: { bytes, fileName: 'film.mp4' } } });
		expect(media.bytes.equals(bytes)).toBe(true);
		expect(media.name).toBe('film.mp4');
		const parts = Array.from({ length: 6 }, () => 'upload_part');
		expect(called()).toEqual(['upload_prepare', ...parts, 'upload_finish']);
	}, 30_000);
});

describe('uploads', () => {
	test('go one after the other, whichever items they are of', async () => {
		const items = Array.from({ length: 4 }, (_, index) => ({ files: { data: fileOf(300_000 + index) } }));
		const { error, items: out } = await run('upload', { base: base().app_token }, items);
		expect(error).toBeUndefined();
		expect(out).toHaveLength(4);
		// The platform refuses two at one time, and was never asked for that.
		expect(called()).toEqual(Array.from({ length: 4 }, () => 'upload_all'));
	});

	test.each(['dropBefore', 'dropAfter'] as const)('a lost answer (%s) is asked for again', async (type) => {
		platform.simulator.faults.add({ path: `${MEDIAS}/upload_all`, times: 1, action: { type } });
		await upload({ files: { data: report } });
		expect(called()).toEqual(['upload_all', 'upload_all']);
	});

	test('a busy platform is waited for, and told of when that does not help', async () => {
		const busy = (times: number) =>
			platform.simulator.faults.add({
				path: `${MEDIAS}/upload_all`,
				times,
				action: { type: 'code', http: 200, code: 1061045, msg: 'can retry.' },
			});
		busy(1);
		await upload({ files: { data: report } });
		busy(9);
		const { error } = await run('upload', { base: base().app_token, requestOptions: { tries: 2 } }, [
			{ files: { data: report } },
		]);
		expect(error?.message).toBe('Too many uploads or downloads at once');
	});

	test('an upload that has expired meanwhile is begun anew, once', async () => {
		const file = { bytes: Buffer.alloc(WHOLE_LIMIT_BYTES + 1, 5), fileName: 'a.bin' };
		platform.simulator.faults.add({
			path: `${MEDIAS}/upload_finish`,
			times: 1,
			action: { type: 'code', http: 400, code: 1061021, msg: 'upload id expire.' },
		});
		expect((await upload({ files: { data: file } })).bytes).toHaveLength(WHOLE_LIMIT_BYTES + 1);
		expect(called().filter((name) => name === 'upload_prepare')).toHaveLength(2);
	}, 30_000);

	test('a name that is too long is shortened, and an empty file refused before any call', async () => {
		const { name } = await upload({ files: { data: { ...report, fileName: `${'长'.repeat(300)}.pdf` } } });
		expect(name).toBe(`${'长'.repeat(246)}.pdf`);
		platform.reset();
		const empty = { bytes: Buffer.alloc(0), fileName: 'empty.txt', mimeType: 'text/plain' };
		const { error } = await run('upload', { base: base().app_token }, [{ files: { data: empty } }]);
		expect(error?.message).toBe("The file 'empty.txt' is empty");
		expect(platform.simulator.requests).toEqual([]);
	});

	test.each([
		['a base that is not there', 'bascnNothing', /^The document or folder for the file was deleted/],
		['a base of somebody else', 'strange', /^The app may not open this document or folder/],
	])('into %s', async (_what, token, message) => {
		if (token === 'strange')
			platform.store.bases.all.set(token, { ...base(), app_token: token, owner: 'ou_other', members: [] });
		const { error } = await run('upload', { base: token }, [{ files: { data: report } }]);
		platform.store.bases.all.delete('strange');
		expect(error?.message).toMatch(message);
	});

	test('into a folder of Drive, whole or in blocks; a lost answer is not asked for again', async () => {
		const films = { bytes: Buffer.alloc(WHOLE_LIMIT_BYTES + 5, 'film'), fileName: 'film.mp4' };
		const { error, items } = await run('toFolder', { folder: '' }, [
			{ files: { data: report } },
			{ files: { data: films } },
		]);
		expect(error).toBeUndefined();
		const made = items.map(({ json }) => platform.store.bases.files.get(String(json.file_token)));
		expect(made.map((file) => [file?.name, file?.parent])).toEqual([
			['报告 Q3.pdf', ''],
			['film.mp4', ''],
		]);
		expect(made[1]?.bytes.equals(films.bytes)).toBe(true);
		const path = '/open-apis/drive/v1/files/upload_all';
		platform.reset();
		platform.simulator.faults.add({ path, times: 1, action: { type: 'dropAfter' } });
		const lost = await run('toFolder', { folder: '' }, [{ files: { data: report } }]);
		expect(lost.error?.description).toContain('It may have been carried out all the same');
		expect(called()).toEqual(['upload_all']);
	}, 30_000);

	test('into a folder of somebody else, or that is not there', async () => {
		const owner = 'ou_other';
		platform.store.bases.folders.set('fldcnOther', { token: 'fldcnOther', name: 'Theirs', owner, parent: '' });
		const into = async (folder: string) => (await run('toFolder', { folder }, [{ files: { data: report } }])).error;
		expect((await into('fldcnOther'))?.message).toMatch(/^The app may not open this document or folder/);
		expect((await into('fldcnNone'))?.message).toMatch(/^The file, document or folder does not exist/);
	});
});

describe('downloads', () => {
	beforeAll(async () => await keepBinaries('stored'));
	afterEach(() => (base().is_advanced = false));

	/** A file in a cell, with what names the cell. */
	async function attached(file = report) {
		const { file_token } = await upload({ files: { data: file } });
		const tables = [...base().tables.values()];
		const table = tables.find(({ fields }) => fields.some(({ type }) => type === 17));
		const field = table?.fields.find(({ type }) => type === 17);
		const [record, other] = [...(table?.records.values() ?? [])];
		if (!table || !field || !record || !other) throw new Error('The base has no cell for files');
		record.cells.set(field.field_id, [file_token]);
		platform.reset();
		return {
			file: file_token,
			cell: { table: table.table_id, field: field.field_id, rec: record.record_id },
			otherRecord: other.record_id,
		};
	}

	test('keep bytes, name and type', async () => {
		const { file } = await attached();
		const { items } = await run('download', { file });
		const { data } = only(items).binary ?? {};
		expect(data).toMatchObject({ fileName: '报告 Q3.pdf', mimeType: 'application/pdf' });
		expect((await bytesOf(data)).equals(report.bytes)).toBe(true);
	});

	test('a base with advanced permissions gives a file for its cell, and says so without', async () => {
		const { file, cell, otherRecord } = await attached();
		base().is_advanced = true;
		const { items } = await run('download', { file, ...cell });
		expect((await bytesOf(only(items).binary?.data)).equals(report.bytes)).toBe(true);
		const bare = await run('download', { file });
		expect(bare.error?.message).toBe('Feishu refused a value of the request for a file');
		expect(bare.error?.description).toContain('advanced permissions');
		const wrong = await run('download', { file, ...cell, rec: otherRecord });
		expect(wrong.error?.message).toMatch(/^The app may not open this document or folder/);
	});

	test('other bases take what names the cell, too', async () => {
		const { file, cell } = await attached();
		const { items, error } = await run('download', { file, ...cell });
		expect(error).toBeUndefined();
		expect(only(items).binary?.data).toBeDefined();
	});

	test('a token that nobody has given', async () => {
		const { error } = await run('download', { file: 'boxcnNothing' });
		expect(error?.message).toMatch(/^The file, document or folder does not exist, or this app can't see it/);
	});
});
