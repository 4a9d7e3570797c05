import fc from '../../../support/generated';
import type { Acknowledgment, CallbackAnswer } from '../../../../feishu/longConnection/eventDelivery';
import { decodeFrame, encodeFrame } from '../../../../feishu/longConnection/frame';
import {
	CALLBACK,
	envelope,
	EVENT,
	eventFrame,
	FakePlatform,
	fragmentFrames,
	Listener,
	pongFrame,
	said,
	settle,
} from '../../../support/longConnection/connections';

let platform: FakePlatform;
let listener: Listener;
beforeEach(async () => {
	platform = new FakePlatform();
	listener = new Listener();
	await platform.up(listener);
});

const push = async (...frames: Parameters<FakePlatform['socket']['push']>) => {
	platform.socket.push(...frames);
	await settle();
};

it('pings right after it opened and every ping interval, with its service', async () => {
	const ping = { seqId: 0n, logId: 0n, service: 42, method: 0, headers: [{ key: 'type', value: 'ping' }] };
	expect(platform.socket.sent).toEqual([ping]);
	for (let count = 2; count <= 5; count += 1) {
		await push(pongFrame());
		await platform.clock.advance(90_000);
		expect(platform.socket.sent).toEqual(Array(count).fill(ping));
	}
});

it('takes the configuration that a pong brings, at once', async () => {
	await platform.clock.advance(5_000);
	await push(pongFrame({ PingInterval: 10, ReconnectCount: 3, ReconnectInterval: 7, ReconnectNonce: 0 }));
	await platform.clock.advance(4_999);
	expect(platform.socket.of('ping')).toHaveLength(1);
	await platform.clock.advance(1);
	expect(platform.socket.of('ping')).toHaveLength(2);
});

it.each([
	['none', undefined],
	['an empty one', ''],
	['something else', ['PingInterval']],
	['wrong values', { PingInterval: 'soon' }],
])('stays with its configuration when the payload of a pong is %s', async (_what, payload) => {
	await push(pongFrame(payload));
	await platform.clock.advance(89_999);
	expect(platform.socket.of('ping')).toHaveLength(1);
	await platform.clock.advance(1);
	expect(platform.socket.of('ping')).toHaveLength(2);
});

it('acknowledges with the same frame, the time that was taken, and a code', async () => {
	const frame = eventFrame(envelope(EVENT), { payloadType: 'json', payloadEncoding: 'none', logIdNew: 'log' });
	await push(frame);
	const [acknowledgment, ...others] = platform.socket.of('event');
	expect(others).toEqual([]);
	const headers = [...frame.headers, { key: 'biz_rt', value: '0' }];
	expect(acknowledgment).toEqual({ ...frame, headers, payload: acknowledgment?.payload });
	expect(said(acknowledgment)).toEqual({ code: 200 });
});

it('acknowledges an event of several frames once, with the headers of the last that came', async () => {
	const [first, second, third] = fragmentFrames(envelope(EVENT), 3);
	for (const frame of [third, first, second]) if (frame) platform.socket.push(frame);
	await settle();
	expect(listener.bodies).toEqual([envelope(EVENT)]);
	const acknowledgments = platform.socket.of('event');
	expect(acknowledgments).toHaveLength(1);
	expect(acknowledgments[0]?.headers.slice(0, -1)).toEqual(second?.headers);
});

it("sends a callback's answer along when it is there", async () => {
	let respond: (answer: CallbackAnswer) => void = () => undefined;
	platform = new FakePlatform();
	await platform.up(new Listener(() => new Promise((resolve) => (respond = resolve))));
	await push(eventFrame(envelope(CALLBACK)));
	await platform.clock.advance(1_200);
	expect(platform.socket.of('event')).toEqual([]);
	respond({ body: { toast: { type: 'info', content: '好' } } });
	await settle();
	const [acknowledgment] = platform.socket.of('event');
	expect(acknowledgment?.headers.at(-1)).toEqual({ key: 'biz_rt', value: '1200' });
	const { code, data } = said(acknowledgment) as Acknowledgment;
	expect(code).toBe(200);
	expect(JSON.parse(Buffer.from(data ?? '', 'base64').toString('utf8'))).toEqual({
		toast: { type: 'info', content: '好' },
	});
});

it('acknowledges in the order of arrival', async () => {
	const numbers = Array.from({ length: 200 }, (_, index) => index);
	const frames = numbers.map((number) => eventFrame(envelope(EVENT, number)));
	for (const frame of frames) platform.socket.push(frame);
	await settle();
	expect(listener.numbers).toEqual(numbers);
	expect(platform.socket.of('event').map(({ seqId }) => seqId)).toEqual(frames.map(({ seqId }) => seqId));
});

it.each([
	['a card of the old kind', eventFrame(envelope(CALLBACK), {}, { type: 'card' })],
	['an event without a type', eventFrame(envelope(EVENT), { headers: [] })],
	['no JSON', eventFrame(null, { payload: Buffer.from('{"schema":') })],
	['a list', eventFrame([1])],
	['no payload', eventFrame(null, { payload: undefined })],
	['a ping', { ...pongFrame({ PingInterval: 1 }), headers: [{ key: 'type', value: 'ping' }] }],
	['a method that there is not', eventFrame(envelope(EVENT), { method: 7 })],
])('starts nothing and acknowledges nothing: %s', async (_what, frame) => {
	await push(frame);
	expect(listener.bodies).toEqual([]);
	expect(platform.socket.sent).toHaveLength(1);
	await push(eventFrame(envelope(EVENT)));
	expect(listener.bodies).toHaveLength(1);
});

it('survives ten thousand malformed frames', async () => {
	const good = encodeFrame(eventFrame({ not: 'an event' }));
	const changes = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
	let malformed = 0;
	fc.assert(
		fc.property(changes, fc.nat(good.length), (bytes, length) => {
			const frame = Uint8Array.from(good).subarray(0, length);
			for (const [at, byte] of bytes) frame[at] = byte;
			platform.socket.pushBytes(frame);
			malformed += 1;
		}),
		{ numRuns: 10_000 },
	);
	expect(malformed).toBeGreaterThanOrEqual(10_000);
	await settle();
	for (const frame of platform.socket.sent) expect(decodeFrame(encodeFrame(frame))).toEqual(frame);
	await push(eventFrame(envelope(EVENT, 77)));
	expect(listener.numbers.filter((number) => number === 77)).toHaveLength(1);
});

it('forgets the parts of events that never become whole', async () => {
	const [first, second] = fragmentFrames(envelope(EVENT), 2);
	if (!first || !second) throw new Error('Two frames were asked for');
	await push(first);
	await platform.clock.advance(10_001);
	await push(second);
	expect(listener.bodies).toEqual([]);
	expect(platform.socket.of('event')).toEqual([]);
});
