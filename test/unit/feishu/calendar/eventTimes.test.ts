import { AllDayEnds, eventTimes, shownTimes, whenOf } from '../../../../feishu/calendar/eventTimes';

const day = (start: string, end: string) => ({ start_time: { date: start }, end_time: { date: end } });

describe('what goes out', () => {
	test('a moment in seconds, with the zone of its clock', () => {
		const [start, end] = [Date.parse('2026-12-01T09:00+08:00'), Date.parse('2026-12-01T10:00+08:00')];
		expect(eventTimes({ allDay: false, start, end, zone: 'Asia/Shanghai' })).toEqual({
			start_time: { timestamp: '1796086800', timezone: 'Asia/Shanghai' },
			end_time: { timestamp: '1796090400', timezone: 'Asia/Shanghai' },
		});
	});

	test('of whole days the last one, which is the first one for a day', () => {
		expect(eventTimes({ allDay: true, start: '2028-02-29', end: '2028-02-29' })).toEqual(
			day('2028-02-29', '2028-02-29'),
		);
	});
});

describe('the last day of what comes back', () => {
	test('is the day before the end, as the platform’s own tool reads it', () => {
		expect(shownTimes(whenOf(day('2026-12-31', '2027-01-02'), new AllDayEnds()))).toEqual({
			start: '2026-12-31',
			end: '2027-01-01',
			all_day: true,
		});
	});

	test('is the end itself as soon as an event has shown that', () => {
		const ends = new AllDayEnds();
		ends.learn(day('2026-12-01', '2026-12-01'));
		expect(whenOf(day('2026-12-01', '2026-12-03'), ends)).toMatchObject({ end: '2026-12-03' });
	});

	test.each([
		['2026-12-03', '2026-12-03', '2026-12-05'],
		['2026-12-04', '2026-12-03', '2026-12-04'],
	])('what was just written tells: an end of %s for %s', (answered, written, read) => {
		const ends = new AllDayEnds();
		ends.learn(day('2026-12-01', answered), written);
		expect(whenOf(day('2026-12-01', '2026-12-05'), ends)).toMatchObject({ end: read });
	});
});

test('a moment comes back in the zone of the event, and in that of the platform where it names none', () => {
	const at = (timezone?: string) => ({
		start_time: { timestamp: '1796086800', timezone },
		end_time: { timestamp: '1796090400', timezone },
	});
	const shown = (timezone?: string) => shownTimes(whenOf(at(timezone), new AllDayEnds())).start;
	expect([shown('America/New_York'), shown(), shown('Nowhere')]).toEqual([
		'2026-11-30T20:00:00-05:00',
		'2026-12-01T09:00:00+08:00',
		'2026-12-01T09:00:00+08:00',
	]);
	expect(shownTimes(whenOf({ summary: 'No times' }, new AllDayEnds()))).toEqual({});
});

test('the zone of an event stays what the platform says, under an older name as well', () => {
	const time = { timestamp: '1796086800', timezone: 'Japan' };
	expect(whenOf({ start_time: time, end_time: time }, new AllDayEnds())).toMatchObject({ zone: 'Japan' });
});
