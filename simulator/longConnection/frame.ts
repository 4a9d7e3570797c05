/**
 * One binary message of the WebSocket, in protocol buffers (proto2, package `pbbp2`). Kept apart from the package's own
 * codec, so that one checks the other; by hand because the SDK takes 64-bit numbers away from the library that both
 * would share in a process.
 */
export interface Frame {
	/** Unsigned 64-bit numbers. */
	SeqID: bigint;
	LogID: bigint;
	service: number;
	/** CONTROL or DATA. */
	method: number;
	headers: Header[];
	payloadEncoding?: string;
	payloadType?: string;
	payload?: Buffer;
	LogIDNew?: string;
}

export interface Header {
	key: string;
	value: string;
}

export const CONTROL = 0;
export const DATA = 1;

const VARINT = 0;
const BYTES = 2;

const REQUIRED = { SeqID: 1, LogID: 2, service: 3, method: 4 } as const;
const HEADERS = 5;
const TEXTS = { payloadEncoding: 6, payloadType: 7, LogIDNew: 9 } as const;
const PAYLOAD = 8;

function varint(value: bigint): Buffer {
	const bytes: number[] = [];
	let rest = BigInt.asUintN(64, value);
	for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
	return Buffer.from([...bytes, Number(rest)]);
}

const tag = (field: number, wireType: number) => varint(BigInt((field << 3) | wireType));
const number = (field: number, value: bigint | number) => Buffer.concat([tag(field, VARINT), varint(BigInt(value))]);
const bytes = (field: number, value: Buffer) => Buffer.concat([tag(field, BYTES), varint(BigInt(value.length)), value]);
const words = (field: number, value: string) => bytes(field, Buffer.from(value));

/** The four required fields are on the wire also when they are zero. */
export function encodeFrame(frame: Frame): Buffer {
	const { payloadEncoding, payloadType, payload, LogIDNew } = frame;
	return Buffer.concat([
		...Object.entries(REQUIRED).map(([name, field]) => number(field, frame[name as keyof typeof REQUIRED])),
		...frame.headers.map(({ key, value }) => bytes(HEADERS, Buffer.concat([words(1, key), words(2, value)]))),
		...(payloadEncoding === undefined ? [] : [words(TEXTS.payloadEncoding, payloadEncoding)]),
		...(payloadType === undefined ? [] : [words(TEXTS.payloadType, payloadType)]),
		...(payload === undefined ? [] : [bytes(PAYLOAD, payload)]),
		...(LogIDNew === undefined ? [] : [words(TEXTS.LogIDNew, LogIDNew)]),
	]);
}

type Value = bigint | Buffer;

/** Field numbers with their values, in order. Throws for what is cut short or of a wire type that frames don't have. */
function fieldsOf(message: Buffer): Array<[number, Value]> {
	let at = 0;
	const read = (): bigint => {
		let value = 0n;
		for (let shift = 0n; shift < 70n; shift += 7n) {
			const byte = message[at++];
			if (byte === undefined) throw new Error('cut short');
			value |= BigInt(byte & 0x7f) << shift;
			if (byte < 0x80) return BigInt.asUintN(64, value);
		}
		throw new Error('a number of more than ten bytes');
	};
	const fields: Array<[number, Value]> = [];
	while (at < message.length) {
		const key = Number(read());
		const wireType = key & 7;
		if (wireType !== VARINT && wireType !== BYTES) throw new Error(`a field of wire type ${wireType}`);
		const value = read();
		if (wireType === VARINT) {
			fields.push([key >>> 3, value]);
			continue;
		}
		const end = at + Number(value);
		if (end > message.length) throw new Error('cut short');
		fields.push([key >>> 3, message.subarray(at, end)]);
		at = end;
	}
	return fields;
}

/** The last value of each field. Throws where it is not of the type that the field has. */
function reader(fields: ReadonlyArray<[number, Value]>) {
	const last = new Map(fields);
	const bytesOf = (field: number): Buffer | undefined => {
		const value = last.get(field);
		if (typeof value === 'bigint') throw new Error(`field ${field} is a number`);
		return value;
	};
	const text = (field: number) => bytesOf(field)?.toString('utf8');
	const requiredText = (field: number): string => {
		const value = text(field);
		if (value === undefined) throw new Error(`a header without field ${field}`);
		return value;
	};
	const required = (field: number): bigint => {
		const value = last.get(field);
		if (typeof value !== 'bigint') throw new Error(`field ${field} is missing`);
		return value;
	};
	return { text, bytes: bytesOf, required, requiredText };
}

function readHeader(value: Value): Header {
	if (typeof value === 'bigint') throw new Error('a header is a number');
	const { requiredText } = reader(fieldsOf(value));
	return { key: requiredText(1), value: requiredText(2) };
}

/** Throws for bytes that are no frame. */
export function decodeFrame(message: Buffer): Frame {
	const fields = fieldsOf(message);
	const of = reader(fields);
	const int32 = (field: number) => Number(BigInt.asIntN(32, of.required(field)));
	const optional = {
		payloadEncoding: of.text(TEXTS.payloadEncoding),
		payloadType: of.text(TEXTS.payloadType),
		payload: of.bytes(PAYLOAD),
		LogIDNew: of.text(TEXTS.LogIDNew),
	};
	return {
		SeqID: of.required(REQUIRED.SeqID),
		LogID: of.required(REQUIRED.LogID),
		service: int32(REQUIRED.service),
		method: int32(REQUIRED.method),
		headers: fields.filter(([field]) => field === HEADERS).map(([, value]) => readHeader(value)),
		...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
	};
}

/** The value of a header; the last one counts where there are several. */
export const headerOf = ({ headers }: Frame, name: string): string | undefined =>
	headers.filter(({ key }) => key === name).at(-1)?.value;
