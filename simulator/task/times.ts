import { flag, nested, text } from '../platform/validate';
import type { TaskTime } from '../state/tasks';
import { refused } from './problem';

export const DAY = 86_400_000;

export const TIME = nested({ timestamp: text(), is_all_day: flag() });

interface GivenTime {
	timestamp: string | undefined;
	is_all_day: boolean | undefined;
}

/** Milliseconds in digits; 0 for what is empty. */
export function moment(what: string, given: string | undefined): number {
	if (given === undefined || given === '') return 0;
	const ms = /^-?\d+$/.test(given) ? Number(given) : NaN;
	if (!Number.isSafeInteger(ms) || ms < 0) throw refused.params(`invalid ${what}`);
	return ms;
}

/** A start or due time; nothing for one that is taken away. What is finer than a second, or than a day of UTC, is cut off. */
export function readTime(what: 'start' | 'due', given: GivenTime | undefined): TaskTime | undefined {
	if (given === undefined) return undefined;
	const ms = moment(`${what}.timestamp`, given.timestamp);
	if (ms === 0) return undefined;
	const is_all_day = given.is_all_day ?? false;
	const unit = is_all_day ? DAY : 1000;
	return { timestamp: Math.floor(ms / unit) * unit, is_all_day };
}

export const timeView = (time: TaskTime | undefined) => time && { ...time, timestamp: String(time.timestamp) };

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/task-v2/task/overview */
export function requireOrder(start: TaskTime | undefined, due: TaskTime | undefined): void {
	if (!start || !due) return;
	if (start.is_all_day !== due.is_all_day) throw refused.params('start and due must have the same is_all_day');
	if (start.timestamp > due.timestamp) throw refused.params('start time must not be later than due time');
}
