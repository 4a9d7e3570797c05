import fc from '../../../support/generated';

import { CardSequences, SEQUENCE_LEAPS } from '../../../../feishu/im/cardkitSequence';

const INT32 = 2_147_483_647;
const at = (iso: string) => Date.parse(iso);

describe('numbers of changes', () => {
	test('are the time in tenths of a second since 2026, from 1', () => {
		expect(new CardSequences().next('1', 0, at('2026-01-01T00:00:00Z'))).toBe(1);
		expect(new CardSequences().next('1', 0, at('2026-01-02T00:00:00Z'))).toBe(864_001);
	});

	test('grow where the clock stands still, goes back or is asked by another process', () => {
		const now = at('2026-11-21T12:00:00Z');
		const numbers = new CardSequences();
		const first = numbers.next('1', 0, now);
		expect(numbers.next('1', 0, now)).toBe(first + 1);
		expect(numbers.next('1', 0, now - 60_000)).toBe(first + 2);
		expect(numbers.next('1', SEQUENCE_LEAPS[1], now)).toBe(first + 53);
		// Another card has its own; another process, half a minute later, is beyond all of them.
		expect(numbers.next('2', 0, now)).toBe(first);
		expect(new CardSequences().next('1', 0, now + 30_000)).toBe(first + 300);
	});

	test('always grow for one card within its life, and stay within int32', () => {
		const steps = fc.array(fc.tuple(fc.integer({ min: -5_000, max: 3_600_000 }), fc.constantFrom(...SEQUENCE_LEAPS)), {
			minLength: 2,
			maxLength: 50,
		});
		const start = fc.integer({ min: at('2026-02-01T00:00:00Z'), max: at('2032-01-01T00:00:00Z') });
		fc.assert(
			fc.property(start, steps, (begin, moves) => {
				const numbers = new CardSequences();
				let now = begin;
				let last = 0;
				for (const [ms, ahead] of moves) {
					now += ms;
					const next = numbers.next('1', ahead, now);
					expect(next).toBeGreaterThan(last);
					expect(next).toBeLessThanOrEqual(INT32);
					last = next;
				}
			}),
		);
	});

	test('begin anew in 2032, and work with a clock before 2026', () => {
		expect(new CardSequences().next('1', 0, at('2032-10-21T12:00:00Z'))).toBeGreaterThan(INT32 - 20_000);
		const anew = new CardSequences().next('1', 0, at('2032-10-21T13:00:00Z'));
		expect(anew).toBeGreaterThan(0);
		expect(anew).toBeLessThan(1_000_000);
		expect(new CardSequences().next('1', 0, 0)).toBeGreaterThan(0);
	});

	test('of cards that the clock has passed are forgotten, others are not', () => {
		const now = at('2026-11-21T12:00:00Z');
		const numbers = new CardSequences();
		const far = numbers.next('far', 1_000_000, now);
		for (let card = 0; card < 3_000; card++) numbers.next(String(card), 0, now + card * 100);
		expect(numbers.next('far', 0, now)).toBe(far + 1);
		expect((numbers as unknown as { last: Map<string, number> }).last.size).toBeLessThan(2_000);
	});
});
