import { momentField } from '../../shared/fields/plain';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The clock of this server may be behind the platform's, which would hide what was just started. */
const AHEAD_MS = 60_000;

/** The longest period of one request for lists. @see https://open.feishu.cn/document/server-docs/approval-v4/approval-search/query-2 */
export const LIST_MS = 30 * DAY_MS;

/** The same for codes. @see https://open.feishu.cn/document/server-docs/approval-v4/instance/list */
export const CODES_MS = 10 * HOUR_MS;

/** The moments between which something happened, of which both ends may be open. */
function periodFields<const A extends string, const B extends string>(
	after: A,
	before: B,
	what: string,
	happened: string,
) {
	const from = momentField({
		displayName: `${what} After`,
		name: after,
		description: `Only those that were ${happened} at this moment or later; where it is empty, 30 days before the other end`,
	});
	const to = momentField({
		displayName: `${what} Before`,
		name: before,
		description: `Only those that were ${happened} at this moment or earlier; now where it is empty`,
	});
	return { from, to };
}

export const started = periodFields('startedAfter', 'startedBefore', 'Started', 'started');
export const copied = periodFields('copiedAfter', 'copiedBefore', 'Copied', 'sent');

export interface Period {
	from: number;
	to: number;
}

/** Milliseconds since 1970. @param usual how long it is before its end where its start is open @throws InputError when the end is not after the start */
export function periodOf(
	{ from: fromField, to: toField }: typeof started | typeof copied,
	[from, to]: readonly [from: number | undefined, to: number | undefined],
	now: number,
	usual = LIST_MS,
): Period {
	const latest = now + AHEAD_MS;
	// What is to come holds nothing, and would leave nothing of a period that is counted from its end.
	const end = to === undefined ? latest : Math.min(to, latest);
	const period = { to: end, from: from ?? end - usual };
	if (period.from < period.to) return period;
	throw fromField.refuse(
		to === undefined || to > latest ? 'must be earlier than now' : `must be earlier than '${toField.label}'`,
	);
}

/** The parts of a period that one request takes each, the latest first, as people want to see them. */
export function windowsOf({ from, to }: Period, longest: number): Period[] {
	const windows: Period[] = [];
	let end = to;
	while (end > from) {
		const start = Math.max(from, end - longest);
		windows.push({ from: start, to: end });
		// Both ends count, and nothing comes twice.
		end = start - 1;
	}
	return windows;
}
