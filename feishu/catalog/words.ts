import { loadJson } from './load';

/** Turns what people type, and what endpoints are called, into words that can be compared. */
export interface Words {
	/** The words as they are, lower case. English by its spaces, Chinese in runs. */
	plain: readonly string[];
	/** The same with each word replaced by the one that stands for its group. */
	common: readonly string[];
}

/** Words that say the same for a search; the first of a group stands for it. */
type Groups = ReadonlyArray<readonly [string, ...string[]]>;

export interface Vocabulary {
	words(text: string): Words;
}

const CHINESE = /\p{Script=Han}/u;
const WORD = /[a-z0-9_]+|\p{Script=Han}+/gu;
/** Says nothing about what is looked for. */
const FILLERS = new Set([
	'a',
	'an',
	'the',
	'of',
	'to',
	'in',
	'for',
	'by',
	'on',
	'with',
	'and',
	'all',
	'my',
	'how',
	'api',
]);

let vocabulary: Promise<Vocabulary> | undefined;

export async function loadVocabulary(): Promise<Vocabulary> {
	vocabulary ??= loadJson<Groups>(import('../../catalog/synonyms.json')).then(vocabularyOf);
	return await vocabulary;
}

export const isChinese = (text: string): boolean => CHINESE.test(text);

function vocabularyOf(groups: Groups): Vocabulary {
	const standsFor = new Map(groups.flatMap((group) => group.map((word) => [word, group[0]] as const)));
	const chinese = [...standsFor.keys()].filter(isChinese).sort((a, b) => b.length - a.length);
	const pattern = new RegExp(chinese.join('|'), 'g');
	const commonOf = (word: string) =>
		isChinese(word) ? word.replace(pattern, (found) => standsFor.get(found) ?? found) : (standsFor.get(word) ?? word);
	return {
		words(text) {
			const all = text.toLowerCase().match(WORD) ?? [];
			const telling = all.filter((word) => !FILLERS.has(word));
			const plain = telling.length > 0 ? telling : all;
			return { plain, common: plain.map(commonOf) };
		},
	};
}
