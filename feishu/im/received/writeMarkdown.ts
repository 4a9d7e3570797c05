/** Words of a message as Markdown that reads the same: what looks like a mark, a tag or the beginning of a block is words. */
import { addressEnd } from '../../markdown/addresses';

/** A placeholder of a mention, and the beginning of an address: neither holds marks. */
const WHOLE = /@_(?:user_\d+|all)|(?<![a-z/])https?:\/\//gi;

const SIGNS = /[\\`*[\]~]|(?<!\w)_|_(?!\w)|<(?=[a-z/!?])|&(?=(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);)/gi;

/**
 * The text with what Markdown would take for marks escaped; lines that look like lists and quotes stay such.
 * @param signs others that are escaped, by a pattern that finds all of them
 */
export function escaped(plain: string, signs = SIGNS): string {
	let said = '';
	let at = 0;
	for (const { index, 0: start } of plain.matchAll(WHOLE)) {
		if (index < at) continue;
		const end = start.startsWith('@') ? index + start.length : addressEnd(plain, index + start.length);
		if (end === index + start.length && !start.startsWith('@')) continue;
		said += plain.slice(at, index).replace(signs, '\\$&') + plain.slice(index, end);
		at = end;
	}
	return said + plain.slice(at).replace(signs, '\\$&');
}

/** Links of a text message come as Markdown; all else in it is words. */
const LINK = /\[((?:[^[\]\\]){1,1000})\]\(((?:https?|mailto|tel|lark|feishu):[^()\s<>]{1,2048})\)/g;

export function textMarkdown(text: string): string {
	let said = '';
	let at = 0;
	for (const { index, 0: whole, 1: label = '', 2: url = '' } of text.matchAll(LINK)) {
		said += escaped(text.slice(at, index)) + markdownLink(escaped(label), url);
		at = index + whole.length;
	}
	return written([{ text: said + escaped(text.slice(at)), own: false }]);
}

export function image(key: string, alt = ''): string {
	return `![${alt}](${key})`;
}

export function markdownLink(label: string, href: string): string {
	if (href === '') return label;
	return `[${label === '' ? escaped(href) : label}](${/[\s()]/.test(href) ? `<${href}>` : href})`;
}

/** What stands in brackets, on one line. */
export function labelText(text: string): string {
	return escaped(text.replace(/\s*\n\s*/g, ' '));
}

/** A fence longer than any in the code. */
export function codeBlock(code: string, language: string): string {
	const longest = [...code.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 2);
	const fence = '`'.repeat(longest + 1);
	return `${fence}${language.toLowerCase()}\n${code.replace(/\n$/, '')}\n${fence}`;
}

export interface Block {
	text: string;
	/** Markdown that is meant: no line of it is words only. */
	own: boolean;
}

/** Lines of a list follow one another; everything else is a paragraph of its own. */
export function written(blocks: readonly Block[]): string {
	const lists = new Numbers();
	let said = '';
	blocks.forEach(({ text, own }, index) => {
		const before = blocks[index - 1];
		const together = before && !before.own && !own && isListItem(before.text) && isListItem(text);
		if (own) lists.end();
		if (before) said += together ? '\n' : '\n\n';
		said += own ? text : wordsOnly(text, lists);
	});
	return said;
}

function isListItem(block: string): boolean {
	return /^\s*([-*+]|\d+[.)])\s/.test(block) && !block.includes('\n\n');
}

const NUMBER = /^([ \t]*)(\d{1,9})([.)])(?=[ \t]|$)/;
const ITEM = /^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]/;
const HEADING = /^( {0,3})(#{1,6}(?=[ \t]|$))/;
/** A rule, what makes a heading of the line above, and the dashes of a table. */
const DASHES = /^([ \t]*)([-=|:](?:[ \t]*[-=|:])*|(?:[*_][ \t]*){3,})[ \t]*$/;

/** The lines of words: those that begin a list or a quote stay, with their numbers; others begin nothing. */
function wordsOnly(text: string, lists: Numbers): string {
	let inList = false;
	return text
		.split('\n')
		.map((line, index, lines) => {
			if (line.trim() === '') return line;
			const begins = index === 0 || lines[index - 1]?.trim() === '';
			inList = ITEM.test(line) || (inList && !begins);
			const moved =
				begins && !inList ? line.replace(/^(?: {4}| {0,3}\t)[ \t]*/, (space) => '\u00a0'.repeat(space.length)) : line;
			return lists.next(
				moved.replace(HEADING, '$1\\$2').replace(DASHES, (dashes: string) => dashes.replace(/\S/, '\\$&')),
				begins,
			);
		})
		.join('\n');
}

const levelOf = (indent: string): string => '>'.repeat(Math.floor(indent.length / 2));

/** Markdown counts the items of a list by itself: a number that is not the next one is words. */
class Numbers {
	private readonly last = new Map<string, number>();

	end(): void {
		this.last.clear();
	}

	/** @param begins whether nothing stands right above it; words right below an item are part of that. */
	next(line: string, begins: boolean): string {
		const [whole, indent = '', digits = '', mark = ''] = NUMBER.exec(line) ?? [];
		if (whole === undefined) {
			if (begins && !ITEM.test(line)) this.end();
			return line;
		}
		const number = Number(digits);
		const own = levelOf(indent) + mark;
		// Moved in by less than a level, it goes on with the list around, unless one begins there.
		const level = number === 1 || this.last.has(own) || indent.length >= 4 ? own : mark;
		const before = this.last.get(level);
		const goesOn = before === undefined ? digits === String(number) : number === before + 1;
		if (goesOn) this.last.set(level, number);
		return goesOn ? line : `${indent}${digits}\\${mark}${line.slice(whole.length)}`;
	}
}
