/** When series happen, beside what another library says. */
import ICAL from 'ical.js';
import { beginnings } from '../../../simulator/calendar/recurrence';
import { momentOf, shownAt } from '../../../simulator/calendar/zones';
import fc from '../../support/generated';

const DAY = 86_400;
const START = Date.UTC(2025, 9, 1) / 1000;
const ZONES = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'UTC', 'Australia/Lord_Howe'];
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1, maxLength: 3 });
const partsOf: Record<string, fc.Arbitrary<string>> = {
	DAILY: fc.constantFrom('', ';BYMONTH=11,12'),
	WEEKLY: fc.oneof(
		fc.constant(''),
		some(WEEKDAYS).map((days) => `;BYDAY=${days.join()}`),
	),
	MONTHLY: fc.oneof(
		fc.constant(''),
		some([1, 15, 28, 30, -1]).map((days) => `;BYMONTHDAY=${days.join()}`),
		fc.tuple(fc.constantFrom(1, 2, 4, -1), fc.constantFrom(...WEEKDAYS)).map(([nth, day]) => `;BYDAY=${nth}${day}`),
	),
	YEARLY: fc.constantFrom('', ';BYMONTH=1,7', ';BYMONTH=11;BYDAY=4TH'),
};
const rules = fc
	.constantFrom(...Object.keys(partsOf))
	.chain((frequency) =>
		fc.tuple(
			fc.constant(frequency),
			partsOf[frequency] ?? fc.constant(''),
			fc.integer({ min: 1, max: 3 }),
			fc.constantFrom('', ';COUNT=7'),
		),
	)
	.map(([frequency, parts, interval, count]) => `FREQ=${frequency};INTERVAL=${interval}${parts}${count}`);

/** What clocks show, in a time of no zone. */
function floating(seconds: number): ICAL.Time {
	const time = ICAL.Time.fromJSDate(new Date(seconds * 1000), true);
	time.zone = ICAL.Timezone.localTimezone;
	return time;
}

function byOther(rule: string, start: number, zone: string, to: number): number[] {
	const iterator = ICAL.Recur.fromString(rule).iterator(floating(shownAt(start, zone)));
	const found: number[] = [];
	for (let next: ICAL.Time | null = iterator.next(); next; next = iterator.next()) {
		const { year, month, day, hour, minute, second } = next;
		const moment = momentOf(Date.UTC(year, month - 1, day, hour, minute, second) / 1000, zone);
		if (moment >= to) break;
		found.push(moment);
	}
	return found;
}

it('is the same, in any zone, over the changes of clocks', () => {
	const inputs = fc.record({
		rule: rules,
		zone: fc.constantFrom(...ZONES),
		hour: fc.integer({ min: 0, max: 24 * 40 }),
	});
	fc.assert(
		fc.property(inputs, ({ rule, zone, hour }) => {
			const span = (start: number) => ({
				...{ allDay: false, start, end: start + 1800, timezone: zone, recurrence: rule },
			});
			const early = START + hour * 3600;
			// What is said of a beginning that is none of the rule's own is left open by RFC 5545.
			const [start = early] = beginnings(span(early), { from: early, to: early + 2000 * DAY });
			const to = start + 400 * DAY;
			expect(beginnings(span(start), { from: start, to })).toEqual(byOther(rule, start, zone, to));
		}),
	);
});

it('keeps the time of day when clocks are changed', () => {
	const start = Date.parse('2026-03-28T09:00:00+01:00') / 1000;
	const span = { allDay: false, start, end: start + 60, timezone: 'Europe/Berlin', recurrence: 'FREQ=DAILY;COUNT=2' };
	expect(beginnings(span, { from: 0, to: start + 9 * DAY }).map((at) => new Date(at * 1000).toISOString())).toEqual([
		'2026-03-28T08:00:00.000Z',
		'2026-03-29T07:00:00.000Z',
	]);
});

// The other library takes the first Saturday for the last one in the month in which such a series begins.
it('counts the last of several days from the end of each month', () => {
	const start = Date.parse('2025-10-01T00:00:00Z') / 1000;
	const span = {
		allDay: true,
		start,
		end: start + DAY,
		timezone: 'UTC',
		recurrence: 'FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=-1;COUNT=3',
	};
	expect(
		beginnings(span, { from: 0, to: start + 99 * DAY }).map((at) => new Date(at * 1000).toISOString().slice(0, 10)),
	).toEqual(['2025-10-26', '2025-11-30', '2025-12-28']);
});
