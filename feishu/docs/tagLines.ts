/** Tags around blocks each in a line of its own, which is where the reader knows them, however they were written. */
import { BLOCK_TAGS } from '../markdown/documentTags';
import { indentOf, linesOf, withoutIndent } from '../markdown/lines';

const NAMES = [...BLOCK_TAGS].join('|');
const ANY = new RegExp(`<(?:${NAMES})(?:\\s[^<>]*)?>|</(?:${NAMES})\\s*>`, 'i');
const TAG = new RegExp(`(\\\\[^]|(\`+)[^\`]*\\2)|<(/?)(${NAMES})((?:\\s[^<>]*)?)>`, 'gi');
const BEGINS = new RegExp(`^\\s*</?(?:${NAMES})(?:\\s[^<>]*)?>`, 'i');
const ENDS = new RegExp(`(?<!\\\\)</(?:${NAMES})\\s*>\\s*$`, 'i');

/** A tag that is open, with the column from which on its content stands. */
interface Open {
	name: string;
	base?: number;
}

/**
 * The same text with an empty line around each tag that holds blocks, and with what stands in one moved to where the
 * outermost begins: people and models indent as in HTML, where four columns are no code.
 */
export function withTagLines(markdown: string): string {
	if (!ANY.test(markdown)) return markdown;
	const written: string[] = [];
	const open: Open[] = [];
	let outer = '';
	let fence = '';
	for (const line of linesOf(markdown)) {
		const marks = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
		const code = fence !== '' || marks !== '';
		if (fence === '') fence = marks;
		else if (marks.startsWith(fence) && line.trim() === marks) fence = '';
		if (code || !(BEGINS.test(line) || ENDS.test(line))) {
			written.push(placed(line, open, outer));
			continue;
		}
		if (open.length === 0) outer = ' '.repeat(indentOf(line));
		for (const part of partsOf(line)) {
			if (typeof part === 'string') written.push(placed(part, open, outer));
			else {
				written.push('', outer + part.tag, '');
				follow(part, open);
			}
		}
	}
	return written.join('\n');
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

function follow({ name, isEnd }: TagPart, open: Open[]): void {
	if (!isEnd) open.push({ name });
	else {
		const at = open.map((one) => one.name).lastIndexOf(name);
		if (at !== -1) open.length = at;
	}
}

/** A line of content, without the columns by which all of it is moved in. */
function placed(line: string, open: readonly Open[], outer: string): string {
	const own = open[open.length - 1];
	if (!own || line.trim() === '') return line;
	own.base ??= indentOf(line);
	return outer + withoutIndent(line, Math.min(own.base, indentOf(line)));
}
