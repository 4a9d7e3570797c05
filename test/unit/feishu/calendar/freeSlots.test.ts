import { apart, freeSlots, merged, type SlotSearch, type Span } from '../../../../feishu/calendar/freeSlots';
import fc from '../../../support/generated';
import { onClock, whenClockShows } from '../../../support/luxon';

const MINUTE = 60_000;
const MONDAY = Date.parse('2026-11-30T00:00Z');
const all = (search: Partial<SlotSearch>) => [
	...freeSlots({
		start: MONDAY,
		end: MONDAY + 14 * 1440 * MINUTE,
		length: 60 * MINUTE,
		step: 30 * MINUTE,
		gap: 0,
		hours: [],
		busy: [],
		rooms: new Map(),
		allRooms: false,
		...search,
	}),
];
const hours = (zone: string, from = 9 * 60, to = 17 * 60, weekdays = [0, 1, 2, 3, 4]) => ({ zone, from, to, weekdays });
const shown = (slots: readonly Span[], zone: string) =>
	slots.map(({ start }) => onClock(start, zone).toFormat('ccc dd HH:mm'));

const clocks = new Map<string, { weekday: number; minute: number }>();
/** What a clock shows, kept because the same moments are asked for again and again. */
function clockAt(at: number, zone: string) {
	const key = `${at} ${zone}`;
	const known = clocks.get(key);
	if (known) return known;
	const { weekday, hour, minute } = onClock(at, zone);
	const made = { weekday: weekday - 1, minute: hour * 60 + minute };
	clocks.set(key, made);
	return made;
}

/** As plainly as it can be said: a start is good when nothing that is asked for forbids it. */
function plainly({ start, end, length, step, gap, hours: working, busy, rooms, allRooms }: SlotSearch): Span[] {
	const meets = (spans: readonly Span[], from: number, to: number) =>
		spans.some((one) => one.start < one.end && one.start < to && one.end > from);
	const works = (at: number) =>
		working.every(({ zone, from, to, weekdays }) => {
			const { weekday, minute } = clockAt(at, zone);
			return weekdays.includes(weekday) && minute >= from && minute < to;
		});
	const found: Span[] = [];
	for (let at = Math.ceil(start / step) * step; at + length <= end; at += step) {
		const until = at + length;
		if (
			meets(
				busy.filter((one) => one.start < one.end),
				at - gap,
				until + gap,
			)
		)
			continue;
		let isWork = true;
		for (let minute = at; isWork && minute < until; minute += 15 * MINUTE) isWork = works(minute);
		if (!isWork) continue;
		const open = [...rooms.values()].filter((spans) => !meets(spans, at, until)).length;
		if (allRooms ? open === rooms.size : open > 0 || rooms.size === 0) found.push({ start: at, end: until });
	}
	return found;
}

const span = fc
	.tuple(fc.integer({ min: -100, max: 300 }), fc.integer({ min: 0, max: 40 }))
	.map(([from, length]) => ({ start: MONDAY + from * 15 * MINUTE, end: MONDAY + (from + length) * 15 * MINUTE }));
const zone = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata');
const search: fc.Arbitrary<SlotSearch> = fc.record({
	start: fc.integer({ min: 0, max: 96 }).map((quarter) => MONDAY + quarter * 15 * MINUTE),
	end: fc.integer({ min: 96, max: 288 }).map((quarter) => MONDAY + quarter * 15 * MINUTE),
	length: fc.constantFrom(15, 30, 45, 60, 120).map((minutes) => minutes * MINUTE),
	step: fc.constantFrom(15, 30, 60).map((minutes) => minutes * MINUTE),
	gap: fc.constantFrom(0, 0, 15, 30).map((minutes) => minutes * MINUTE),
	hours: fc.array(
		fc.record({
			zone,
			from: fc.integer({ min: 0, max: 48 }).map((quarter) => quarter * 15),
			to: fc.integer({ min: 49, max: 96 }).map((quarter) => quarter * 15),
			weekdays: fc.subarray([0, 1, 2, 3, 4, 5, 6]),
		}),
		{ maxLength: 2 },
	),
	busy: fc.array(span, { maxLength: 12 }),
	rooms: fc
		.array(fc.array(span, { maxLength: 4 }), { maxLength: 3 })
		.map((rooms) => new Map(rooms.map((spans, at) => [`omm_${at}`, spans] as const))),
	allRooms: fc.boolean(),
});

test('10,000 sets of appointments: what is found collides with nothing, and nothing is missed', () => {
	fc.assert(
		fc.property(search, (one) => {
			const found = [...freeSlots(one)].map(({ start, end }) => ({ start, end }));
			expect(found).toEqual(plainly(one));
		}),
		{ numRuns: 10_000 },
	);
}, 120_000);

test('slots apart do not overlap, and keep the gap that was asked for', () => {
	fc.assert(
		fc.property(search, fc.constantFrom(0, 15 * MINUTE), (one, gap) => {
			const found = [...apart(freeSlots(one), gap)];
			for (const [at, slot] of found.slice(1).entries())
				expect(slot.start).toBeGreaterThanOrEqual((found[at]?.end ?? Infinity) + gap);
			expect(found.length > 0).toBe(plainly(one).length > 0);
		}),
		{ numRuns: 500 },
	);
});

test('people of two zones meet while both work', () => {
	const both = [hours('Asia/Shanghai'), hours('Europe/Berlin')];
	expect(shown(all({ hours: both, end: MONDAY + 1440 * MINUTE }), 'Asia/Shanghai')).toEqual(['Mon 30 16:00']);
});

test.each([
	['spring', '2026-03-29', ['Sun 29 00:00', 'Sun 29 01:00', 'Sun 29 03:00', 'Sun 29 04:00']],
	[
		'autumn',
		'2026-10-25',
		['Sun 25 00:00', 'Sun 25 01:00', 'Sun 25 02:00', 'Sun 25 02:00', 'Sun 25 03:00', 'Sun 25 04:00'],
	],
])('the night of the changed clock has another number of hours, in %s', (_, date, expected) => {
	const start = whenClockShows(date, 'Europe/Berlin').toMillis();
	const night = { hours: [hours('Europe/Berlin', 0, 300, [6])], start, end: start + 1440 * MINUTE };
	expect(shown(all({ ...night, step: 60 * MINUTE }), 'Europe/Berlin')).toEqual(expected);
});

test('a room of several is enough, unless all are needed', () => {
	const rooms = new Map([
		['omm_a', [{ start: MONDAY, end: MONDAY + 60 * MINUTE }]],
		['omm_b', [{ start: MONDAY + 60 * MINUTE, end: MONDAY + 120 * MINUTE }]],
	]);
	const within = { rooms, end: MONDAY + 180 * MINUTE, step: 60 * MINUTE };
	expect(all(within).map((slot) => slot.rooms)).toEqual([['omm_b'], ['omm_a'], ['omm_a', 'omm_b']]);
	expect(all({ ...within, allRooms: true })).toHaveLength(1);
});

test('stretches that touch are one, and empty ones are none', () => {
	const at = (start: number, end: number) => ({ start, end });
	expect(merged([at(5, 7), at(1, 3), at(3, 5), at(9, 9)])).toEqual([at(1, 7)]);
});
