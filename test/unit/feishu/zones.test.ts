import { dateOf, instantOf, isoIn, isPlace, isZone, laterDate, wallOf, wallOfDate } from '../../../feishu/zones';
import fc from '../../support/generated';
import { onClock } from '../../support/luxon';

const ZONES = [
	'Asia/Shanghai',
	'Asia/Kolkata',
	'America/New_York',
	'America/St_Johns',
	'Europe/Berlin',
	'Europe/London',
	'Australia/Lord_Howe',
	'Pacific/Apia',
	'Africa/Casablanca',
	'UTC',
];
const zone = fc.constantFrom(...ZONES);
const moment = fc
	.integer({ min: Date.UTC(1995, 0, 1) / 1000, max: Date.UTC(2037, 11, 31) / 1000 })
	.map((s) => s * 1000);

test('a moment is shown with the offset that Luxon knows', () => {
	fc.assert(
		fc.property(zone, moment, (name, ms) => {
			const luxon = onClock(ms, name);
			const expected = luxon.toISO({ suppressMilliseconds: true })?.replace(/Z$/, '+00:00');
			expect(isoIn(ms, name)).toBe(expected);
			expect(wallOf(ms, name)).toBe(ms + luxon.offset * 60_000);
		}),
		{ numRuns: 2000 },
	);
});

test('what a clock shows is the moment at which it shows that', () => {
	fc.assert(
		fc.property(zone, moment, (name, ms) => {
			const back = instantOf(wallOf(ms, name), name);
			expect(wallOf(back, name)).toBe(wallOf(ms, name));
			expect(back).toBeLessThanOrEqual(ms);
		}),
		{ numRuns: 2000 },
	);
});

test.each([
	[
		'an hour that is left out goes on with the clock before it',
		'2026-03-08T02:30',
		'America/New_York',
		'2026-03-08T03:30:00-04:00',
	],
	['an hour that comes twice is the first one', '2026-11-01T01:30', 'America/New_York', '2026-11-01T01:30:00-04:00'],
	['the same in Europe, in spring', '2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T03:30:00+02:00'],
	['the same in Europe, in autumn', '2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T02:30:00+02:00'],
	['a change of half an hour', '2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-04T02:45:00+11:00'],
	['a day that an island left out', '2011-12-30T12:00', 'Pacific/Apia', '2011-12-31T12:00:00+14:00'],
])('%s', (_, wall, name, iso) => {
	expect(isoIn(instantOf(Date.parse(`${wall}Z`), name), name)).toBe(iso);
});

test('dates that are none', () => {
	expect(['2026-02-30', '2027-02-29', '2026-13-01', '2026-1-1', ''].map(wallOfDate)).toEqual([NaN, NaN, NaN, NaN, NaN]);
	expect(dateOf(wallOfDate('2028-02-29'))).toBe('2028-02-29');
	expect(laterDate('2028-02-28', 2)).toBe('2028-03-01');
	expect(laterDate('2026-03-29', 1)).toBe('2026-03-30');
});

test('zones by their names; what the platform tells may have an older one', () => {
	expect(['Japan', 'PRC', 'EST', 'Etc/GMT-9', 'Asia/Shanghai', 'Mars/Base', ''].map(isZone)).toEqual([
		...[true, true, true, true, true],
		...[false, false],
	]);
	const refused = ['Mars/Base', '', '+99:00', '+08:00', 'CST', 'EST', 'Etc/GMT+8'];
	expect(['Asia/Shanghai', 'America/Argentina/Ushuaia', 'UTC', 'Etc/UTC', ...refused].filter(isPlace)).toEqual([
		'Asia/Shanghai',
		'America/Argentina/Ushuaia',
		'UTC',
		'Etc/UTC',
	]);
});
