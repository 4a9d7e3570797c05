import type { Candidate } from './candidates';
import type { Word } from './words';

type Fit = 'same' | 'meaning' | 'beginning' | 'within';

/** What a word of the query is worth by where it is found, and how; 1 is the very word in a title. */
const WORTH: Readonly<Record<'title' | 'use' | 'domain' | 'path', Readonly<Record<Fit, number>>>> = {
	title: { same: 1, meaning: 0.94, beginning: 0.8, within: 0.5 },
	use: { same: 0.96, meaning: 0.92, beginning: 0.6, within: 0 },
	domain: { same: 0.76, meaning: 0.74, beginning: 0.5, within: 0 },
	path: { same: 0.7, meaning: 0.66, beginning: 0.5, within: 0 },
};

/** A word that endpoints have, with where: the place of the candidate, and what the word is worth there. */
interface Entry {
	word: Word;
	found: Array<{ place: number; worth: Readonly<Record<Fit, number>> }>;
}

/** What a word of a query is worth to each candidate, by its place. */
export function worthsAmong(all: readonly Candidate[]): (word: Word) => Float64Array {
	const entries = new Map<string, Entry>();
	const add = (place: number, words: readonly Word[], worth: Readonly<Record<Fit, number>>) => {
		for (const word of words) {
			const entry = entries.get(word.plain) ?? { word, found: [] };
			entries.set(word.plain, entry);
			entry.found.push({ place, worth });
		}
	};
	for (const [place, { names, uses, domain, steps }] of all.entries()) {
		for (const { words } of names) add(place, words, WORTH.title);
		for (const { words } of uses) add(place, words, WORTH.use);
		add(place, domain, WORTH.domain);
		add(place, steps, WORTH.path);
	}
	return (asked) => {
		const worths = new Float64Array(all.length);
		for (const { word, found } of entries.values()) {
			const fit = fitOf(asked, word);
			if (fit === undefined) continue;
			for (const { place, worth } of found) worths[place] = Math.max(worths[place] ?? 0, worth[fit]);
		}
		return worths;
	};
}

function fitOf({ plain, meanings }: Word, other: Word): Fit | undefined {
	if (other.plain === plain) return 'same';
	if (other.meanings.some((one) => meanings.includes(one))) return 'meaning';
	if (plain.length > 1 && other.plain.startsWith(plain)) return 'beginning';
	return plain.length > 2 && other.plain.includes(plain) ? 'within' : undefined;
}

/** Whether one of the words of a query says the same. */
export function isSaid({ plain, meanings }: Word, query: readonly Word[]): boolean {
	return query.some((word) => word.plain === plain || word.meanings.some((one) => meanings.includes(one)));
}
