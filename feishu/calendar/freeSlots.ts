import { DAY, instantOf, MINUTE, wallOf } from '../zones';

/** From a moment up to another, in ms; the end is no part of it. */
export interface Span {
	start: number;
	end: number;
}

/** When people of one zone work. */
export interface WorkingHours {
	zone: string;
	/** Minutes since midnight on the clock of the zone; `to` up to 1440. */
	from: number;
	to: number;
	/** 0 for Monday to 6 for Sunday. */
	weekdays: readonly number[];
}

export interface SlotSearch extends Span {
	/** How long it is to take, in ms. */
	length: number;
	/** Slots begin at multiples of this since 1970, in ms. */
	step: number;
	/** Free time before and after, in ms. */
	gap: number;
	/** All of them have to be at work; none for any time. */
	hours: readonly WorkingHours[];
	/** When people who have to come are busy, in any order. */
	busy: readonly Span[];
	/** When rooms are taken, by their ID. */
	rooms: ReadonlyMap<string, readonly Span[]>;
	/** Whether every room is needed, or one of them. */
	allRooms: boolean;
}

/** A slot with the rooms that are free in it. */
export interface Slot extends Span {
	rooms: string[];
}

/** The slots that collide with nothing, in their order; each begins on the grid, and they may overlap. */
export function* freeSlots(search: SlotSearch): Generator<Slot> {
	const { length, step, gap, busy, rooms, allRooms } = search;
	// What takes no time makes nobody busy, also with time around it.
	const kept = merged(busy).map((one) => ({ start: one.start - gap, end: one.end + gap }));
	const taken = [...rooms].map(([id, spans]) => ({ id, spans: merged(spans) }));
	for (const free of without(working(search), merged(kept))) {
		for (let start = Math.ceil(free.start / step) * step; start + length <= free.end; start += step) {
			const slot = { start, end: start + length };
			const open = taken.filter(({ spans }) => !spans.some((one) => one.start < slot.end && one.end > slot.start));
			const enough = allRooms ? open.length === taken.length : open.length > 0 || taken.length === 0;
			if (enough) yield { ...slot, rooms: open.map(({ id }) => id) };
		}
	}
}

/** Those that do not overlap: each begins when the one before has ended, and so long after it as asked. */
export function* apart(slots: Iterable<Slot>, gap = 0): Generator<Slot> {
	let next = -Infinity;
	for (const slot of slots) {
		if (slot.start < next) continue;
		next = slot.end + gap;
		yield slot;
	}
}

/** When everybody works, within the time that is searched. */
function working({ start, end, hours }: SlotSearch): Span[] {
	let spans: Span[] = [{ start, end }];
	for (const one of hours) spans = common(spans, workingDays(one, { start, end }));
	return spans;
}

/** The working hours of each day, as the clock of the zone says: on a day of 23 hours they may be one less. */
function workingDays({ zone, from, to, weekdays }: WorkingHours, { start, end }: Span): Span[] {
	const spans: Span[] = [];
	const firstDay = Math.floor(wallOf(start, zone) / DAY) * DAY - DAY;
	for (let day = firstDay; day <= wallOf(end, zone); day += DAY) {
		if (!weekdays.includes((new Date(day).getUTCDay() + 6) % 7)) continue;
		const span = { start: instantOf(day + from * MINUTE, zone), end: instantOf(day + to * MINUTE, zone) };
		if (span.start < span.end) spans.push(span);
	}
	// Where one day ends at midnight and the next begins there, it is one stretch.
	return merged(spans);
}

/** In their order, those that touch as one. */
export function merged(spans: readonly Span[]): Span[] {
	const result: Span[] = [];
	for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
		if (end <= start) continue;
		const last = result.at(-1);
		if (last && start <= last.end) last.end = Math.max(last.end, end);
		else result.push({ start, end });
	}
	return result;
}

function common(some: readonly Span[], others: readonly Span[]): Span[] {
	return some.flatMap((one) =>
		others
			.map(({ start, end }) => ({ start: Math.max(one.start, start), end: Math.min(one.end, end) }))
			.filter(({ start, end }) => start < end),
	);
}

/** @param taken merged */
function without(spans: readonly Span[], taken: readonly Span[]): Span[] {
	return spans.flatMap(({ start, end }) => {
		const free: Span[] = [];
		let from = start;
		for (const busy of taken) {
			if (busy.end <= from) continue;
			if (busy.start >= end) break;
			if (busy.start > from) free.push({ start: from, end: busy.start });
			from = Math.max(from, busy.end);
		}
		if (from < end) free.push({ start: from, end });
		return free;
	});
}
