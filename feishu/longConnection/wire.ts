/**
 * The Protocol Buffers wire format, as much of it as frames use.
 * @see https://protobuf.dev/programming-guides/encoding/
 */

/** Bytes that are no message. */
export class WireError extends Error {
	constructor(what: string) {
		super(`Malformed frame: ${what}`);
		this.name = 'WireError';
	}
}

/** How a field is written; the numbers are the format's. */
export const VARINT = 0;
const FIXED64 = 1;
export const BYTES = 2;
const GROUP = 3;
const GROUP_END = 4;
const FIXED32 = 5;

/** A 64-bit number fills ten bytes at most. */
const LONGEST_VARINT = 10;
/** Groups are not used by frames; in unknown fields they may stand, but not nested without end. */
const DEEPEST_GROUP = 32;

/** Reads a message field by field. Copies nothing and takes no memory in advance, whatever the lengths claim. */
export class WireReader {
	private at = 0;

	constructor(private readonly bytes: Uint8Array) {}

	get done(): boolean {
		return this.at >= this.bytes.length;
	}

	/** @throws WireError */
	tag(): { field: number; type: number } {
		const tag = Number(BigInt.asUintN(32, this.varint()));
		const field = tag >>> 3;
		if (field === 0) throw new WireError('a field without a number');
		return { field, type: tag & 7 };
	}

	/** An unsigned number of 64 bits. @throws WireError */
	varint(): bigint {
		let value = 0n;
		for (let count = 0; count < LONGEST_VARINT; count += 1) {
			const byte = this.bytes[this.at];
			if (byte === undefined) throw new WireError('it ends within a number');
			this.at += 1;
			value |= BigInt(byte & 0x7f) << BigInt(7 * count);
			if (byte < 0x80) return BigInt.asUintN(64, value);
		}
		throw new WireError('a number of more than ten bytes');
	}

	/** A view into the message. @throws WireError */
	block(): Uint8Array {
		const length = this.varint();
		const start = this.at;
		this.advance(length);
		return this.bytes.subarray(start, this.at);
	}

	/** Passes over a field that is not known. @throws WireError */
	skip(type: number, depth = 0): void {
		if (type === VARINT) this.varint();
		else if (type === FIXED64) this.advance(8n);
		else if (type === BYTES) this.block();
		else if (type === FIXED32) this.advance(4n);
		else if (type === GROUP && depth < DEEPEST_GROUP) this.skipGroup(depth + 1);
		else throw new WireError(`a field of type ${type}`);
	}

	private skipGroup(depth: number): void {
		for (let { type } = this.tag(); type !== GROUP_END; { type } = this.tag()) this.skip(type, depth);
	}

	private advance(length: bigint): void {
		if (length > BigInt(this.bytes.length - this.at)) throw new WireError('it ends within a field');
		this.at += Number(length);
	}
}

/** Writes a message field by field, in the order of the calls. */
export class WireWriter {
	private readonly parts: Uint8Array[] = [];

	/** A number of 64 bits; a negative one fills ten bytes, as the format wants it. */
	number(field: number, value: bigint): this {
		return this.tag(field, VARINT).varint(value);
	}

	block(field: number, value: Uint8Array): this {
		this.tag(field, BYTES).varint(BigInt(value.length));
		this.parts.push(value);
		return this;
	}

	text(field: number, value: string): this {
		return this.block(field, Buffer.from(value, 'utf8'));
	}

	finish(): Uint8Array {
		return Buffer.concat(this.parts);
	}

	private tag(field: number, type: number): this {
		return this.varint(BigInt(field * 8 + type));
	}

	private varint(value: bigint): this {
		const bytes: number[] = [];
		let rest = BigInt.asUintN(64, value);
		for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
		bytes.push(Number(rest));
		this.parts.push(Uint8Array.from(bytes));
		return this;
	}
}
