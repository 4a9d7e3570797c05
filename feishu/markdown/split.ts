import { InputError } from '../input';
import { linesOf } from './lines';
import { parseMarkdown } from './parse';
import { partOf, withReferences } from './splitPart';
import { LEVEL, splitPoints, type Region, type SplitPoint, type Whole } from './splitPoints';

/**
 * Divides a Markdown text into parts that each fit: before headings, between blocks, items, rows and lines of code, and
 * only when those are too long at sentences, words, and at last characters. Fences are closed and opened again, the
 * header of a table is repeated, links, inline code and mentions stay whole. Nothing but white space is lost.
 * @param fits must say yes to every text that is shorter than one that fits; asked about a handful of times a part
 * @param field the field on the panel that errors belong to
 * @throws InputError when something that can't be divided does not fit
 */
export function splitMarkdown(markdown: string, fits: (part: string) => boolean, field = 'Markdown'): string[] {
	// Far longer than anything that fits, so it is not worth asking.
	if (markdown.length <= WHOLE_LIMIT && fits(markdown)) return [markdown];
	return new Splitter(withReferences(markdown), fits, field).parts();
}

const WHOLE_LIMIT = 400_000;

/** Parts of the length that the last one had are tried first. */
const FIRST_GUESS = 8_000;

/** A part may be this much shorter than what would just fit, which saves asking. */
const SLACK = 0.03;

/** How much of what fits a part must have to end at a place of that level. */
const LEAST: ReadonlyArray<{ level: number; share: number }> = [
	{ level: LEVEL.heading, share: 0.4 },
	{ level: LEVEL.block, share: 0.4 },
	{ level: LEVEL.item, share: 0.5 },
	{ level: LEVEL.line, share: 0.5 },
	{ level: LEVEL.inner, share: 0.5 },
	{ level: LEVEL.sentence, share: 0.6 },
	{ level: LEVEL.word, share: 0.6 },
	{ level: LEVEL.underHeading, share: 0.6 },
];

class Splitter {
	private readonly points: readonly SplitPoint[];
	private readonly wholes: readonly Whole[];
	private readonly regions: readonly Region[];
	private guess = FIRST_GUESS;
	private readonly segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

	constructor(
		private readonly text: string,
		private readonly fits: (part: string) => boolean,
		private readonly field: string,
	) {
		const found = splitPoints(parseMarkdown(text), linesOf(text));
		this.points = [...found.points, { at: text.length, level: 0 }];
		this.wholes = found.wholes;
		this.regions = found.regions;
	}

	parts(): string[] {
		const parts: string[] = [];
		let start: SplitPoint = { at: 0, level: 0 };
		let next = 0;
		while (start.at < this.text.length) {
			while ((this.points[next]?.at ?? Infinity) <= start.at) next++;
			const end = this.endAfter(start, next);
			const part = partOf(this.text, start, end);
			if (part.trim() !== '') parts.push(part);
			if (end.at > start.at) this.guess = end.at - start.at;
			start = end;
		}
		return parts;
	}

	/** The best place to end a part that begins at `start`. */
	private endAfter(start: SplitPoint, next: number): SplitPoint {
		const furthest = this.furthest(start, next);
		if (furthest < next) return this.characterAfter(start, next);
		const last = this.points[furthest];
		if (!last || last.at === this.text.length) return last ?? this.end();
		const best = this.best(start, next, furthest);
		return best === last || this.fits(partOf(this.text, start, best)) ? best : last;
	}

	/** The index of the last place up to which a part fits, about; below `next` when there is none. */
	private furthest(start: SplitPoint, next: number): number {
		let fitting = next - 1;
		let failing = this.points.length;
		let reach = this.guess * 1.25;
		for (;;) {
			const index = Math.min(failing - 1, Math.max(fitting + 1, this.indexAt(start.at + reach, next) - 1));
			if (index <= fitting) break;
			const point = this.points[index] ?? this.end();
			if (!this.fits(partOf(this.text, start, point))) {
				failing = index;
				break;
			}
			fitting = index;
			reach *= 2;
		}
		while (failing - fitting > 1) {
			const low = fitting < next ? start.at : (this.points[fitting]?.at ?? start.at);
			const high = this.points[failing]?.at ?? this.text.length;
			if (fitting >= next && high - low <= (low - start.at) * SLACK) break;
			// By length rather than by number, since the places are not evenly spread.
			const between = this.indexAt((low + high) / 2, next) - 1;
			const middle = Math.min(failing - 1, Math.max(fitting + 1, between));
			if (this.fits(partOf(this.text, start, this.points[middle] ?? this.end()))) fitting = middle;
			else failing = middle;
		}
		return fitting;
	}

	private best(start: SplitPoint, next: number, furthest: number): SplitPoint {
		const last = this.points[furthest] ?? this.end();
		const found = new Map<number, SplitPoint>();
		for (let index = next; index <= furthest; index++) {
			const point = this.points[index];
			if (point) found.set(point.level, point);
		}
		const length = last.at - start.at;
		for (const { level, share } of LEAST) {
			const point = found.get(level);
			if (point && point.at - start.at >= length * share) return point;
		}
		// Rather a short part than a style that is cut.
		const unstyled = [...found.values()].filter(({ level }) => level < LEVEL.styled);
		return (
			unstyled.reduce<SplitPoint | undefined>((most, one) => (one.at > (most?.at ?? 0) ? one : most), undefined) ?? last
		);
	}

	/** Divides what has no place within at a character that people see as one. */
	private characterAfter(start: SplitPoint, next: number): SplitPoint {
		const limit = this.points[next]?.at ?? this.text.length;
		const window = this.text.slice(start.at, Math.min(limit, start.at + Math.max(256, this.guess * 2)));
		const places: number[] = [];
		const wholes = firstEndingAfter(this.wholes, start.at, 2_000);
		for (const { index, segment } of this.segmenter.segment(window)) {
			const at = start.at + index + segment.length;
			while ((wholes[0]?.to ?? Infinity) <= at) wholes.shift();
			// The last one may go on beyond the window.
			if (at - start.at === window.length && at < limit) break;
			if (wholes[0] === undefined || at <= wholes[0].from) places.push(at);
		}
		let [fitting, failing] = [-1, places.length];
		while (failing - fitting > 1) {
			const middle = Math.floor((fitting + failing) / 2);
			if (this.fits(partOf(this.text, start, this.place(places[middle] ?? start.at)))) fitting = middle;
			else failing = middle;
		}
		const at = places[fitting];
		if (at !== undefined && at > start.at) return this.place(at);
		const said = window.slice(0, 40);
		throw new InputError(
			this.field,
			`'${said}${window.length > 40 ? '…' : ''}' does not fit into a message and can't be divided`,
			'Shorten it; links, inline code and the first rows of tables stay whole',
		);
	}

	/** A place within code closes its fence. */
	private place(at: number): SplitPoint {
		const [region] = firstEndingAfter(this.regions, at, 1);
		if (!region || region.from >= at) return { at, level: LEVEL.last };
		return { ...region.point, at, level: LEVEL.last };
	}

	/** The index of the first place beyond an offset. */
	private indexAt(offset: number, from: number): number {
		let [low, high] = [from, this.points.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.points[middle]?.at ?? 0) <= offset) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	private end(): SplitPoint {
		return { at: this.text.length, level: 0 };
	}
}

/** Stretches do not overlap, so they lie in one order. */
function firstEndingAfter<Stretch extends Whole>(
	stretches: readonly Stretch[],
	offset: number,
	count: number,
): Stretch[] {
	let [low, high] = [0, stretches.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((stretches[middle]?.to ?? 0) <= offset) low = middle + 1;
		else high = middle;
	}
	return stretches.slice(low, low + count);
}
