import fc from '../../../support/generated';

import {
	dedupKey,
	MEMORY_CAPACITY,
	RETENTION_MINUTES,
	SeenEvents,
	STORED_CAPACITY,
} from '../../../../feishu/events/dedup';
import { readEnvelope, type EventEnvelope } from '../../../../feishu/events/eventEnvelope';
import { type JsonObject } from '../../../../feishu/json';
import { messageEvent, NOW, v1Event } from '../../../support/events';

const MINUTE = 60_000;

function envelopeOf(body: object): EventEnvelope {
	const read = readEnvelope(JSON.parse(JSON.stringify(body)) as JsonObject);
	if (!read) throw new Error('not an envelope');
	return read.envelope;
}

describe('dedupKey', () => {
	it('is the message, whose event id may differ between deliveries', () => {
		expect(dedupKey(envelopeOf(messageEvent({ header: { event_id: 'one' } })))).toBe(
			dedupKey(envelopeOf(messageEvent({ header: { event_id: 'two' } }))),
		);
		expect(dedupKey(envelopeOf(messageEvent()))).not.toBe(
			dedupKey(envelopeOf(messageEvent({ message: { message_id: 'om_other' } }))),
		);
	});

	it('is the same message in version 1.0, for apps that have added both', () => {
		const older = v1Event({}, { type: 'message', open_message_id: 'om_1' });
		expect(dedupKey(envelopeOf(older))).toBe(dedupKey(envelopeOf(messageEvent({ message: { message_id: 'om_1' } }))));
		expect(dedupKey(envelopeOf(v1Event({ uuid: 'abc' }, { type: 'message' })))).toBe('event:abc');
	});

	it('is the event id elsewhere: two reads of one message are two events', () => {
		const read = (event_id: string) =>
			envelopeOf(messageEvent({ header: { event_id, event_type: 'im.message.message_read_v1' } }));
		expect(dedupKey(read('one'))).not.toBe(dedupKey(read('two')));
		expect(dedupKey(read('one'))).toBe(dedupKey(read('one')));
	});

	it('is the uuid of version 1.0', () => {
		expect(dedupKey(envelopeOf(v1Event({ uuid: 'abc' })))).toBe('event:abc');
	});

	it('is the content where there is no id', () => {
		const event = (status: string) => envelopeOf(v1Event({ uuid: undefined }, { status }));
		expect(dedupKey(event('A'))).toBe(dedupKey(event('A')));
		expect(dedupKey(event('A'))).not.toBe(dedupKey(event('B')));
	});
});

describe('SeenEvents', () => {
	it('tells new from seen', () => {
		const seen = new SeenEvents();
		expect([seen.add('a', NOW), seen.add('a', NOW), seen.add('b', NOW), seen.add('a', NOW + MINUTE)]).toEqual([
			true,
			false,
			true,
			false,
		]);
	});

	it('outlasts the last redelivery (7.1 h) and forgets after 8 h', () => {
		const seen = new SeenEvents();
		seen.add('a', NOW);
		expect(seen.add('a', NOW + 7.2 * 60 * MINUTE)).toBe(false);
		expect(seen.add('a', NOW + (RETENTION_MINUTES + 1) * MINUTE)).toBe(true);
	});

	it('holds no more than its capacity and forgets the oldest', () => {
		const seen = new SeenEvents({ capacity: 3 });
		for (const key of ['a', 'b', 'c', 'd']) seen.add(key, NOW);
		expect(seen.size).toBe(3);
		expect(seen.add('d', NOW)).toBe(false);
		expect(seen.add('a', NOW)).toBe(true);
	});

	it('survives being written down and read', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.string(), { maxLength: 100 }), fc.nat(400), (keys, laterMinutes) => {
				const before = new SeenEvents();
				keys.forEach((key, i) => before.add(key, NOW + i * 1000));
				const after = new SeenEvents();
				const later = NOW + laterMinutes * MINUTE;
				after.merge(before.serialise(), later);
				expect(keys.map((key) => after.add(key, later))).toEqual(keys.map(() => false));
			}),
		);
	});

	it('takes over what another process has seen, in order of age', () => {
		const here = new SeenEvents({ capacity: 3 });
		here.add('new', NOW);
		const there = new SeenEvents();
		there.add('old', NOW - 10 * MINUTE);
		here.merge(there.serialise(), NOW);
		here.add('x', NOW);
		here.add('y', NOW);
		expect(here.add('new', NOW)).toBe(false);
		expect(here.size).toBe(3);
	});

	it('writes at most 24 KB and remembers at most its capacity, however many come', () => {
		const seen = new SeenEvents();
		for (let i = 0; i < MEMORY_CAPACITY + 5000; i++) seen.add(`event ${i}`, NOW + i * 1000);
		expect(seen.size).toBeLessThanOrEqual(MEMORY_CAPACITY);
		const stored = seen.serialise();
		expect(stored.length).toBeLessThan(24 * 1024);
		const after = new SeenEvents();
		after.merge(stored, NOW + (MEMORY_CAPACITY + 5000) * 1000);
		expect(after.size).toBe(STORED_CAPACITY);
	});

	it('writes at most 24 KB when the events are spread over all the minutes', () => {
		const seen = new SeenEvents();
		for (let i = 0; i < 4000; i++) seen.add(`event ${i}`, NOW + (i % RETENTION_MINUTES) * MINUTE);
		expect(seen.serialise(Number.POSITIVE_INFINITY)).toContain(' ');
		expect(seen.serialise().length).toBeLessThan(24 * 1024);
	});

	it('keeps a time from a clock that was ahead no longer than any other', () => {
		const ahead = new SeenEvents();
		ahead.add('a', NOW + 600 * MINUTE);
		const seen = new SeenEvents();
		seen.merge(ahead.serialise(), NOW);
		expect(seen.add('a', NOW + (RETENTION_MINUTES + 1) * MINUTE)).toBe(true);
	});

	it('ignores what it has not written', () => {
		fc.assert(
			fc.property(fc.anything(), (stored) => {
				const seen = new SeenEvents();
				seen.merge(stored, NOW);
				expect(seen.add('a', NOW)).toBe(true);
			}),
		);
	});
});
