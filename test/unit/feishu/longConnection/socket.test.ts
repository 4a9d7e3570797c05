import { systemClock } from '../../../../feishu/longConnection/clock';
import { openSocket } from '../../../../feishu/longConnection/socket';
import { encodeFrame } from '../../../../feishu/longConnection/frame';
import { Server, until } from '../../../support/longConnection/webSocketServer';
import { EVENT, envelope, eventFrame, FakeClock, pongFrame, settle } from '../../../support/longConnection/connections';

let server: Server;
let told: string[];
beforeEach(async () => {
	server = await new Server().start();
	told = [];
});
afterEach(() => server.stop());

async function connect(clock = systemClock) {
	const { URL: url } = (JSON.parse((await server.post('', '', {})).body) as { data: { URL: string } }).data;
	const events = {
		opened: () => told.push('opened'),
		received: (bytes: Uint8Array) => told.push(`received ${bytes.length}`),
		lost: () => told.push('lost'),
	};
	return openSocket(url, events, clock);
}

it('tells of its opening, of binary messages, and once of its loss', async () => {
	await connect();
	await until(() => told.includes('opened') && server.connections.length === 1);
	const frame = eventFrame(envelope(EVENT));
	server.push(frame);
	await until(() => told.length === 2);
	server.connections[0]?.terminate();
	await until(() => told.length === 3);
	await settle();
	expect(told).toEqual(['opened', `received ${encodeFrame(frame).length}`, 'lost']);
});

it('tells once that it could not open', async () => {
	server.refusal = 502;
	const socket = await connect();
	await until(() => told.length > 0);
	await socket.close();
	expect(told).toEqual(['lost']);
});

it('tells nothing after it was closed, while it opened or later', async () => {
	const opening = await connect();
	await opening.close();
	expect(told).toEqual([]);
	const socket = await connect();
	await until(() => told.includes('opened') && server.connections.length > 0);
	const closing = socket.close();
	server.push(eventFrame(envelope(EVENT)));
	await closing;
	await until(() => server.closed.includes(1000));
	expect(told).toEqual(['opened']);
});

it('sends nothing unless it is open', async () => {
	const socket = await connect();
	socket.send(encodeFrame(pongFrame()));
	await until(() => told.includes('opened') && server.connections.length > 0);
	socket.send(encodeFrame(pongFrame()));
	await until(() => server.frames.length > 0);
	await socket.close();
	socket.send(encodeFrame(pongFrame()));
	await until(() => server.closed.length > 0);
	expect(server.frames).toHaveLength(1);
});

it('waits a second, not longer, for the other side to close', async () => {
	const clock = new FakeClock();
	const socket = await connect(clock);
	await until(() => told.includes('opened') && server.connections.length > 0);
	server.connections[0]?.pause();
	let closed = false;
	const closing = socket.close().then(() => (closed = true));
	await clock.advance(999);
	expect(closed).toBe(false);
	await clock.advance(1);
	await closing;
	expect(clock.pending).toBe(0);
});
