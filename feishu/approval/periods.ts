import { DAY, wallOf } from '../zones';

/**
 * The length of a period in days, as the client counts: by whole days the last one counts as well, by half days each half,
 * else the time between. The documentation shows the first only.
 * @param format of the control: `YYYY-MM-DD`, with ` a` for half days, with ` hh:mm` for minutes
 */
export function daysBetween(start: number, end: number, format: string, timeZone: string): number {
	if (/hh|HH/.test(format)) return Math.round(((end - start) / DAY) * 100) / 100;
	const halfOf = (ms: number) => {
		const local = wallOf(ms, timeZone);
		return { day: Math.floor(local / DAY), half: local % DAY >= DAY / 2 ? 1 : 0 };
	};
	const [from, to] = [halfOf(start), halfOf(end)];
	if (!/ a$/i.test(format)) return to.day - from.day + 1;
	return (to.day * 2 + to.half - (from.day * 2 + from.half) + 1) / 2;
}
