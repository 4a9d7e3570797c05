import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { IMAGE_LIMIT_BYTES } from '../../../../../feishu/im/files';
import { fetchImage } from '../../../../../nodes/shared/im/webImage';
import { execution } from '../../../../support/nodes/execution';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const ANSWERS: Record<string, { status?: number; type: string; body: Buffer }> = {
	'/good': { type: 'image/png; charset=binary', body: PNG },
	'/most': { type: 'image/jpeg', body: Buffer.alloc(IMAGE_LIMIT_BYTES, 1) },
	'/more': { type: 'image/jpeg', body: Buffer.alloc(IMAGE_LIMIT_BYTES + 1, 1) },
	'/empty': { type: 'image/png', body: Buffer.alloc(0) },
	'/page': { type: 'text/html', body: Buffer.from('<p>') },
	'/drawing': { type: 'image/svg+xml', body: Buffer.from('<svg/>') },
	'/missing': { status: 404, type: 'image/png', body: PNG },
};

let server: Server;
let origin: string;

beforeAll(async () => {
	server = createServer(({ url = '' }, response) => {
		const { status = 200, type, body } = ANSWERS[url] ?? { status: 500, type: 'text/plain', body: Buffer.alloc(0) };
		response.writeHead(status, { 'content-type': type }).end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const fetched = async (path: string) => await fetchImage(execution(), `${origin}${path}`, true);

it('gives an image with its type and a name', async () => {
	const image = await fetched('/good');
	expect(image).toMatchObject({ fileName: 'image.png', mimeType: 'image/png', size: PNG.length });
	expect(Buffer.from((await (await image?.part())?.arrayBuffer()) ?? new ArrayBuffer(0)).equals(PNG)).toBe(true);
	expect((await fetched('/most'))?.size).toBe(IMAGE_LIMIT_BYTES);
});

it.each(['/more', '/empty', '/page', '/drawing', '/missing', '/broken'])('gives nothing for %s', async (path) => {
	expect(await fetched(path)).toBeUndefined();
});

it('gives nothing where nobody answers', async () => {
	expect(await fetchImage(execution(), 'http://127.0.0.1:9/x.png', true)).toBeUndefined();
});
