/** What every rule for blocks asks about the lines of a text. */
import type MarkdownIt from 'markdown-it';

export type BlockRule = (state: MarkdownIt.StateBlock, start: number, end: number, silent: boolean) => boolean;

/** A line without its white space, quotes and lists around it. */
export function lineOf({ src, bMarks, tShift, eMarks }: MarkdownIt.StateBlock, line: number): string {
	return src.slice(startOf({ bMarks, tShift }, line), eMarks[line]);
}

/** Where its words begin in the text. */
export function startOf({ bMarks, tShift }: Pick<MarkdownIt.StateBlock, 'bMarks' | 'tShift'>, line: number): number {
	return (bMarks[line] ?? 0) + (tShift[line] ?? 0);
}

/** Whether it stands so far in that it is code. */
export const isCode = ({ sCount, blkIndent }: MarkdownIt.StateBlock, line: number): boolean =>
	(sCount[line] ?? 0) - blkIndent >= 4;
