/**
 * The frames of the long connection: one Protocol Buffers message in each binary WebSocket message.
 * Fields and numbers as in the official SDKs (message `pbbp2.Frame`); the platform documents only the SDKs.
 * @see https://github.com/larksuite/oapi-sdk-go/blob/v3_main/ws/pbbp2.pb.go
 */
import { BYTES, VARINT, WireError, WireReader, WireWriter } from './wire';

export interface Header {
	key: string;
	value: string;
}

export interface Frame {
	/** 64 bits, unsigned. */
	seqId: bigint;
	/** 64 bits, unsigned. */
	logId: bigint;
	/** 32 bits, signed. */
	service: number;
	/** `CONTROL` or `DATA`. */
	method: number;
	headers: Header[];
	payloadEncoding?: string;
	payloadType?: string;
	payload?: Uint8Array;
	logIdNew?: string;
}

/** Pings and pongs. */
export const CONTROL = 0;
/** Events and callbacks, and their acknowledgments. */
export const DATA = 1;

type Read<T> = (message: T, reader: WireReader) => void;
type Fields<T> = Readonly<Record<number, { type: number; read: Read<T> }>>;

const number = <T>(read: (message: T, value: bigint) => void) => ({
	type: VARINT,
	read: (message: T, reader: WireReader) => read(message, reader.varint()),
});
const block = <T>(read: (message: T, value: Uint8Array) => void) => ({
	type: BYTES,
	read: (message: T, reader: WireReader) => read(message, reader.block()),
});
const words = <T>(read: (message: T, value: string) => void) =>
	block<T>((message, value) => read(message, utf8(value)));

const HEADER: Fields<Partial<Header>> = {
	1: words((header, value) => (header.key = value)),
	2: words((header, value) => (header.value = value)),
};

const FRAME: Fields<Partial<Frame>> = {
	1: number((frame, value) => (frame.seqId = value)),
	2: number((frame, value) => (frame.logId = value)),
	3: number((frame, value) => (frame.service = int32(value))),
	4: number((frame, value) => (frame.method = int32(value))),
	5: block((frame, value) => (frame.headers ??= []).push(readHeader(value))),
	6: words((frame, value) => (frame.payloadEncoding = value)),
	7: words((frame, value) => (frame.payloadType = value)),
	8: block((frame, value) => (frame.payload = value)),
	9: words((frame, value) => (frame.logIdNew = value)),
};

/**
 * Reads a frame. Unknown fields are passed over; the payload is a view into `bytes`.
 * @throws WireError when the bytes are no frame, or one of the four fields that every frame has is missing
 */
export function decodeFrame(bytes: Uint8Array): Frame {
	const { seqId, logId, service, method, ...rest } = readMessage(FRAME, bytes);
	if (seqId === undefined || logId === undefined || service === undefined || method === undefined) {
		throw new WireError('a field that every frame has is missing');
	}
	return { ...rest, seqId, logId, service, method, headers: rest.headers ?? [] };
}

/** Writes a frame, byte for byte as the official SDK does. Numbers are always written, other fields when there. */
export function encodeFrame(frame: Frame): Uint8Array {
	const writer = new WireWriter()
		.number(1, frame.seqId)
		.number(2, frame.logId)
		.number(3, BigInt(frame.service))
		.number(4, BigInt(frame.method));
	for (const { key, value } of frame.headers) {
		writer.block(5, new WireWriter().text(1, key).text(2, value).finish());
	}
	if (frame.payloadEncoding !== undefined) writer.text(6, frame.payloadEncoding);
	if (frame.payloadType !== undefined) writer.text(7, frame.payloadType);
	if (frame.payload !== undefined) writer.block(8, frame.payload);
	if (frame.logIdNew !== undefined) writer.text(9, frame.logIdNew);
	return writer.finish();
}

/** The value of a header; where a key stands twice, the last one, as the official SDK reads it. */
export function headerOf(frame: Frame, key: string): string | undefined {
	return frame.headers.filter((header) => header.key === key).at(-1)?.value;
}

/** What a client sends right after the connection is open, and then every ping interval. */
export function pingFrame(service: number): Frame {
	return { seqId: 0n, logId: 0n, service, method: CONTROL, headers: [{ key: 'type', value: 'ping' }] };
}

function readHeader(bytes: Uint8Array): Header {
	const { key, value } = readMessage(HEADER, bytes);
	if (key === undefined || value === undefined) throw new WireError('a header without key or value');
	return { key, value };
}

function readMessage<T extends object>(fields: Fields<Partial<T>>, bytes: Uint8Array): Partial<T> {
	const message: Partial<T> = {};
	const reader = new WireReader(bytes);
	while (!reader.done) {
		const { field, type } = reader.tag();
		const known = fields[field];
		if (known?.type === type) known.read(message, reader);
		else reader.skip(type);
	}
	return message;
}

function int32(value: bigint): number {
	return Number(BigInt.asIntN(32, value));
}

function utf8(bytes: Uint8Array): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
