/** Files that go into folders of Drive and come out of it, through the official SDK. */
import { secondApp } from '../../support/conformance/apps';
import { refusalOf } from '../../support/conformance/bases';
import { type Fixture, sdkClient, startFixture } from '../../support/conformance/harness';

let fixture: Fixture;
beforeAll(async () => {
	fixture = await startFixture();
});
afterAll(() => fixture.simulator.close());

const WORDS = Buffer.from('words of a file');
const files = () => sdkClient(fixture.simulator).drive.v1.file;
const data = (parent_node: string, more: object = {}) => ({
	file_name: 'a.txt',
	parent_type: 'explorer' as const,
	parent_node,
	size: WORDS.length,
	file: WORDS,
	...more,
});
const newFolder = async () =>
	(await files().createFolder({ data: { name: 'Work', folder_token: '' } })).data?.token ?? '';

it('lie in a folder, one beside the other where they have one name, and are downloaded', async () => {
	const folder_token = await newFolder();
	const tokens = [];
	for (let count = 0; count < 2; count++)
		tokens.push((await files().uploadAll({ data: data(folder_token) }))?.file_token ?? '');
	const listed = await files().list({ params: { folder_token } });
	// The newest first, unless asked otherwise.
	expect(listed.data?.files).toMatchObject(
		tokens.reverse().map((token) => ({ token, name: 'a.txt', type: 'file', parent_token: folder_token })),
	);
	const { getReadableStream, headers } = await files().download({ path: { file_token: tokens[0] ?? '' } });
	const chunks: Buffer[] = [];
	for await (const chunk of getReadableStream()) chunks.push(Buffer.from(chunk as Uint8Array));
	expect(Buffer.concat(chunks).equals(WORDS)).toBe(true);
	expect(String((headers as Record<string, unknown>)['content-disposition'])).toContain('a.txt');
});

it("come in parts into the caller's own space", async () => {
	const bytes = Buffer.concat([Buffer.alloc(4 * 1024 * 1024, 'x'), Buffer.from('the end')]);
	const { file: _, ...begun } = data('', { file_name: 'b.bin', size: bytes.length });
	const { upload_id = '', block_size = 0, block_num = 0 } = (await files().uploadPrepare({ data: begun })).data ?? {};
	for (const seq of [0, 1]) {
		const file = bytes.subarray(seq * block_size, (seq + 1) * block_size);
		await files().uploadPart({ data: { upload_id, seq, size: file.length, file } });
	}
	const medias = sdkClient(fixture.simulator).drive.v1.media;
	// Begun by the uploads of files, it is not known to those of documents.
	expect((await refusalOf(medias.uploadFinish({ data: { upload_id, block_num } })))[0]).toBe(1061021);
	const { data: made } = await files().uploadFinish({ data: { upload_id, block_num } });
	const kept = fixture.simulator.store.bases.files.get(made?.file_token ?? '');
	expect(kept?.bytes.equals(bytes)).toBe(true);
	expect(kept).toMatchObject({ name: 'b.bin', parent: '' });
});

it('are refused without bytes, with a blank at the end of the name, and in a folder of somebody else', async () => {
	const { client } = await secondApp(fixture);
	const folder = await newFolder();
	const refused = async (fields: Record<string, string>, bytes = WORDS) => {
		const form = new FormData();
		const usual = { file_name: 'a.txt', parent_type: 'explorer', parent_node: folder, size: String(bytes.length) };
		for (const [name, value] of Object.entries({ ...usual, ...fields })) form.append(name, value);
		form.append('file', new Blob([new Uint8Array(bytes)]), 'a.txt');
		return (await fixture.http.post('/open-apis/drive/v1/files/upload_all', form)).code;
	};
	expect(await refused({}, Buffer.alloc(0))).toBe(1061002);
	expect(await refused({ file_name: 'a ' })).toBe(1061002);
	expect(await refused({ parent_type: 'bitable_file' })).toBe(1061002);
	expect(await refused({ parent_node: 'fldcnNothing' })).toBe(1061003);
	const { file: _, ...begun } = data(folder);
	expect(await refusalOf(client.drive.v1.file.uploadPrepare({ data: begun }))).toEqual([1061004, 403]);
});
