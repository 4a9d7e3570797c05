import { isObject, object, type JsonObject } from '../json';
import { picture } from './loneMarkdown';
import { elementsOf, type ReadBlock } from './readBlocks';
import { openingTag } from './tagAttributes';
import { wordsMarkdown } from './wordsMarkdown';
import type { MarkdownOptions } from './writtenElement';

type Align = 1 | 2 | 3;

const DASHES: Readonly<Record<Align, string>> = { 1: '---', 2: ':-:', 3: '--:' };

/** A table of GFM where it can be one; otherwise by tags, in which cells hold any blocks and go over several. */
export function tableMarkdown(
	block: ReadBlock,
	options: MarkdownOptions,
	blocksMarkdown: (blocks: readonly ReadBlock[]) => string,
): string {
	const property = object(block.body.property);
	const rows = rowsOf(block, Number(property.column_size));
	const columns = rows[0]?.length ?? 0;
	if (columns === 0) return '';
	const cells = rows.map((row) =>
		row.map(({ children }) => children.filter((child) => blocksMarkdown([child]) !== '')),
	);
	const spans = spansOf(property, rows.length, columns);
	const isSimple =
		property.header_row === true &&
		property.header_column !== true &&
		spans.size === 0 &&
		cells.every((row) => row.every(isOneLine)) &&
		rows[0]?.every((_cell, column) => alignOf(cells, column) !== undefined);
	if (isSimple || options.dialect === 'plain') return pipeTable(cells, options, blocksMarkdown);
	const lines = rows.map((row, at) => {
		const own = row.flatMap(({ children }, column) => {
			const span = spans.get(`${at} ${column}`);
			if (span === 'covered') return [];
			const said = blocksMarkdown(children);
			return [`${openingTag('lark-td', span ?? {})}\n${said === '' ? '' : `${said}\n`}</lark-td>`];
		});
		return ['<lark-tr>', ...own, '</lark-tr>'].join('\n');
	});
	const widths = Array.isArray(property.column_width) ? property.column_width.join(',') : '';
	const tag = openingTag('lark-table', {
		'column-widths': widths,
		'header-row': property.header_row === true ? 'true' : '',
		'header-column': property.header_column === true ? 'true' : '',
	});
	return [tag, ...lines, '</lark-table>'].join('\n');
}

function rowsOf({ children }: ReadBlock, columns: number): ReadBlock[][] {
	if (!(columns >= 1)) return [];
	return Array.from({ length: Math.ceil(children.length / columns) }, (_gap, row) =>
		children.slice(row * columns, (row + 1) * columns),
	);
}

const textOrPicture = ({ kind, children }: ReadBlock): boolean =>
	(kind === 'text' || kind === 'image') && children.length === 0;

/** Whether a cell is one line of words, with pictures among them. */
function isOneLine(cell: readonly ReadBlock[]): boolean {
	return cell.every((block, at) => textOrPicture(block) && !(block.kind === 'text' && cell[at - 1]?.kind === 'text'));
}

/** Where the words of a column stand; undefined where some stand elsewhere than others. */
function alignOf(cells: ReadonlyArray<ReadonlyArray<readonly ReadBlock[]>>, column: number): Align | undefined {
	const found = new Set<Align>();
	for (const row of cells)
		for (const block of row[column] ?? []) {
			if (block.kind !== 'text' || wordsMarkdown(elementsOf(block), { dialect: 'plain' }) === '') continue;
			const { align } = object(block.body.style);
			found.add(align === 2 || align === 3 ? align : 1);
		}
	return found.size > 1 ? undefined : ([...found][0] ?? 1);
}

function pipeTable(
	cells: ReadonlyArray<ReadonlyArray<readonly ReadBlock[]>>,
	options: MarkdownOptions,
	blocksMarkdown: (blocks: readonly ReadBlock[]) => string,
): string {
	const line = (parts: readonly string[]): string => `| ${parts.join(' | ')} |`;
	const written = cells.map((row) => line(row.map((cell) => cellMarkdown(cell, options, blocksMarkdown))));
	const dashes = (cells[0] ?? []).map((_cell, column) => DASHES[alignOf(cells, column) ?? 1]);
	return [written[0] ?? '', line(dashes), ...written.slice(1)].join('\n');
}

function cellMarkdown(
	cell: readonly ReadBlock[],
	options: MarkdownOptions,
	blocksMarkdown: (blocks: readonly ReadBlock[]) => string,
): string {
	if (!isOneLine(cell)) return blocksMarkdown(cell).replaceAll('|', '\\|').replace(/\n+/g, '<br>');
	return cell
		.map((block) =>
			block.kind === 'image'
				? picture(block.body, options).replaceAll('|', '\\|')
				: wordsMarkdown(elementsOf(block), options, { oneLine: true, inTable: true }),
		)
		.filter((said) => said !== '')
		.join(' ');
}

type Span = 'covered' | { rowspan?: number; colspan?: number };

/** Cells that go over several, and those that they cover, by row and column. */
function spansOf({ merge_info }: JsonObject, rows: number, columns: number): Map<string, Span> {
	const spans = new Map<string, Span>();
	if (!Array.isArray(merge_info)) return spans;
	merge_info.forEach((info: unknown, at) => {
		if (!isObject(info)) return;
		const [row, column] = [Math.floor(at / columns), at % columns];
		const height = Math.min(Number(info.row_span) || 1, rows - row);
		const width = Math.min(Number(info.col_span) || 1, columns - column);
		if ((height <= 1 && width <= 1) || spans.has(`${row} ${column}`)) return;
		for (let down = 0; down < height; down++)
			for (let right = 0; right < width; right++) spans.set(`${row + down} ${column + right}`, 'covered');
		spans.set(`${row} ${column}`, { ...(height > 1 && { rowspan: height }), ...(width > 1 && { colspan: width }) });
	});
	return spans;
}
