/** Lines of Markdown, and what stands at their beginning. */
import type { Span } from './nodes';

export interface Line {
	text: string;
	/** Its number in the whole text. */
	at: number;
}

export function linesOf(markdown: string): string[] {
	return markdown.split(/\r\n|\r|\n/);
}

/** Columns of white space; a tab reaches to the next multiple of four. */
export function indentOf(line: string): number {
	let columns = 0;
	for (const character of line) {
		if (character === ' ') columns++;
		else if (character === '\t') columns += 4 - (columns % 4);
		else break;
	}
	return columns;
}

export function withoutIndent(line: string, columns: number): string {
	let taken = 0;
	let index = 0;
	while (taken < columns && (line[index] === ' ' || line[index] === '\t')) {
		taken += line[index] === '\t' ? 4 - (taken % 4) : 1;
		index++;
	}
	return ' '.repeat(Math.max(0, taken - columns)) + line.slice(index);
}

export function isBlank(line: string | undefined): boolean {
	return line === undefined || line.trim() === '';
}

export function textAt(lines: readonly Line[], index: number): string {
	return lines[index]?.text ?? '';
}

export function spanOf(lines: readonly Line[], from: number, to: number): Span {
	const last = lines[to - 1]?.at ?? 0;
	return { from: lines[from]?.at ?? 0, to: last + 1 };
}
