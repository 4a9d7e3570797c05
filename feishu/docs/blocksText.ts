import type { JsonObject } from '../json';
import { object, text } from '../json';
import { alignedTable } from '../markdown/tables';
import type { BlockKind } from './blockTypes';
import { blockTree, elementsOf, elementsText, type ReadBlock } from './readBlocks';

export interface TextOptions {
	/** Names of people by their ID. */
	names?: ReadonlyMap<string, string>;
}

/** The words of a document without any marks: items with their signs, tables in even columns, pictures by what is said of them. */
export function blocksText(blocks: readonly JsonObject[], { names = new Map() }: TextOptions = {}): string {
	return treeText(blockTree(blocks), names);
}

type Names = ReadonlyMap<string, string>;

function treeText(blocks: readonly ReadBlock[], names: Names): string {
	let said = '';
	let number = 0;
	let before: BlockKind | undefined;
	for (const block of blocks) {
		const { sequence } = object(block.body.style);
		const own = Number(sequence);
		number = block.kind !== 'ordered' ? 0 : text(sequence) !== '' && own >= 0 ? own : number + 1;
		const words = blockText(block, number, names);
		if (words === '') continue;
		const together = before !== undefined && ITEMS.test(before) && ITEMS.test(block.kind);
		said += (said === '' ? '' : together ? '\n' : '\n\n') + words;
		before = block.kind;
	}
	return said;
}

const ITEMS = /^(?:bullet|ordered|todo)$/;

function blockText(block: ReadBlock, number: number, names: Names): string {
	if (block.kind === 'page') return treeText(block.children, names);
	if (block.kind === 'table') return tableText(block, names);
	const words = LONE[block.kind]?.(block.body) ?? elementsText(elementsOf(block), names).trim();
	const within = treeText(block.children, names);
	if (!ITEMS.test(block.kind)) return [words, within].filter((part) => part !== '').join('\n\n');
	const said = [words, within].filter((part) => part !== '').join('\n');
	return `${leadOf(block, number)} ${said.replace(/\n(?=[^\n])/g, '\n  ')}`.trimEnd();
}

function leadOf({ kind, body }: ReadBlock, number: number): string {
	if (kind === 'ordered') return `${number}.`;
	return kind === 'bullet' ? '•' : object(body.style).done === true ? '☑' : '☐';
}

const LONE: Partial<Record<BlockKind, (body: JsonObject) => string>> = {
	divider: () => '---',
	equation: ({ content }) => text(content).trim(),
	file: ({ name }) => text(name),
	image: ({ caption }) => text(object(caption).content),
};

function tableText({ body, children }: ReadBlock, names: Names): string {
	const columns = Number(object(body.property).column_size);
	if (!(columns >= 1)) return '';
	const cells = children.map((cell) => treeText(cell.children, names).replace(/\s*\n\s*/g, ' '));
	const rows = Array.from({ length: Math.ceil(cells.length / columns) }, (_gap, row) =>
		cells.slice(row * columns, (row + 1) * columns),
	);
	const [header = [], ...others] = rows;
	return alignedTable({ header, alignments: [], rows: others });
}
