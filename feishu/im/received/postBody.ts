/**
 * Where a post, or a card in the simplified form, keeps its words. The documentation knows `title` and `content`; what
 * comes beside them is what the official clients read and what people have seen.
 */
import type { JsonObject } from '../../json';
import { isObject, text } from '../../json';

export interface PostBody {
	title: string;
	/** The nodes of each paragraph. */
	lines: JsonObject[][];
	/** Text and files in one bubble: the files stand beside the words. */
	files: JsonObject[];
}

/** In which order the official clients look for a language. */
const LANGUAGES = ['zh_cn', 'en_us', 'ja_jp'];

/**
 * Reads `{title, content: [[node…]…]}` (posts), the same inside of a language (`{zh_cn: {…}}`) or of `post`, and
 * `{title, elements: [[node…]…]}` (cards).
 */
export function postBody(content: JsonObject): PostBody {
	const whole = isObject(content.post) ? content.post : content;
	const body = inLanguage(whole);
	const beside = body === whole ? [] : objects(whole.files);
	return { title: text(body.title), lines: linesIn(body), files: [...objects(body.files), ...beside] };
}

/** The body itself, or that of a language: the first one that says something. */
function inLanguage(content: JsonObject): JsonObject {
	if (hasWords(content)) return content;
	const languages = [...LANGUAGES, ...Object.keys(content)];
	const bodies = languages
		.map((language) => content[language])
		.filter(isObject)
		.filter(isBody);
	return (
		bodies.find((body) => text(body.title) !== '' || linesIn(body).some((line) => line.length > 0)) ??
		bodies[0] ??
		content
	);
}

function isBody(body: JsonObject): boolean {
	return hasWords(body) || Array.isArray(body.files);
}

function hasWords({ content, content_v2: second, elements }: JsonObject): boolean {
	return [content, second, elements].some(Array.isArray);
}

/**
 * `content_v2` is in no documentation; the official plugin for chats reads it first where it has something. A list of
 * nodes instead of a list of lists is one line.
 */
function linesIn({ content, content_v2: second, elements }: JsonObject): JsonObject[][] {
	const newer = linesOf(second);
	return newer.some((line) => line.length > 0) ? newer : linesOf([content, elements].find(Array.isArray) ?? second);
}

function linesOf(list: unknown): JsonObject[][] {
	if (!Array.isArray(list)) return [];
	const flat: JsonObject[] = [];
	const lines: JsonObject[][] = [];
	for (const line of list as unknown[]) {
		if (Array.isArray(line)) lines.push(line.filter(isObject));
		else if (isObject(line)) flat.push(line);
	}
	return flat.length === 0 ? lines : [...lines, flat];
}

function objects(value: unknown): JsonObject[] {
	return Array.isArray(value) ? value.filter(isObject) : [];
}
