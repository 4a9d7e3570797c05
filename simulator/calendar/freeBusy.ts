import type { Answer } from '../state/calendars';
import type { Store } from '../state/store';
import { answerOf } from './attendees';
import { dayStart } from './eventTimes';
import { occurrencesOf, type Range } from './occurrences';
import { bookings } from './rooms';
import { DAY } from './zones';

export interface Busy extends Range {
	answer: Answer;
	busy: boolean;
}

const byStart = (one: Range, other: Range) => one.from - other.from || one.to - other.to;

/** Days of somebody's absence last to their end, moments are seconds. */
function timeoffsOf(store: Store, openId: string, range: Range): Busy[] {
	return [...store.calendars.timeoffs.values()]
		.filter(({ user }) => user === openId)
		.map(({ start_time, end_time }): Busy => {
			const last = dayStart(end_time);
			const to = last === undefined ? Number(end_time) : last + DAY;
			return { from: dayStart(start_time) ?? Number(start_time), to, answer: 'accept', busy: true };
		})
		.filter(({ from, to }) => from < range.to && to > range.from);
}

/** What stands in the way of a person: what they have made in their own calendar, and where they are invited and have not declined. */
export function personBusy(store: Store, openId: string, range: Range): Busy[] {
	const primary = store.calendars.primaryOf(openId)?.calendar_id;
	const found = [...store.calendars.events.values()].flatMap((event): Busy[] => {
		const given = answerOf(store, event, openId);
		if (event.status === 'cancelled' || given === 'decline') return [];
		if (given === undefined && event.calendar_id !== primary) return [];
		const busy = (event.own.get(openId)?.free_busy_status ?? event.free_busy_status) !== 'free';
		return occurrencesOf(store, event, range).map(({ start, end }) => ({
			...{ from: start, to: end, busy },
			answer: given ?? 'accept',
		}));
	});
	return [...found, ...timeoffsOf(store, openId, range)].sort(byStart);
}

export const roomBusy = (store: Store, roomId: string, range: Range): Busy[] =>
	bookings(store, roomId, range)
		.map(({ start, end }): Busy => ({ from: start, to: end, answer: 'accept', busy: true }))
		.sort(byStart);
