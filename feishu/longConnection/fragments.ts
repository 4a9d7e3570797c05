import { headerOf, type Frame } from './frame';

/** How long the parts of an event are waited for; the official SDKs take 5 or 10 s. The platform repeats after 15 s. */
const PATIENCE_MS = 10_000;
/** Bounds of what is kept for events that are not whole yet. */
const MOST_PARTS = 1_000;
const MOST_EVENTS = 2_000;
const MOST_BYTES = 32 * 1024 * 1024;

const NOTHING = new Uint8Array();

interface Pending {
	since: number;
	sum: number;
	/** By `seq`. */
	parts: Map<number, Uint8Array>;
	bytes: number;
}

/** What became of a frame: an event that is whole now, a part of one, or nothing that fits. */
export type Merged = { whole: string } | { pending: true } | { dropped: string };

/**
 * Puts events together that come in several frames: equal `message_id`, `sum` frames, `seq` from 0, in any order.
 * Memory is bounded; what is dropped is never acknowledged, so the platform sends it again.
 */
export class Fragments {
	private readonly events = new Map<string, Pending>();

	private bytes = 0;

	/** Of events that are not whole. */
	get size(): { events: number; bytes: number } {
		return { events: this.events.size, bytes: this.bytes };
	}

	/** @param now milliseconds, of any clock that is never set */
	add(frame: Frame, now: number): Merged {
		this.expire(now);
		const payload = frame.payload ?? NOTHING;
		const sum = count(headerOf(frame, 'sum'), 1);
		const seq = count(headerOf(frame, 'seq'), 0);
		const id = headerOf(frame, 'message_id') ?? '';
		// As the official clients: only what has several parts is put together.
		if (sum <= 1) return { whole: utf8([payload]) };
		if (!(sum <= MOST_PARTS && seq < sum)) return { dropped: `part ${seq} of ${sum}` };
		if (id === '') return { dropped: 'a part without a message id' };
		const pending = this.pending(id, sum, now);
		if (pending.sum !== sum) return { dropped: `a part of ${sum} where ${pending.sum} were announced` };
		this.keep(pending, seq, payload);
		if (pending.parts.size < sum) {
			this.makeRoom();
			return { pending: true };
		}
		this.forget(id, pending);
		return { whole: utf8(Array.from({ length: sum }, (_, part) => pending.parts.get(part) ?? NOTHING)) };
	}

	/** Forgets what has waited too long. */
	expire(now: number): void {
		for (const [id, pending] of this.events) {
			if (now - pending.since <= PATIENCE_MS) return;
			this.forget(id, pending);
		}
	}

	private pending(id: string, sum: number, now: number): Pending {
		const known = this.events.get(id);
		if (known) return known;
		const pending: Pending = { since: now, sum, parts: new Map(), bytes: 0 };
		this.events.set(id, pending);
		return pending;
	}

	private keep(pending: Pending, seq: number, payload: Uint8Array): void {
		const grown = payload.length - (pending.parts.get(seq)?.length ?? 0);
		pending.parts.set(seq, payload);
		pending.bytes += grown;
		this.bytes += grown;
	}

	/** The oldest go first. */
	private makeRoom(): void {
		for (const [id, pending] of this.events) {
			if (this.events.size <= MOST_EVENTS && this.bytes <= MOST_BYTES) return;
			this.forget(id, pending);
		}
	}

	private forget(id: string, pending: Pending): void {
		this.events.delete(id);
		this.bytes -= pending.bytes;
	}
}

/** A count in decimal digits; NaN for anything else. */
function count(text: string | undefined, otherwise: number): number {
	if (text === undefined) return otherwise;
	return /^\d{1,9}$/.test(text) ? Number(text) : NaN;
}

function utf8(parts: readonly Uint8Array[]): string {
	return Buffer.concat(parts).toString('utf8');
}
