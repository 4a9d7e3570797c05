import { loadIndex, type Index } from './load';
import type { IndexEntry } from './types';
import { isChinese, loadVocabulary, type Vocabulary, type Words } from './words';

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

/** An entry, ready to be compared. */
interface Candidate {
	entry: IndexEntry;
	names: readonly Name[];
	/** Lower case, without /open-apis/, parameters as `:`. */
	path: string;
	steps: ReadonlySet<string>;
	domain: Words;
	/** How much its domain is used; 0 for most. */
	usage: number;
	/** What it has ahead of others with an equal match. */
	prior: number;
}

interface Name {
	/** Lower case, single spaces, without what stands in brackets at its end. */
	text: string;
	/** The same in the words that stand for their groups. */
	common: string;
	words: Words;
}

interface Query {
	text: string;
	path: string;
	method: string | undefined;
	words: Words;
}

let candidates: Promise<readonly Candidate[]> | undefined;

/**
 * Endpoints that fit what a person typed, best first: names in English and Chinese, paths, domains and methods, words
 * in any order. Without a query all, those of the most used domains first.
 */
export async function searchEndpoints(text: string): Promise<IndexEntry[]> {
	candidates ??= Promise.all([loadIndex(), loadVocabulary()]).then(([index, vocabulary]) =>
		index.entries.map((entry) => candidateOf(entry, index, vocabulary)),
	);
	const query = queryOf(text, await loadVocabulary());
	const all = await candidates;
	const scored = all.map((candidate, place) => ({ candidate, place, score: score(candidate, query) }));
	return scored
		.filter((one) => one.score > 0)
		.sort((a, b) => b.score + b.candidate.prior - (a.score + a.candidate.prior) || a.place - b.place)
		.map(({ candidate }) => candidate.entry);
}

/** A path as it is compared: without host, method, /open-apis/ and the names of parameters. */
export function comparablePath(text: string): string {
	return text
		.toLowerCase()
		.trim()
		.replace(/^https?:\/\/[^/]+/, '')
		.replace(/[?#].*$/, '')
		.replace(/^\/+|\/+$/g, '')
		.replace(/^open-apis\//, '')
		.replace(/(^|\/)(:[\w-]+|\{[\w-]+\}|<[\w-]+>)/g, '$1:');
}

function candidateOf(entry: IndexEntry, { domains }: Index, vocabulary: Vocabulary): Candidate {
	const domain = domains.get(entry.domain);
	const path = comparablePath(entry.id.slice(entry.id.indexOf(' ') + 1));
	const usage = usageOf(entry.domain);
	return {
		entry,
		names: [entry.en, entry.zh].filter((name) => name !== '').map((name) => nameOf(name, vocabulary)),
		path,
		steps: new Set(path.split(/[/_]/)),
		domain: vocabulary.words(`${entry.domain} ${domain?.en ?? ''} ${domain?.zh ?? ''}`),
		usage,
		prior: usage + (entry.historical ? -60 : 0) + (entry.tenant ? 6 : 0) + versionOf(path) - path.split('/').length,
	};
}

function usageOf(domain: string): number {
	const rank = COMMON_DOMAINS.indexOf(domain);
	return rank < 0 ? 0 : 30 - rank;
}

function nameOf(name: string, vocabulary: Vocabulary): Name {
	const text = tidy(name.replace(/\s*[(（][^()（）]*[)）]\s*$/, ''));
	const words = vocabulary.words(text);
	return { text, common: words.common.join(' '), words };
}

function queryOf(text: string, vocabulary: Vocabulary): Query {
	const [, method, rest = text] = /^\s*(get|post|put|patch|delete)\s+(.*)$/i.exec(text) ?? [];
	// "Get user" is a name, "GET im/v1/chats" names a method.
	const named = rest.includes('/') ? method?.toUpperCase() : undefined;
	const whole = named ? rest : text;
	return { text: tidy(whole), path: comparablePath(whole), method: named, words: vocabulary.words(whole) };
}

/** 0 when it does not fit. */
function score(candidate: Candidate, query: Query): number {
	if (query.text === '') return 1 + 100 * candidate.usage;
	if (query.method && !candidate.entry.id.startsWith(`${query.method} `)) return 0;
	// Writing is what a bare path most often stands for.
	if (!query.path.includes('/')) return nameScore(candidate, query);
	const found = pathScore(candidate, query);
	return found === 0 ? 0 : found + (isPost(candidate) ? 5 : 0);
}

const isPost = ({ entry }: Candidate): boolean => entry.id.startsWith('POST ');

function pathScore({ path }: Candidate, query: Query): number {
	if (path === query.path) return 1000;
	// What was typed so far of a path, or its end.
	if (path.startsWith(query.path) || path.endsWith(query.path)) return 700 - (path.length - query.path.length);
	return path.includes(query.path) ? 500 - (path.length - query.path.length) : 0;
}

function nameScore(candidate: Candidate, query: Query): number {
	return Math.max(...candidate.names.map((name) => wholeScore(name, query)), wordScore(candidate, query));
}

function wholeScore({ text, common }: Name, query: Query): number {
	const spare = Math.min(100, text.length - query.text.length);
	if (text === query.text) return 900;
	if (common === query.words.common.join(' ')) return 800;
	if (text.startsWith(query.text)) return 620 - spare;
	return text.includes(query.text) && query.text.length > 1 ? 560 - spare : 0;
}

/** Every word has to be found somewhere; how well it fits, and how much of the name is left over, decides. */
function wordScore(candidate: Candidate, { words }: Query): number {
	const each = words.plain.map((word, index) => fit(candidate, word, words.common[index] ?? word));
	if (each.length === 0 || each.some((one) => one === 0)) return 0;
	const leftOver = Math.min(...candidate.names.map((name) => unmatched(name, words)));
	return each.reduce((sum, one) => sum + one, 0) / each.length - leftOver;
}

/** 0 to 500. */
function fit({ names, steps, domain, entry }: Candidate, word: string, common: string): number {
	return Math.max(
		...names.map(({ words }) => fitName(words, word, common)),
		entry.domain === word ? 380 : 0,
		domain.plain.some((one) => one === word || (isChinese(word) && one.includes(word))) ? 360 : 0,
		steps.has(word) ? 340 : 0,
		entry.id.toLowerCase().startsWith(`${word} `) ? 300 : 0,
		isChinese(word) ? coverage(word, common, names, domain) : 0,
	);
}

function fitName({ plain, common: commons }: Words, word: string, common: string): number {
	if (plain.includes(word)) return 500;
	if (isChinese(word)) {
		if (plain.some((one) => one.includes(word))) return 480;
		// 创建日历 is what people call 创建共享日历.
		return [...word].length > 2 && plain.some((one) => holdsInOrder(one, word)) ? 450 : 0;
	}
	if (commons.includes(common)) return 420;
	if (word.length > 1 && plain.some((one) => one.startsWith(word))) return 400;
	return word.length > 2 && plain.some((one) => one.includes(word)) ? 250 : 0;
}

/** Whether the characters of a word stand in a name in their order, with others between. */
function holdsInOrder(name: string, word: string): boolean {
	let from = 0;
	return [...word].every((character) => {
		from = name.indexOf(character, from) + 1;
		return from > 0;
	});
}

/** Chinese comes without spaces and in many wordings: how many of its characters, in pairs, the names have. */
function coverage(word: string, common: string, names: readonly Name[], domain: Words): number {
	const own = names.map(({ words }) => words.common.join('')).join(' ');
	const all = `${own} ${domain.plain.join(' ')} ${names.map(({ text }) => text).join(' ')}`;
	const share = Math.max(shareOf(common, own), shareOf(common, all) * 0.95, shareOf(word, all) * 0.95);
	return share < 0.6 ? 0 : 400 * share;
}

function shareOf(text: string, within: string): number {
	const parts = [...pairs(text)];
	const found = parts.filter((part) => within.includes(part)).length;
	const characters = [...text].filter((one) => within.includes(one)).length;
	return parts.length === 0 ? 0 : (found / parts.length + characters / [...text].length) / 2;
}

function pairs(text: string): string[] {
	const characters = [...text];
	if (characters.length < 2) return characters;
	return characters.slice(1).map((one, index) => `${characters[index] ?? ''}${one}`);
}

/** How much of a name the query says nothing about. */
function unmatched({ words, text }: Name, query: Words): number {
	if (isChinese(text))
		return isChinese(query.plain.join('')) ? 4 * Math.max(0, text.length - query.plain.join('').length) : 100;
	const rest = words.plain.filter((word, index) => {
		const common = words.common[index] ?? word;
		return !query.plain.some((one) => word.startsWith(one)) && !query.common.includes(common);
	});
	return 12 * rest.length;
}

/** "v4/…" counts for more than "v3/…". */
function versionOf(path: string): number {
	return Math.min(6, Number(/(?:^|\/)v(\d+)(?:\/|$)/.exec(path)?.[1] ?? 0));
}

const tidy = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();
