import { blockIn } from '../../docs/access';
import { blockView } from '../../docs/blockView';
import { makeChildren } from '../../docs/children';
import type { Making } from '../../docs/content';
import { makeDescendants } from '../../docs/descendants';
import { problem } from '../../docs/problem';
import { removeChildren } from '../../docs/remove';
import { updateBlocks } from '../../docs/updates';
import { anything, integer, required, withDefault } from '../../platform/validate';
import type { Block } from '../../state/blockTree';
import type { Document } from '../../state/docs';
import { BLOCKS, docRoute, EDITING, editing, READING, REVISION, readingOf, WRITE } from './docRoute';

const UUID4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

const making = (call: Parameters<typeof readingOf>[0], document: Document, nested = false): Making => ({
	...readingOf(call),
	document,
	nested,
});
const views = (blocks: readonly Block[], call: Parameters<typeof readingOf>[0]) =>
	blocks.map((block) => blockView(block, readingOf(call)));

const UPDATES = [
	...['update_text_elements', 'update_text_style', 'update_text', 'update_table_property', 'insert_table_row'],
	...['insert_table_column', 'delete_table_rows', 'delete_table_columns', 'merge_table_cells', 'unmerge_table_cells'],
	...['insert_grid_column', 'delete_grid_column', 'update_grid_column_width_ratio', 'replace_image', 'replace_file'],
	'update_task',
];
const UPDATE = Object.fromEntries(UPDATES.map((name) => [name, anything()]));

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/document-docx/docx-v1/document-block-children/create and its neighbors */
export const blockWriteRoutes = [
	docRoute({
		method: 'POST',
		path: `${BLOCKS}/:block_id/children`,
		scopes: WRITE,
		tier: 21,
		query: EDITING,
		body: { children: anything(), index: withDefault(integer(), -1) },
		handle: (call) =>
			editing(call, (document) => {
				const parent = blockIn(call.platform.store, document.tree, call.params.block_id ?? '');
				const { children, index } = call.body;
				return { children: views(makeChildren(making(call, document), parent, children, index), call) };
			}),
	}),
	docRoute({
		method: 'POST',
		path: `${BLOCKS}/:block_id/descendant`,
		scopes: WRITE,
		tier: 21,
		query: EDITING,
		body: { children_id: anything(), descendants: anything(), index: withDefault(integer(), -1) },
		handle(call) {
			const { client_token: token } = call.query;
			if (token && !UUID4.test(token)) throw problem(1770001);
			return editing(call, (document) => {
				const parent = blockIn(call.platform.store, document.tree, call.params.block_id ?? '');
				const { children, relations } = makeDescendants(making(call, document, true), parent, call.body);
				return { children: views(children, call), block_id_relations: relations };
			});
		},
	}),
	docRoute({
		method: 'PATCH',
		path: `${BLOCKS}/batch_update`,
		scopes: WRITE,
		tier: 21,
		query: EDITING,
		body: { requests: required(anything()) },
		handle: (call) =>
			editing(call, (document) => ({
				blocks: views(updateBlocks(making(call, document), call.body.requests), call),
			})),
	}),
	docRoute({
		method: 'PATCH',
		path: `${BLOCKS}/:block_id`,
		scopes: WRITE,
		tier: 21,
		query: EDITING,
		body: UPDATE,
		handle: (call) =>
			editing(call, (document) => {
				const request = { ...call.body, block_id: call.params.block_id };
				const [block] = views(updateBlocks(making(call, document), [request]), call);
				return { block };
			}),
	}),
	docRoute({
		method: 'DELETE',
		path: `${BLOCKS}/:block_id/children/batch_delete`,
		scopes: WRITE,
		tier: 21,
		query: { ...REVISION, client_token: EDITING.client_token, user_id_type: READING.user_id_type },
		body: { start_index: required(integer({ min: 0 })), end_index: required(integer({ min: 1 })) },
		handle: (call) =>
			editing(call, ({ tree }) => {
				const parent = blockIn(call.platform.store, tree, call.params.block_id ?? '');
				removeChildren(tree, parent, call.body.start_index, call.body.end_index);
				return {};
			}),
	}),
];
