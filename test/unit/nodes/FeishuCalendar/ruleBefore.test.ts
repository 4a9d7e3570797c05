import { ruleBefore } from '../../../../nodes/FeishuCalendar/series/series';

const seconds = (iso: string) => Date.parse(iso) / 1000;

test.each([
	['a moment ends a second before it', 'FREQ=DAILY', '2026-12-04T09:00:00+08:00', 'FREQ=DAILY;UNTIL=20261204T005959Z'],
	[
		'an end that was there goes',
		'RRULE:FREQ=DAILY;COUNT=9;BYDAY=MO',
		'2026-12-04T09:00:00+08:00',
		'FREQ=DAILY;BYDAY=MO;UNTIL=20261204T005959Z',
	],
])('%s', (_, rule, original, expected) => {
	const start = Date.parse('2026-12-01T09:00:00+08:00');
	const when = { allDay: false, start, end: start + 3_600_000, zone: 'Asia/Shanghai' } as const;
	expect(ruleBefore(rule, seconds(original), when)).toBe(expected);
});

test.each(['2026-12-04T00:00:00Z', '2026-12-04T00:00:00+08:00', '2026-12-04T00:00:00-05:00'])(
	'whole days end the day before, whichever zone the midnight of %s is of',
	(original) => {
		const when = { allDay: true, start: '2026-12-01', end: '2026-12-01' } as const;
		expect(ruleBefore('FREQ=DAILY;UNTIL=20261231', seconds(original), when)).toBe('FREQ=DAILY;UNTIL=20261203');
	},
);
