import type { Alignment } from '../im/card/types';

export interface TableRows {
	header: string[];
	alignments: ReadonlyArray<Alignment | undefined>;
	rows: string[][];
}

/** Of a line without white space around it. */
const DELIMITER = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/;

/** A row with as many cells as the row of dashes below it. */
export function startsTable(line: string, below: string | undefined): boolean {
	if (below === undefined || !line.includes('|') || !below.includes('-') || !DELIMITER.test(below.trim())) return false;
	return cellsOf(line).length === cellsOf(below).length;
}

/** Rows get as many cells as the header; what a row has beyond stays in its last cell, so that nothing is lost. */
export function readTable(lines: readonly string[]): TableRows {
	const header = cellsOf(lines[0] ?? '');
	return {
		header,
		alignments: cellsOf(lines[1] ?? '').map(alignmentOf),
		rows: lines.slice(2).map((line) => {
			const cells = cellsOf(line);
			const last = cells.slice(header.length - 1).join(' | ');
			return header.map((_title, index) => (index === header.length - 1 ? last : (cells[index] ?? '')));
		}),
	};
}

/** The cells of a row; a pipe belongs to its cell only with a backslash before it, also in inline code, as in GFM. */
export function cellsOf(line: string): string[] {
	const cells: string[] = [];
	let cell = '';
	const text = line.trim();
	for (let index = text.startsWith('|') ? 1 : 0; index < text.length; index++) {
		const character = text[index] ?? '';
		if (character === '\\' && text[index + 1] === '|') {
			cell += '|';
			index++;
		} else if (character === '|') {
			cells.push(cell.trim());
			cell = '';
		} else {
			cell += character;
		}
	}
	if (cell.trim() !== '' || !text.endsWith('|') || text.length === 1) cells.push(cell.trim());
	return cells;
}

/** A row without white space before it in pieces that are read one by one, like its cells; together they are the row. */
export function piecesOf(line: string, columns: number): string[] {
	const pieces = line.split(/(?<=(?<!\\)\|)/);
	// A pipe at the beginning is a piece of its own.
	const last = columns - (pieces[0] === '|' ? 0 : 1);
	return [...pieces.slice(0, last), pieces.slice(last).join('')];
}

function alignmentOf(dashes: string): Alignment | undefined {
	const [left, right] = [dashes.startsWith(':'), dashes.endsWith(':')];
	return left && right ? 'center' : right ? 'right' : left ? 'left' : undefined;
}

/** A table as text of even columns, for where only a monospaced font can show it. */
export function alignedTable({ header, alignments, rows }: TableRows): string {
	const widths = header.map((_title, column) =>
		[header, ...rows].reduce((widest, row) => Math.max(widest, displayWidth(row[column] ?? '')), 3),
	);
	const line = (row: readonly string[]) =>
		row
			.map((cell, column) => padded(cell, widths[column] ?? 0, alignments[column]))
			.join(' | ')
			.trimEnd();
	return [line(header), widths.map((width) => '-'.repeat(width)).join('-|-'), ...rows.map(line)].join('\n');
}

/** Columns of a monospaced font: two for East Asian characters and emoji, none for marks. */
export function displayWidth(text: string): number {
	let width = 0;
	for (const character of text) {
		if (/\p{Mark}|\p{Default_Ignorable_Code_Point}/u.test(character)) continue;
		width += WIDE.test(character) ? 2 : 1;
	}
	return width;
}

const WIDE =
	/[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u;

function padded(text: string, width: number, alignment: Alignment | undefined): string {
	const gap = Math.max(0, width - displayWidth(text));
	const before = alignment === 'right' ? gap : alignment === 'center' ? Math.floor(gap / 2) : 0;
	return ' '.repeat(before) + text + ' '.repeat(gap - before);
}
