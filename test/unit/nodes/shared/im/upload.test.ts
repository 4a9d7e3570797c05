import { FILE_LIMIT_BYTES, IMAGE_LIMIT_BYTES } from '../../../../../feishu/im/files';
import type { InputFile } from '../../../../../nodes/shared/client/binary';
import { UPLOAD_FILE, UPLOAD_IMAGE, uploadFile, uploadImage } from '../../../../../nodes/shared/im/upload';
import { rejectionOf } from '../../../../support/feishuCalls';
import { recordingClient } from '../../../../support/nodes/calls';

/** As it begins, whatever it is called. */
const OPUS = 'OggS OpusHead';

const fileOf = (size: number, fileName = '报告.pdf', bytes = 'abc'): InputFile => ({
	fileName,
	mimeType: 'application/pdf',
	size,
	part: async () => await Promise.resolve(new File([bytes], fileName, { type: 'application/pdf' })),
});

const answers = { [UPLOAD_IMAGE]: { image_key: 'img_1' }, [UPLOAD_FILE]: { file_key: 'file_1' } };

it.each([
	[undefined, 'message'],
	['avatar' as const, 'avatar'],
])('uploads an image as %s, as often as it takes', async (type, image_type) => {
	const { feishu, calls } = recordingClient(answers);
	await expect(uploadImage(feishu, fileOf(3, 'a.png'), 'Input', type)).resolves.toBe('img_1');
	expect(calls).toEqual([{ endpoint: UPLOAD_IMAGE, idempotent: true, form: { image_type, image: expect.any(File) } }]);
	expect(calls[0]?.form?.image).toMatchObject({ name: 'a.png', size: 3 });
});

it.each([
	[{}, { file_type: 'pdf', file_name: '报告.pdf' }],
	[{ fileName: 'b.docx' }, { file_type: 'doc', file_name: 'b.docx' }],
	[{ fileType: 'stream' as const }, { file_type: 'stream', file_name: '报告.pdf' }],
	[
		{ fileName: '', duration: 0 },
		{ file_type: 'pdf', file_name: '报告.pdf' },
	],
	[
		{ fileType: 'opus' as const, duration: 1500.4 },
		{ file_type: 'opus', file_name: '报告.pdf', duration: '1500' },
		OPUS,
	],
])('uploads a file with %j', async (upload, fields, bytes?: string) => {
	const { feishu, calls } = recordingClient(answers);
	await expect(uploadFile(feishu, fileOf(3, '报告.pdf', bytes), 'Input', upload)).resolves.toBe('file_1');
	expect(calls).toEqual([{ endpoint: UPLOAD_FILE, idempotent: true, form: { ...fields, file: expect.any(File) } }]);
});

describe('before anything is sent', () => {
	it.each([
		['an image', uploadImage, IMAGE_LIMIT_BYTES],
		['a file', uploadFile, FILE_LIMIT_BYTES],
	])('%s is refused when it is empty or too large, to the byte', async (_what, upload, limit) => {
		const { feishu, calls } = recordingClient(answers);
		for (const size of [0, limit + 1]) {
			const error = await rejectionOf(upload(feishu, fileOf(size), 'Input Data Field Name'));
			expect(error).toMatchObject({ name: 'InputError', field: 'Input Data Field Name' });
			expect(error.message).toContain("The file '报告.pdf'");
		}
		expect(calls).toEqual([]);
		await upload(feishu, fileOf(limit), 'Input');
		expect(calls).toHaveLength(1);
	});
});
