/** The whole of it over the runtime's own WebSocket. */
import { subscribe, type Subscriber, type Subscription } from '../../../../feishu/longConnection';
import { rejectionOf } from '../../../support/feishuCalls';
import { Server, until } from '../../../support/longConnection/webSocketServer';
import { CALLBACK, envelope, EVENT, eventFrame, Listener, said } from '../../../support/longConnection/connections';

let server: Server;
const open: Subscription[] = [];
beforeEach(async () => {
	server = await new Server().start();
});
afterEach(async () => {
	await Promise.all(open.splice(0).map((subscription) => subscription.close()));
	await server.stop();
});

async function join(subscriber: Subscriber): Promise<Subscription> {
	const subscription = await subscribe(server.key, subscriber, { post: server.post });
	open.push(subscription);
	return subscription;
}

it('pings first, hands events over and acknowledges them', async () => {
	const listeners = [new Listener(), new Listener(), new Listener()];
	await Promise.all(listeners.map(join));
	server.push(eventFrame(envelope(EVENT)));
	await until(() => server.of('event').length > 0);
	expect(server.connections).toHaveLength(1);
	expect(server.frames.map(({ headers }) => headers[0]?.value)).toEqual(['ping', 'event']);
	expect(said(server.of('event')[0])).toEqual({ code: 200 });
	expect(listeners.map(({ numbers }) => numbers)).toEqual([[1], [1], [1]]);
});

it("takes a callback's answer back", async () => {
	await join(new Listener(async () => ({ body: { toast: { content: '好' } } })));
	server.push(eventFrame(envelope(CALLBACK)));
	await until(() => server.of('event').length > 0);
	const { data } = said(server.of('event')[0]) as { data: string };
	expect(JSON.parse(Buffer.from(data, 'base64').toString())).toEqual({ toast: { content: '好' } });
});

it('loses no event while the connection is killed again and again', async () => {
	const listeners = [new Listener(), new Listener(), new Listener()];
	await Promise.all(listeners.map(join));
	const count = 1_000;
	for (let number = 0; number < count; number += 1) {
		server.push(eventFrame(envelope(EVENT, number)));
		if (number % 50 !== 49) continue;
		const { length } = server.connections;
		server.connections.at(-1)?.terminate();
		await until(() => server.connections.length > length);
	}
	await until(() => server.pending === 0);
	expect(server.connections).toHaveLength(count / 50 + 1);
	for (const { numbers } of listeners) expect(new Set(numbers).size).toBe(count);
});

it('replaces a frozen connection', async () => {
	server.config.PingInterval = 0.5;
	const listener = new Listener();
	await join(listener);
	const frozen = server.connections[0];
	frozen?.pause();
	await until(() => server.connections.length > 1);
	server.push(eventFrame(envelope(EVENT)));
	await until(() => listener.bodies.length > 0);
	expect(listener.bodies).toHaveLength(1);
});

it('says goodbye with the last one only', async () => {
	const [first, second] = await Promise.all([join(new Listener()), join(new Listener())]);
	await first.close();
	expect(server.closed).toEqual([]);
	await second.close();
	await until(() => server.closed.length > 0);
	expect(server.closed).toEqual([1000]);
});

it('closes although the other side is frozen and never says goodbye', async () => {
	const subscription = await join(new Listener());
	server.connections[0]?.pause();
	await expect(subscription.close()).resolves.toBeUndefined();
	expect(server.closed).toEqual([]);
});

it('ignores text messages and survives bytes that are no frame', async () => {
	const listener = new Listener();
	await join(listener);
	server.connections[0]?.send('text');
	server.connections[0]?.send(Buffer.from('bytes'));
	server.connections[0]?.send(Buffer.alloc(0));
	server.push(eventFrame(envelope(EVENT)));
	await until(() => server.of('event').length > 0);
	expect(listener.bodies).toHaveLength(1);
	expect(server.connections).toHaveLength(1);
});

it('says that the connection was refused, though not why: the WebSocket does not tell', async () => {
	server.refusal = 403;
	const error = await rejectionOf(join(new Listener()));
	expect(error).toMatchObject({ name: 'LongConnectionError', code: 'handshake', final: false });
});

it('shares the connection with other copies of the module', async () => {
	const listener = new Listener();
	await join(listener);
	await jest.isolateModulesAsync(async () => {
		const copy = await import('../../../../feishu/longConnection');
		expect(copy.subscribe).not.toBe(subscribe);
		open.push(await copy.subscribe(server.key, listener, { post: server.post }));
		const otherSecret = { ...server.key, appSecret: 'not-a-real-other-secret' };
		const post = async () => ({ status: 200, body: JSON.stringify({ code: 1000040345, msg: 'refused' }) });
		const error = await rejectionOf(copy.subscribe(otherSecret, listener, { post }));
		expect(error).not.toBeInstanceOf(copy.LongConnectionError);
		expect(copy.isLongConnectionError(error)).toBe(true);
	});
	expect(server.connections).toHaveLength(1);
});

it('names the Node.js version where there is no WebSocket', async () => {
	const own = Object.getOwnPropertyDescriptor(globalThis, 'WebSocket');
	if (!own) throw new Error('This runtime has none');
	Reflect.deleteProperty(globalThis, 'WebSocket');
	try {
		const error = await rejectionOf(join(new Listener()));
		expect(error).toMatchObject({ code: 'no-websocket', final: true });
		expect(error.message).toContain('Node.js 22');
	} finally {
		Object.defineProperty(globalThis, 'WebSocket', own);
	}
});
