import { dayIn, lateFrom, plainMoment, plainTime, taskTime } from '../../../../feishu/task/taskTime';
import { dateOnly, instantOf } from '../../../../feishu/zones';
import fc from '../../../support/generated';

const ZONES = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland', 'Europe/Berlin'];
const DAY = 86_400_000;

test('a date alone is midnight in UTC, however it is written', () => {
	for (const written of ['2023-05-01', '2023/5/1', ' 2023.05.01 ']) expect(dateOnly(written)).toBe(1_682_899_200_000);
	for (const other of ['2023-05-01T00:00:00', '2023-02-30', '2023-13-01', '2023-5/1', '20230501', 'tomorrow', ''])
		expect(dateOnly(other)).toBeUndefined();
});

test('the day of a moment is that of the time zone', () => {
	const lateEvening = Date.UTC(2023, 4, 1, 17);
	expect(new Date(dayIn(lateEvening, 'Asia/Shanghai')).toISOString()).toBe('2023-05-02T00:00:00.000Z');
	expect(new Date(dayIn(lateEvening, 'America/Los_Angeles')).toISOString()).toBe('2023-05-01T00:00:00.000Z');
});

test('a local midnight becomes its own date, in every zone, also where clocks are changed', () => {
	const date = fc.integer({ min: 0, max: 36_500 }).map((days) => days * DAY);
	fc.assert(
		fc.property(date, fc.constantFrom(...ZONES), (day, zone) => {
			const begins = instantOf(day, zone);
			expect(dayIn(begins, zone)).toBe(day);
			expect(dayIn(begins - 1, zone)).toBe(day - DAY);
		}),
	);
});

test('moments have seconds, dates are as they are', () => {
	expect(taskTime(1_684_652_400_999, false)).toEqual({ timestamp: '1684652400000', is_all_day: false });
	expect(taskTime(1_682_899_200_000, true)).toEqual({ timestamp: '1682899200000', is_all_day: true });
});

test.each([
	[{ timestamp: '1682899200000', is_all_day: true }, '2023-05-01'],
	[{ timestamp: '1682899200000', is_all_day: false }, '2023-05-01T00:00:00.000Z'],
	[{ timestamp: '0' }, ''],
	[undefined, ''],
	[{ timestamp: 'soon' }, ''],
])('%j reads %j', (time, expected) => expect(plainTime(time)).toBe(expected));

test('what has not happened is no moment of 1970', () => {
	expect(plainMoment('0')).toBe('');
	expect(plainMoment('1688529478195')).toBe('2023-07-05T03:57:58.195Z');
});

test('a date is late when it is over in the time zone, a moment at once', () => {
	const due = { timestamp: '1682899200000', is_all_day: true };
	expect(lateFrom(due, 'UTC')).toBe(1_682_899_200_000 + DAY);
	expect(lateFrom(due, 'Asia/Shanghai')).toBe(1_682_899_200_000 + DAY - 8 * 3_600_000);
	expect(lateFrom({ ...due, is_all_day: false }, 'Asia/Shanghai')).toBe(1_682_899_200_000);
	expect(lateFrom(undefined, 'UTC')).toBeUndefined();
});
