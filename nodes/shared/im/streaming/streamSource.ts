import { isObject } from '../../../../feishu/json';
import { completeText, cutText } from '../../../../feishu/graphemes';

/** A text that grows, as far as it is there. */
export interface TextSource {
	/** What to show `ms` milliseconds after the beginning; never a part of a character. */
	at(ms: number): string;
	/** Whether the whole text is there, and time to show it. */
	isWhole(ms: number): boolean;
	/** What there is in the end. */
	text(): string;
	/** What broke the source off. */
	readonly failure?: unknown;
	/** Reads no more. */
	stop(): void;
}

/** A whole text, to be shown bit by bit. @param speed characters of UTF-16 a second; Infinity shows it whole */
export function typedText(whole: string, speed: number): TextSource {
	const length = (ms: number) => (speed === Infinity ? whole.length : (ms * speed) / 1000);
	return {
		at: (ms) => cutText(whole, length(ms)),
		isWhole: (ms) => length(ms) >= whole.length,
		text: () => whole,
		stop: () => undefined,
	};
}

/** Chunks as they come; shown as soon as they are there. */
export class LiveText implements TextSource {
	failure?: unknown;

	private read = '';

	private ended = false;

	private stopped = false;

	private readonly decoder = new TextDecoder();

	/** @param chunks is read from now on */
	constructor(private readonly chunks: AsyncIterable<unknown>) {
		void this.readAll();
	}

	at(): string {
		return completeText(this.read);
	}

	isWhole(): boolean {
		return this.ended;
	}

	text(): string {
		return this.read;
	}

	stop(): void {
		this.stopped = true;
	}

	private async readAll(): Promise<void> {
		try {
			for await (const chunk of this.chunks) {
				if (this.stopped) break;
				this.read += chunk instanceof Uint8Array ? this.decoder.decode(chunk, { stream: true }) : chunkText(chunk);
			}
			this.read += this.decoder.decode();
		} catch (error) {
			this.failure = error;
		}
		this.ended = true;
	}
}

/** A text, or a stream of it, as an expression gives it. */
export type GivenText = string | AsyncIterable<unknown>;

/** Text, a list of chunks, an object that holds text, or anything that can be read chunk by chunk. */
export function givenText(value: unknown): GivenText {
	if (isAsyncIterable(value)) return value;
	return Array.isArray(value) ? (value as unknown[]).map(chunkText).join('') : chunkText(value);
}

export const isLive = (text: GivenText): text is AsyncIterable<unknown> => typeof text !== 'string';

/** Where models and n8n's nodes put the text of a chunk or an answer. */
const KEYS = ['content', 'text', 'output', 'delta', 'response'] as const;

function chunkText(chunk: unknown): string {
	if (typeof chunk === 'string') return chunk;
	if (typeof chunk === 'number') return String(chunk);
	if (!isObject(chunk)) return '';
	const key = KEYS.find((one) => typeof chunk[one] === 'string');
	if (key !== undefined) return chunk[key] as string;
	// A content of several parts, or a delta with its content.
	const nested = chunk.content ?? chunk.delta;
	if (Array.isArray(nested)) return (nested as unknown[]).map(chunkText).join('');
	return isObject(nested) ? chunkText(nested) : '';
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
	return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
