import { REPEATS, repeatRule } from '../../../../feishu/task/repeatRule';

test.each([
	['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO'],
	['rrule:freq=daily;', 'FREQ=DAILY'],
	['FREQ=MONTHLY;BYMONTHDAY=-1', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
])('%s', (written, expected) => expect(repeatRule('Rule', written)).toBe(expected));

test.each(['every week', 'INTERVAL=2', 'FREQ=HOURLY', 'FREQ=DAILY;;'])('no rule: %s', (written) =>
	expect(() => repeatRule('Rule', written)).toThrow("The field 'Rule' holds no rule"),
);

test('what people choose is a rule', () => {
	for (const rule of Object.values(REPEATS)) expect(repeatRule('Rule', rule)).toBe(rule);
});
