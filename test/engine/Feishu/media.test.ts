/** Uploads and downloads, with binary data in the items and in n8n's storage. */
import { Container } from '@n8n/di';
import { BinaryDataService } from 'n8n-core';
import type { IBinaryData, INodeParameters } from 'n8n-workflow';

import {
	byId,
	clip,
	fileOf,
	type ItemSpec,
	keepBinaries,
	only,
	picture,
	PNG,
	report,
	usePlatform,
} from '../../support/engine';

const platform = usePlatform();

async function run(operation: string, parameters: INodeParameters, items?: readonly ItemSpec[]) {
	const result = await platform.run({ parameters: { resource: 'media', operation, ...parameters }, items });
	if (result.error) throw result.error;
	return only(result.items);
}

async function bytesOf(binary: IBinaryData | undefined): Promise<Buffer> {
	if (!binary) throw new Error('The item has no file');
	return await Container.get(BinaryDataService).getAsBuffer(binary);
}

describe.each(['memory', 'stored'] as const)('with binary data in %s', (where) => {
	beforeAll(async () => await keepBinaries(where));

	test.each(['message', 'avatar'])('Upload Image as %s', async (imageType) => {
		const { json } = await run('uploadImage', { imageType, binaryPropertyName: 'data' }, [
			{ files: { data: picture } },
		]);
		const stored = platform.store.images.get(String(json.image_key));
		expect(stored).toMatchObject({ type: imageType });
		expect(stored?.bytes.equals(PNG)).toBe(true);
		expect(json).toMatchObject({ file_name: '图 1.png', size: PNG.length });
	});

	test('Upload File finds the type from the name, and takes another name, type and duration', async () => {
		const plain = await run('uploadFile', {}, [{ files: { data: report } }]);
		expect(plain.json).toMatchObject({ file_name: '报告 Q3.pdf', file_type: 'pdf', size: report.bytes.length });
		expect(platform.store.files.get(String(plain.json.file_key))).toMatchObject({ name: '报告 Q3.pdf', type: 'pdf' });
		const changed = await run('uploadFile', { options: { fileName: 'call.mp4', fileType: 'mp4', duration: 12.345 } }, [
			{ files: { data: clip } },
		]);
		expect(platform.store.files.get(String(changed.json.file_key))).toMatchObject({
			name: 'call.mp4',
			type: 'mp4',
			duration: 12345,
		});
	});

	test('Upload File takes a file that has no name', async () => {
		const { json } = await run('uploadFile', {}, [
			{ files: { data: { bytes: report.bytes, mimeType: 'application/pdf' } } },
		]);
		expect(json).toMatchObject({ file_name: 'file.pdf', file_type: 'pdf' });
		expect(platform.store.files.get(String(json.file_key))?.bytes.equals(report.bytes)).toBe(true);
	});

	test('Download File keeps bytes, name and type', async () => {
		const { json, binary } = await run('downloadFile', { fileKey: platform.file(), outputField: 'attachment' });
		expect(json).toMatchObject({ file_name: '报告 Q3.pdf', mime_type: 'application/pdf' });
		expect(binary?.attachment).toMatchObject({
			fileName: '报告 Q3.pdf',
			mimeType: 'application/pdf',
			fileExtension: 'pdf',
		});
		expect((await bytesOf(binary?.attachment)).equals(report.bytes)).toBe(true);
		expect(Boolean(binary?.attachment?.id)).toBe(where === 'stored');
	});

	test('downloads of several items stay with their items', async () => {
		const keys = [report, picture].map((file) => platform.file(file));
		const items = keys.map((key) => ({ json: { key } }));
		const parameters = { resource: 'media', operation: 'downloadFile', fileKey: '={{ $json.key }}' };
		const { items: found } = await platform.run({ parameters, items });
		expect(found.map(({ json, pairedItem }) => [json.file_key, pairedItem])).toEqual(
			keys.map((key, item) => [key, { item }]),
		);
		expect((await bytesOf(found[1]?.binary?.data)).equals(PNG)).toBe(true);
	});

	test('Download Image', async () => {
		const { binary } = await run('downloadImage', { imageKey: platform.image() });
		expect(binary?.data).toMatchObject({ mimeType: 'image/png' });
		expect((await bytesOf(binary?.data)).equals(PNG)).toBe(true);
	});

	test.each([
		['image', 'type=image'],
		['file', 'type=file'],
	])('Download Message Attachment: %s', async (kind, query) => {
		const key = kind === 'image' ? platform.image() : platform.file();
		const message = platform.userMessage(kind === 'image' ? { image_key: key } : { file_key: key }, kind);
		const { binary, json } = await run('downloadAttachment', {
			messageId: byId(message.message_id),
			fileKey: key,
			options: { fileName: 'mine.bin' },
		});
		expect(json).toMatchObject({ message_id: message.message_id, file_key: key, file_name: 'mine.bin' });
		expect((await bytesOf(binary?.data)).equals(kind === 'image' ? PNG : report.bytes)).toBe(true);
		expect(only(platform.calls).query).toBe(query);
	});

	test('a download of some megabytes arrives whole', async () => {
		const large = fileOf(6 * 1024 * 1024 + 1);
		const { binary } = await run('downloadFile', { fileKey: platform.file(large) });
		expect((await bytesOf(binary?.data)).equals(large.bytes)).toBe(true);
	});

	test('a JSON file is a file, not an error', async () => {
		const bytes = Buffer.from('{"code":5,"msg":"mine"}');
		const key = platform.file({ bytes, fileName: 'data.json', mimeType: 'application/json' }, 'stream');
		const { binary } = await run('downloadFile', { fileKey: key });
		expect((await bytesOf(binary?.data)).equals(bytes)).toBe(true);
	});

	test.each(['truncate', 'dropBefore'] as const)(
		'a download that breaks off (%s) is fetched again, whole',
		async (type) => {
			const large = fileOf(300_000);
			platform.simulator.faults.add({ path: '/open-apis/im/v1/files/:key', times: 1, action: { type } });
			const { binary } = await run('downloadFile', { fileKey: platform.file(large) });
			expect((await bytesOf(binary?.data)).equals(large.bytes)).toBe(true);
			expect(platform.calls).toHaveLength(2);
		},
	);

	test.each([200, 400])('a download whose token is refused at HTTP %i is fetched again', async (http) => {
		platform.simulator.faults.add({
			path: '/open-apis/im/v1/files/:key',
			times: 1,
			action: { type: 'code', http, code: 99991663 },
		});
		const { binary } = await run('downloadFile', { fileKey: platform.file() });
		expect((await bytesOf(binary?.data)).equals(report.bytes)).toBe(true);
		expect(platform.tokenRequests).toHaveLength(1);
	});
});
