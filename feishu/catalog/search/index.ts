import type { IndexEntry } from '../types';
import { loadCandidates, tidy, type Candidate, type Candidates, type Name } from './candidates';
import { comparablePath } from './paths';
import { isChinese, loadVocabulary, type Vocabulary, type Word } from './words';
import { isSaid } from './worth';

export { comparablePath } from './paths';

/** Of what a query says, weighed by how telling each word is, this much has to be found. */
const LEAST_SHARE = 0.4;

interface Query {
	text: string;
	path: string;
	method: string | undefined;
	words: readonly Asked[];
}

/** A word of the query. */
interface Asked extends Word {
	weight: number;
	/** What it is worth to each candidate, by its place. */
	worths: Float64Array;
}

/**
 * Endpoints that fit what a person typed, best first: names in English and Chinese, what people call them, paths,
 * domains and methods. Those that have all the words come before those that have most; a word that no endpoint has says
 * nothing. Without a query all, those of the most used domains first.
 */
export async function searchEndpoints(text: string): Promise<IndexEntry[]> {
	const [candidates, vocabulary] = await Promise.all([loadCandidates(), loadVocabulary()]);
	const query = queryOf(text, vocabulary, candidates);
	const scored = candidates.all.map((candidate, place) => ({
		candidate,
		place,
		score: score(candidate, place, query, candidates),
	}));
	return scored
		.filter((one) => one.score > 0)
		.sort((a, b) => b.score + b.candidate.prior - (a.score + a.candidate.prior) || a.place - b.place)
		.map(({ candidate }) => candidate.entry);
}

function queryOf(text: string, vocabulary: Vocabulary, { worthsOf, weight }: Candidates): Query {
	const [, method, rest = text] = /^\s*(get|post|put|patch|delete)\s+(.*)$/i.exec(text) ?? [];
	// "Get user" is a name, "GET im/v1/chats" names a method.
	const named = rest.includes('/') ? method?.toUpperCase() : undefined;
	const whole = named ? rest : text;
	const words = vocabulary.words(whole).map((word) => ({ ...word, weight: weight(word), worths: worthsOf(word) }));
	return {
		text: tidy(whole),
		path: comparablePath(whole),
		method: named,
		words: words.filter(({ worths }) => worths.some((worth) => worth > 0)),
	};
}

/** 0 when it does not fit. */
function score(candidate: Candidate, place: number, query: Query, candidates: Candidates): number {
	if (query.text === '') return 1 + 100 * candidate.usage;
	if (query.method && !candidate.entry.id.startsWith(`${query.method} `)) return 0;
	if (!query.path.includes('/')) return nameScore(candidate, place, query, candidates);
	// Writing is what a bare path most often stands for.
	const found = pathScore(candidate, query);
	return found === 0 ? 0 : found + (candidate.entry.id.startsWith('POST ') ? 5 : 0);
}

function pathScore({ path }: Candidate, query: Query): number {
	if (path === query.path) return 1000;
	// What was typed so far of a path, or its end.
	if (path.startsWith(query.path) || path.endsWith(query.path)) return 700 - (path.length - query.path.length);
	return path.includes(query.path) ? 500 - (path.length - query.path.length) : 0;
}

function nameScore(candidate: Candidate, place: number, query: Query, candidates: Candidates): number {
	const whole = [...candidate.names, ...candidate.uses].map((name) => wholeScore(name, query));
	return Math.max(...whole, wordScore(candidate, place, query, candidates));
}

function wholeScore({ text }: Name, query: Query): number {
	const spare = Math.min(100, text.length - query.text.length);
	if (text === query.text) return 900;
	if (text.startsWith(query.text)) return 620 - 2 * spare;
	return text.includes(query.text) && query.text.length > 2 ? 540 - 2 * spare : 0;
}

/** 0 to 600: how much of the query is found, all of it above most of it; less by what is left over of the name. */
function wordScore(candidate: Candidate, place: number, { words }: Query, { weight }: Candidates): number {
	let [found, all, missing] = [0, 0, 0];
	for (const word of words) {
		const worth = word.worths[place] ?? 0;
		all += word.weight;
		found += word.weight * worth;
		if (worth === 0) missing += word.weight;
	}
	if (all === 0 || 1 - missing / all < LEAST_SHARE) return 0;
	const left = Math.min(...[...candidate.names, ...candidate.uses].map((name) => leftOver(name, words, weight)));
	return (missing === 0 ? 600 : 450) * (found / all) - 120 * left;
}

/** The share of a name that the query says nothing about; a name in the other language says little of that. */
function leftOver({ words, text }: Name, query: readonly Word[], weight: Candidates['weight']): number {
	let [left, all] = [0, 0];
	for (const word of words) {
		all += weight(word);
		if (!isSaid(word, query)) left += weight(word);
	}
	const foreign = isChinese(text) !== query.some(({ plain }) => isChinese(plain));
	return all === 0 ? 1 : Math.min(1, left / all + (foreign ? 0.1 : 0));
}
