import { NotNow } from '../../../../feishu/longConnection';
import { rejectionOf } from '../../../support/feishuCalls';
import {
	envelope,
	EVENT,
	eventFrame,
	FakePlatform,
	granted,
	KEY,
	Listener,
	refused,
	said,
	settle,
} from '../../../support/longConnection/connections';

let platform: FakePlatform;
beforeEach(() => {
	platform = new FakePlatform();
});
afterEach(() => {
	for (const line of platform.logged) expect(line).not.toMatch(/not-a-real/);
});

describe('sharing', () => {
	it('gives each event to all who share the one connection, and acknowledges it once', async () => {
		const { listeners } = await platform.upFor(3);
		expect([platform.sockets.length, platform.asked]).toEqual([1, 1]);
		for (let number = 0; number < 20; number += 1) platform.socket.push(eventFrame(envelope(EVENT, number)));
		await settle();
		for (const { numbers } of listeners) expect(numbers).toEqual([...Array(20).keys()]);
		expect(platform.socket.of('event').map(said)).toEqual(Array(20).fill({ code: 200 }));
	});

	it('lets late ones join at once', async () => {
		const { listeners } = await platform.upFor(1);
		const late = new Listener();
		await platform.subscribe(late);
		expect(late.states).toEqual(['connected']);
		platform.socket.push(eventFrame(envelope(EVENT)));
		expect([...listeners, late].map(({ bodies }) => bodies.length)).toEqual([1, 1]);
	});

	it('closes with the last one, and is made anew for the next', async () => {
		const { listeners, subscriptions } = await platform.upFor(2);
		const [first, second] = subscriptions;
		await first?.close();
		await first?.close();
		expect(platform.socket.closed).toBe(false);
		platform.socket.push(eventFrame(envelope(EVENT)));
		expect(listeners.map(({ bodies }) => bodies.length)).toEqual([0, 1]);
		await second?.close();
		expect(platform.socket.closed).toBe(true);
		expect(platform.clock.pending).toBe(0);
		await platform.up(new Listener());
		expect(platform.sockets).toHaveLength(2);
	});

	it('keeps apps and platforms apart', async () => {
		await platform.up(new Listener());
		for (const other of [
			{ ...KEY, appId: 'cli_0000000000000002' },
			{ ...KEY, origin: 'https://open.lark.test' },
		]) {
			void platform.subscribe(new Listener(), other);
			await settle();
		}
		expect(platform.sockets).toHaveLength(3);
	});

	it('refuses another secret for the same app when the platform does, and leaves the connection alone', async () => {
		const { listeners } = await platform.upFor(1);
		platform.answer = refused(1000040345);
		const other = { ...KEY, appSecret: 'not-a-real-other-secret' };
		expect(await rejectionOf(platform.subscribe(new Listener(), other))).toMatchObject({
			code: 1000040345,
			final: true,
		});
		platform.socket.push(eventFrame(envelope(EVENT)));
		expect(listeners[0]?.bodies).toHaveLength(1);
		expect(platform.sockets).toHaveLength(1);
	});

	it('goes on with another secret for the same app that the platform accepts: the old one was reset', async () => {
		await platform.upFor(1);
		const late = new Listener();
		await platform.subscribe(late, { ...KEY, appSecret: 'not-a-real-new-secret' });
		platform.socket.push(eventFrame(envelope(EVENT)));
		expect(late.bodies).toHaveLength(1);
		expect(platform.sockets).toHaveLength(1);
		platform.socket.drop();
		await platform.clock.advance(200_000);
		expect(platform.secrets.slice(-1)).toEqual(['not-a-real-new-secret']);
	});

	it('logs an event that is to come again as no failure', async () => {
		const listener = new Listener(() => {
			throw new NotNow('later');
		});
		await platform.up(listener);
		platform.socket.push(eventFrame(envelope(EVENT)));
		await settle();
		expect(said(platform.socket.of('event')[0])).toEqual({ code: 500 });
		expect(platform.logged.filter((line) => line.startsWith('error'))).toEqual([]);
	});

	it('is hurt by no subscriber', async () => {
		const broken = {
			handle() {
				throw new Error('handle is broken');
			},
			state() {
				throw new Error('state is broken');
			},
			failed() {
				throw new Error('failed is broken');
			},
		};
		await platform.up(broken);
		const listener = new Listener();
		await platform.subscribe(listener);
		platform.socket.push(eventFrame(envelope(EVENT)));
		await settle();
		expect(listener.bodies).toHaveLength(1);
		expect(platform.socket.of('event').map(said)).toEqual([{ code: 200 }]);
		expect(platform.logged.join('\n')).toContain('handle is broken');
		platform.answer = refused(514);
		platform.socket.drop();
		await platform.clock.advance(0);
		expect(listener.errors).toHaveLength(1);
	});

	it('asks for events again that nobody could take', async () => {
		await platform.up(new Listener(() => Promise.reject(new Error('broken'))));
		platform.socket.push(eventFrame(envelope(EVENT)));
		await settle();
		expect(platform.socket.of('event').map(said)).toEqual([{ code: 500 }]);
	});
});

describe('the first attempt', () => {
	it.each([514, 1000040350, 1000040351, 1])('fails for all who wait for it: code %d', async (code) => {
		platform.answer = refused(code);
		const waiting = [1, 2, 3].map(() => rejectionOf(platform.subscribe(new Listener())));
		const errors = await Promise.all(waiting);
		expect(errors).toMatchObject([{ code }, { code }, { code }]);
		expect([platform.asked, platform.sockets.length, platform.clock.pending]).toEqual([1, 0, 0]);
		platform.answer = granted();
		await platform.up(new Listener());
		expect(platform.sockets).toHaveLength(1);
	});

	it('fails when the WebSocket is refused', async () => {
		const subscribing = rejectionOf(platform.subscribe(new Listener()));
		await settle();
		platform.socket.drop();
		expect(await subscribing).toMatchObject({ code: 'handshake', final: false });
		expect((await subscribing).message).toContain('frontier.feishu.test');
		expect(platform.clock.pending).toBe(0);
	});

	it('fails when the WebSocket does not open in 15 seconds, and leaves it', async () => {
		const subscribing = rejectionOf(platform.subscribe(new Listener()));
		await platform.clock.advance(15_000);
		expect(await subscribing).toMatchObject({ code: 'handshake' });
		const [late] = platform.sockets;
		expect(late?.closed).toBe(true);
		late?.open();
		await platform.clock.advance(600_000);
		expect([platform.sockets.length, late?.sent.length]).toEqual([1, 0]);
	});
});
