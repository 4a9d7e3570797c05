const DAY_MS = 86_400_000;

/** The moment as the platform takes it: RFC 3339 in a zone, with its offset. @param ms milliseconds since 1970 */
export function rfc3339(ms: number, timeZone: string): string {
	const offset = offsetAt(ms, timeZone);
	const sign = offset < 0 ? '-' : '+';
	const minutes = Math.abs(offset);
	const two = (number: number) => String(number).padStart(2, '0');
	const local = new Date(ms + offset * 60_000).toISOString().slice(0, 19);
	return `${local}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Minutes by which the zone is ahead of UTC. */
function offsetAt(ms: number, timeZone: string): number {
	const part = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
		.formatToParts(ms)
		.find(({ type }) => type === 'timeZoneName');
	const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):?(\d+)?/.exec(part?.value ?? '') ?? [];
	return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/**
 * The length of a period in days, as the client counts: by whole days the last one counts as well, by half days each half,
 * else the time between. The documentation shows the first only.
 * @param format of the control: `YYYY-MM-DD`, with ` a` for half days, with ` hh:mm` for minutes
 */
export function daysBetween(start: number, end: number, format: string, timeZone: string): number {
	if (/hh|HH/.test(format)) return Math.round(((end - start) / DAY_MS) * 100) / 100;
	const halfOf = (ms: number) => {
		const local = ms + offsetAt(ms, timeZone) * 60_000;
		return { day: Math.floor(local / DAY_MS), half: local % DAY_MS >= DAY_MS / 2 ? 1 : 0 };
	};
	const [from, to] = [halfOf(start), halfOf(end)];
	if (!/ a$/i.test(format)) return to.day - from.day + 1;
	return (to.day * 2 + to.half - (from.day * 2 + from.half) + 1) / 2;
}
