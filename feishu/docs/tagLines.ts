/** Tags around blocks each in a line of its own, which is where the reader knows them, however they were written. */
import { BLOCK_TAGS } from '../markdown/documentTags';
import { indentOf, linesOf, withoutIndent } from '../markdown/lines';

const NAMES = [...BLOCK_TAGS].join('|');
const ANY = new RegExp(`<(?:${NAMES})(?:\\s[^<>]*)?>|</(?:${NAMES})\\s*>`, 'i');
const TAG = new RegExp(`(\\\\[^]|(\`+)[^\`]*\\2)|<(/?)(${NAMES})((?:\\s[^<>]*)?)>`, 'gi');
const BEGINS = new RegExp(`^</?(?:${NAMES})(?:\\s[^<>]*)?>`, 'i');
const ENDS = new RegExp(`(?<!\\\\)</(?:${NAMES})\\s*>\\s*$`, 'i');
/** Marks of quotes and lists with which a line begins. */
const MARKS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))*[ \t]*/;

interface Open {
	name: string;
	/** What stands before its content: marks of quotes, and spaces. */
	lead: string;
	/** The column from which on its content was written. */
	base?: number;
}

interface Reading {
	open: Open[];
	fence: string;
}

/**
 * The same text with an empty line around each tag that holds blocks, and with what stands in one moved to where the
 * outermost begins: people and models indent as in HTML, where four columns are no code.
 */
export function withTagLines(markdown: string): string {
	if (!ANY.test(markdown)) return markdown;
	const reading: Reading = { open: [], fence: '' };
	return linesOf(markdown)
		.flatMap((line) => linesFor(line, reading))
		.join('\n');
}

function linesFor(line: string, reading: Reading): string[] {
	const { open } = reading;
	const own = open[open.length - 1];
	const inside = line.slice(own ? quotesOf(line, own.lead.split('>').length - 1).length : 0);
	if (own && inside.trim() !== '') own.base ??= indentOf(inside);
	const rest = own ? withoutIndent(inside, Math.min(own.base ?? 0, indentOf(inside))) : inside;
	const marks = MARKS.exec(rest)?.[0] ?? '';
	const words = rest.slice(marks.length);
	const before = own?.lead ?? '';
	if (isCode(words, reading) || !(BEGINS.test(words) || ENDS.test(words)))
		return [own && inside.trim() !== '' ? before + rest : line];
	const below = before + marks.replace(/[^\s>]/g, ' ');
	const written: string[] = [];
	for (const part of partsOf(words)) {
		const isFirst = written.length === 0;
		if (typeof part === 'string') written.push(isFirst ? before + marks + part : below + part.trimStart());
		else {
			// An item begins with its mark, and ends with an empty line.
			if (!isFirst || !/[^\s>]/.test(marks)) written.push(below.trimEnd());
			written.push((isFirst ? before + marks : below) + part.tag, below.trimEnd());
			follow(part, below, open);
		}
	}
	return written;
}

/** The marks of as many quotes at most. */
function quotesOf(line: string, most: number): string {
	let quotes = '';
	for (let count = 0; count < most; count++) {
		const mark = /^[ \t]*>/.exec(line.slice(quotes.length))?.[0];
		if (mark === undefined) break;
		quotes += mark;
	}
	return quotes;
}

/** Whether a line is of code between fences. */
function isCode(words: string, reading: Reading): boolean {
	const marks = /^(?:`{3,}|~{3,})/.exec(words)?.[0] ?? '';
	const within = reading.fence !== '';
	if (!within) reading.fence = marks;
	else if (marks.startsWith(reading.fence) && words.trim() === marks) reading.fence = '';
	return within || marks !== '';
}

interface TagPart {
	tag: string;
	name: string;
	isEnd: boolean;
}

function partsOf(line: string): Array<string | TagPart> {
	const parts: Array<string | TagPart> = [];
	let at = 0;
	for (const { index, 0: tag, 1: words, 3: slash, 4: name = '', 5: rest = '' } of line.matchAll(TAG)) {
		if (words !== undefined || rest.endsWith('/')) continue;
		parts.push(line.slice(at, index), { tag, name: name.toLowerCase(), isEnd: slash === '/' });
		at = index + tag.length;
	}
	parts.push(line.slice(at));
	return parts.filter((part) => typeof part !== 'string' || part.trim() !== '');
}

function follow({ name, isEnd }: TagPart, lead: string, open: Open[]): void {
	if (!isEnd) open.push({ name, lead });
	else {
		const at = open.map((one) => one.name).lastIndexOf(name);
		if (at !== -1) open.length = at;
	}
}
