import { loadIndex, loadJson, type Index } from '../load';
import type { IndexEntry } from '../types';
import { comparablePath } from './paths';
import { loadVocabulary, type Vocabulary, type Word } from './words';
import { worthsAmong } from './worth';

/** Domains that people use most, in that order: among equal matches they come first. */
const COMMON_DOMAINS = [
	'im',
	'contact',
	'bitable',
	'drive',
	'docx',
	'sheets',
	'calendar',
	'task',
	'approval',
	'wiki',
	'vc',
	'mail',
	'attendance',
	'hire',
	'corehr',
	'minutes',
	'okr',
	'cardkit',
];

/** Something that an endpoint is called. */
export interface Name {
	/** Lower case, single spaces, without what stands in brackets at its end. */
	text: string;
	words: readonly Word[];
}

/** An entry, ready to be compared. */
export interface Candidate {
	entry: IndexEntry;
	/** Its titles. */
	names: readonly Name[];
	/** What people call what it does, where that is not in its titles. */
	uses: readonly Name[];
	/** Lower case, without /open-apis/, parameters as `:`. */
	path: string;
	steps: readonly Word[];
	domain: readonly Word[];
	/** How much its domain is used; 0 for most. */
	usage: number;
	/** What it has ahead of others with an equal match. */
	prior: number;
}

export interface Candidates {
	all: readonly Candidate[];
	/** How telling a word is: the fewer endpoints it fits, the more. */
	weight(word: Word): number;
	/** What a word of a query is worth to each candidate, by its place. */
	worthsOf(word: Word): Float64Array;
}

/** `METHOD path` without /open-apis/, and what people call it. */
type Uses = Readonly<Record<string, readonly string[] | undefined>>;

let candidates: Promise<Candidates> | undefined;

export async function loadCandidates(): Promise<Candidates> {
	candidates ??= Promise.all([loadIndex(), loadVocabulary(), loadJson<Uses>(import('../../../catalog/uses.json'))]).then(
		([index, vocabulary, uses]) => {
			const all = index.entries.map((entry) => candidateOf(entry, index, vocabulary, uses));
			return { all, weight: weights(all), worthsOf: worthsAmong(all) };
		},
	);
	return await candidates;
}

export const tidy = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

function candidateOf(entry: IndexEntry, { domains }: Index, vocabulary: Vocabulary, uses: Uses): Candidate {
	const domain = domains.get(entry.domain);
	const path = comparablePath(entry.id.slice(entry.id.indexOf(' ') + 1));
	const usage = usageOf(entry.domain);
	const called = uses[entry.id.replace('/open-apis/', '')] ?? [];
	const nameOf = (name: string): Name => {
		const text = tidy(name.replace(/\s*[(（][^()（）]*[)）]\s*$/, ''));
		return { text, words: vocabulary.words(text) };
	};
	return {
		entry,
		names: [entry.en, entry.zh].filter((name) => name !== '').map(nameOf),
		uses: called.map(nameOf),
		path,
		steps: vocabulary.words(path.replace(/[/_:]|(?:^|\/)v\d+(?=\/|$)/g, ' ')),
		domain: vocabulary.words(`${entry.domain} ${domain?.en ?? ''} ${domain?.zh ?? ''}`),
		usage,
		prior:
			usage +
			(called.length > 0 ? 15 : 0) +
			(entry.historical ? -60 : 0) +
			(entry.tenant ? 6 : 0) +
			versionOf(path) -
			path.split('/').length,
	};
}

function usageOf(domain: string): number {
	const rank = COMMON_DOMAINS.indexOf(domain);
	return rank < 0 ? 0 : 30 - rank;
}

/** "v4/…" counts for more than "v3/…". */
function versionOf(path: string): number {
	return Math.min(6, Number(/(?:^|\/)v(\d+)(?:\/|$)/.exec(path)?.[1] ?? 0));
}

function weights(all: readonly Candidate[]): Candidates['weight'] {
	const counts = new Map<string, number>();
	for (const { names, uses, steps, domain } of all) {
		const words = [...[...names, ...uses].flatMap((name) => name.words), ...steps, ...domain];
		for (const meaning of new Set(words.flatMap(({ meanings }) => meanings)))
			counts.set(meaning, (counts.get(meaning) ?? 0) + 1);
	}
	const of = (meaning: string) => Math.log(1 + all.length / (counts.get(meaning) ?? 1));
	return ({ meanings }) => Math.min(...meanings.map(of));
}
