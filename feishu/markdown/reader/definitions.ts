import type MarkdownIt from 'markdown-it';
import { isCode, lineOf, type BlockRule } from './blockLines';

/** A definition even where nothing refers to it: a source that is not cited, or a comment as `[//]: # (words)`. */
const UNCITED = /^\[[^\]]*\]:[ \t]+(?:<|#(?:[ \t]|$)|mailto:|[a-z][a-z\d+.-]{0,30}:\/\/)/i;
const DEFINITION = /^\[((?:[^\]\\]|\\[^])+)\]:/;

/**
 * `[label]: address` is what a link by reference leads to, and shown to nobody. But "[ERROR]: timeout" is the beginning
 * of a line in many a log: where nothing refers to the label and no address follows, it is words.
 */
export function ownDefinitions(reference: BlockRule): BlockRule {
	return (state, start, end, silent) => {
		if (!looksDefined(state, start)) return reference(state, start, end, silent);
		if (silent) return false;
		return paragraph(state, start, end, reference);
	};
}

/** Whether it only looks like a definition, as far as is known what the text refers to. */
function looksDefined(state: MarkdownIt.StateBlock, line: number): boolean {
	const { labels } = state.env;
	const text = lineOf(state, line);
	const label = isCode(state, line) ? undefined : DEFINITION.exec(text)?.[1];
	if (label === undefined || !(labels instanceof Set)) return false;
	return !labels.has(state.md.utils.normalizeReference(label)) && !UNCITED.test(text);
}

/** Such words are a paragraph, which ends before a line that is a definition. */
function paragraph(state: MarkdownIt.StateBlock, start: number, end: number, reference: BlockRule): boolean {
	const kept = state.parentType;
	const ends = state.md.block.ruler.getRules('paragraph');
	state.parentType = 'paragraph';
	let line = start + 1;
	let onlyLooks = true;
	for (; line < end && !state.isEmpty(line); line++) {
		if (isCode(state, line) || (state.sCount[line] ?? 0) < 0) continue;
		if (ends.some((rule) => rule(state, line, end, true))) break;
		if (onlyLooks && !looksDefined(state, line)) {
			if (reference(state, line, end, true)) break;
			onlyLooks = false;
		}
	}
	state.parentType = kept;
	state.push('paragraph_open', 'p', 1).map = [start, line];
	const words = state.push('inline', '', 0);
	words.map = [start, line];
	words.content = state.md.utils.asciiTrim(state.getLines(start, line, state.blkIndent, false));
	words.children = [];
	state.push('paragraph_close', 'p', -1);
	state.line = line;
	return true;
}
