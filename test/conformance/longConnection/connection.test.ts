import { encodeFrame } from '../../../simulator/longConnection/frame';
import { type Fixture, first, startFixture } from '../../support/conformance/harness';
import { connectSdk, type SdkConnection, type SdkOptions, until } from '../../support/conformance/longConnection';

const FAST = { ReconnectCount: -1, ReconnectInterval: 0.05, ReconnectNonce: 0.02, PingInterval: 5 };
const EVENT = 'im.chat.disbanded_v1';

describe('the SDK over a long connection', () => {
	let fixture: Fixture;
	const clients: SdkConnection[] = [];

	beforeEach(async () => {
		fixture = await startFixture({ longConnection: { clientConfig: FAST }, pushRetryScheduleMs: [50, 100, 200, 400] });
	});
	afterEach(async () => {
		for (const client of clients.splice(0)) client.close();
		await fixture.simulator.close();
	});

	const connect = async (options?: SdkOptions) => {
		const client = await connectSdk(fixture.simulator, options);
		clients.push(client);
		return client;
	};
	const lines = () => fixture.simulator.longConnection;
	const push = (event: object = { chat_id: 'oc_x' }) =>
		fixture.simulator.push.event(fixture.simulator.appId, EVENT, event);
	const pushMany = (count: number) =>
		fixture.simulator.push.events(
			fixture.simulator.appId,
			EVENT,
			Array.from({ length: count }, (_, index) => ({ chat_id: `oc_${index}` })),
		);

	it('pings, and gets an event that it answers', async () => {
		const { received } = await connect();
		const delivery = push();
		await fixture.simulator.push.idle();
		const [connection] = lines().list();
		expect(delivery).toMatchObject({
			status: 'delivered',
			attempts: [{ status: 200, body: '', connection: connection?.id }],
		});
		expect(received).toEqual([expect.objectContaining({ event_id: delivery.event_id, chat_id: 'oc_x' })]);
		expect(connection).toMatchObject({ appId: fixture.simulator.appId, events: 1, acks: 1, framesIn: 2, framesOut: 2 });
		expect(lines().problems).toEqual([]);
	});

	it('gets what people write to the bot', async () => {
		const { received } = await connect();
		await fixture.http.admin('POST', `/chats/${fixture.chatId}/messages`, {
			open_id: first(fixture.members),
			text: '@n8n Bot hello',
		});
		await fixture.simulator.push.idle();
		expect(received[0]).toMatchObject({ event_type: 'im.message.receive_v1', message: { chat_id: fixture.chatId } });
		expect(await fixture.http.admin('GET', '/state')).toMatchObject({
			apps: [{ delivery_mode: 'longConnection', connections: 1 }],
		});
	});

	it('gets an event of the first version', async () => {
		const { received } = await connect();
		const { simulator } = fixture;
		simulator.push.event(simulator.appId, 'approval_instance', { instance_code: 'X1' }, { schema: '1.0' });
		await simulator.push.idle();
		expect(received[0]).toMatchObject({ type: 'event_callback', instance_code: 'X1' });
	});

	it.each([false, true])('puts together what comes in pieces (in any order: %s)', async (shuffle) => {
		lines().configure({ fragmentBytes: 100, shuffle });
		const { received } = await connect();
		const words = '界'.repeat(500);
		const deliveries = Array.from({ length: 20 }, (_, index) => push({ chat_id: `oc_${index}`, name: words }));
		await fixture.simulator.push.idle();
		expect(deliveries.every(({ attempts }) => attempts.length === 1 && attempts[0]?.status === 200)).toBe(true);
		expect(received.every(({ name }) => name === words)).toBe(true);
		expect(new Set(received.map(({ chat_id: id }) => id)).size).toBe(20);
		const [connection] = lines().list();
		expect(connection?.framesOut).toBeGreaterThan(20 * 16);
		expect(lines().problems).toEqual([]);
	});

	it('gets each event in one of its connections', async () => {
		const all = [await connect(), await connect(), await connect()];
		pushMany(200);
		await fixture.simulator.push.idle();
		const ids = all.flatMap(({ received }) => received.map(({ event_id: id }) => id));
		expect([ids.length, new Set(ids).size]).toEqual([200, 200]);
		for (const { received } of all) expect(received.length).toBeGreaterThan(20);
	});

	it('gets an event again when its handler fails', async () => {
		let failures = 2;
		const { received } = await connect({
			handle: () => {
				if (failures-- > 0) throw new Error('not now');
			},
		});
		const delivery = push();
		await fixture.simulator.push.idle();
		expect(delivery.attempts.map(({ status }) => status)).toEqual([500, 500, 200]);
		expect(new Set(received.map(({ event_id: id }) => id))).toEqual(new Set([delivery.event_id]));
	});

	it('gets an event again when it is late', async () => {
		let release = () => undefined as void;
		const late = new Promise<void>((resolve) => {
			release = resolve;
		});
		let first = true;
		await connect({
			handle: () => {
				if (!first) return undefined;
				first = false;
				// Only the first one is to be late, also on a machine that is.
				lines().configure({ ackTimeoutMs: 10_000 });
				return late;
			},
		});
		// Time enough to reach the handler.
		lines().configure({ ackTimeoutMs: 500 });
		const delivery = push();
		await fixture.simulator.push.idle();
		expect(delivery.attempts).toMatchObject([{ status: 0, cause: 'TimeoutError' }, { status: 200 }]);
		release();
		await until('the late answer came', () => lines().history[0]?.lateAcks === 1);
		expect(lines().problems).toEqual([]);
	});

	it('comes back after its connection is cut, and misses nothing', async () => {
		const { received } = await connect();
		const deliveries = pushMany(50);
		lines().kill();
		await until('it is online again', () => lines().isOnline(fixture.simulator.appId));
		await fixture.simulator.push.idle();
		expect(deliveries.map(({ status }) => status)).toEqual(deliveries.map(() => 'delivered'));
		expect(new Set(received.map(({ event_id: id }) => id)).size).toBe(50);
		expect(lines().history).toHaveLength(2);
	});

	it('comes back after the server goes away', async () => {
		await connect();
		expect(lines().close(fixture.simulator.appId, 1012)).toBe(1);
		await until('it is online again', () => lines().list().length === 1);
	});

	it('notices a frozen connection only when it looks for signs of life', async () => {
		lines().configure({ clientConfig: { PingInterval: 0.7 } });
		const { received } = await connect({ pingTimeout: 0.5 });
		const [frozen] = lines().list();
		lines().freeze(frozen?.id);
		const { framesIn } = { ...frozen };
		await until('there is another connection', () => lines().history.length > 1);
		expect(frozen?.framesIn).toBe(framesIn);
		await until(
			'the platform has given up the frozen one',
			() =>
				!lines()
					.list()
					.includes(frozen as never),
		);
		push();
		await fixture.simulator.push.idle();
		expect(received).toHaveLength(1);
	});

	it('never learns of a frozen connection when it does not look', async () => {
		// The platform gives it up after three of these, and not before it is frozen.
		lines().configure({ clientConfig: { PingInterval: 0.7 } });
		const { client } = await connect();
		lines().freeze();
		await until('the platform has given it up', () => lines().list().length === 0);
		for (let asked = 0; asked < 5; asked += 1) await fixture.http.admin('GET', '/long-connection');
		expect(client.getConnectionStatus().state).toBe('connected');
		expect(lines().history).toHaveLength(1);
	});

	it('goes on with a connection that thaws', async () => {
		const { received } = await connect();
		lines().configure({ ackTimeoutMs: 30 });
		lines().freeze();
		const delivery = push();
		await until('the first attempt failed', () => delivery.attempts.length > 0);
		lines().configure({ ackTimeoutMs: 10_000 });
		lines().thaw();
		await fixture.simulator.push.idle();
		expect([delivery.status, received.length, lines().history.length]).toEqual(['delivered', 1, 1]);
	});

	it('takes over a new configuration from a pong', async () => {
		const configuration = { clientConfig: { PingInterval: 0.7 } };
		lines().configure(configuration);
		await connect();
		lines().configure({ clientConfig: { PingInterval: 100 } });
		const [connection] = lines().list();
		await until('it has heard', () => (connection?.pings ?? 0) > 1);
		// One may be on its way; whoever keeps to the old interval pings three times more.
		const { pings = 0 } = { ...connection };
		const other = await startFixture({ longConnection: configuration });
		try {
			clients.push(await connectSdk(other.simulator));
			await until('another client has pinged', () => (other.simulator.longConnection.list()[0]?.pings ?? 0) > 3);
		} finally {
			await other.simulator.close();
		}
		expect(connection?.pings).toBeLessThanOrEqual(pings + 1);
	});

	it('gets events twice where the platform sends them twice', async () => {
		fixture.simulator.push.duplicates = 1;
		const { received } = await connect();
		const delivery = push();
		const message = fixture.simulator.push.event(fixture.simulator.appId, 'im.message.receive_v1', { message: {} });
		await fixture.simulator.push.idle();
		expect(delivery.attempts).toMatchObject([{ status: 200 }, { status: 200, duplicate: true }]);
		const ids = (type: string) => received.filter((one) => one.event_type === type).map((one) => one.event_id);
		expect(ids(EVENT)).toEqual([delivery.event_id, delivery.event_id]);
		expect(ids('im.message.receive_v1')).toEqual([message.event_id, expect.not.stringMatching(message.event_id)]);
	});

	it('survives bytes that are no frame', async () => {
		const { received } = await connect();
		lines().sendRaw(Buffer.from('nonsense'));
		lines().sendRaw(encodeFrame({ SeqID: 1n, LogID: 1n, service: 1, method: 7, headers: [] }));
		push();
		await fixture.simulator.push.idle();
		expect(received).toHaveLength(1);
	});
});
