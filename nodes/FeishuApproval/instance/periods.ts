import { momentField } from '../../shared/fields/plain';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The longest period of one request for lists. @see https://open.feishu.cn/document/server-docs/approval-v4/approval-search/query-2 */
export const LIST_MS = 30 * DAY_MS;

/** The same for codes. @see https://open.feishu.cn/document/server-docs/approval-v4/instance/list */
export const CODES_MS = 10 * HOUR_MS;

export const fromField = momentField({
	displayName: 'Started After',
	name: 'startedAfter',
	description: 'Only those that were started at this moment or later; 30 days ago where it is empty',
});

export const toField = momentField({
	displayName: 'Started Before',
	name: 'startedBefore',
	description: 'Only those that were started at this moment or earlier; now where it is empty',
});

export interface Period {
	from: number;
	to: number;
}

/** Milliseconds since 1970. @throws InputError when the end is not after the start */
export function periodOf(from: number | undefined, to: number | undefined, now: number, usual = LIST_MS): Period {
	const period = { to: to ?? now, from: from ?? (to ?? now) - usual };
	if (period.from >= period.to) throw fromField.refuse(`must be earlier than '${toField.label}'`);
	return period;
}

/** The parts of a period that one request takes each, the latest first, as people want to see them. */
export function windowsOf({ from, to }: Period, longest: number): Period[] {
	const windows: Period[] = [];
	for (let end = to; end > from; end -= longest) windows.push({ from: Math.max(from, end - longest), to: end });
	return windows;
}
