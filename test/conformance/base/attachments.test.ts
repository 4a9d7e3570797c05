/** Files that go into a base and come out of it, through the official SDK. */
import { asPerson, secondApp } from '../../support/conformance/apps';
import { addRecord, type BaseFixture, readRecord, refusalOf, startBase } from '../../support/conformance/bases';
import { adler32 } from '../../../simulator/api/drive/mediaParent';

let fixture: BaseFixture;
beforeAll(async () => {
	fixture = await startBase([
		{ field_name: 'Name', type: 1 },
		{ field_name: 'Files', type: 17 },
	]);
});
afterAll(() => fixture.simulator.close());

const WORDS = Buffer.from('words of a file');
const medias = () => fixture.sdk.drive.v1.media;
const upload = async (file = WORDS, more: object = {}) => {
	const data = { file_name: 'a.txt', parent_type: 'bitable_file' as const, parent_node: fixture.app_token };
	return (await medias().uploadAll({ data: { ...data, size: file.length, file, ...more } }))?.file_token ?? '';
};
/** The code with which an upload is refused; the SDK itself keeps it from who asks. */
async function refusedUpload(fields: Record<string, string>, file: Buffer = WORDS): Promise<[number, number]> {
	const form = new FormData();
	const usual = { file_name: 'a.txt', parent_type: 'bitable_file', parent_node: fixture.app_token, size: '15' };
	for (const [name, value] of Object.entries({ ...usual, ...fields })) form.append(name, value);
	form.append('file', new Blob([new Uint8Array(file)]), 'a.txt');
	const { code, status } = await fixture.http.post('/open-apis/drive/v1/medias/upload_all', form);
	return [code, status];
}

async function downloaded(file_token: string, extra?: string): Promise<string> {
	const { getReadableStream } = await medias().download({ path: { file_token }, params: { extra } });
	const chunks: Buffer[] = [];
	for await (const chunk of getReadableStream()) chunks.push(Buffer.from(chunk as Uint8Array));
	return Buffer.concat(chunks).toString();
}

it('is uploaded, put into a cell, and downloaded', async () => {
	const file_token = await upload(WORDS, { checksum: adler32(WORDS) });
	const id = await addRecord(fixture, { Files: [{ file_token }] });
	const [file] = (await readRecord(fixture, id))?.Files as Record<string, unknown>[];
	expect(file).toMatchObject({ file_token, name: 'a.txt', type: 'text/plain', size: WORDS.length });
	expect(await downloaded(file_token)).toBe(String(WORDS));
});

it.each<[string, string, number, string, string | null]>([
	['the first bytes', 'bytes=0-4', 206, 'words', 'bytes 0-4/15'],
	['all from one on', 'bytes=9-', 206, 'a file', 'bytes 9-14/15'],
	['the last bytes', 'bytes=-4', 206, 'file', 'bytes 11-14/15'],
	['more than there are', 'bytes=11-99', 206, 'file', 'bytes 11-14/15'],
	['what lies outside', 'bytes=15-', 416, '', 'bytes */15'],
	['several parts, which it does not give', 'bytes=0-1,3-4', 200, String(WORDS), null],
	['what is no range', 'bytes=4-0', 200, String(WORDS), null],
])('gives %s (%s)', async (_what, range, status, text, said) => {
	const file_token = await upload();
	const { data } = await medias().batchGetTmpDownloadUrl({ params: { file_tokens: [file_token] } });
	const authorization = `Bearer ${await fixture.http.tenantToken()}`;
	const download = `${fixture.simulator.url}/open-apis/drive/v1/medias/${file_token}/download`;
	for (const address of [download, data?.tmp_download_urls?.[0]?.tmp_download_url ?? '']) {
		const response = await fetch(address, { headers: { authorization, range } });
		expect([response.status, response.headers.get('content-range')]).toEqual([status, said]);
		expect(await response.text()).toBe(text);
	}
});

it('has an address for a day, which needs no token', async () => {
	const file_tokens = [await upload(), await upload(Buffer.from('other'))];
	const { data } = await medias().batchGetTmpDownloadUrl({ params: { file_tokens } });
	expect(data?.tmp_download_urls?.map(({ file_token: token }) => token)).toEqual(file_tokens);
	const address = data?.tmp_download_urls?.[1]?.tmp_download_url ?? '';
	expect(await (await fetch(address)).text()).toBe('other');
	await fixture.http.admin('POST', '/clock', { ms: 3_600_000 });
	expect((await fetch(address)).status).toBe(200);
	const { clock } = fixture.simulator.store;
	jest.spyOn(clock, 'now').mockReturnValue(clock.now() + 86_400_000);
	expect((await fetch(address)).status).toBe(404);
	jest.restoreAllMocks();
	const six = Array.from({ length: 6 }, () => file_tokens[0] ?? '');
	expect((await refusalOf(medias().batchGetTmpDownloadUrl({ params: { file_tokens: six } })))[0]).toBe(1061002);
});

it.each<[string, Record<string, string>, number]>([
	['another size', { size: '14' }, 1062009],
	['another checksum', { checksum: '1' }, 1062008],
	['a base that is not there', { parent_node: 'none' }, 1061044],
	['an unknown kind of parent', { parent_type: 'cloud' }, 1061002],
	['a name that is too long', { file_name: 'x'.repeat(251) }, 1061008],
])('is refused for %s', async (_what, fields, code) => {
	expect(await refusedUpload(fields)).toEqual([code, 400]);
});

it('above 20 MB is refused', async () => {
	const large = Buffer.alloc(20 * 1024 * 1024 + 1);
	expect(await refusedUpload({ size: String(large.length) }, large)).toEqual([1061043, 400]);
});

it('comes in parts, each of them once, by who began', async () => {
	const file = Buffer.concat([Buffer.alloc(4 * 1024 * 1024, 'x'), Buffer.from('the end')]);
	const { data } = {
		data: { file_name: 'b.bin', parent_type: 'bitable_file' as const, parent_node: fixture.app_token },
	};
	const prepared = await medias().uploadPrepare({ data: { ...data, size: file.length } });
	const { upload_id = '', block_size = 0, block_num = 0 } = prepared.data ?? {};
	expect([block_size, block_num]).toEqual([4 * 1024 * 1024, 2]);
	const part = async (seq: number) => {
		const bytes = file.subarray(seq * block_size, (seq + 1) * block_size);
		await medias().uploadPart({ data: { upload_id, seq, size: bytes.length, file: bytes } });
	};
	await part(1);
	const finish = (option?: Parameters<ReturnType<typeof medias>['uploadFinish']>[1]) =>
		medias().uploadFinish({ data: { upload_id, block_num } }, option);
	expect((await refusalOf(finish()))[0]).toBe(1062010);
	await part(0);
	const { option } = await asPerson(fixture, fixture.members[0] ?? '');
	expect((await refusalOf(finish(option)))[0]).toBe(1062007);
	const file_token = (await finish()).data?.file_token ?? '';
	expect(await downloaded(file_token)).toBe(file.toString());
	expect((await refusalOf(finish()))[0]).toBe(1061021);
});

it('is for those who see its base', async () => {
	const file_token = await upload();
	const { client, app } = await secondApp(fixture);
	const get = () => client.drive.v1.media.download({ path: { file_token } });
	await expect(get()).rejects.toMatchObject({ response: { status: 403 } });
	await fixture.http.admin('POST', `/bases/${fixture.app_token}/members`, { app_id: app.app_id, perm: 'view' });
	expect((await get()).headers).toMatchObject({ 'content-type': 'text/plain' });
	await fixture.http.admin('DELETE', `/bases/${fixture.app_token}/members/${app.app_id}`);
	await expect(medias().download({ path: { file_token: 'none' } })).rejects.toMatchObject({
		response: { status: 404 },
	});
});

it('with advanced permissions asks in which cell it lies', async () => {
	const file_token = await upload();
	const id = await addRecord(fixture, { Files: [{ file_token }] });
	await fixture.sdk.bitable.v1.app.update({ path: fixture.path, data: { is_advanced: true } });
	const status = (code: number): unknown =>
		expect.objectContaining({ response: expect.objectContaining({ status: code }) as unknown });
	await expect(downloaded(file_token)).rejects.toEqual(status(400));
	const field = (await fixture.sdk.bitable.v1.appTableField.list({ path: fixture.path })).data?.items?.[1];
	const extra = (record: string) =>
		JSON.stringify({
			bitablePerm: {
				tableId: fixture.path.table_id,
				attachments: { [field?.field_id ?? '']: { [record]: [file_token] } },
			},
		});
	expect(await downloaded(file_token, extra(id))).toBe(String(WORDS));
	await expect(downloaded(file_token, extra('recNone'))).rejects.toEqual(status(403));
	// The address that search gives has a shorter one.
	const [file] = (await readRecord(fixture, id))?.Files as { url: string }[];
	const short = new URL(file?.url ?? '').searchParams.get('extra') ?? '';
	expect(await downloaded(file_token, short)).toBe(String(WORDS));
	await fixture.http.admin('PUT', '/settings', { baseShortExtra: 'refused' });
	await expect(downloaded(file_token, short)).rejects.toEqual(status(400));
});

it('is up- and downloaded five times a second', async () => {
	const limited = await startBase([{ field_name: 'Name', type: 1 }], { rateLimits: true });
	const now = limited.simulator.store.clock.now();
	jest.spyOn(limited.simulator.store.clock, 'now').mockReturnValue(now);
	const get = () => limited.http.get('/open-apis/drive/v1/medias/none/download');
	const codes = (await Promise.all(Array.from({ length: 6 }, get))).map(({ code }) => code).sort();
	expect(codes).toEqual([1061003, 1061003, 1061003, 1061003, 1061003, 99991400]);
	await limited.simulator.close();
});

it('comes one after the other: two at one time are refused', async () => {
	const url = `${fixture.simulator.url}/open-apis/drive/v1/medias/upload_all`;
	const authorization = `Bearer ${await fixture.http.tenantToken()}`;
	let finish: (() => void) | undefined;
	const usual = { file_name: 'a.txt', parent_type: 'bitable_file', parent_node: fixture.app_token, size: '15' };
	const fields = Object.entries(usual).map(
		([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
	);
	const body = new ReadableStream({
		start(controller) {
			const bytes = new TextEncoder();
			const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n';
			controller.enqueue(bytes.encode(`${fields.join('')}${head}${String(WORDS).slice(0, 3)}`));
			finish = () => {
				controller.enqueue(bytes.encode(`${String(WORDS).slice(3)}\r\n--x--\r\n`));
				controller.close();
			};
		},
	});
	const headers = { authorization, 'content-type': 'multipart/form-data; boundary=x' };
	const first = fetch(url, { method: 'POST', headers, body, duplex: 'half' });
	const { uploading } = fixture.simulator.store.bases;
	while (uploading.size === 0) await new Promise(setImmediate);
	expect(await refusedUpload({})).toEqual([1061045, 200]);
	finish?.();
	expect(await (await first).json()).toMatchObject({ code: 0 });
	expect(uploading.size).toBe(0);
});
