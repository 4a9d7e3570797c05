/** A Base URL that leads elsewhere must not take the App Secret along. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { list, Platform } from '../../support/engine';

let platform: Platform;

const asked: string[] = [];
let server: Server;

beforeAll(async () => {
	platform = await Platform.start();
	server = createServer((request, response) => {
		asked.push(`${request.method} ${request.url}`);
		response.writeHead(307, { location: '/elsewhere' }).end();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
	await platform.stop();
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

test('a redirect is not followed, and the error says what to look at', async () => {
	const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const { error } = await platform.run({
		credential: platform.newCredential({ baseUrl }),
		parameters: { resource: 'message', operation: 'send', chat: list(platform.chat.chat_id), text: 'Hello' },
	});
	expect(asked).toEqual(['POST /open-apis/auth/v3/app_access_token/internal']);
	expect(`${error?.message} ${error?.description}`).toMatch(/HTTP 307.*Base URL/);
});
