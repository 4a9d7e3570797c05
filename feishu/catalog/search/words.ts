import { loadJson } from '../load';

/** A word of a text, with everything that it may stand for. */
export interface Word {
	/** As it is written, lower case, English in the singular. */
	plain: string;
	/** The groups of `synonyms.json` that hold it; a word of no group stands for itself. */
	meanings: readonly string[];
}

/** Words that say the same for a search, in both languages; the first of a group stands for it. */
type Groups = ReadonlyArray<readonly [string, ...string[]]>;

/** Turns what people type, and what endpoints are called, into words that can be compared. */
export interface Vocabulary {
	words(text: string): Word[];
}

const CHINESE = /\p{Script=Han}/u;
const WORD = /[a-z0-9_]+|\p{Script=Han}+/gu;

/** Says nothing about what is looked for. */
const FILLERS = new Set(
	[
		'a an the of to in into for from by on at with and or as is are was be been do does did it its this that these those all any some',
		'my me i we our us you your he she his her they them their how what which who whos whom where when why can could will would should',
		'please want need needs somebody someone anybody anyone something somehow just only also already now again one ones so then than',
		'there here about if api feishu lark use using via through able way make sure other same n8n',
		'的 了 吗 呢 吧 我 我的 你 他 她 它 请 怎么 怎样 如何 把 给 被 向 往 在 从 到 里 里面 中 有 有没有 和 与 跟 下 下面 上 上面 个 一个 这个 那个 某个 某人 某',
		'哪些 哪个 哪里 什么 谁 所有 全部 接口 一 一下 几 几个 些 想 要 想要 需要 能 能不能 可以 怎么样 是 是否 不 没 飞书 拿到 得到 进行 使用 用 通过 之后 后 时 就 都 让 对 其 其他 别的 该 此',
	].flatMap((line) => line.split(' ')),
);

let vocabulary: Promise<Vocabulary> | undefined;

export async function loadVocabulary(): Promise<Vocabulary> {
	vocabulary ??= loadJson<Groups>(import('../../../catalog/synonyms.json')).then(vocabularyOf);
	return await vocabulary;
}

export const isChinese = (text: string): boolean => CHINESE.test(text);

function vocabularyOf(groups: Groups): Vocabulary {
	const meanings = new Map<string, string[]>();
	for (const group of groups)
		for (const word of group)
			meanings.set(singular(word), [...(meanings.get(singular(word)) ?? []), group[0]]);
	const known = [...meanings.keys(), ...[...FILLERS].filter(isChinese)].filter(isChinese);
	const chinese = { words: new Set(known), longest: Math.max(...known.map(({ length }) => length)) };
	const phrases = [...meanings.keys()].filter((word) => word.includes(' ')).sort((a, b) => b.length - a.length);
	const phrase = new RegExp(`(?<![a-z0-9])(?:${phrases.join('|')})(?![a-z0-9])`, 'g');

	const isKnown = (word: string) => meanings.has(word) || meanings.has(word.replaceAll('_', ' '));
	const split = (run: string): string[] => {
		if (isChinese(run)) return segments(run, chinese);
		// chat_id is a chat's id, where open_id is a word of its own.
		if (isKnown(run)) return [run];
		return run.split('_').filter((part) => part !== '').map((part) => baseForm(part, isKnown));
	};
	return {
		words(text) {
			const joined = text
				.toLowerCase()
				.replace(/[a-z0-9]+/g, singular)
				.replace(phrase, (found) => found.replaceAll(' ', '_'));
			const all = (joined.match(WORD) ?? []).flatMap(split);
			const telling = all.filter((word) => !FILLERS.has(word));
			return (telling.length > 0 ? telling : all).map((plain) => ({
				plain,
				meanings: meanings.get(plain.replaceAll('_', ' ')) ?? meanings.get(plain) ?? [plain],
			}));
		},
	};
}

/** English comes in the singular, roughly: what matters is that both sides do. */
function singular(word: string): string {
	if (isChinese(word) || word.length < 4) return word;
	if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
	if (/(?:s|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
	return /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}

/** "sending", "created" and "merging" are known as "send", "create" and "merge". */
function baseForm(word: string, isKnown: (word: string) => boolean): string {
	const one = singular(word);
	const [, stem] = /^(\w{3,}?)(?:ing|ed)$/.exec(one) ?? [];
	if (isKnown(one) || stem === undefined) return one;
	return [stem, `${stem}e`, stem.slice(0, -1)].find(isKnown) ?? one;
}

/** Chinese comes without spaces: the longest known words, and pairs of characters of what is left. */
function segments(run: string, { words, longest }: { words: ReadonlySet<string>; longest: number }): string[] {
	const found: string[] = [];
	let unknown = '';
	const flush = () => {
		found.push(...pairs(unknown));
		unknown = '';
	};
	for (let at = 0; at < run.length; ) {
		const word = longestAt(run, at, words, longest);
		if (word === undefined) {
			unknown += run[at] ?? '';
			at += 1;
		} else {
			flush();
			found.push(word);
			at += word.length;
		}
	}
	flush();
	return found;
}

function longestAt(run: string, at: number, words: ReadonlySet<string>, longest: number): string | undefined {
	for (let length = Math.min(longest, run.length - at); length > 0; length -= 1) {
		const word = run.slice(at, at + length);
		if (words.has(word)) return word;
	}
	return undefined;
}

function pairs(text: string): string[] {
	if (text.length < 3) return text === '' ? [] : [text];
	return [...text].slice(1).map((one, index) => `${text[index] ?? ''}${one}`);
}
