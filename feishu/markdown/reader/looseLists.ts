import type MarkdownIt from 'markdown-it';
import { lineOf, type BlockRule } from './blockLines';

/** Of a list that begins there: an ordered one that goes on is the same list, moved in a little. */
const FIRST_ITEM = /^(?:[-+*]|0*1[.)])(?:[ \t]|$)/;
const NUMBERED = /^(\d{1,9}[.)])([ \t]*)(.*)$/;

/**
 * Items below a number are moved in by two columns as often as by the three or four that CommonMark asks for
 * ("1. a" with "  - b" below it), and would end the list: they are read as the items of items that they are.
 */
export function loosenList(list: BlockRule): BlockRule {
	return (state, start, end, silent) => {
		if (!silent) moveIn(state, start, end);
		return list(state, start, end, silent);
	};
}

function moveIn(state: MarkdownIt.StateBlock, start: number, end: number): void {
	const { sCount } = state;
	let content = contentOf(state, start);
	const indent = sCount[start] ?? 0;
	if (content === undefined) return;
	/** How far what is below an item is moved, and from which column on. */
	let moved = { from: 0, by: 0 };
	for (let line = start + 1; line < end; line++) {
		if (state.isEmpty(line)) continue;
		const columns = sCount[line] ?? 0;
		if (columns < moved.from) moved = { from: 0, by: 0 };
		if (columns <= indent) {
			const next = contentOf(state, line);
			const isOver = columns < state.blkIndent || (state.env.documents === true && state.isEmpty(line - 1));
			if (next === undefined && isOver) return;
			content = next ?? content;
		} else if (moved.by === 0 && columns >= indent + 2 && columns < content && FIRST_ITEM.test(lineOf(state, line))) {
			moved = { from: columns, by: content - columns };
		}
		if (moved.by > 0) sCount[line] = columns + moved.by;
	}
}

/** The column where the words of a numbered item begin. */
function contentOf(state: MarkdownIt.StateBlock, line: number): number | undefined {
	const [, marker = '', gap = '', words] = NUMBERED.exec(lineOf(state, line)) ?? [];
	if (marker === '' || (gap === '' && words !== '')) return undefined;
	const spaces = words === '' || gap.length > 4 || gap.length === 0 ? 1 : gap.length;
	return (state.sCount[line] ?? 0) + marker.length + spaces;
}
