import { rejectionOf } from '../../../support/feishuCalls';
import {
	envelope,
	EVENT,
	eventFrame,
	FakePlatform,
	granted,
	Listener,
	pongFrame,
	refused,
	settle,
} from '../../../support/longConnection/connections';

let platform: FakePlatform;
beforeEach(() => {
	platform = new FakePlatform();
});
afterEach(() => {
	for (const line of platform.logged) expect(line).not.toMatch(/not-a-real/);
});

describe('a lost connection', () => {
	it('comes back by itself with a new address each time, and tells how it is', async () => {
		const { listeners } = await platform.upFor(1);
		for (let round = 1; round <= 30; round += 1) {
			platform.socket.drop();
			await platform.clock.advance(0);
			expect([platform.asked, platform.sockets.length]).toEqual([round + 1, round + 1]);
			platform.socket.open();
			platform.socket.push(eventFrame(envelope(EVENT, round)));
		}
		expect(listeners[0]?.numbers).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
		expect(listeners[0]?.states.slice(0, 4)).toEqual(['connecting', 'connected', 'reconnecting', 'connected']);
	});

	it('waits as the platform says: a random part of the nonce, then the interval', async () => {
		platform.dice = 0.5;
		await platform.upFor(1);
		platform.answer = refused(1);
		platform.socket.drop();
		await platform.clock.advance(14_999);
		expect(platform.asked).toBe(1);
		await platform.clock.advance(1);
		expect(platform.asked).toBe(2);
		await platform.clock.advance(119_999);
		expect(platform.asked).toBe(2);
		await platform.clock.advance(1);
		expect(platform.asked).toBe(3);
		platform.answer = granted();
		await platform.clock.advance(120_000);
		platform.socket.open();
		expect([platform.asked, platform.sockets.length]).toEqual([4, 2]);
	});

	it('uses the configuration that came with the last pong', async () => {
		await platform.upFor(1);
		platform.dice = 0.5;
		platform.socket.push(pongFrame({ PingInterval: 60, ReconnectCount: -1, ReconnectInterval: 5, ReconnectNonce: 2 }));
		platform.answer = refused(1000040343);
		platform.socket.drop();
		await platform.clock.advance(1_000);
		expect(platform.asked).toBe(2);
		await platform.clock.advance(5_000);
		expect(platform.asked).toBe(3);
	});

	it.each([514, 1000040345, 1000040350])('ends when the platform refuses it for good: code %d', async (code) => {
		const { listeners } = await platform.upFor(2);
		platform.answer = refused(code);
		platform.socket.drop();
		await platform.clock.advance(3_600_000);
		expect(platform.asked).toBe(2);
		for (const { errors } of listeners) expect(errors).toMatchObject([{ code, final: true }]);
		expect(platform.clock.pending).toBe(0);
		platform.answer = granted();
		await platform.up(new Listener());
		expect(platform.sockets).toHaveLength(2);
	});

	it('ends after as many tries as the platform allows', async () => {
		platform.answer = granted({ PingInterval: 90, ReconnectCount: 3, ReconnectInterval: 10, ReconnectNonce: 0 });
		const { listeners } = await platform.upFor(1);
		platform.answer = refused(1);
		platform.socket.drop();
		await platform.clock.advance(3_600_000);
		expect(platform.asked).toBe(4);
		expect(listeners[0]?.errors).toMatchObject([{ code: 'gave-up', final: false }]);
		expect(listeners[0]?.errors[0]?.message).toContain('3 tries');
	});

	it('comes back soon after the network was away', async () => {
		await platform.upFor(1);
		platform.answer = Object.assign(new Error('no network'), { code: 'ENETUNREACH' });
		platform.socket.drop();
		await platform.clock.advance(10_000);
		expect(platform.asked).toBe(4);
		platform.answer = granted();
		await platform.clock.advance(8_000);
		platform.socket.open();
		expect(platform.sockets).toHaveLength(2);
	});

	it('is tried at once when somebody joins, who hears what becomes of it', async () => {
		platform.dice = 1;
		const { listeners } = await platform.upFor(1);
		platform.socket.drop();
		platform.answer = refused(1);
		expect(await rejectionOf(platform.subscribe(new Listener()))).toMatchObject({ code: 1 });
		expect(listeners[0]?.errors).toEqual([]);
		platform.answer = granted();
		const joined = new Listener();
		await platform.up(joined);
		platform.socket.push(eventFrame(envelope(EVENT)));
		expect([listeners[0]?.bodies.length, joined.bodies.length]).toEqual([1, 1]);
		await platform.clock.advance(85_000);
		expect(platform.sockets).toHaveLength(2);
	});

	it('does not acknowledge what was lost with it', async () => {
		let respond: () => void = () => undefined;
		await platform.up(new Listener(() => new Promise((resolve) => (respond = () => resolve({ body: {} })))));
		const [old] = platform.sockets;
		platform.socket.push(eventFrame(envelope('card.action.trigger')));
		platform.socket.drop();
		await platform.clock.advance(0);
		platform.socket.open();
		respond();
		await settle();
		expect(old?.of('event')).toEqual([]);
		expect(platform.socket.of('event')).toEqual([]);
	});
});

describe('a frozen connection', () => {
	it.each([0, 1, 0.5])('is left and replaced within twice the ping interval, dice at %d', async (dice) => {
		platform.dice = dice;
		const { listeners } = await platform.upFor(1);
		const [frozen] = platform.sockets;
		platform.opens = true;
		await platform.clock.advance(60_000);
		frozen?.push(pongFrame());
		await platform.clock.advance(180_000);
		expect([platform.sockets.length, frozen?.closed]).toEqual([2, true]);
		frozen?.push(eventFrame(envelope(EVENT, 1)));
		frozen?.drop();
		platform.socket.push(eventFrame(envelope(EVENT, 2)));
		await platform.clock.advance(10_000);
		expect(listeners[0]?.numbers).toEqual([2]);
		expect(platform.sockets).toHaveLength(2);
	});

	it('is none as long as anything is heard', async () => {
		await platform.upFor(1);
		for (let minute = 0; minute < 120; minute += 1) {
			await platform.clock.advance(60_000);
			platform.socket.push(minute % 2 ? pongFrame() : eventFrame(envelope(EVENT)));
		}
		expect(platform.sockets).toHaveLength(1);
	});
});

describe('after the last one has left', () => {
	it.each([
		['while the next attempt is waited for', 0, 1, 1],
		['while the WebSocket opens', 3_000, 2, 2],
	])('nothing comes back: closed %s', async (_when, ms, asked, connected) => {
		platform.dice = 0.1;
		const { listeners, subscriptions } = await platform.upFor(1);
		platform.socket.drop();
		await platform.clock.advance(ms);
		expect([platform.asked, platform.sockets.length]).toEqual([asked, connected]);
		await subscriptions[0]?.close();
		for (const socket of platform.sockets) {
			socket.open();
			socket.push(eventFrame(envelope(EVENT)));
			socket.drop();
		}
		await platform.clock.advance(3_600_000);
		expect([platform.asked, platform.sockets.length]).toEqual([asked, connected]);
		expect(listeners[0]?.bodies).toEqual([]);
		expect(listeners[0]?.states).toEqual(['connecting', 'connected', 'reconnecting', 'closed']);
		expect(platform.clock.pending).toBe(0);
		expect(platform.socket.closed).toBe(true);
	});

	it.each([
		['an address', granted()],
		['a refusal', refused(514)],
		['a refusal that may pass', refused(1)],
	])('nothing comes back: closed while the endpoint is asked, which then answers with %s', async (_what, answer) => {
		const { listeners, subscriptions } = await platform.upFor(1);
		let pass: () => void = () => undefined;
		platform.gate = new Promise((resolve) => (pass = resolve));
		platform.answer = answer;
		platform.socket.drop();
		await platform.clock.advance(0);
		expect(platform.asked).toBe(2);
		await subscriptions[0]?.close();
		pass();
		await platform.clock.advance(3_600_000);
		expect([platform.asked, platform.sockets.length, platform.clock.pending]).toEqual([2, 1, 0]);
		expect(listeners[0]?.errors).toEqual([]);
		expect(listeners[0]?.states.at(-1)).toBe('closed');
	});

	it('whoever comes then gets a connection of their own', async () => {
		const { listeners, subscriptions } = await platform.upFor(1);
		let pass: () => void = () => undefined;
		platform.gate = new Promise((resolve) => (pass = resolve));
		platform.socket.drop();
		await platform.clock.advance(0);
		await subscriptions[0]?.close();
		const next = new Listener();
		const subscribing = platform.subscribe(next);
		pass();
		await settle();
		platform.socket.open();
		await subscribing;
		expect([platform.asked, platform.sockets.length]).toEqual([3, 2]);
		platform.socket.push(eventFrame(envelope(EVENT)));
		expect([listeners[0]?.bodies.length, next.bodies.length]).toEqual([0, 1]);
	});

	it('late frames start nothing', async () => {
		const { listeners, subscriptions } = await platform.upFor(1);
		await subscriptions[0]?.close();
		platform.socket.push(eventFrame(envelope(EVENT)));
		platform.socket.drop();
		await platform.clock.advance(600_000);
		expect([listeners[0]?.bodies.length, platform.sockets.length]).toEqual([0, 1]);
	});
});
