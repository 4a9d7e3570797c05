/** Lines of Markdown, and what stands at their beginning. */

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

/** Without blanks, tabs and empty lines around: other white space is words to Markdown, as the indents of Chinese paragraphs. */
export function trimmed(text: string): string {
	const start = text.search(/[^ \t\n]/);
	if (start === -1) return '';
	let end = text.length;
	while (/[ \t\n]/.test(text.charAt(end - 1))) end--;
	return text.slice(start, end);
}

export const QUOTE = /^ {0,3}> ?/;

/** The marks of that many quotes, with which a line begins. */
export function quoteMarks(line: string, quotes: number): string {
	let rest = line;
	for (let quote = 0; quote < quotes; quote++) rest = rest.replace(QUOTE, '');
	return line.slice(0, line.length - rest.length);
}
