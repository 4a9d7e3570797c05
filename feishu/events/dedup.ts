/**
 * Memory of seen events. The platform delivers at least once: it repeats an event that was not answered within 3 s
 * after 15 s, 5 min, 1 h and 6 h (7.1 hours in all), and now and then one that was answered.
 * Source: https://open.feishu.cn/document/ukTMukTMukTM/uUTNz4SN1MjL1UzM
 */
import { createHash } from 'node:crypto';
import type { EventEnvelope } from './eventEnvelope';
import { object, text } from '../json';

/** Longer than the 7.1 hours in which the platform repeats an event. */
export const RETENTION_MINUTES = 8 * 60;
/** In memory: about 2 MB at most, 40 events a minute for 8 hours. */
export const MEMORY_CAPACITY = 20_000;
/**
 * Written down: at most 24 KB of JSON, which n8n stores with the workflow on each post to a webhook; enough that a restart under
 * load forgets nothing that the first retries (15 s, 5 min) of 300 events a minute could bring back.
 */
export const STORED_CAPACITY = 2_000;

/** 48 bits: with a full memory a new event is taken for a seen one once in 14 thousand million events. */
const HASH_CHARS = 8;
const RADIX = 36;

/**
 * What makes two deliveries the same event: the message id for messages, whose event id may differ between deliveries
 * (https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/events/receive), else the event id.
 */
export function dedupKey(envelope: EventEnvelope): string {
	const { event, event_type: type } = envelope;
	if (type === 'im.message.receive_v1') {
		const messageId = text(object(event.message).message_id);
		if (messageId !== '') return `message:${messageId}`;
	}
	// An app that has added both versions gets one message twice.
	if (type === 'message' && text(event.open_message_id) !== '') return `message:${text(event.open_message_id)}`;
	if (envelope.event_id !== '') return `event:${envelope.event_id}`;
	return `content:${type}:${envelope.create_time ?? ''}:${JSON.stringify(event)}`;
}

export interface SeenEventsOptions {
	retentionMinutes?: number;
	capacity?: number;
}

/** Remembers keys for a time and up to a number; the oldest go first. */
export class SeenEvents {
	/** Hash to the minute (since 1970) of its first delivery, oldest first. */
	private minutes = new Map<string, number>();

	/** Hashes that were taken back: what is written elsewhere still has them. */
	private readonly removed = new Set<string>();

	private readonly retention: number;

	private readonly capacity: number;

	constructor(options: SeenEventsOptions = {}) {
		this.retention = options.retentionMinutes ?? RETENTION_MINUTES;
		this.capacity = options.capacity ?? MEMORY_CAPACITY;
	}

	get size(): number {
		return this.minutes.size;
	}

	/**
	 * @param now milliseconds since 1970
	 * @returns true for a new key, which is remembered from here on; false for a seen one
	 */
	add(key: string, now: number): boolean {
		this.forget(now);
		const hash = hashOf(key);
		if (this.minutes.has(hash)) return false;
		this.removed.delete(hash);
		this.minutes.set(hash, minuteOf(now));
		this.forget(now);
		return true;
	}

	/** As if the key had never come. */
	remove(key: string): void {
		this.minutes.delete(hashOf(key));
		if (this.removed.size >= this.capacity) this.removed.clear();
		this.removed.add(hashOf(key));
	}

	/** Takes over what `serialise` wrote, here or elsewhere; anything else is ignored. */
	merge(stored: unknown, now: number): void {
		let added = false;
		for (const [hash, minute] of parseStored(stored, minuteOf(now))) {
			if (this.minutes.has(hash) || this.removed.has(hash)) continue;
			this.minutes.set(hash, minute);
			added = true;
		}
		if (added) this.minutes = new Map([...this.minutes].sort(([, a], [, b]) => a - b));
		this.forget(now);
	}

	/**
	 * The newest keys as one short text: groups `minute:hashes`, the minute in base 36 and eight characters a key.
	 * @param limit how many keys at most
	 */
	serialise(limit: number = STORED_CAPACITY): string {
		const groups = new Map<number, string>();
		for (const [hash, minute] of [...this.minutes].slice(-limit)) {
			groups.set(minute, (groups.get(minute) ?? '') + hash);
		}
		return [...groups].map(([minute, hashes]) => `${minute.toString(RADIX)}:${hashes}`).join(' ');
	}

	private forget(now: number): void {
		const oldest = minuteOf(now) - this.retention;
		for (const [hash, minute] of this.minutes) {
			if (minute >= oldest && this.minutes.size <= this.capacity) return;
			this.minutes.delete(hash);
		}
	}
}

function hashOf(key: string): string {
	return createHash('sha256').update(key, 'utf8').digest('base64url').slice(0, HASH_CHARS);
}

function minuteOf(milliseconds: number): number {
	return Math.floor(milliseconds / 60_000);
}

function* parseStored(stored: unknown, thisMinute: number): Generator<[string, number]> {
	if (typeof stored !== 'string') return;
	for (const group of stored.split(' ')) {
		const [minuteText = '', hashes = ''] = group.split(':');
		const minute = Number.parseInt(minuteText, RADIX);
		if (!Number.isSafeInteger(minute)) continue;
		for (let at = 0; at + HASH_CHARS <= hashes.length; at += HASH_CHARS) {
			// A time ahead of ours (a clock that was set back) must not be remembered for longer than the rest.
			yield [hashes.slice(at, at + HASH_CHARS), Math.min(minute, thisMinute)];
		}
	}
}
