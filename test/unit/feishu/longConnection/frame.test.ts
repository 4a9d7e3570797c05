import { decodeFrame, encodeFrame, headerOf, pingFrame, type Frame } from '../../../../feishu/longConnection/frame';
import { WireError, WireWriter } from '../../../../feishu/longConnection/wire';
import { thrownBy } from '../../../support/feishuCalls';

const FRAME: Frame = { seqId: 1n, logId: 2n, service: 3, method: 1, headers: [{ key: 'type', value: 'event' }] };

const bytes = (...parts: Array<Uint8Array | number[]>) => Buffer.concat(parts.map((part) => Uint8Array.from(part)));
const refusal = (malformed: Uint8Array) => {
	const error = thrownBy(() => decodeFrame(malformed));
	expect(error).toBeInstanceOf(WireError);
	return error.message;
};

it.each([
	['a number', new WireWriter().number(20, 2n ** 64n - 1n).finish()],
	['eight bytes', [0xa1, 0x01, 1, 2, 3, 4, 5, 6, 7, 8]],
	['a block', new WireWriter().text(500, 'unknown').finish()],
	['four bytes', [0xa5, 0x01, 1, 2, 3, 4]],
	['a group with a group inside', [0xa3, 0x01, 0x08, 0x05, 0x0b, 0x0c, 0xa4, 0x01]],
	['a known field of another type', [0x45, 1, 2, 3, 4]],
])('passes over an unknown field: %s', (_what, unknown) => {
	expect(decodeFrame(bytes(unknown, encodeFrame(FRAME), unknown))).toEqual(FRAME);
});

it('takes the last one where a field stands twice', () => {
	expect(decodeFrame(bytes(encodeFrame(FRAME), new WireWriter().number(1, 9n).finish())).seqId).toBe(9n);
});

it('tells an empty payload from none', () => {
	expect(decodeFrame(encodeFrame(FRAME))).not.toHaveProperty('payload');
	expect(decodeFrame(encodeFrame({ ...FRAME, payload: new Uint8Array() })).payload).toHaveLength(0);
});

it.each([
	['nothing', [], /is missing/],
	['three of the four numbers', new WireWriter().number(1, 1n).number(2, 1n).number(3, 1n).finish(), /is missing/],
	['a number without an end', [0x08, 0xff, 0xff], /ends within a number/],
	['a number of eleven bytes', [0x08, ...Array<number>(11).fill(0x80)], /more than ten bytes/],
	['a length beyond the end', [0x42, 0xff, 0xff, 0xff, 0xff, 0x0f, 1], /ends within a field/],
	['field 0', [0x00, 0x00], /without a number/],
	['a type that there is not', [0xa7, 0x01], /type 7/],
	['the end of a group that has not begun', [0xa4, 0x01], /type 4/],
	['groups without end', Array<number>(200).fill(0x0b), /type 3/],
	['a header without a value', [0x2a, 0x03, 0x0a, 0x01, 0x61], /header/],
])('refuses %s', (_what, malformed, words) => {
	expect(refusal(Uint8Array.from(malformed))).toMatch(words);
});

it('finds headers, the last of a name first', () => {
	const frame: Frame = { ...FRAME, headers: [...FRAME.headers, { key: 'type', value: 'card' }] };
	expect(headerOf(frame, 'type')).toBe('card');
	expect(headerOf(frame, '__proto__')).toBeUndefined();
	expect(headerOf(pingFrame(1), 'type')).toBe('ping');
});
