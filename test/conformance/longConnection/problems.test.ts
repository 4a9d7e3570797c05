import { once } from 'node:events';
import { WebSocket } from 'ws';
import { CONTROL, DATA, decodeFrame, encodeFrame, type Frame } from '../../../simulator/longConnection/frame';
import { type Fixture, startFixture } from '../../support/conformance/harness';
import { until } from '../../support/conformance/longConnection';

/** What a client does, right or wrong, without the SDK. */
describe('a client of the long connection', () => {
	let fixture: Fixture;
	let socket: WebSocket;

	beforeEach(async () => {
		fixture = await startFixture({ longConnection: { wideIds: true }, pushRetryScheduleMs: [] });
		const { url, appId, appSecret } = fixture.simulator;
		const response = await fetch(`${url}/callback/ws/endpoint`, {
			method: 'POST',
			body: JSON.stringify({ AppID: appId, AppSecret: appSecret }),
		});
		socket = new WebSocket(((await response.json()) as { data: { URL: string } }).data.URL);
		await once(socket, 'open');
	});
	afterEach(async () => {
		socket.terminate();
		await fixture.simulator.close();
	});

	const lines = () => fixture.simulator.longConnection;
	const answerTo = (frame: Frame, payload = '{"code":200}'): Frame => ({
		...frame,
		headers: [...frame.headers, { key: 'biz_rt', value: '1' }],
		payload: Buffer.from(payload),
	});
	/** Pushes an event, answers it, and gives its delivery when that is over. */
	async function deliver(answer: (frame: Frame) => Frame) {
		const onMessage = (data: Buffer) => {
			const frame = decodeFrame(data);
			if (frame.method === DATA) socket.send(encodeFrame(answer(frame)));
		};
		socket.on('message', onMessage);
		const delivery = fixture.simulator.push.event(fixture.simulator.appId, 'im.chat.disbanded_v1', { chat_id: 'oc_x' });
		await fixture.simulator.push.idle();
		socket.off('message', onMessage);
		return delivery;
	}

	it('gets frames with ids of 64 bits, and echoes them', async () => {
		const ids: bigint[] = [];
		for (let count = 0; count < 20; count += 1) {
			const delivery = await deliver((frame) => {
				ids.push(frame.SeqID, frame.LogID);
				return answerTo(frame);
			});
			expect(delivery.status).toBe('delivered');
		}
		expect(ids.some((id) => id > 2n ** 53n)).toBe(true);
		expect(lines().problems).toEqual([]);
	});

	it('gets the answer to its ping', async () => {
		const serviceId = lines().list()[0]?.serviceId ?? 0;
		const ping = {
			SeqID: 0n,
			LogID: 0n,
			service: serviceId,
			method: CONTROL,
			headers: [{ key: 'type', value: 'ping' }],
		};
		socket.send(encodeFrame(ping));
		const [data] = (await once(socket, 'message')) as [Buffer];
		const { method, headers, payload } = decodeFrame(data);
		expect([method, headers]).toEqual([CONTROL, [{ key: 'type', value: 'pong' }]]);
		expect(JSON.parse(String(payload))).toEqual(lines().settings.clientConfig);
	});

	it.each<[string, RegExp, (frame: Frame) => Frame]>([
		['another SeqID', /SeqID/, (frame) => ({ ...frame, SeqID: frame.SeqID ^ 1n })],
		['another LogID', /LogID/, (frame) => ({ ...frame, LogID: 0n })],
		['another service', /service/, (frame) => ({ ...frame, service: 1 })],
		[
			'a header less',
			/trace_id/,
			(frame) => ({ ...frame, headers: frame.headers.filter(({ key }) => key !== 'trace_id') }),
		],
		['no biz_rt', /biz_rt/, (frame) => ({ ...frame, headers: frame.headers.filter(({ key }) => key !== 'biz_rt') })],
	])('is believed, and found out, when its answer has %s', async (_what, problem, change) => {
		expect((await deliver((frame) => change(answerTo(frame)))).status).toBe('delivered');
		expect(lines().problems).toEqual([expect.stringMatching(problem)]);
	});

	it.each(['', '{}', '{"code":"200"}', '{"code":200,"data":{}}', 'nonsense'])(
		'has not answered with %j',
		async (payload) => {
			lines().configure({ ackTimeoutMs: 200 });
			const delivery = await deliver((frame) => answerTo(frame, payload));
			expect(delivery).toMatchObject({ status: 'failed', attempts: [{ status: 0, cause: 'TimeoutError' }] });
			expect(lines().problems).toEqual([expect.stringMatching('payload')]);
		},
	);

	it('is noted down for what makes no sense', async () => {
		const frame = { SeqID: 0n, LogID: 0n, service: 1, method: DATA, headers: [] };
		socket.send('words');
		socket.send(Buffer.from('ff', 'hex'));
		socket.send(encodeFrame(frame));
		socket.send(encodeFrame({ ...frame, method: 9 }));
		socket.send(encodeFrame({ ...frame, method: CONTROL }));
		socket.send(encodeFrame({ ...frame, method: CONTROL, headers: [{ key: 'type', value: 'ping' }] }));
		await until('all are noted', () => lines().problems.length === 6);
		expect(lines().problems).toEqual([
			'a message of text',
			'no frame: cut short',
			'an answer to nothing that waits for one',
			'a frame of method 9',
			'a control frame of type undefined',
			expect.stringMatching(/^a ping of service 1/),
		]);
		expect((await deliver((received) => answerTo(received))).status).toBe('delivered');
	});

	it('that says nothing is given up after three intervals', async () => {
		lines().configure({ clientConfig: { PingInterval: 0.02 } });
		const closed = once(socket, 'close');
		socket.send('words');
		await closed;
		expect(lines().list()).toEqual([]);
	});
});
