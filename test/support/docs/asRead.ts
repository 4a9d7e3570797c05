import { blockType } from '../../../feishu/docs/blockTypes';
import type { BlockContent, MediaSource, NewBlock } from '../../../feishu/docs/newBlock';
import { object, type JsonObject } from '../../../feishu/json';

/** Blocks as the platform answers them once they are written, and the addresses from which its tokens came. */
export function asRead(blocks: readonly NewBlock[]): { blocks: JsonObject[]; links: Map<string, string> } {
	const read: JsonObject[] = [];
	const links = new Map<string, string>();
	const add = (block: NewBlock, parent_id: string): string => {
		const block_id = `doxcn${String(read.length).padStart(22, '0')}`;
		const own: JsonObject = { block_id, parent_id, block_type: blockType(block.kind) };
		read.push(own);
		const children = (block.children ?? []).map((child) => add(child, block_id));
		if (children.length > 0) own.children = children;
		own[block.kind] = { ...block.body, ...contentOf(block, block_id, links) };
		return block_id;
	};
	const page: JsonObject = { block_id: 'doxcnPage', parent_id: '', block_type: 1, page: { elements: [], style: {} } };
	read.push(page);
	page.children = blocks.map((block) => add(block, 'doxcnPage'));
	return { blocks: read, links };
}

function contentOf(block: NewBlock, id: string, links: Map<string, string>): JsonObject {
	const { content } = block;
	if (block.kind === 'table')
		return { cells: [], property: { ...object(block.body.property), merge_info: mergesOf(block) } };
	if (content?.of !== 'image' && content?.of !== 'file') return {};
	const token = `boxcn${id.slice(5)}`;
	links.set(token, addressOf(content.source));
	return content.of === 'image' ? { token, width: 100, height: 100, ...content.image } : { token, name: content.name };
}

function addressOf(source: MediaSource): string {
	if (source.from === 'name') return source.name;
	return source.from === 'token' ? source.token : source.address;
}

function mergesOf({ body, content }: NewBlock): JsonObject[] {
	const { row_size, column_size } = object(body.property);
	const [rows, columns] = [Number(row_size), Number(column_size)];
	const merges = Array.from({ length: rows * columns }, () => ({ row_span: 1, col_span: 1 }));
	const ranges = content?.of === 'merges' ? (content satisfies BlockContent).ranges : [];
	for (const range of ranges) {
		const { row_start_index: row, row_end_index, column_start_index: column, column_end_index } = range;
		merges[row * columns + column] = { row_span: row_end_index - row, col_span: column_end_index - column };
	}
	return merges;
}
