import { InputError } from '../input';
import type { BaseField } from './baseField';
import { isTime, type Operator } from './filterOperators';
import { WORDS, type Moment } from './filterValues';
import { daysMeant, type Days, type RelativeDay } from './relativeDays';

/** By what times are compared. */
export interface Clock {
	moment: Moment;
	/** Of a moment, as days since 1970; undefined where moments are compared. */
	dayOf?(ms: number): number;
	now: number;
}

/** Whether a plain value is a time, of whatever type its field is. */
export const isTimeGiven = (plain: unknown): plain is string =>
	typeof plain === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(plain);

/**
 * Compares a time, or none, with days that are meant from today; undefined where nothing but a formula can be compared so.
 * @throws InputError about a date field that is not
 */
export function fitsDays(
	field: BaseField,
	operator: Operator,
	relative: RelativeDay,
	{ moment, dayOf: day, now }: Clock,
): ((plain: unknown) => boolean) | undefined {
	const compare = DAYS_BY[operator];
	if (!day || !compare) {
		if (!isTime(field)) return undefined;
		throw new InputError(
			field.field_name,
			`'${relative}' can't be compared here with '${field.field_name}'${compare ? '' : ` by '${WORDS[operator]}'`}`,
			compare ? 'Give a date, such as {{ $today }}' : `Choose '${WORDS.equals}', or whether it is earlier or later`,
		);
	}
	const days = daysMeant(relative, day(now));
	return (plain) => {
		const ms = plain === null ? undefined : moment(field.field_name, plain);
		return ms === undefined ? operator === 'notEquals' : compare(day(ms), days);
	};
}

const within = (day: number, { from, to }: Days): boolean => day >= from && day <= to;

const DAYS_BY: Readonly<Partial<Record<Operator, (day: number, days: Days) => boolean>>> = {
	equals: within,
	notEquals: (day, days) => !within(day, days),
	greater: (day, { to }) => day > to,
	greaterOrEqual: (day, { from }) => day >= from,
	less: (day, { from }) => day < from,
	lessOrEqual: (day, { to }) => day <= to,
};
