/** What differs from CommonMark and GFM in how a text divides into blocks, each for a reason. */
import MarkdownIt from 'markdown-it';
import type { Alignment } from '../../im/card/types';
import { isCode, lineOf, startOf, type BlockRule } from './blockLines';
import { ownDefinitions } from './definitions';
import { loosenList } from './looseLists';

/** Lists and quotes within one another; deeper ones are read as paragraphs, so that nothing is lost or takes for ever. */
const DEEPEST = 48;

/** What ends a paragraph, and what ends a quote or list beside it. */
const ENDS_PARAGRAPHS = { alt: ['paragraph', 'reference'] };
const ENDS_ALL = { alt: ['paragraph', 'reference', 'blockquote', 'list'] };

export function ownBlockRules({ block }: MarkdownIt.MarkdownIt): void {
	const { ruler } = block;
	// Feishu takes no HTML, so what stands between tags is read as everywhere else, and its words stay.
	ruler.disable('html_block');
	ruler.at('table', tableWithAll(libraryRule('table')), ENDS_PARAGRAPHS);
	ruler.at('fence', notAroundWords(libraryRule('fence')), ENDS_ALL);
	ruler.at('blockquote', notTooDeep(libraryRule('blockquote')), ENDS_ALL);
	ruler.at('list', notTooDeep(loosenList(libraryRule('list'))), { alt: ['paragraph', 'reference', 'blockquote'] });
	ruler.at('reference', ownDefinitions(libraryRule('reference')));
	ruler.before('reference', 'footnote', footnote, ENDS_PARAGRAPHS);
	ruler.before('reference', 'comment', comment, ENDS_ALL);
	ruler.before('reference', 'rule_tag', ruleTag, ENDS_ALL);
	ruler.before('reference', 'preformatted', preformatted, ENDS_ALL);
}

/** One of the library's own rules, for one that adds to it. */
function libraryRule(name: string): BlockRule {
	const { ruler } = new MarkdownIt().block;
	ruler.enableOnly(name);
	const [rule] = ruler.getRules('');
	if (!rule) throw new Error(`The library has no rule '${name}'`);
	return rule;
}

const notTooDeep =
	(rule: BlockRule): BlockRule =>
	(state, start, end, silent) =>
		state.level < DEEPEST && rule(state, start, end, silent);

/** Three tildes on both sides of words are meant to strike them out; they would open code that nothing closes. */
const notAroundWords =
	(fence: BlockRule): BlockRule =>
	(state, start, end, silent) =>
		!/^~{3,}[^\s~][^~]*~{3,}[ \t]*$/.test(lineOf(state, start)) && fence(state, start, end, silent);

export interface TableLines {
	alignments: Array<Alignment | undefined>;
	/** The row of the header and those below the dashes, and where in the text each begins. */
	rows: Array<{ text: string; at: number }>;
}

/**
 * A table as GFM has it, but a line without a pipe ends it: people and models write a sentence right below. Its cells are
 * read from its lines later, since the library drops what a row has beyond the header.
 */
function tableWithAll(table: BlockRule): BlockRule {
	return (state, start, end, silent) => {
		let last = start + 2;
		while (last < end && lineOf(state, last).includes('|')) last++;
		const known = state.tokens.length;
		if (!table(state, start, Math.min(last, end), silent)) return false;
		if (silent) return true;
		const cells = state.tokens.splice(known).filter(({ type }) => type === 'th_open');
		const token = state.push('table', '', 0);
		token.map = [start, state.line];
		const lines = Array.from({ length: state.line - start }, (_gap, index) => start + index);
		const read: TableLines = {
			alignments: cells.map(
				(cell) => /center|right|left/.exec(String(cell.attrGet('style')))?.[0] as Alignment | undefined,
			),
			rows: lines
				.filter((line) => line !== start + 1)
				.map((line) => ({ text: lineOf(state, line), at: startOf(state, line) })),
		};
		token.meta = { ...read };
		return true;
	};
}

const FOOTNOTE = /^\[\^([^\]\s]{1,100})\]:[ \t]*/;

/** `[^1]: words`, and what is moved in below it by four columns. */
const footnote: BlockRule = (state, start, end, silent) => {
	if (isCode(state, start) || state.level >= DEEPEST) return false;
	const [head, label = ''] = FOOTNOTE.exec(lineOf(state, start)) ?? [];
	if (head === undefined) return false;
	if (silent) return true;
	const open = state.push('footnote_open', '', 1);
	open.info = label;
	const map: [number, number] = [start, start + 1];
	open.map = map;
	const kept = {
		indent: state.blkIndent,
		mark: state.bMarks[start],
		shift: state.tShift[start],
		count: state.sCount[start],
	};
	state.bMarks[start] = startOf(state, start) + head.length;
	state.tShift[start] = 0;
	state.blkIndent += 4;
	state.sCount[start] = state.blkIndent;
	if (lineOf(state, start) !== '') state.md.block.tokenize(state, start, end);
	else state.line = start + 1;
	state.blkIndent = kept.indent;
	state.bMarks[start] = kept.mark ?? 0;
	state.tShift[start] = kept.shift ?? 0;
	state.sCount[start] = kept.count ?? 0;
	map[1] = state.line;
	state.push('footnote_close', '', -1);
	const notes = (state.env.footnotes ??= new Set<string>());
	if (notes instanceof Set) notes.add(label);
	return true;
};

/** Where words follow the comment it belongs to their paragraph; one that is never closed is words itself. */
const comment: BlockRule = (state, start, end, silent) => {
	if (isCode(state, start) || !lineOf(state, start).startsWith('<!--')) return false;
	let line = start;
	while (line < end && !lineOf(state, line).includes('-->')) {
		line++;
		if (line < end && lineOf(state, line).startsWith('<!--')) return false;
	}
	const last = line < end ? lineOf(state, line) : 'none';
	if (last.slice(last.indexOf('-->') + 3).trim() !== '') return false;
	if (silent) return true;
	state.line = line + 1;
	state.push('comment', '', 0).map = [start, line + 1];
	return true;
};

/** `<hr>` alone in its line, which is where it counts. */
const ruleTag: BlockRule = (state, start, _end, silent) => {
	if (isCode(state, start) || !/^<hr(?:\s[^<>]*)?\/?>[ \t]*$/i.test(lineOf(state, start))) return false;
	if (silent) return true;
	state.line = start + 1;
	state.push('hr', '', 0).map = [start, start + 1];
	return true;
};

/** `<pre>` over lines of its own: what is in it is no Markdown. */
const preformatted: BlockRule = (state, start, end, silent) => {
	if (isCode(state, start) || !/^<pre(?:\s[^<>]*)?>/i.test(lineOf(state, start))) return false;
	let line = start;
	while (line < end && !/<\/pre\s*>/i.test(lineOf(state, line))) line++;
	if (line === end || !/<\/pre\s*>[ \t]*$/i.test(lineOf(state, line))) return false;
	if (silent) return true;
	state.line = line + 1;
	const token = state.push('preformatted', '', 0);
	token.map = [start, line + 1];
	token.content = state.getLines(start, line + 1, state.blkIndent, false);
	return true;
};
