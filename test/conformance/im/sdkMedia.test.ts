import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Client } from '@larksuiteoapi/node-sdk';
import { type Fixture, PNG, sdkClient, startFixture } from '../../support/conformance/harness';

/** The SDK leaves the headers of a download untyped. */
type Headers = Record<string, string>;

describe('uploads and downloads through the official SDK', () => {
	let fixture: Fixture;
	let client: Client;

	beforeAll(async () => {
		fixture = await startFixture();
		client = sdkClient(fixture.simulator);
	});
	afterAll(() => fixture.simulator.close());

	const upload = async (
		file_type: 'opus' | 'mp4' | 'pdf' | 'stream',
		file_name: string,
		bytes: Buffer,
		duration?: number,
	) => {
		const answer = await client.im.v1.file.create({
			data: { file_type, file_name, file: bytes, ...(duration === undefined ? {} : { duration }) },
		});
		return answer?.file_key ?? '';
	};

	const send = async (msg_type: string, content: object) =>
		(
			await client.im.v1.message.create({
				params: { receive_id_type: 'chat_id' },
				data: { receive_id: fixture.chatId, msg_type, content: JSON.stringify(content) },
			})
		).data ?? {};

	it('uploads an image from a buffer, sends it, and downloads it from both places', async () => {
		const uploaded = await client.im.v1.image.create({ data: { image_type: 'message', image: PNG } });
		const key = uploaded?.image_key ?? '';
		expect(key).toMatch(/^img_v3_/);
		const own = await client.im.v1.image.get({ path: { image_key: key } });
		expect((own.headers as Headers)['content-type']).toBe('image/png');
		expect(await buffer(own.getReadableStream())).toEqual(PNG);
		const message = await send('image', { image_key: key });
		const attached = await client.im.v1.messageResource.get({
			path: { message_id: message.message_id ?? '', file_key: key },
			params: { type: 'image' },
		});
		expect(await buffer(attached.getReadableStream())).toEqual(PNG);
	});

	it.each([
		['bytes', `attachment; filename="${Buffer.from('报告 1.txt').toString('latin1')}"`],
		['encoded', `attachment; filename*=UTF-8''${encodeURIComponent('报告 1.txt')}`],
		['both', `attachment; filename="__ 1.txt"; filename*=UTF-8''${encodeURIComponent('报告 1.txt')}`],
	] as const)('uploads a file from a stream and keeps its name (%s)', async (downloadNames, disposition) => {
		fixture.simulator.store.settings.downloadNames = downloadNames;
		const folder = await mkdtemp(path.join(tmpdir(), 'simulator-'));
		try {
			const source = path.join(folder, 'source.bin');
			await writeFile(source, 'some bytes');
			const answer = await client.im.v1.file.create({
				data: { file_type: 'stream', file_name: '报告 1.txt', file: createReadStream(source) },
			});
			const download = await client.im.v1.file.get({ path: { file_key: answer?.file_key ?? '' } });
			expect((download.headers as Headers)['content-disposition']).toBe(disposition);
			expect((await buffer(download.getReadableStream())).toString()).toBe('some bytes');
		} finally {
			await rm(folder, { recursive: true });
		}
	});

	it('sends file, audio and video with what the upload knew', async () => {
		const image = (await client.im.v1.image.create({ data: { image_type: 'message', image: PNG } }))?.image_key ?? '';
		const file = await upload('pdf', 'a.pdf', Buffer.from('%PDF'));
		const audio = await upload('opus', 'a.opus', Buffer.from('OggS'), 3000);
		const video = await upload('mp4', 'a.mp4', Buffer.from('....ftyp'), 9000);
		const contents = [
			await send('file', { file_key: file }),
			await send('audio', { file_key: audio }),
			await send('media', { file_key: video, image_key: image }),
		].map((message) => JSON.parse(message.body?.content ?? '{}') as unknown);
		expect(contents).toEqual([
			{ file_key: file, file_name: 'a.pdf' },
			{ file_key: audio, duration: 3000 },
			{ file_key: video, image_key: image, file_name: 'a.mp4', duration: 9000 },
		]);
	});
});
