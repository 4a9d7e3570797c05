import type { Store } from '../state/store';
import type { Span } from '../state/calendars';
import { refused } from './problem';
import { DAY, isZone } from './zones';

export interface GivenTime {
	date?: string;
	timestamp?: string;
	timezone?: string;
}

export const DEFAULT_ZONE = 'Asia/Shanghai';
/** Later, and it was milliseconds. */
const LATEST = 32_503_680_000;

/** The midnight of UTC with which a day begins, in seconds; undefined for what is no day. */
export function dayStart(date: string): number | undefined {
	if (!/^\d{4}-\d\d-\d\d$/.test(date)) return undefined;
	const ms = Date.parse(`${date}T00:00:00Z`);
	return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date ? undefined : ms / 1000;
}

export const dayText = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);

/** Seconds as a text of digits. */
export function secondsOf(text: string, name: string): number {
	if (!/^\d{1,11}$/.test(text) || Number(text) > LATEST) throw refused.params(`${name} is no timestamp in seconds`);
	return Number(text);
}

function momentGiven({ date = '', timestamp = '', timezone = '' }: GivenTime, name: string) {
	if ((date === '') === (timestamp === '')) throw refused.params(`${name} needs one of date and timestamp`);
	if (date === '') {
		const zone = timezone === '' ? DEFAULT_ZONE : timezone;
		if (!isZone(zone)) throw refused.params(`${name}.timezone`);
		return { allDay: false, at: secondsOf(timestamp, `${name}.timestamp`), zone };
	}
	const at = dayStart(date);
	if (at === undefined) throw refused.params(`${name}.date`);
	return { allDay: true, at, zone: 'UTC' };
}

/**
 * When an event is, of what was given. The end of whole days is the last one of them, as the official command line sends it,
 * where the pages are silent.
 */
export function spanOf(start: GivenTime, end: GivenTime): Span {
	const [from, to] = [momentGiven(start, 'start_time'), momentGiven(end, 'end_time')];
	if (from.allDay !== to.allDay) throw refused.params('start_time and end_time are of two kinds');
	if (to.at < from.at) throw refused.params('end_time is before start_time');
	return { allDay: from.allDay, start: from.at, end: to.allDay ? to.at + DAY : to.at, timezone: from.zone };
}

/** As answers have it. */
export function timeViews(
	store: Store,
	{ allDay, start, end, timezone }: Span,
): { start_time: object; end_time: object } {
	if (!allDay) {
		const view = (at: number) => ({ timestamp: String(at), timezone });
		return { start_time: view(start), end_time: view(end) };
	}
	const last = store.settings.allDayEnds === 'exclusive' ? end : end - DAY;
	const view = (at: number) => ({ date: dayText(at), timezone });
	return { start_time: view(start), end_time: view(last) };
}
