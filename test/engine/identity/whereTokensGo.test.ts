/** A server that writes down what comes to it, in the place of everywhere else: no token, and nothing secret, arrives there. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { INodeParameters } from 'n8n-workflow';

import { usePlatform } from '../../support/engine';

const platform = usePlatform();

const seen: Array<{ url?: string; headers: IncomingMessage['headers'] }> = [];
let server: Server;
let elsewhere: string;

beforeAll(async () => {
	server = createServer((request, response) => {
		seen.push({ url: request.url, headers: request.headers });
		response.writeHead(200, { 'content-type': 'application/json' }).end('{"code":0,"data":{"mine":true}}');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	elsewhere = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
	seen.length = 0;
});
afterAll(() => server.close());

const custom = (path: string, more: object = {}) => ({
	resource: 'customRequest',
	operation: 'send',
	method: 'GET',
	path,
	response: 'data',
	...more,
});
const sent = async (parameters: object, credential = platform.credential) =>
	await platform.run({ node: 'feishuOpenApi', parameters: parameters as never, credential });

test.each([301, 302, 307, 308])('no call follows a redirect (HTTP %i), nor takes its answer', async (status) => {
	platform.simulator.faults.add({
		path: '/open-apis/bot/v3/info',
		action: {
			type: 'raw',
			http: status,
			contentType: 'application/json',
			body: '{"code":0,"data":{}}',
			headers: { location: `http://${elsewhere}/x` },
		},
	});
	const { error, items } = await sent(custom('/open-apis/bot/v3/info'));
	expect(items).toEqual([]);
	expect(error?.message).toBe('The platform sends the call on to another address');
	expect(seen).toEqual([]);
});

test.each([
	(host: string) => `http://${host}/open-apis/x`,
	(host: string) => `//${host}/open-apis/x`,
	(host: string) => `\\\\${host}\\open-apis\\x`,
	(host: string) => `/\\${host}/open-apis/x`,
	(host: string) => `@${host}/open-apis/x`,
	(host: string) => `:x@${host}/open-apis/x`,
	(host: string) => `/../..//${host}/open-apis/x`,
	(host: string) => `/%2F${host}/open-apis/x`,
	(host: string) => `/open-apis/..%2f..%2f@${host}`,
	(host: string) => `gopher://${host}/open-apis/x`,
	(host: string) => `http:\\\\${host}/open-apis/x`,
	(host: string) => `/open-apis/x\r\nHost: ${host}`,
	(host: string) => `/open-apis/x?@${host}`,
	(host: string) => `/open-apis/x#@${host}`,
])('no path leads elsewhere: %s', async (pathOf) => {
	await sent(custom(pathOf(elsewhere)));
	expect(seen).toEqual([]);
	for (const { headers } of platform.simulator.requests)
		expect(headers.host).toBe(new URL(platform.simulator.url).host);
});

test.each([
	(host: string) => `http://name:word@${host}`,
	(host: string) => `http://${host.replace('127.0.0.1', '2130706433')}`,
	(host: string) => `http://${host.replace('127.0.0.1', '0x7f000001')}`,
	(host: string) => `http://${host.replace('127.0.0.1', 'example.com')}`,
	(host: string) => `ftp://${host}`,
	(host: string) => `http://${host}?x`,
	(host: string) => `http://${host}#x`,
	(host: string) => `javascript:${host}`,
])('a base URL that hides where it leads is refused, or is this machine: %s', async (baseOf) => {
	const credential = platform.newCredential({ baseUrl: baseOf(elsewhere) });
	const { error } = await sent(custom('/open-apis/bot/v3/info'), credential);
	expect(error).toBeDefined();
	// Decimal and hexadecimal forms are this machine all the same, and sign in there as any other form of it.
	expect(seen.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
});

test.each(['Authorization', 'Host', 'Cookie'])('the header %s can not be set', async (name) => {
	const { error } = await sent(
		custom('/open-apis/bot/v3/info', { requestOptions: { headers: JSON.stringify({ [name]: elsewhere }) } }),
	);
	expect(error?.message).toBe(`The header '${name}' can't be set`);
	expect(platform.calls).toEqual([]);
});

test('a header of one’s own goes along', async () => {
	const { error } = await sent(custom('/open-apis/bot/v3/info', { requestOptions: { headers: '{"X-Trace": "abc"}' } }));
	expect(error).toBeUndefined();
	expect(platform.calls.at(-1)?.headers['x-trace']).toBe('abc');
});

describe('a picture that somebody names by its address', () => {
	const picture = (url: string, requestOptions: INodeParameters = {}): INodeParameters => ({
		resource: 'message',
		operation: 'send',
		chat: { __rl: true, mode: 'id', value: platform.chat.chat_id },
		messageType: 'markdown',
		markdown: `![x](${url})`,
		requestOptions,
	});

	test('is not fetched from this machine, unless that is allowed, and then without a token', async () => {
		await platform.run({ parameters: picture(`http://${elsewhere}/x.png`) });
		expect(seen).toEqual([]);
		await platform.run({ parameters: picture(`http://${elsewhere}/x.png`, { privateAddresses: true }) });
		expect(seen).toHaveLength(1);
		expect(seen[0]?.headers.authorization).toBeUndefined();
	});
});
