/** How blocks of Markdown begin. */
import { isBlank, textAt, type Line } from './lines';
import { startsTable } from './tables';

export const FENCE = /^ {0,3}(`{3,}|~{3,})[ \t]*(.*)$/;
export const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
export const HEADING = /^ {0,3}(#{1,6})(?=[ \t]|$)/;
export const QUOTE = /^ {0,3}> ?/;
export const COMMENT = /^ {0,3}<!--/;
const ITEM = /^( *)([-+*]|\d{1,9}[.)])(?=[ \t]|$)/;

/** The marks of that many quotes, with which a line begins. */
export function quoteMarks(line: string, quotes: number): string {
	let rest = line;
	for (let quote = 0; quote < quotes; quote++) rest = rest.replace(QUOTE, '');
	return line.slice(0, line.length - rest.length);
}

export interface ItemStart {
	marker: string;
	/** Lists go together by the last character of their markers. */
	kind: string;
	indent: number;
	content: number;
}

export function itemAt(lines: readonly Line[], index: number): ItemStart | undefined {
	const line = textAt(lines, index);
	const [, indent = '', marker = ''] = ITEM.exec(line) ?? [];
	if (marker === '') return undefined;
	const rest = line.slice(indent.length + marker.length);
	const spaces = rest.length - rest.trimStart().length;
	const gap = rest.trim() === '' || spaces > 4 ? 1 : spaces;
	return { marker, kind: marker.slice(-1), indent: indent.length, content: indent.length + marker.length + gap };
}

/** Whether a line ends the paragraph before it. */
export function startsBlock(lines: readonly Line[], index: number): boolean {
	const line = textAt(lines, index);
	if (FENCE.test(line) || RULE.test(line) || HEADING.test(line) || QUOTE.test(line) || COMMENT.test(line)) return true;
	const item = itemAt(lines, index);
	if (item && item.indent <= 3 && line.trim() !== item.marker)
		return !/\d/.test(item.marker) || /^1[.)]$/.test(item.marker);
	return startsTable(line, lines[index + 1]?.text);
}

/** Whether a line carries on the paragraph before it, though it is not moved in. */
export function continues(lines: readonly Line[], at: number): boolean {
	const before = textAt(lines, at - 1);
	if (isBlank(before) || FENCE.test(before.trimStart())) return false;
	return !startsBlock(lines, at) && itemAt(lines, at) === undefined;
}
