/** Message → Send: images, files, audio and video from the input, and what is there already. */
import type { INodeParameters } from 'n8n-workflow';

import { DEMO_STICKER } from '../../../../simulator';
import {
	byEmail,
	byId,
	clip,
	fileOf,
	imageOf,
	keepBinaries,
	list,
	picture,
	PNG,
	report,
	usePlatform,
	voice,
} from '../../../support/engine';
import { senderOf } from '../../../support/engine/sender';

const platform = usePlatform();
const { send, sent } = senderOf(platform);

describe.each(['memory', 'stored'] as const)('files, with binary data in %s', (where) => {
	beforeAll(async () => await keepBinaries(where));

	test.each([
		['image', picture, {}, 'image', undefined],
		['file', report, {}, 'file', { type: 'pdf', name: '报告 Q3.pdf' }],
		['file', { ...report, fileName: 'notes.unknown' }, {}, 'file', { type: 'stream', name: 'notes.unknown' }],
		['file', clip, {}, 'file', { type: 'stream', name: 'clip.mp4' }],
		['audio', voice, { duration: 3.5 }, 'audio', { type: 'opus', duration: 3500 }],
		['audio', voice, {}, 'audio', { type: 'opus', duration: undefined }],
		['video', clip, { duration: 2 }, 'media', { type: 'mp4', duration: 2000 }],
	])('%s from the input in one step', async (messageType, spec, extra, msgType, stored) => {
		const { message, content } = await sent({ messageType, binaryPropertyName: 'attachment', ...extra }, [
			{ files: { attachment: spec } },
		]);
		expect(message.msg_type).toBe(msgType);
		const resource = stored
			? platform.store.files.get(String(content.file_key))
			: platform.store.images.get(String(content.image_key));
		expect(resource).toMatchObject(stored ?? { type: 'message' });
		expect(resource?.bytes.equals(spec.bytes)).toBe(true);
		expect(platform.routes).toEqual([
			`POST /open-apis/im/v1/${stored ? 'files' : 'images'}`,
			'POST /open-apis/im/v1/messages',
		]);
	});

	test('a file of some megabytes arrives whole', async () => {
		const spec = fileOf(5 * 1024 * 1024 + 3);
		const { content } = await sent({ messageType: 'file' }, [{ files: { data: spec } }]);
		expect(platform.store.files.get(String(content.file_key))?.bytes.equals(spec.bytes)).toBe(true);
	});

	const pages = Buffer.alloc(27);
	pages.write('OggS', 0);
	pages.writeBigInt64LE(48_000n * 7n, 6);
	const seven = { bytes: Buffer.concat([pages, Buffer.from('OpusHead')]), fileName: 'v.opus', mimeType: 'audio/opus' };
	const mp3 = { bytes: Buffer.from('ID3'), fileName: 'v.opus', mimeType: 'audio/opus' };

	test.each(['audio', 'files'])('an Opus file goes out as %s with its length', async (messageType) => {
		const { message, content } = await sent({ messageType }, [{ files: { data: seven } }]);
		expect(message.msg_type).toBe('audio');
		expect(platform.store.files.get(String(content.file_key))).toMatchObject({ type: 'opus', duration: 7000 });
	});

	test('what only is called Opus is refused as a voice message, and is a file among files', async () => {
		for (const duration of [0, 5]) {
			const { error } = await send({ messageType: 'audio', duration }, [{ files: { data: mp3 } }]);
			expect(error?.message).toBe("The file 'v.opus' is no Opus, which voice messages must be");
		}
		expect(platform.simulator.requests).toEqual([]);
		const { message, content } = await sent({ messageType: 'files' }, [{ files: { data: mp3 } }]);
		expect(message.msg_type).toBe('file');
		expect(platform.store.files.get(String(content.file_key))).toMatchObject({ type: 'stream', name: 'v.opus' });
	});

	test('a voice under another name is a voice among files, and what only is called MP4 a file', async () => {
		const voiceOf = { ...seven, fileName: 'voice.oga', mimeType: 'audio/ogg' };
		const webm = { bytes: Buffer.from('\x1a\x45\xdf\xa3 webm', 'latin1'), fileName: 'v.mp4', mimeType: 'video/mp4' };
		const spoken = await sent({ messageType: 'files' }, [{ files: { data: voiceOf } }]);
		expect(spoken.message.msg_type).toBe('audio');
		expect(platform.store.files.get(String(spoken.content.file_key))).toMatchObject({ type: 'opus', duration: 7000 });
		const other = await sent({ messageType: 'files' }, [{ files: { data: webm } }]);
		expect(other.message.msg_type).toBe('file');
		platform.reset();
		const { error } = await send({ messageType: 'video' }, [{ files: { data: webm } }]);
		expect(error?.message).toBe("The file 'v.mp4' is no MP4, which videos must be");
		expect(platform.simulator.requests).toEqual([]);
	});

	test.each([
		['image', imageOf(10 * 1024 * 1024 + 1), "The file 'big.png' has 10 MB; the limit is 10 MB"],
		['file', fileOf(30 * 1024 * 1024 + 1), "The file 'big.bin' has 30 MB; the limit is 30 MB"],
		['image', fileOf(0, 'empty.png'), "The file 'empty.png' is empty"],
		['video', fileOf(0, 'empty.mp4'), "The file 'empty.mp4' is empty"],
	])('%s of a size that Feishu refuses is refused before any call', async (messageType, spec, message) => {
		const { error } = await send({ messageType }, [{ files: { data: spec } }]);
		expect(error?.message).toBe(message);
		expect(platform.simulator.requests).toEqual([]);
	});

	test('an upload whose connection breaks is sent again, whole', async () => {
		platform.simulator.faults.add({ path: '/open-apis/im/v1/files', times: 1, action: { type: 'dropAfter' } });
		const { content } = await sent({ messageType: 'file' }, [{ files: { data: report } }]);
		expect(platform.store.files.get(String(content.file_key))?.bytes.equals(report.bytes)).toBe(true);
		expect(platform.routes).toEqual([
			'POST /open-apis/im/v1/files',
			'POST /open-apis/im/v1/files',
			'POST /open-apis/im/v1/messages',
		]);
	});

	test('an upload whose token is refused is sent again, whole', async () => {
		platform.simulator.revokeTokens();
		const { content } = await sent({ messageType: 'image' }, [{ files: { data: picture } }]);
		expect(platform.store.images.get(String(content.image_key))?.bytes.equals(PNG)).toBe(true);
		expect(platform.tokenRequests).toHaveLength(1);
	});
});

describe('what is there already', () => {
	test.each([
		['image', () => ({ mediaSource: 'key', imageKey: platform.image() }), 'image'],
		['file', () => ({ mediaSource: 'key', fileKey: platform.file() }), 'file'],
		['audio', () => ({ mediaSource: 'key', fileKey: platform.file(voice, 'opus') }), 'audio'],
		[
			'video',
			() => ({ mediaSource: 'key', fileKey: platform.file(clip, 'mp4'), coverImageKey: platform.image() }),
			'media',
		],
		['sticker', () => ({ stickerKey: DEMO_STICKER }), 'sticker'],
		['shareChat', () => ({ sharedChat: list(platform.chat.chat_id) }), 'share_chat'],
		['shareUser', () => ({ sharedUser: byId(platform.user.open_id) }), 'share_user'],
		['shareUser', () => ({ sharedUser: byEmail(platform.user.email) }), 'share_user'],
	])('%s by key or ID', async (messageType, parameters, msgType) => {
		const entered = parameters() as INodeParameters & {
			imageKey?: string;
			fileKey?: string;
			coverImageKey?: string;
			stickerKey?: string;
		};
		const { message, content } = await sent({ messageType, ...entered });
		expect(message.msg_type).toBe(msgType);
		const expected = {
			image: { image_key: entered.imageKey },
			file: { file_key: entered.fileKey },
			audio: { file_key: entered.fileKey },
			media: { file_key: entered.fileKey, image_key: entered.coverImageKey },
			sticker: { file_key: entered.stickerKey },
			share_chat: { chat_id: platform.chat.chat_id },
			share_user: { user_id: platform.user.open_id },
		}[msgType];
		expect(content).toMatchObject(expected ?? {});
		expect(platform.routes.filter((route) => route.endsWith('/files') || route.endsWith('/images'))).toEqual([]);
	});
});
