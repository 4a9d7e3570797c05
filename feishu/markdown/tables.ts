import type { Alignment } from '../im/card/types';

/** A table whose cells are mere words. */
export interface TableRows {
	header: string[];
	alignments: ReadonlyArray<Alignment | undefined>;
	rows: string[][];
}

export interface Cell {
	text: string;
	/** Which place of the row each part of it comes from. */
	anchors: Array<readonly [own: number, row: number]>;
}

/**
 * The cells of a row, as many as there are columns; what it has beyond stays in the last one. A pipe belongs to its cell
 * only with a backslash before it, also in inline code, as in GFM.
 */
export function cellsIn(row: string, columns: number): Cell[] {
	const until = endOfRow(row);
	const cells: Cell[] = [];
	let from = row.startsWith('|') ? 1 : 0;
	for (let column = 1; column <= columns; column++) {
		const to = column === columns ? until : pipeAfter(row, from, until);
		cells.push(cellOf(row, from, to));
		from = Math.min(until, to + 1);
	}
	return cells;
}

/** Where the last cell ends: before the pipe at the end of the row. */
function endOfRow(row: string): number {
	const end = row.replace(/[ \t]+$/, '').length;
	return end > 1 && row[end - 1] === '|' && row[end - 2] !== '\\' ? end - 1 : end;
}

function pipeAfter(row: string, from: number, until: number): number {
	for (let at = from; at < until; at++) if (row[at] === '|' && row[at - 1] !== '\\') return at;
	return until;
}

function cellOf(row: string, from: number, to: number): Cell {
	const [written = '', before = ''] = /^([ \t]*)[^]*?(?=[ \t]*$)/.exec(row.slice(from, to)) ?? [];
	const start = from + before.length;
	const anchors: Cell['anchors'] = [[0, start]];
	let text = '';
	let kept = before.length;
	for (let at = written.indexOf('\\|'); at !== -1; at = written.indexOf('\\|', at + 2)) {
		text += written.slice(kept, at);
		kept = at + 1;
		anchors.push([text.length, from + kept]);
	}
	return { text: text + written.slice(kept), anchors };
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
