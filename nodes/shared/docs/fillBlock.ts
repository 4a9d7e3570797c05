import type { AfterBlock } from '../../../feishu/docs/blockRequests';
import type { BlockContent } from '../../../feishu/docs/newBlock';
import { sheetArea } from '../../../feishu/docs/sheetArea';
import { object, text, type JsonObject } from '../../../feishu/json';
import { MEDIA_UPLOADS, uploadMedia } from '../drive/mediaUpload';
import { perSpreadsheet } from '../client/pacing';
import { blockOf, GET_BLOCK, UPDATE_BLOCKS, updateBlocks, type Target } from './blockCalls';
import { openSource, type Sources } from './mediaSources';

const WRITE_DIAGRAM = 'POST /open-apis/board/v1/whiteboards/:whiteboard_id/nodes/plantuml';
const WRITE_CELLS = 'PUT /open-apis/sheets/v2/spreadsheets/:spreadsheetToken/values';

const ADD_LINES = 'POST /open-apis/sheets/v2/spreadsheets/:spreadsheet_token/dimension_range';

/** What `fillBlock` may call. */
export const FILL_CALLS = [...MEDIA_UPLOADS, GET_BLOCK, UPDATE_BLOCKS, WRITE_DIAGRAM, ADD_LINES, WRITE_CELLS];

type Content = Exclude<AfterBlock, { of: 'rows' | 'placeholder' }>;

/**
 * What a new block gets by calls of its own: its picture, its file, its cells, its diagram.
 * @param block_id of the block in the document
 * @returns words about what is missing, where something is
 * @throws InputError when the item lacks a file, CallError
 */
export async function fillBlock(
	target: Target,
	sources: Sources,
	block_id: string,
	content: Content,
): Promise<string | undefined> {
	switch (content.of) {
		case 'image':
		case 'file':
			return await withMedia(target, sources, block_id, content);
		case 'sheet':
			return await withCells(target, block_id, content.rows);
		case 'diagram':
			return await withDiagram(target, block_id, content);
		case 'merges':
			for (const range of content.ranges) await updateBlocks(target, [{ block_id, merge_table_cells: { ...range } }]);
			return undefined;
	}
}

/** Of a file the platform answers the block around it, or the file itself. */
const VIEW = 33;

async function withMedia(
	target: Target,
	sources: Sources,
	made: string,
	content: Extract<BlockContent, { of: 'image' | 'file' }>,
): Promise<string | undefined> {
	const opened = await openSource(sources, content.source);
	if ('missing' in opened) return opened.missing;
	const block_id = content.of === 'file' ? await fileIn(target, made) : made;
	const token = await uploadMedia(target.feishu, opened, {
		label: sources.label,
		parentType: content.of === 'image' ? 'docx_image' : 'docx_file',
		parentNode: block_id,
		extra: { drive_route_token: target.document_id },
	});
	const update = content.of === 'image' ? { replace_image: { ...content.image, token } } : { replace_file: { token } };
	await updateBlocks(target, [{ block_id, ...update }]);
	return undefined;
}

async function fileIn(target: Target, block_id: string): Promise<string> {
	const block = await blockOf(target, block_id);
	const [file] = Array.isArray(block.children) ? block.children : [];
	return block.block_type === VIEW ? text(file) : block_id;
}

/** What a block says is in it: of a sheet `SPREADSHEET_SHEET`, of a board its own ID. */
async function tokenIn(target: Target, block_id: string, kind: string): Promise<string> {
	const block: JsonObject = await blockOf(target, block_id);
	return text(object(block[kind]).token);
}

async function withCells(target: Target, block_id: string, values: string[][]): Promise<undefined> {
	const token = await tokenIn(target, block_id, 'sheet');
	const at = token.lastIndexOf('_');
	const [spreadsheetToken, sheetId] = [token.slice(0, at), token.slice(at + 1)];
	const { feishu } = target;
	const paces = [perSpreadsheet(spreadsheetToken)];
	const { range, lacking } = sheetArea(values);
	for (const [majorDimension, length] of Object.entries(lacking)) {
		if (length === 0) continue;
		const path = { spreadsheet_token: spreadsheetToken };
		await feishu.call(ADD_LINES, { path, paces, body: { dimension: { sheetId, majorDimension, length } } });
	}
	await feishu.call(WRITE_CELLS, {
		path: { spreadsheetToken },
		paces,
		body: { valueRange: { range: range(sheetId), values } },
		idempotent: true,
	});
	return undefined;
}

async function withDiagram(
	target: Target,
	block_id: string,
	{ syntax, code }: { syntax: 1 | 2; code: string },
): Promise<undefined> {
	const whiteboard_id = await tokenIn(target, block_id, 'board');
	await target.feishu.call(WRITE_DIAGRAM, {
		path: { whiteboard_id },
		body: { plant_uml_code: code, syntax_type: syntax, style_type: 1, diagram_type: 0 },
	});
	return undefined;
}
