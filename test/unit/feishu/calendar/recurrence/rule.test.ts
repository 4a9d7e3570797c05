import { parseRule, untilDay, writeRule } from '../../../../../feishu/calendar/recurrence/rule';
import { ruleWords } from '../../../../../feishu/calendar/recurrence/ruleWords';

test.each([
	['FREQ=DAILY', 'Every day'],
	['RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR', 'Every 2 weeks on Monday and Friday'],
	['FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=20261231T155959Z', 'Every week on Monday, Wednesday and Friday, until 2026-12-31'],
	['FREQ=MONTHLY;BYDAY=-1FR;COUNT=3', 'Every month on the last Friday, 3 times'],
	['FREQ=MONTHLY;BYMONTHDAY=1,15', 'Every month on day 1 and day 15'],
	['FREQ=MONTHLY;BYMONTHDAY=-1', 'Every month on the last day'],
	['FREQ=MONTHLY;BYDAY=2TU', 'Every month on the second Tuesday'],
	[
		'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
		'Every month on Monday, Tuesday, Wednesday, Thursday and Friday (only the last of them)',
	],
	['FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1;COUNT=1', 'Every year on day 1 in March and September, once'],
])('%s: %s', (rule, words) => {
	expect(ruleWords(parseRule(rule), 'Asia/Shanghai')).toBe(words);
});

test.each([
	['FREQ=MONTHLY', '2026-01-31', 'Every month (months without such a day are left out)'],
	['FREQ=MONTHLY;COUNT=3', '2026-01-29', 'Every month (months without such a day are left out), 3 times'],
	['FREQ=MONTHLY', '2026-01-28', 'Every month'],
	['FREQ=YEARLY', '2028-02-29', 'Every year (years without such a day are left out)'],
	['FREQ=YEARLY', '2026-01-31', 'Every year'],
	['FREQ=YEARLY;BYMONTH=1,4', '2026-01-31', 'Every year in January and April (months without such a day are left out)'],
	[
		'FREQ=MONTHLY;BYMONTHDAY=1,31',
		'2026-01-01',
		'Every month on day 1 and day 31 (in months without one of these days, that one is left out)',
	],
	['FREQ=MONTHLY;BYDAY=5MO', '2026-03-30', 'Every month on the fifth Monday (months without such a day are left out)'],
	['FREQ=WEEKLY', '2026-01-31', 'Every week'],
	['FREQ=MONTHLY;BYDAY=-1FR', '2026-01-30', 'Every month on the last Friday'],
])('what is left out: %s from %s', (rule, day, words) => {
	expect(ruleWords(parseRule(rule), 'Asia/Shanghai', Date.parse(day))).toBe(words);
});

test('a rule is written as the platform takes it, without what is usual', () => {
	expect(writeRule(parseRule(' rrule:freq=weekly;interval=1;wkst=MO;byday=mo,-1fr '))).toBe(
		'FREQ=WEEKLY;BYDAY=MO,-1FR',
	);
	expect(writeRule(parseRule('FREQ=MONTHLY;WKST=SU;BYMONTH=2;BYSETPOS=1;BYDAY=MO;INTERVAL=3;UNTIL=20261231'))).toBe(
		'FREQ=MONTHLY;INTERVAL=3;BYMONTH=2;BYDAY=MO;BYSETPOS=1;WKST=SU;UNTIL=20261231',
	);
});

test('the last day of a series ends with that day on its own clock', () => {
	expect(untilDay('2026-12-31', 'Asia/Shanghai')).toBe('20261231T155959Z');
	expect(untilDay('2026-10-25', 'Europe/Berlin')).toBe('20261025T225959Z');
	expect(untilDay('2026-12-31', undefined)).toBe('20261231');
});

test.each([
	['', 'does not say FREQ'],
	['every Monday', "has a part that can't be used"],
	['FREQ=HOURLY', "has a part of a form that can't be used"],
	['FREQ=DAILY;BYHOUR=9', "has a part that can't be used: BYHOUR=9"],
	['FREQ=DAILY;INTERVAL=0', 'INTERVAL=0'],
	['FREQ=DAILY;FREQ=WEEKLY', 'says FREQ twice'],
	['FREQ=DAILY;COUNT=2;UNTIL=20261231', 'excludes'],
	[`FREQ=DAILY;BYDAY=${'MO,'.repeat(700)}MO`, 'longer than 2000'],
])('no rule: %s', (rule, words) => {
	expect(() => parseRule(rule)).toThrow(words);
});
