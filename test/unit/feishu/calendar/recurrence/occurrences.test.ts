import { RRule } from 'rrule';

import { countAsUntil, occurrences } from '../../../../../feishu/calendar/recurrence/occurrences';
import { parseRule, untilMs, writeRule } from '../../../../../feishu/calendar/recurrence/rule';
import { instantOf } from '../../../../../feishu/zones';
import fc from '../../../../support/generated';
import { whenClockShows } from '../../../../support/luxon';

const at = (iso: string) => Date.parse(`${iso}Z`);
const dates = (rule: string, start: string, zone?: string) =>
	[...occurrences(parseRule(rule), { wall: at(start), zone })].map((wall) => new Date(wall).toISOString().slice(0, 16));

/** The library knows no zones here: it counts on the same wall clock. */
function judged(rule: string, start: number, most: number): number[] {
	const found: number[] = [];
	new RRule({ ...RRule.parseString(rule), dtstart: new Date(start) }).all((date, index) => {
		if (index >= most || date.getUTCFullYear() > 2200) return false;
		found.push(date.getTime());
		return true;
	});
	return found;
}

const day = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
const some = <T>(one: fc.Arbitrary<T>, most = 3) => fc.uniqueArray(one, { minLength: 1, maxLength: most });
const part = (name: string, values: fc.Arbitrary<unknown[]>) =>
	fc.option(
		values.map((list) => `${name}=${list.join(',')}`),
		{ nil: undefined },
	);
const months = part('BYMONTH', some(fc.integer({ min: 1, max: 12 })));
const days = part('BYMONTHDAY', some(fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: -31, max: -1 }))));
const named = part('BYDAY', some(day));
/** All with a number or none: the library takes a mixture of both for something else than the RFC says. */
const numbered = fc.tuple(fc.constantFrom('1', '2', '3', '4', '5', '-1', '-2'), day).map((both) => both.join(''));
const nth = fc.oneof(part('BYDAY', some(numbered)), named);
/** First or last: of others the library takes a day where there is none, and of two that lead to one day it gives it twice. */
const places = part('BYSETPOS', some(fc.constantFrom(1, -1), 1));
const head = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 15 }));
const written = (freq: string, parts: ReadonlyArray<fc.Arbitrary<string | undefined>>) =>
	fc
		.tuple(head, ...parts)
		.map(([[interval, count], ...more]) =>
			[`FREQ=${freq}`, `INTERVAL=${interval}`, `COUNT=${count}`, ...more.filter((one) => one !== undefined)].join(';'),
		);
const rule = fc
	.oneof(
		written('DAILY', [months, named]),
		written('DAILY', [days]),
		written('WEEKLY', [
			months,
			named,
			part(
				'WKST',
				day.map((one) => [one]),
			),
		]),
		written('MONTHLY', [months, nth, places]),
		written('MONTHLY', [days, named]),
		written('YEARLY', [months, days]),
		written('YEARLY', [months, nth, places]),
	)
	// Which of what is picked by its place, where nothing else is named, is a matter of the library.
	.filter((one) => !one.includes('BYSETPOS') || one.includes('BYDAY'));
const start = fc.integer({ min: 0, max: 3000 }).map((days) => at('2023-01-01T09:30') + days * 86_400_000);

test('a series is what an independent library of RFC 5545 makes of its rule', () => {
	fc.assert(
		fc.property(rule, start, (one, from) => {
			const ours = [...occurrences(parseRule(one), { wall: from, zone: 'Europe/Berlin' })];
			expect(ours).toEqual(judged(one, from, 15));
		}),
		{ numRuns: 500 },
	);
}, 120_000);

test('a number of times becomes an end that leaves as many', () => {
	const zone = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/Berlin', undefined);
	fc.assert(
		fc.property(rule, start, zone, (one, wall, name) => {
			const counted = [...occurrences(parseRule(one), { wall, zone: name })];
			fc.pre(counted.length > 0);
			const until = countAsUntil(parseRule(one), { wall, zone: name });
			expect(until.count).toBeUndefined();
			expect([...occurrences(parseRule(writeRule(until)), { wall, zone: name })]).toEqual(counted);
		}),
		{ numRuns: 150 },
	);
}, 120_000);

describe.each([
	[
		'goes on at the same hour when the clock changes in spring',
		'FREQ=DAILY;COUNT=3',
		'2026-03-28T09:00',
		'Europe/Berlin',
		['2026-03-28T08:00', '2026-03-29T07:00', '2026-03-30T07:00'],
	],
	[
		'and in autumn',
		'FREQ=DAILY;COUNT=3',
		'2026-10-31T09:00',
		'America/New_York',
		['2026-10-31T13:00', '2026-11-01T14:00', '2026-11-02T14:00'],
	],
	[
		'stands at the next hour where its own is left out',
		'FREQ=DAILY;COUNT=2',
		'2026-03-28T02:30',
		'Europe/Berlin',
		['2026-03-28T01:30', '2026-03-29T01:30'],
	],
])('a series %s', (_, text, from, zone, expected) => {
	test('in moments of UTC, as Luxon says', () => {
		const walls = dates(text, from, zone);
		const moments = walls.map((wall) => new Date(instantOf(at(wall), zone)).toISOString().slice(0, 16));
		expect(moments).toEqual(expected);
		const luxon = walls.map((wall) => whenClockShows(wall, zone).toUTC().toFormat("yyyy-MM-dd'T'HH:mm"));
		expect(moments).toEqual(luxon);
	});
});

test.each([
	['the 29th of February', 'FREQ=YEARLY;COUNT=2', '2024-02-29T08:00', ['2024-02-29T08:00', '2028-02-29T08:00']],
	[
		'the 31st',
		'FREQ=MONTHLY;COUNT=3',
		'2026-01-31T08:00',
		['2026-01-31T08:00', '2026-03-31T08:00', '2026-05-31T08:00'],
	],
	['the last day', 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2', '2028-01-31T08:00', ['2028-01-31T08:00', '2028-02-29T08:00']],
	['the last Friday', 'FREQ=MONTHLY;BYDAY=-1FR;COUNT=2', '2026-11-27T08:00', ['2026-11-27T08:00', '2026-12-25T08:00']],
	[
		'the second and the last working day',
		'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=2,-1;COUNT=3',
		'2026-11-01T08:00',
		['2026-11-03T08:00', '2026-11-30T08:00', '2026-12-02T08:00'],
	],
	['no such day at all', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2026-01-01T08:00', []],
])('%s', (_, text, from, expected) => {
	expect(dates(text, from)).toEqual(expected);
});

test.each([
	[
		'a moment of UTC, though the clock shows the next day',
		'FREQ=DAILY;UNTIL=20261203T010000Z',
		'2026-12-01T09:00',
		'Asia/Shanghai',
		3,
	],
	['one second too early', 'FREQ=DAILY;UNTIL=20261203T005959Z', '2026-12-01T09:00', 'Asia/Shanghai', 2],
	[
		'a date, to its end on the clock of the event',
		'FREQ=DAILY;UNTIL=20261203',
		'2026-12-01T23:30',
		'America/New_York',
		3,
	],
	['whole days', 'FREQ=DAILY;UNTIL=20261203', '2026-12-01T00:00', undefined, 3],
])('an end that is %s', (_, text, from, zone, expected) => {
	expect(dates(text, from, zone)).toHaveLength(expected);
});

test('what never comes true is told', () => {
	const never = parseRule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3');
	expect(() => countAsUntil(never, { wall: at('2026-01-01T08:00') })).toThrow('never comes true');
	expect(untilMs(parseRule('FREQ=DAILY'), 'UTC')).toBe(Infinity);
});
