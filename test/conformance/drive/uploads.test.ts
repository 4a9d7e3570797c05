/** The official SDK as the judge: what we upload, it uploads just so. */
import { createHash } from 'node:crypto';

import type * as lark from '@larksuiteoapi/node-sdk';

import { WHOLE_LIMIT_BYTES } from '../../../feishu/drive/uploadLimits';
import { FeishuClient } from '../../../nodes/shared/client/client';
import { uploadDriveFile, uploadMedia } from '../../../nodes/shared/drive/mediaUpload';
import { sdkClient } from '../../support/conformance/harness';
import { execution, goodCredential } from '../../support/nodes/execution';
import { data, FakePlatform, json, type Received } from '../../support/nodes/fakePlatform';

let platform: FakePlatform;
beforeAll(async () => {
	platform = await FakePlatform.start();
	const client = sdkClient({ url: platform.url, appId: 'cli_fake', appSecret: 'fake-secret' });
	platform.answers = [json({ code: 0, tenant_access_token: 't-sdk', expire: 7200 })];
	await client.tokenManager.getTenantAccessToken();
	sdk = client.drive.v1;
});
beforeEach(() => platform.reset());
afterAll(() => platform.stop());

const ours = () => new FeishuClient(execution({ credential: goodCredential(platform.url) }));

/** With a token of its own, since nobody gives one here. */
let sdk: lark.Client['drive']['v1'];

const fileOf = (bytes: Buffer, size = bytes.length) => ({
	fileName: '报告.pdf',
	mimeType: 'application/pdf',
	size,
	part: async () => new File([new Uint8Array(bytes)], '报告.pdf', { type: 'application/pdf' }),
});

const sumOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** What a form holds, by name; of a file the sum of its bytes, which the SDK sends without a name. */
async function formIn({ headers, body }: Received): Promise<Record<string, unknown>> {
	const type = headers['content-type'] ?? '';
	const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
	const entries = [...form].map(async ([name, value]): Promise<[string, unknown]> => {
		const bytes = typeof value === 'string' ? Buffer.from(value) : Buffer.from(await value.arrayBuffer());
		return [name, name === 'file' ? sumOf(bytes) : value];
	});
	return Object.fromEntries(await Promise.all(entries));
}

/** The calls since then, with what each of them carried. */
async function sent() {
	const calls = platform.requests.filter(({ path }) => !path.includes('/auth/'));
	const told = calls.map(async (call) => {
		const isForm = call.headers['content-type']?.startsWith('multipart/form-data');
		const carried = isForm ? await formIn(call) : (JSON.parse(String(call.body)) as object);
		return { method: call.method, path: call.path, query: call.query, isForm, carried };
	});
	platform.requests.length = 0;
	return await Promise.all(told);
}

/** Sums are optional, and the SDK counts none. */
const withoutSum = (calls: Awaited<ReturnType<typeof sent>>) =>
	calls.map(({ carried, ...call }) => ({ ...call, carried: { ...carried, checksum: undefined } }));

it('a file of a document', async () => {
	const bytes = Buffer.from('%PDF-1.4 not a real one');
	platform.answers = [data({ file_token: 'box1' })];
	const target = { label: 'File', parentType: 'bitable_file', parentNode: 'bascn1' } as const;
	await expect(uploadMedia(ours(), fileOf(bytes), target)).resolves.toBe('box1');
	const mine = await sent();
	await sdk.media.uploadAll({
		data: {
			file_name: '报告.pdf',
			parent_type: 'bitable_file',
			parent_node: 'bascn1',
			size: bytes.length,
			extra: JSON.stringify({ drive_route_token: 'bascn1' }),
			file: bytes,
		},
	});
	expect(mine).toEqual(await sent());
});

it('a file of Drive', async () => {
	const bytes = Buffer.from('words');
	platform.answers = [data({ file_token: 'box1' })];
	await uploadDriveFile(ours(), fileOf(bytes), { label: 'File', folder: 'fldcn1', fileName: 'a.txt' });
	const mine = await sent();
	const place = { parent_type: 'explorer', parent_node: 'fldcn1' } as const;
	await sdk.file.uploadAll({ data: { file_name: 'a.txt', ...place, size: bytes.length, file: bytes } });
	expect(mine).toEqual(await sent());
});

it('a large one in blocks', async () => {
	// It says that it is large, and the blocks of this platform are small.
	const size = WHOLE_LIMIT_BYTES + 1;
	const bytes = Buffer.from('words of two blocks');
	const block = 10;
	const prepared = data({ upload_id: 'up1', block_size: block, block_num: 2 });
	const target = { label: 'File', parentType: 'bitable_file', parentNode: 'bascn1' } as const;
	platform.answers = [prepared, data({}), data({}), data({ file_token: 'box1' })];
	await uploadMedia(ours(), fileOf(bytes, size), target);
	const mine = withoutSum(await sent());
	const { media } = sdk;
	platform.answers = [];
	await media.uploadPrepare({
		data: {
			file_name: '报告.pdf',
			parent_type: 'bitable_file',
			parent_node: 'bascn1',
			size,
			extra: JSON.stringify({ drive_route_token: 'bascn1' }),
		},
	});
	for (const seq of [0, 1]) {
		const file = bytes.subarray(seq * block, (seq + 1) * block);
		await media.uploadPart({ data: { upload_id: 'up1', seq, size: file.length, file } });
	}
	await media.uploadFinish({ data: { upload_id: 'up1', block_num: 2 } });
	expect(mine).toEqual(withoutSum(await sent()));
});
