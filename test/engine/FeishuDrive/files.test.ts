/** Files of Drive: up and down, found, moved, copied and taken away. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Container } from '@n8n/di';
import { BinaryDataService } from 'n8n-core';
import type { IBinaryData, INodeParameters } from 'n8n-workflow';

import { makeDocument } from '../../../simulator/drive/make';
import { byId, keepBinaries, only, report, usePlatform, type ItemSpec } from '../../support/engine';
import { ownFile, ownFolder } from '../../support/engine/driveFiles';
import { bot } from '../../support/engine/ownBase';
import { ownPage, ownSpace } from '../../support/engine/wikis';

const platform = usePlatform();
const FILES = '/open-apis/drive/v1/files';
const at = (value: string) => ({ __rl: true, mode: 'url', value });
const file = (operation: string, more: INodeParameters) => ({ resource: 'driveFile', operation, ...more });

async function run(parameters: INodeParameters, items: readonly ItemSpec[] = [{}]) {
	const made = await platform.run({ parameters, items });
	if (made.error) throw made.error;
	return made.items;
}

async function bytesOf(binary: IBinaryData | undefined): Promise<string> {
	if (!binary) throw new Error('The item has no file');
	return (await Container.get(BinaryDataService).getAsBuffer(binary)).toString();
}

/** What lies in a folder, by name and content. */
const lying = (folder: string) =>
	[...platform.store.bases.files.values()]
		.filter(({ parent }) => parent === folder)
		.map(({ name, bytes }) => `${name}: ${bytes.toString().slice(0, 12)}`);
const called = () => platform.calls.map(({ method, path }) => `${method} ${path.slice(FILES.length)}`);
const text = (content: string, fileName = 'notes.txt') => ({
	files: { data: { bytes: Buffer.from(content), fileName, mimeType: 'text/plain' } },
});

/** A server of the web that has one file. */
async function webWith(path: string, body: string, headers: Record<string, string> = {}) {
	const server = createServer((request, response) => {
		const { url } = request;
		response.writeHead(url === path ? 200 : 404, { 'content-type': 'application/pdf', ...headers }).end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return { origin, close: async () => await new Promise((resolve) => server.close(resolve)) };
}

describe('Upload', () => {
	test('takes a file from the web, which has no token of Feishu', async () => {
		const folder = ownFolder(platform);
		const web = await webWith('/files/%E6%8A%A5%E5%91%8A.pdf', 'from the web');
		const parameters = (path: string, privateAddresses = true) =>
			file('upload', {
				fileFrom: 'url',
				fileUrl: `${web.origin}${path}`,
				folder: byId(folder),
				requestOptions: { privateAddresses },
			});
		const { json } = only(await run(parameters('/files/%E6%8A%A5%E5%91%8A.pdf')));
		expect(json).toMatchObject({ name: '报告.pdf', size: 12, uploaded: true });
		expect(lying(folder)).toEqual(['报告.pdf: from the web']);
		platform.reset();
		const { error: missing } = await platform.run({ parameters: parameters('/other.pdf') });
		expect(missing?.message).toBe("The address of 'File URL' answers with HTTP 404");
		const { error: near } = await platform.run({ parameters: parameters('/files/%E6%8A%A5%E5%91%8A.pdf', false) });
		expect(near?.description).toContain('Fetch From Private Networks');
		expect(platform.calls).toEqual([]);
		await web.close();
	});

	test('puts a file into a folder, and gives the address that opens it', async () => {
		const folder = ownFolder(platform);
		const { json } = only(await run(file('upload', { folder: byId(folder) }), [{ files: { data: report } }]));
		expect(json).toMatchObject({ name: '报告 Q3.pdf', type: 'file', size: report.bytes.length, uploaded: true });
		expect(json.url).toContain(`/file/${String(json.token)}`);
		expect(lying(folder)).toEqual(['报告 Q3.pdf: %PDF-1.4 not']);
	});

	test('keeps both files of a name, skips the new one, or replaces the old one by a version', async () => {
		const folder = ownFolder(platform);
		const into = { folder: byId(folder) };
		const first = only(await run(file('upload', into), [text('first')])).json;
		await run(file('upload', into), [text('second')]);
		expect(lying(folder)).toHaveLength(2);
		const other = ownFolder(platform);
		const there = ownFile(platform, { folder: other });
		const skipped = only(await run(file('upload', { folder: byId(other), ifTaken: 'skip' }), [text('x')])).json;
		expect(skipped).toMatchObject({ token: there, uploaded: false });
		expect(lying(other)).toEqual(['notes.txt: some notes']);
		const replaced = only(await run(file('upload', { folder: byId(other), ifTaken: 'replace' }), [text('y')])).json;
		expect(replaced).toMatchObject({ token: there, uploaded: true, replaced: 'version' });
		expect(replaced.version).toEqual(expect.any(String));
		expect(lying(other)).toEqual(['notes.txt: y']);
		expect(first.uploaded).toBe(true);
	});

	test('where the organization has no versions, the old file goes when the new one is there', async () => {
		platform.store.settings.driveOverwrite = 'ignored';
		const folder = ownFolder(platform);
		const old = ownFile(platform, { folder });
		const replace = file('upload', { folder: byId(folder), ifTaken: 'replace' });
		const { json } = only(await run(replace, [text('new')]));
		expect(json).toMatchObject({ replaced: 'deleted' });
		expect(json.token).not.toBe(old);
		expect(lying(folder)).toEqual(['notes.txt: new']);
		platform.simulator.faults.add({
			path: `${FILES}/*`,
			method: 'DELETE',
			action: { type: 'code', http: 403, code: 1062501, msg: 'no' },
		});
		const kept = await platform.run({ parameters: replace, items: [text('newest')] });
		expect(kept.error).toBeUndefined();
		expect(only(kept.items).json).toMatchObject({ replaced: 'kept', uploaded: true });
		expect(lying(folder)).toHaveLength(2);
		platform.store.settings.driveOverwrite = 'version';
	});

	test('two items of one name leave one file, when each replaces what is there', async () => {
		const folder = ownFolder(platform);
		await run(file('upload', { folder: byId(folder), ifTaken: 'replace' }), [text('one'), text('two')]);
		expect(lying(folder)).toEqual(['notes.txt: two']);
	});

	test('a part of a large file that is refused is sent again, and no other', async () => {
		await keepBinaries('stored');
		const folder = ownFolder(platform);
		const bytes = Buffer.alloc(21 * 1024 * 1024, 'not the same in any two blocks');
		platform.simulator.faults.add({ path: `${FILES}/upload_part`, times: 1, action: { type: 'dropBefore' } });
		await run(file('upload', { folder: byId(folder) }), [{ files: { data: { bytes, fileName: 'film.mp4' } } }]);
		const stored = [...platform.store.bases.files.values()].find(({ parent }) => parent === folder);
		expect(stored?.bytes.equals(bytes)).toBe(true);
		expect(called().filter((call) => call.endsWith('upload_part'))).toHaveLength(7);
		expect(called().filter((call) => call.endsWith('upload_prepare'))).toHaveLength(1);
	}, 30_000);

	test('below a page of a wiki it becomes a page', async () => {
		const page = ownPage(platform, ownSpace(platform));
		const where = at(`https://example.feishu.cn/wiki/${page.node_token}`);
		const { json } = only(await run(file('upload', { folder: where }), [text('wiki')]));
		expect(platform.store.wiki.pageOf(String(json.token))).toMatchObject({ obj_type: 'file' });
	});
});

describe('Download', () => {
	const download = (token: string, more: INodeParameters = {}) =>
		file('download', { document: byId(token), documentKind: 'file', ...more });

	test('gives the file under its name, and parts of it', async () => {
		const token = ownFile(platform, { name: '记录.txt', bytes: Buffer.from('0123456789') });
		const whole = only(await run(download(token)));
		expect(whole.json).toMatchObject({ token, name: '记录.txt' });
		expect(await bytesOf(whole.binary?.data)).toBe('0123456789');
		const part = only(await run(download(token, { options: { firstByte: 2, lastByte: 4 } })));
		expect(await bytesOf(part.binary?.data)).toBe('234');
		expect(await bytesOf(only(await run(download(token, { options: { firstByte: 7 } }))).binary?.data)).toBe('789');
	});

	test('an error in place of the file is an error, also at HTTP 200', async () => {
		platform.store.settings.driveDownloadErrors = 'success';
		const token = ownFile(platform, { owner: platform.user.open_id });
		const { error } = await platform.run({ parameters: download(token) });
		platform.store.settings.driveDownloadErrors = 'status';
		expect(error?.message).toBe('The app may not open this document or folder, or not change it');
		expect(error?.description).toContain('code 1061004');
	});

	test('a document of Feishu is told from a file, also behind a page of a wiki', async () => {
		const page = ownPage(platform, ownSpace(platform));
		const { error } = await platform.run({
			parameters: file('download', { document: at(`https://example.feishu.cn/wiki/${page.node_token}`) }),
		});
		expect(error?.message).toBe("The field 'File' holds a page of a wiki with a document in it");
		expect(error?.description).toContain('Export');
	});
});

describe('Get', () => {
	test('asks about all items at once; what is not told is the failure of its item', async () => {
		const token = ownFile(platform, { name: 'a.txt' });
		const document = makeDocument(platform.store, 'docx', { title: 'Plan', owner: bot(platform) }).token;
		const strange = ownFile(platform, { owner: platform.user.open_id });
		const items = [token, strange, document].map((one, at_) => ({
			json: { token: one, kind: at_ === 2 ? 'docx' : 'file' },
		}));
		const made = await platform.run({
			parameters: file('get', { document: byId('={{ $json.token }}'), documentKind: '={{ $json.kind }}' }),
			items,
			onError: 'continueErrorOutput',
		});
		expect(platform.calls).toHaveLength(1);
		expect(made.items.map(({ json }) => json.name)).toEqual(['a.txt', 'Plan']);
		expect(only(made.errorItems).json.error).toBe(`The file or document ${strange} may not be seen`);
	});
});

describe('changes', () => {
	const any = (token: string, documentKind: string, more: INodeParameters = {}) => ({
		document: byId(token),
		documentKind,
		...more,
	});

	test('a folder is moved and deleted with all that is in it, which is waited for', async () => {
		const [above, folder] = [ownFolder(platform), ownFolder(platform, { name: 'Old' })];
		const inside = ownFile(platform, { folder });
		await run(file('move', any(folder, 'folder', { newFolder: byId(above) })));
		expect(platform.store.bases.folders.get(folder)?.parent).toBe(above);
		await run(file('delete', any(above, 'folder')));
		expect([folder, above].map((one) => platform.store.bases.folders.has(one))).toEqual([false, false]);
		expect(platform.store.bases.files.has(inside)).toBe(false);
	}, 30_000);

	test('many changes at once keep to one at a time', async () => {
		const tokens = Array.from({ length: 4 }, () => ownFile(platform));
		const above = ownFolder(platform);
		const items = tokens.map((token) => ({ json: { token } }));
		await run(file('move', any('={{ $json.token }}', 'file', { newFolder: byId(above) })), items);
		expect(lying(above)).toHaveLength(4);
		expect(platform.calls).toHaveLength(4);
	}, 30_000);

	test('a copy keeps its name unless it gets one', async () => {
		const [source, folder] = [ownFile(platform, { name: 'a.txt' }), ownFolder(platform)];
		await run(file('copy', any(source, 'file', { folder: byId(folder) })));
		await run(file('copy', any(source, 'file', { folder: byId(folder), newName: 'b.txt' })));
		expect(lying(folder).sort()).toEqual(['a.txt: some notes', 'b.txt: some notes']);
	});

	test('Rename takes what lies behind a page of a wiki', async () => {
		const page = ownPage(platform, ownSpace(platform));
		const where = at(`https://example.feishu.cn/wiki/${page.node_token}`);
		const { json } = only(await run(file('rename', { document: where, newName: 'New' })));
		expect(json).toEqual({ token: page.obj_token, type: 'docx', name: 'New' });
	});
});

describe('Search', () => {
	test('an app that may not search is told what to do instead', async () => {
		platform.store.settings.driveTenantSearch = 'refused';
		const { error } = await platform.run({ parameters: file('search', { searchFor: 'plan' }) });
		expect(error?.message).toBe('Here Feishu searches for persons only');
		expect(error?.description).toContain(
			'Choose a credential of the kind Feishu OAuth2 API, or list what the app sees',
		);
		expect(error?.description).toContain('Get Many');
	});
});
