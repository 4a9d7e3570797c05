/**
 * What proxy settings of the environment do. n8n's HTTP helper, which asks for the address of the connection, obeys
 * them; the runtime's WebSocket does so only with NODE_USE_ENV_PROXY=1, which the error about a failed handshake says.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

import { WebSocketServer } from 'ws';

import { until } from '../../support/engine';
import { useTriggers } from '../../support/engine/triggers';

const { platform, activate } = useTriggers();

/** A name that only the proxy knows. */
const HOST = 'feishu.test';
const portOf = (server: Server) => (server.address() as AddressInfo).port;
const listen = async (server: Server): Promise<void> => {
	await once(server.listen(0, '127.0.0.1'), 'listening');
};

const asked: string[] = [];
const target = createServer();
const sockets = new WebSocketServer({ server: target });
sockets.on('connection', (socket) => socket.send('hello'));
const proxy = createServer();
const tunnels = new Set<Socket>();
proxy.on('connect', ({ url = '' }, client: Socket) => {
	asked.push(url);
	const [host, port] = url.split(':');
	if (host !== HOST || Number(port) !== portOf(target)) return void client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
	const upstream = connect(portOf(target), '127.0.0.1', () => {
		client.write('HTTP/1.1 200 OK\r\n\r\n');
		upstream.pipe(client).pipe(upstream);
	});
	for (const socket of [client, upstream]) tunnels.add(socket.on('error', () => socket.destroy()));
});

beforeAll(async () => {
	await listen(target);
	await listen(proxy);
});
beforeEach(() => {
	asked.length = 0;
});
afterAll(async () => {
	for (const socket of tunnels) socket.destroy();
	for (const socket of sockets.clients) socket.terminate();
	for (const server of [target, proxy]) await new Promise((resolve) => server.close(resolve));
});

/** What a program that opens a WebSocket to the host prints. */
async function socketIn(env: Record<string, string>): Promise<string> {
	const program = `
		const socket = new WebSocket('ws://${HOST}:${portOf(target)}/');
		socket.onmessage = ({ data }) => { console.log(data); socket.close(); };
		socket.onerror = () => console.log('no connection');`;
	const url = `http://127.0.0.1:${portOf(proxy)}`;
	const settings = { HTTP_PROXY: url, HTTPS_PROXY: url, NO_PROXY: '', no_proxy: '', ...env };
	const child = spawn(process.execPath, ['-e', program], { env: { PATH: process.env.PATH, ...settings } });
	let printed = '';
	child.stdout.on('data', (chunk) => (printed += String(chunk)));
	await once(child, 'close');
	return printed.trim();
}

test('the WebSocket of the runtime goes through the proxy when it is told to', async () => {
	expect(await socketIn({ NODE_USE_ENV_PROXY: '1' })).toBe('hello');
	expect(asked).toEqual([`${HOST}:${portOf(target)}`]);
});

test('the WebSocket of the runtime does not go through the proxy by itself', async () => {
	expect(await socketIn({})).toBe('no connection');
	expect(asked).toEqual([]);
});

test('the request for the address goes through the proxy', async () => {
	const { HTTPS_PROXY: before } = process.env;
	process.env.HTTPS_PROXY = `http://127.0.0.1:${portOf(proxy)}`;
	try {
		const credential = platform.newCredential({ baseUrl: `https://${HOST}` });
		await expect(activate({}, { credential })).rejects.toThrow();
		await until(() => asked.length > 0, 'the request');
		expect(asked).toContain(`${HOST}:443`);
	} finally {
		if (before === undefined) delete process.env.HTTPS_PROXY;
		else process.env.HTTPS_PROXY = before;
	}
});
