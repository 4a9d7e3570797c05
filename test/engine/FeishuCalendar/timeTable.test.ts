/**
 * A table of times, made and read by the node: what comes out is what an independent library of RFC 5545 makes of the
 * rule on the clock of the zone, and what Luxon makes of that clock.
 */
import ICAL from 'ical.js';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId, only, usePlatform } from '../../support/engine';
import { onClock, whenClockShows } from '../../support/luxon';

interface Case {
	zone: string;
	/** On the clock of the zone, with the first end. */
	start: string;
	end: string;
	rule?: string;
	/** Moment in UTC at which the rule ends. */
	until?: string;
	/** Which of them are deleted by themselves, counted from 0, and which one begins when instead. */
	without?: number[];
	moved?: readonly [at: number, start: string];
}

// Leap days are named: without that, the library goes on to the 1st of March, where the RFC leaves such years out.
const TIMED: ReadonlyArray<readonly [string, Case]> = [
	['once', { zone: 'Asia/Shanghai', start: '2026-12-01T09:00:00', end: '2026-12-01T10:00:00' }],
	['over midnight', { zone: 'Asia/Kolkata', start: '2026-12-31T22:30:00', end: '2027-01-01T01:15:00' }],
	['on a leap day', { zone: 'Asia/Shanghai', start: '2028-02-29T23:00:00', end: '2028-03-01T00:30:00' }],
	['in a night of 23 hours', { zone: 'Europe/Berlin', start: '2026-03-28T23:00:00', end: '2026-03-29T06:00:00' }],
	['in a night of 25 hours', { zone: 'Europe/Berlin', start: '2026-10-24T23:00:00', end: '2026-10-25T06:00:00' }],
	[
		'at an hour that is left out',
		{ zone: 'America/New_York', start: '2026-03-08T02:30:00', end: '2026-03-08T04:00:00' },
	],
	[
		'each day into summer',
		{ zone: 'Europe/Berlin', start: '2026-03-27T09:00:00', end: '2026-03-27T10:00:00', rule: 'FREQ=DAILY;COUNT=5' },
	],
	[
		'each day into winter',
		{ zone: 'America/New_York', start: '2026-10-30T09:00:00', end: '2026-10-30T10:00:00', rule: 'FREQ=DAILY;COUNT=5' },
	],
	[
		'where clocks change by half an hour',
		{
			zone: 'Australia/Lord_Howe',
			start: '2026-04-03T09:00:00',
			end: '2026-04-03T10:00:00',
			rule: 'FREQ=DAILY;COUNT=4',
		},
	],
	[
		'each leap day',
		{
			zone: 'Asia/Shanghai',
			start: '2028-02-29T09:00:00',
			end: '2028-02-29T10:00:00',
			rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=2',
		},
	],
	[
		'on the last day of each month',
		{
			zone: 'Asia/Shanghai',
			start: '2028-01-31T18:00:00',
			end: '2028-01-31T19:00:00',
			rule: 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4',
		},
	],
	[
		'on a day that some months lack',
		{ zone: 'Asia/Tokyo', start: '2026-01-31T18:00:00', end: '2026-01-31T19:00:00', rule: 'FREQ=MONTHLY;COUNT=3' },
	],
	[
		'to an end that is told in UTC and is the day before here',
		{
			zone: 'Asia/Shanghai',
			start: '2026-12-01T07:00:00',
			end: '2026-12-01T08:00:00',
			rule: 'FREQ=DAILY',
			until: '2026-12-03T23:00:00Z',
		},
	],
	[
		'to an end that is told in UTC and is the day after here',
		{
			zone: 'America/New_York',
			start: '2026-12-01T21:00:00',
			end: '2026-12-01T22:00:00',
			rule: 'FREQ=DAILY',
			until: '2026-12-04T02:00:00Z',
		},
	],
	[
		'to an end one second too early',
		{
			zone: 'America/New_York',
			start: '2026-12-01T21:00:00',
			end: '2026-12-01T22:00:00',
			rule: 'FREQ=DAILY',
			until: '2026-12-04T01:59:59Z',
		},
	],
	[
		'without some of them',
		{
			zone: 'Europe/Berlin',
			start: '2026-03-23T09:00:00',
			end: '2026-03-23T10:00:00',
			rule: 'FREQ=WEEKLY;BYDAY=MO,SU;COUNT=6',
			without: [1, 4],
		},
	],
	[
		'with one that was moved over the changed clock',
		{
			zone: 'Europe/Berlin',
			start: '2026-03-27T09:00:00',
			end: '2026-03-27T10:00:00',
			rule: 'FREQ=DAILY;COUNT=4',
			moved: [1, '2026-03-29T15:00:00'],
		},
	],
];

const platform = usePlatform();
beforeEach(() => platform.store.calendars.events.clear());

async function out(operation: string, more: INodeParameters): Promise<IDataObject[]> {
	const run = await platform.run({ parameters: { resource: 'calendarEvent', operation, ...more } });
	if (run.error) throw run.error;
	return run.items.map(({ json }) => json);
}

const all = async (from: string, until: string) =>
	await out('getAll', { rangeFrom: from, rangeUntil: until, returnAll: true });

/** From some days before up to some days after. */
const around = (first: string, last = first): [string, string] => {
	const days = (iso: string, more: number) => new Date(Date.parse(iso) + more * 86_400_000).toISOString();
	return [days(first, -5), days(last, 5)];
};

const compact = (iso: string) => iso.replace(/[-:]/g, '').replace('.000', '');

/** What clocks show at the beginnings, in the words of the library, which knows no zones here. */
function clocks(rule: string, start: string, most = 60): string[] {
	const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateTimeString(start));
	const found: string[] = [];
	for (let next: ICAL.Time | null = iterator.next(); next && found.length < most; next = iterator.next())
		found.push(next.toString());
	return found;
}

function judged({ zone, start, end, rule, until, without = [], moved }: Case): Array<[string, string]> {
	const first = whenClockShows(start, zone);
	const length = whenClockShows(end, zone).toMillis() - first.toMillis();
	return (rule ? clocks(rule, start) : [start])
		.map((clock) => whenClockShows(clock, zone).toMillis())
		.filter((at) => until === undefined || at <= Date.parse(until))
		.map((at, index) => (moved?.[0] === index ? whenClockShows(moved[1], zone).toMillis() : at))
		.filter((_, index) => !without.includes(index))
		.sort((one, other) => one - other)
		.map((at) => [shown(at, zone), shown(at + length, zone)]);
}

const shown = (at: number, zone: string) => onClock(at, zone).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");

test.each(TIMED)('an event %s', async (_, one) => {
	const { zone, start, end, rule, until, without = [], moved } = one;
	const ends = until === undefined ? '' : `;UNTIL=${compact(until)}`;
	await out('create', {
		...{ eventTitle: 'Table', start, end, options: { timeZone: zone } },
		...(rule && { repeats: 'rule', repeatRule: `${rule}${ends}` }),
	});
	const range = around(start, judged(one).at(-1)?.[1]);
	const before = await all(...range);
	const of = (index: number) => ({ event: byId(String(before[index]?.event_id)), seriesScope: 'this' });
	for (const index of without) await out('delete', of(index));
	if (moved)
		await out('update', { ...of(moved[0]), eventChanges: { newStart: moved[1] }, options: { timeZone: zone } });
	const after = without.length > 0 || moved ? await all(...range) : before;
	expect(after.map((item) => [item.start, item.end])).toEqual(judged(one));
});

test.each([
	['a day', '2026-12-01', '2026-12-01', undefined],
	['over the end of a year', '2026-12-31', '2027-01-01', undefined],
	['over a leap day', '2028-02-28', '2028-03-01', undefined],
	['over a night of 23 hours', '2026-03-28', '2026-03-29', undefined],
	['each leap day', '2028-02-29', '2028-02-29', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=2'],
	['each Sunday over changed clocks', '2026-03-22', '2026-03-23', 'FREQ=WEEKLY;COUNT=3'],
])('whole days: %s', async (_, start, end, rule) => {
	const made = only(
		await out('create', { eventTitle: 'Table', start, end, ...(rule && { repeats: 'rule', repeatRule: rule }) }),
	);
	expect(made).toMatchObject({ all_day: true });
	const days = whenClockShows(end, 'UTC').diff(whenClockShows(start, 'UTC'), 'days').days;
	const expected = (rule ? clocks(rule, `${start}T00:00:00`) : [start]).map((clock) => {
		const first = clock.slice(0, 10);
		return [first, whenClockShows(first, 'UTC').plus({ days }).toFormat('yyyy-MM-dd')];
	});
	const after = await all(...around(start, expected.at(-1)?.[1]));
	expect(after.map((item) => [item.start, item.end])).toEqual(expected);
});
