/**
 * What stands in the Markdown of documents and in no other: the tags that hold blocks, and equations. Without
 * `documents` in the environment none of these rules reads anything.
 */
import type MarkdownIt from 'markdown-it';
import { attributesIn } from '../tags';
import { BLOCK_TAGS } from '../documentTags';
import { isCode, lineOf, type BlockRule } from './blockLines';

const ENDS_ALL = { alt: ['paragraph', 'reference', 'blockquote', 'list'] };

export function ownDocumentRules({ block, inline }: MarkdownIt.MarkdownIt): void {
	block.ruler.before('reference', 'block_tag', blockTag, ENDS_ALL);
	block.ruler.before('reference', 'block_equation', blockEquation, ENDS_ALL);
	inline.ruler.before('html_inline', 'equation', equation);
}

const OPENING = /^<([a-z][a-z\d-]*)((?:\s[^<>]*)?)>[ \t]*$/i;

/** A tag alone in its line, with the blocks up to its end, which is alone in its line as well. */
const blockTag: BlockRule = (state, start, end, silent) => {
	if (state.env.documents !== true || isCode(state, start)) return false;
	const [, written = '', rest = ''] = OPENING.exec(lineOf(state, start)) ?? [];
	const name = written.toLowerCase();
	const attributes = BLOCK_TAGS.has(name) ? attributesIn(rest) : undefined;
	const last = attributes && endOf(state, name, start, end);
	if (!attributes || last === undefined) return false;
	if (silent) return true;
	const open = state.push('block_tag_open', '', 1);
	open.info = name;
	open.meta = { attributes };
	open.map = [start, last + 1];
	const { lineMax } = state;
	state.lineMax = last;
	state.md.block.tokenize(state, start + 1, last);
	state.lineMax = lineMax;
	state.line = last + 1;
	state.push('block_tag_close', '', -1);
	return true;
};

function endOf(state: MarkdownIt.StateBlock, name: string, start: number, end: number): number | undefined {
	let open = 0;
	let fence = '';
	for (let line = start; line < end; line++) {
		const text = lineOf(state, line);
		const marks = /^(?:`{3,}|~{3,})/.exec(text)?.[0] ?? '';
		if (fence !== '') {
			if (marks.startsWith(fence) && text.trim() === marks) fence = '';
			continue;
		}
		fence = marks;
		if (OPENING.exec(text)?.[1]?.toLowerCase() === name) open++;
		else if (text.trim().toLowerCase() === `</${name}>` && --open === 0) return line;
	}
	return undefined;
}

/** `$$` alone in its line, or around what stands on one; becomes a paragraph that is an equation. */
const blockEquation: BlockRule = (state, start, end, silent) => {
	if (state.env.documents !== true || isCode(state, start)) return false;
	const first = lineOf(state, start).trim();
	if (!first.startsWith('$$')) return false;
	let last = start;
	if (first === '$$' || !first.slice(2).includes('$$')) {
		last++;
		while (last < end && !lineOf(state, last).trim().endsWith('$$')) last++;
		if (last === end) return false;
	} else if (!/^\$\$(?:(?!\$\$)[^])+\$\$$/.test(first)) return false;
	const content = state
		.getLines(start, last + 1, state.blkIndent, false)
		.trim()
		.slice(2, -2)
		.trim();
	if (content === '' || content.includes('$$')) return false;
	if (silent) return true;
	state.line = last + 1;
	state.push('paragraph_open', 'p', 1).map = [start, last + 1];
	const words = state.push('inline', '', 0);
	words.content = `$$${content}$$`;
	words.map = [start, last + 1];
	words.children = [];
	state.push('paragraph_close', 'p', -1);
	return true;
};

type Rule = (state: MarkdownIt.StateInline, silent: boolean) => boolean;

const DISPLAYED = /\$\$((?:[^$\\]|\\[^]){1,10000}?)\$\$/y;
const WITHIN = /\$(?![\s$])((?:[^$\\]|\\[^]){1,10000}?)(?<!\s)\$(?![\p{Letter}\p{Number}])/uy;
const TAGGED = /<equation>((?:(?!<\/?equation>)[^]){1,10000})<\/equation>/iy;

/** Sums of money: "$5 bonus or 6$". */
const MONEY = /^\d[\d.,]*(?:\s+\p{Letter}{2}|\s*[,;/–-]?\s*$)/u;

const equation: Rule = (state, silent) => {
	const { src, pos } = state;
	const sign = src.charAt(pos);
	if (state.env.documents !== true || (sign !== '$' && sign !== '<')) return false;
	for (const form of sign === '<' ? [TAGGED] : [DISPLAYED, WITHIN]) {
		form.lastIndex = pos;
		const [written, content = ''] = form.exec(src) ?? [];
		if (written === undefined || pos + written.length > state.posMax) continue;
		const isWords = form === WITHIN && (/[\p{Letter}\p{Number}$]/u.test(src.charAt(pos - 1)) || MONEY.test(content));
		if (isWords) continue;
		if (!silent) state.push('equation', '', 0).content = form === TAGGED ? decoded(content, state) : content;
		state.pos += written.length;
		return true;
	}
	return false;
};

const decoded = (content: string, { md }: MarkdownIt.StateInline): string =>
	content.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, md.utils.unescapeAll);
