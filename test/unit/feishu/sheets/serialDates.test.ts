import { datedCell, isoOfSerial, isoOfShown, shownBy } from '../../../../feishu/sheets/cellDates';
import { isSerial, momentOfSerial, serialOf } from '../../../../feishu/sheets/serialDates';
import { instantOf, wallOf } from '../../../../feishu/zones';

const SHANGHAI = 'Asia/Shanghai';
const BERLIN = 'Europe/Berlin';

it.each([
	[2.5, 'UTC', '1900-01-01T12:00:00.000Z'],
	[45_000, 'UTC', '2023-03-15T00:00:00.000Z'],
	[45_000, SHANGHAI, '2023-03-14T16:00:00.000Z'],
	[45_000.25, BERLIN, '2023-03-15T05:00:00.000Z'],
	[45_200.25, BERLIN, '2023-10-01T04:00:00.000Z'],
	[45_000.5, 'America/New_York', '2023-03-15T16:00:00.000Z'],
])('%d in %s is %s', (serial, timeZone, iso) => {
	expect(new Date(momentOfSerial(serial, timeZone)).toISOString()).toBe(iso);
	expect(serialOf(Date.parse(iso), timeZone)).toBe(serial);
});

it('Each millisecond of a day comes back', () => {
	for (let ms = 1_700_000_000_123; ms < 1_700_086_400_000; ms += 6_789_001)
		expect(momentOfSerial(serialOf(ms, SHANGHAI), SHANGHAI)).toBe(ms);
});

it('Moments before 1970 have milliseconds, too', () => {
	expect(wallOf(Date.parse('1969-12-31T23:59:59.250Z'), 'UTC')).toBe(-750);
});

it('An hour that a clock skips is the one after, and of one that it shows twice the first', () => {
	expect(new Date(instantOf(Date.UTC(2026, 2, 29, 2, 30), BERLIN)).toISOString()).toBe('2026-03-29T01:30:00.000Z');
	expect(new Date(instantOf(Date.UTC(2026, 9, 25, 2, 30), BERLIN)).toISOString()).toBe('2026-10-25T00:30:00.000Z');
});

it('Spreadsheets begin with 1900 and end with 9999', () => {
	expect([0.5, 1, 2_958_465.5, 2_958_466].map(isSerial)).toEqual([false, true, true, false]);
});

const luxon = (ms: number) => ({ toISO: () => 'x', toMillis: () => ms });

it.each<[unknown, number, string]>([
	['2023-03-15', 45_000, 'yyyy/MM/dd'],
	[' 2023/03/15 ', 45_000, 'yyyy/MM/dd'],
	['2023-03-15T12:00', 45_000.5, 'yyyy/MM/dd HH:mm:ss'],
	['2023-03-15 06:00:00', 45_000.25, 'yyyy/MM/dd HH:mm:ss'],
	['2023-03-15T04:00:00Z', 45_000.5, 'yyyy/MM/dd HH:mm:ss'],
	['2023-03-14T23:00:00.000-05:00', 45_000.5, 'yyyy/MM/dd HH:mm:ss'],
	['2023-03-15T12:00:00+0800', 45_000.5, 'yyyy/MM/dd HH:mm:ss'],
	[new Date('2023-03-15T04:00:00Z'), 45_000.5, 'yyyy/MM/dd HH:mm:ss'],
	[luxon(Date.parse('2023-03-15T04:00:00Z')), 45_000.5, 'yyyy/MM/dd HH:mm:ss'],
])('%p in a sheet of Shanghai', (value, serial, format) => {
	expect(datedCell(value, SHANGHAI)).toEqual({ value: serial, format });
});

it.each([
	'2023-02-30',
	'2023-13-01',
	'2023-03-15T25:00:00',
	'2023-03-15T12:60',
	'2023/03-15',
	'1899-12-30',
	'1850-01-01',
	'0050-01-01',
	'20230315',
	'12:00',
	'March 15',
	new Date(NaN),
	45_000,
	{},
	null,
])('%p is no date', (value) => {
	expect(datedCell(value, SHANGHAI)).toBeUndefined();
});

it.each([
	['yyyy/MM/dd', 'day'],
	['yyyy-MM-dd', 'day'],
	['M"月"d"日"', 'day'],
	['yyyy/MM', 'day'],
	['yyyy/MM/dd HH:mm:ss', 'moment'],
	['HH:mm:ss', 'time'],
	['yyyy-MM-dd HH:mm:ss.000', 'moment'],
	['h:mm', 'time'],
	['', undefined],
	['@', undefined],
	['General', undefined],
	['0.00E+00', undefined],
	['[Red]#,##0.00', undefined],
	['¥#,##0', undefined],
	['0 "days"', undefined],
])('The format %p shows: %s', (format, shown) => {
	expect(shownBy(format)).toBe(shown);
});

it.each([
	['day', '2023-03-15', '2023-03-15'],
	['moment', '2023-03-15T18:00:00.000+08:00', '2023-03-15T18:00:00.000-04:00'],
	['time', '18:00:00', '18:00:00'],
] as const)('A serial as a %s', (shown, inShanghai, inNewYork) => {
	expect(isoOfSerial(45_000.75, shown, SHANGHAI)).toBe(inShanghai);
	expect(isoOfSerial(45_000.75, shown, 'America/New_York')).toBe(inNewYork);
});

it('Offsets of half an hour are told', () => {
	expect(isoOfSerial(45_000, 'moment', 'Asia/Kolkata')).toBe('2023-03-15T00:00:00.000+05:30');
	expect(isoOfSerial(45_000, 'moment', 'UTC')).toBe('2023-03-15T00:00:00.000+00:00');
});

it.each([
	['2023/03/15', '2023-03-15'],
	['2023-03-15 18:00:00', '2023-03-15T18:00:00.000+08:00'],
	['18 March', undefined],
])('%s as a sheet shows it', (text, iso) => {
	expect(isoOfShown(text, SHANGHAI)).toBe(iso);
});
