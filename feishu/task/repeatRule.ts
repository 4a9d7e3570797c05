import { InputError } from '../input';

/** How often a task comes again, by what people choose. */
export const REPEATS = {
	daily: 'FREQ=DAILY;INTERVAL=1',
	weekdays: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR',
	weekly: 'FREQ=WEEKLY;INTERVAL=1',
	monthly: 'FREQ=MONTHLY;INTERVAL=1',
	yearly: 'FREQ=YEARLY;INTERVAL=1',
} as const;

export type Repeat = keyof typeof REPEATS;

const PART = /^[A-Z]+=[A-Z0-9,+-]+$/;

/**
 * A rule of RFC 5545 as the endpoints take it, without what stands before it in a calendar's file.
 * @param label the name of the field on the panel
 * @throws InputError where it says no frequency, or is no rule
 */
export function repeatRule(label: string, written: string): string {
	const rule = written
		.trim()
		.toUpperCase()
		.replace(/^RRULE:/, '')
		.replace(/;$/, '');
	const isRule =
		rule.split(';').every((part) => PART.test(part)) && /(^|;)FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;|$)/.test(rule);
	if (isRule) return rule;
	throw new InputError(
		label,
		`The field '${label}' holds no rule: ${written.slice(0, 60)}`,
		'Such as FREQ=WEEKLY;INTERVAL=2;BYDAY=MO',
	);
}
