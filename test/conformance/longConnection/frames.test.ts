import { CONTROL, DATA, decodeFrame, encodeFrame } from '../../../simulator/longConnection/frame';
import { sdkFrames } from '../../support/conformance/sdkFrames';

describe('a frame of the simulator', () => {
	const frame = {
		SeqID: 9007199254740991n,
		LogID: 0n,
		service: 33554678,
		method: DATA,
		headers: [
			{ key: 'type', value: 'event' },
			{ key: 'message_id', value: '消息' },
		],
		payload: Buffer.from('{"a":"é"}'),
		payloadType: 'json',
		LogIDNew: 'x',
	};

	it('is what the SDK writes and reads', () => {
		const theirs = sdkFrames.decode(encodeFrame(frame));
		expect(theirs).toMatchObject({ service: frame.service, method: DATA, headers: frame.headers, LogIDNew: 'x' });
		expect([theirs.SeqID, theirs.LogID]).toEqual([Number.MAX_SAFE_INTEGER, 0]);
		const bytes = Buffer.from(sdkFrames.encode(theirs).finish());
		expect(bytes).toEqual(encodeFrame(frame));
		expect(decodeFrame(bytes)).toEqual(frame);
	});

	it('keeps numbers of 64 bits, and negative ones', () => {
		const extreme = { ...frame, SeqID: 2n ** 64n - 1n, LogID: 2n ** 63n, service: -1 };
		expect(decodeFrame(encodeFrame(extreme))).toEqual(extreme);
	});

	it.each([
		['cut short', encodeFrame(frame).subarray(0, -1)],
		['without a required field', encodeFrame(frame).subarray(9)],
		['of another wire type', Buffer.from('0d00000000', 'hex')],
		['with an endless number', Buffer.alloc(12, 0xff)],
	])('is not what is %s', (_what, bytes) => {
		expect(() => decodeFrame(bytes)).toThrow();
	});

	it('has its required fields also when they are zero', () => {
		const ping = {
			SeqID: 0n,
			LogID: 0n,
			service: 33554678,
			method: CONTROL,
			headers: [{ key: 'type', value: 'ping' }],
		};
		expect(encodeFrame(ping).toString('hex')).toBe('0800100018f681801020002a0c0a0474797065120470696e67');
	});
});
