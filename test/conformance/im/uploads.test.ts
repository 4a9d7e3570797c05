import { type Fixture, PNG, startFixture } from '../../support/conformance/harness';

const MB = 1024 * 1024;

describe('uploads', () => {
	let fixture: Fixture;
	beforeAll(async () => {
		fixture = await startFixture();
	});
	afterAll(() => fixture.simulator.close());

	/** `fileFirst`: parts may come in any order. */
	const upload = (
		kind: 'image' | 'file',
		bytes: Buffer | undefined,
		fields: Record<string, string>,
		fileFirst = false,
	) => {
		const form = new FormData();
		const appendFile = () => bytes && form.append(kind, new Blob([new Uint8Array(bytes)]), 'name.bin');
		if (fileFirst) appendFile();
		for (const [name, value] of Object.entries(fields)) form.append(name, value);
		if (!fileFirst) appendFile();
		return fixture.http.post(`/open-apis/im/v1/${kind}s`, form);
	};
	const message = { image_type: 'message' };
	const stream = { file_type: 'stream', file_name: 'a.bin' };
	const large = (size: number, head: Buffer) => Buffer.concat([head, Buffer.alloc(size - head.length)]);
	const gif = (side: number) => {
		const bytes = Buffer.from('GIF89a\0\0\0\0');
		bytes.writeUInt16LE(side, 6);
		bytes.writeUInt16LE(1, 8);
		return bytes;
	};
	const png = (side: number) => {
		const bytes = Buffer.from(PNG);
		bytes.writeUInt32BE(side, 16);
		return bytes;
	};
	/** The head of a JPEG with its size. */
	const jpeg = (side: number) => {
		const bytes = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0001108000100010300', 'hex');
		bytes.writeUInt16BE(side, 25);
		return bytes;
	};
	const avatar = { image_type: 'avatar' };

	it.each<[string, 'image' | 'file', Buffer | undefined, Record<string, string>, number]>([
		['an empty image', 'image', Buffer.alloc(0), message, 234010],
		['a text as an image', 'image', Buffer.from('not an image'), message, 234011],
		['an image above 10 MB', 'image', large(10 * MB + 1, PNG), message, 234006],
		['the beginning of an image', 'image', PNG.subarray(0, 8), message, 234011],
		['an image of another format', 'image', Buffer.from('<svg width="1" height="1"></svg>'), message, 234011],
		['a GIF above 2000 pixels', 'image', gif(2001), message, 234039],
		['a PNG above 12000 pixels', 'image', png(12_001), message, 234039],
		['a JPEG above 12000 pixels', 'image', jpeg(12_001), message, 234039],
		['an avatar above 4096 pixels', 'image', png(4097), avatar, 234039],
		['an image of no type', 'image', PNG, {}, 234001],
		['no image', 'image', undefined, message, 234001],
		['an empty file', 'file', Buffer.alloc(0), stream, 234010],
		['a file above 30 MB', 'file', large(30 * MB + 1, Buffer.from('x')), stream, 234006],
		['a file of an unknown type', 'file', Buffer.from('x'), { ...stream, file_type: 'zip' }, 234001],
		['a file without a name', 'file', Buffer.from('x'), { file_type: 'stream' }, 234001],
		['a duration in words', 'file', Buffer.from('x'), { ...stream, duration: '3s' }, 234001],
	])('%s is refused', async (_name, kind, bytes, fields, code) => {
		const answer = await upload(kind, bytes, fields);
		expect([answer.status, answer.code]).toEqual([400, code]);
	});

	it.each<[string, 'image' | 'file', Buffer, Record<string, string>]>([
		['an image of 10 MB', 'image', large(10 * MB, PNG), message],
		['a GIF of 2000 pixels', 'image', gif(2000), message],
		['a PNG of 12000 pixels', 'image', png(12_000), message],
		['a JPEG of 12000 pixels', 'image', jpeg(12_000), message],
		['an avatar of 4096 pixels', 'image', png(4096), avatar],
		['a file of 30 MB', 'file', large(30 * MB, Buffer.from('x')), stream],
	])('%s is taken, with its parts in any order', async (_name, kind, bytes, fields) => {
		expect((await upload(kind, bytes, fields, true)).code).toBe(0);
		expect((await upload(kind, bytes, fields)).code).toBe(0);
	});

	it('must be multipart', async () => {
		expect((await fixture.http.post('/open-apis/im/v1/images', { image_type: 'message' })).code).toBe(234001);
	});

	it('are downloaded by their own app only, and from a message only what it carries', async () => {
		const key = String((await upload('file', Buffer.from('x'), stream)).data.file_key);
		const other = await fixture.http.admin<{ app_id: string; app_secret: string }>('POST', '/apps', {});
		const token = (await (
			await fetch(`${fixture.simulator.url}/open-apis/auth/v3/tenant_access_token/internal`, {
				method: 'POST',
				body: JSON.stringify(other),
			})
		).json()) as { tenant_access_token: string };
		const refused = await fixture.http.get(`/open-apis/im/v1/files/${key}`, {
			authorization: `Bearer ${token.tenant_access_token}`,
		});
		expect(refused.code).toBe(234008);
		expect((await fixture.http.get('/open-apis/im/v1/images/img_unknown')).code).toBe(234005);
		const id = await fixture.http.text(fixture.chatId, 'no file here');
		expect((await fixture.http.get(`/open-apis/im/v1/messages/${id}/resources/${key}?type=file`)).code).toBe(234003);
		expect((await fixture.http.get(`/open-apis/im/v1/messages/${id}/resources/${key}?type=video`)).code).toBe(234001);
		const card = await fixture.http.send(fixture.chatId, 'interactive', { elements: [{ tag: 'hr' }] });
		expect(
			(await fixture.http.get(`/open-apis/im/v1/messages/${String(card.data.message_id)}/resources/${key}?type=file`))
				.code,
		).toBe(234043);
	});
});
