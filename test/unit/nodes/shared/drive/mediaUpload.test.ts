import { CallError } from '../../../../../feishu/api/call';
import { adler32 } from '../../../../../feishu/drive/adler32';
import { WHOLE_LIMIT_BYTES } from '../../../../../feishu/drive/uploadLimits';
import { isInputError } from '../../../../../feishu/input';
import type { InputFile } from '../../../../../nodes/shared/client/binary';
import {
	DRIVE_UPLOADS,
	MEDIA_UPLOADS,
	uploadDriveFile,
	uploadMedia,
} from '../../../../../nodes/shared/drive/mediaUpload';
import { failure, rejectionOf } from '../../../../support/feishuCalls';
import { recordingClient, type Call } from '../../../../support/nodes/calls';

/** No two blocks of it are the same. */
const bytesOf = (size: number) => Buffer.alloc(size, 'what no block has twice, because 4 MB is no multiple of it');

function fileOf(size: number, fileName = 'big.bin'): InputFile & { opened: number } {
	const file = {
		fileName,
		mimeType: 'application/octet-stream',
		size,
		opened: 0,
		part: async () => {
			file.opened += 1;
			return await Promise.resolve(new File([bytesOf(size)], fileName));
		},
	};
	return file;
}

const IN_BASE = { label: 'File', parentType: 'bitable_file', parentNode: 'bascn1' } as const;
const [WHOLE = '', PREPARE = '', PART = '', FINISH = ''] = MEDIA_UPLOADS;
const TOKEN = { file_token: 'box1' };
const BLOCK = 4_000_000;
const prepared = (block_num: number) => ({ upload_id: 'up1', block_size: BLOCK, block_num });

const refused = (code: number) => () => {
	throw new CallError(failure({ code }), { attempts: 1, waitedMs: 0, renewed: false });
};

describe('up to 20 MiB', () => {
	it('goes in one request, with the file behind what tells about it', async () => {
		const { feishu, calls } = recordingClient({ [WHOLE]: TOKEN });
		await expect(uploadMedia(feishu, fileOf(3, '图 1.png'), IN_BASE)).resolves.toBe('box1');
		expect(calls).toEqual([
			expect.objectContaining({
				endpoint: WHOLE,
				idempotent: true,
				paces: [expect.objectContaining({ atOnce: 1, key: 'uploads cli_fake ' })],
			}),
		]);
		expect(Object.entries(calls[0]?.form ?? {})).toEqual([
			['file_name', '图 1.png'],
			['parent_type', 'bitable_file'],
			['parent_node', 'bascn1'],
			['extra', '{"drive_route_token":"bascn1"}'],
			['size', '3'],
			['file', expect.any(File)],
		]);
	});

	it('names the document where the parent is a block of it', async () => {
		const { feishu, calls } = recordingClient({ [WHOLE]: TOKEN });
		const target = { label: 'Image', parentType: 'docx_image', parentNode: 'block1' } as const;
		await uploadMedia(feishu, fileOf(3), { ...target, extra: { drive_route_token: 'doc1' } });
		await uploadMedia(feishu, fileOf(3), target);
		expect(calls.map(({ form }) => form?.extra)).toEqual(['{"drive_route_token":"doc1"}', undefined]);
	});

	it('refuses an empty file before any call', async () => {
		const { feishu, calls } = recordingClient();
		const error = await rejectionOf(uploadMedia(feishu, fileOf(0), IN_BASE));
		expect(isInputError(error) && error.field).toBe('File');
		expect(calls).toEqual([]);
	});

	it.each([
		[WHOLE_LIMIT_BYTES, [WHOLE]],
		[WHOLE_LIMIT_BYTES + 1, [PREPARE, ...Array.from({ length: 6 }, () => PART), FINISH]],
	])('%d bytes', async (size, endpoints) => {
		const { feishu, calls } = recordingClient({ [WHOLE]: TOKEN, [PREPARE]: prepared(6), [FINISH]: TOKEN });
		await expect(uploadMedia(feishu, fileOf(size), IN_BASE)).resolves.toBe('box1');
		expect(calls.map(({ endpoint }) => endpoint)).toEqual(endpoints);
	});
});

describe('in blocks', () => {
	const size = WHOLE_LIMIT_BYTES + 1;

	it('sends what the platform asked for, in order', async () => {
		const { feishu, calls } = recordingClient({ [PREPARE]: prepared(6), [FINISH]: TOKEN });
		await uploadMedia(feishu, fileOf(size, ` ${'n'.repeat(300)}.zip`), IN_BASE);
		const { body, paces } = calls[0] ?? {};
		expect(body).toEqual({
			file_name: `${'n'.repeat(246)}.zip`,
			parent_type: 'bitable_file',
			parent_node: 'bascn1',
			extra: '{"drive_route_token":"bascn1"}',
			size,
		});
		const parts = calls.filter(({ endpoint }) => endpoint === PART);
		const sent = await Promise.all(parts.map(async ({ form }) => await (form?.file as File).bytes()));
		expect(Buffer.concat(sent).equals(bytesOf(size))).toBe(true);
		expect(parts.map(({ form }) => ({ ...form, file: undefined }))).toEqual(
			sent.map((block, seq) => ({
				upload_id: 'up1',
				seq: String(seq),
				size: String(block.length),
				checksum: adler32(block),
				file: undefined,
			})),
		);
		expect(sent.map(({ length }) => length)).toEqual([BLOCK, BLOCK, BLOCK, BLOCK, BLOCK, size - 5 * BLOCK]);
		expect(calls.at(-1)).toMatchObject({ body: { upload_id: 'up1', block_num: 6 }, idempotent: true });
		expect(calls.every((call) => JSON.stringify(call.paces) === JSON.stringify(paces))).toBe(true);
	});

	/** Refuses the first of these calls. */
	function once(code: number, answer: object) {
		let tries = 0;
		return (): object => (++tries === 1 ? refused(code)() : answer);
	}

	it.each([
		['a block', PART],
		['the end', FINISH],
	])('begins anew where %s finds the upload expired', async (_what, endpoint) => {
		const answers = { [PREPARE]: prepared(6), [FINISH]: TOKEN };
		const { feishu, calls } = recordingClient({ ...answers, [endpoint]: once(1061021, TOKEN) });
		const file = fileOf(size);
		await expect(uploadMedia(feishu, file, IN_BASE)).resolves.toBe('box1');
		expect(calls.filter((call) => call.endpoint === PREPARE)).toHaveLength(2);
		expect(file.opened).toBe(2);
	});

	it('begins anew once only, and for nothing else', async () => {
		const counted = async (code: number) => {
			const { feishu, calls } = recordingClient({ [PREPARE]: prepared(6), [PART]: refused(code) });
			const error = await rejectionOf(uploadMedia(feishu, fileOf(size), IN_BASE));
			expect((error as CallError).failure.code).toBe(code);
			return calls.filter((call) => call.endpoint === PREPARE).length;
		};
		expect(await counted(1061021)).toBe(2);
		expect(await counted(1062008)).toBe(1);
	});
});

it('puts a file into a folder, where a second one would stay beside it: nothing is sent twice', async () => {
	const [whole = '', prepare = '', part = '', finish = ''] = DRIVE_UPLOADS;
	const { feishu, calls } = recordingClient({ [whole]: TOKEN, [prepare]: prepared(6), [finish]: TOKEN });
	await uploadDriveFile(feishu, fileOf(3), { label: 'File', folder: 'fld1', fileName: 'mine.bin' });
	await uploadDriveFile(feishu, fileOf(WHOLE_LIMIT_BYTES + 1), { label: 'File', folder: '' });
	const how = ({ endpoint, idempotent }: Call) => [endpoint, idempotent];
	const parts = Array.from({ length: 6 }, () => [part, true]);
	expect(calls.map(how)).toEqual([[whole, false], [prepare, true], ...parts, [finish, false]]);
	expect(calls[0]?.form).toMatchObject({ file_name: 'mine.bin', parent_type: 'explorer', parent_node: 'fld1' });
	expect(calls[1]?.body).toMatchObject({ file_name: 'big.bin', parent_node: '', size: WHOLE_LIMIT_BYTES + 1 });
});
