import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { WebSocketServer } from 'ws';
import type { LongConnections } from './hub';
import { REFUSALS } from './refusals';

export const SOCKET_PATH = '/ws/v2';

/** The reason stands in headers, where only some clients see it: 514 with the code of the limit, or a status alone. */
function refuse(socket: Duplex, { code, msg }: { code: number; msg: string }): void {
	const limited = code === REFUSALS.tooMany.code;
	const headers = [
		'HTTP/1.1 403 Forbidden',
		`Handshake-Status: ${limited ? REFUSALS.authFailed.code : code}`,
		`Handshake-Msg: ${msg}`,
		...(limited ? [`Handshake-Autherrcode: ${code}`] : []),
		'Connection: close',
		'Content-Length: 0',
	];
	socket.end(`${headers.join('\r\n')}\r\n\r\n`);
}

/** Takes WebSocket handshakes at `/ws/v2` for as long as the server runs. */
export function takeHandshakes(server: FastifyInstance, connections: LongConnections): void {
	const sockets = new WebSocketServer({ noServer: true });
	const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
		socket.on('error', () => socket.destroy());
		const [path, query] = (request.url ?? '').split('?', 2);
		if (path !== SOCKET_PATH) return void socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
		const ticket = connections.useTicket(new URLSearchParams(query));
		if (!ticket) return refuse(socket, REFUSALS.authFailed);
		const refusal = connections.refusal('handshake', ticket.appId);
		if (refusal) return refuse(socket, refusal);
		sockets.handleUpgrade(request, socket, head, (opened) => connections.accept(opened, ticket));
	};
	server.server.on('upgrade', upgrade);
	server.addHook('preClose', (done) => {
		server.server.off('upgrade', upgrade);
		// Also those that are frozen, which the platform has long forgotten.
		for (const socket of sockets.clients) socket.terminate();
		sockets.close(() => done());
	});
}
