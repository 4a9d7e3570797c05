/** Our frame codec, judged by the official SDK's in both directions. */
import '@larksuiteoapi/node-sdk';
import fc from '../../support/generated';
import { roots } from 'protobufjs/minimal';
import { decodeFrame, encodeFrame, pingFrame, type Frame } from '../../../feishu/longConnection/frame';
import { WireError } from '../../../feishu/longConnection/wire';

interface SdkFrame {
	SeqID: number;
	LogID: number;
	service: number;
	method: number;
	headers?: Array<{ key: string; value: string }>;
	payloadEncoding?: string;
	payloadType?: string;
	payload?: Uint8Array;
	LogIDNew?: string;
}

interface SdkCodec {
	encode(frame: SdkFrame): { finish(): Uint8Array };
	decode(bytes: Uint8Array): SdkFrame;
	toObject(frame: SdkFrame): SdkFrame;
}

/** The SDK keeps its codec to itself, but registers it with the Protocol Buffers library. */
const { Frame: sdk } = (roots.default as unknown as { pbbp2: { Frame: SdkCodec } }).pbbp2;

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const words = fc.string({ unit: 'grapheme', maxLength: 40 });
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** The SDK reads 64-bit numbers as doubles: beyond 2^53 it is no judge. */
const frames: fc.Arbitrary<Frame> = fc.record({
	seqId: fc.bigInt({ min: 0n, max: BigInt(Number.MAX_SAFE_INTEGER) }),
	logId: fc.bigInt({ min: 0n, max: BigInt(Number.MAX_SAFE_INTEGER) }),
	service: int32,
	method: int32,
	headers: fc.array(fc.record({ key: words, value: words }), { maxLength: 8 }),
	payloadEncoding: optional(words),
	payloadType: optional(words),
	payload: optional(fc.uint8Array({ maxLength: 300 })),
	logIdNew: optional(words),
});

function ofSdk(frame: Frame): SdkFrame {
	const { seqId, logId, logIdNew, ...rest } = frame;
	return { ...rest, SeqID: Number(seqId), LogID: Number(logId), LogIDNew: logIdNew };
}

/** What differs between the two only in form: absent fields, kinds of byte arrays. */
function plain(frame: Frame | SdkFrame): unknown {
	const { payload, headers = [], ...rest } = frame;
	const numbers = Object.entries(rest).map(([key, value]) => [key, typeof value === 'bigint' ? Number(value) : value]);
	return JSON.parse(
		JSON.stringify({ ...Object.fromEntries(numbers), headers, payload: payload && hex(payload) }),
	) as unknown;
}

it('writes the first ping as the platform was sent it', () => {
	expect(hex(encodeFrame(pingFrame(33_554_678)))).toBe('0800100018f681801020002a0c0a0474797065120470696e67');
});

it('writes every frame byte for byte as the SDK does', () => {
	fc.assert(
		fc.property(frames, (frame) => {
			expect(hex(encodeFrame(frame))).toBe(hex(sdk.encode(ofSdk(frame)).finish()));
		}),
		{ numRuns: 1_000 },
	);
});

it('is read by the SDK, and reads what the SDK writes', () => {
	fc.assert(
		fc.property(frames, (frame) => {
			const theirs = sdk.toObject(sdk.decode(Buffer.from(encodeFrame(frame))));
			expect(plain(theirs)).toEqual(plain(ofSdk(frame)));
			expect(plain(decodeFrame(sdk.encode(ofSdk(frame)).finish()))).toEqual(plain(frame));
		}),
		{ numRuns: 1_000 },
	);
});

it('sends back unchanged what it has read, whatever the numbers', () => {
	const large = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
	fc.assert(
		fc.property(frames, large, large, (frame, seqId, logId) => {
			const bytes = encodeFrame({ ...frame, seqId, logId });
			const read = decodeFrame(bytes);
			expect([read.seqId, read.logId]).toEqual([seqId, logId]);
			expect(hex(encodeFrame(read))).toBe(hex(bytes));
		}),
		{ numRuns: 1_000 },
	);
});

/** Something done to the bytes of a good frame: some are replaced, cut off or put in. */
const mutations = fc.tuple(
	frames,
	fc.array(fc.tuple(fc.nat(), fc.nat(255), fc.nat(2)), { minLength: 1, maxLength: 6 }),
);

function mutate([frame, changes]: [Frame, Array<[number, number, number]>]): Uint8Array {
	const bytes = [...encodeFrame(frame)];
	for (const [where, byte, kind] of changes) {
		const at = where % (bytes.length + 1);
		if (kind === 0) bytes[at] = byte;
		else if (kind === 1) bytes.length = at;
		else bytes.splice(at, 0, byte);
	}
	return Uint8Array.from(bytes);
}

it.each([
	['random', fc.uint8Array({ maxLength: 200 })],
	['mutated', mutations.map(mutate)],
])('gives a frame or one clear error for 10,000 %s byte strings', (_kind, malformed) => {
	let read = 0;
	let refused = 0;
	fc.assert(
		fc.property(malformed, (bytes) => {
			try {
				const frame = decodeFrame(bytes);
				read += 1;
				expect(decodeFrame(encodeFrame(frame))).toEqual(frame);
			} catch (error) {
				if (!(error instanceof WireError)) throw error;
				refused += 1;
			}
		}),
		{ numRuns: 10_000 },
	);
	expect(read + refused).toBeGreaterThanOrEqual(10_000);
	expect(refused).toBeGreaterThan(1_000);
});
