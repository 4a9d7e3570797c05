import { blockIn } from '../../docs/access';
import { blockView, listView } from '../../docs/blockView';
import { flag } from '../../platform/validate';
import { BLOCKS, docRoute, paged, PAGING, READ, READING, readingOf, treeOf } from './docRoute';

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/document-docx/docx-v1/document-block/list and its neighbors */
export const blockReadRoutes = [
	docRoute({
		method: 'GET',
		path: BLOCKS,
		scopes: READ,
		tier: 6,
		query: { ...PAGING, ...READING },
		handle(call) {
			const tree = treeOf(call);
			const all = paged(tree.all(), call.query, `blocks ${tree.rootId} ${call.query.document_revision_id}`);
			return { data: { ...all, items: listView(all.items, tree, readingOf(call)) } };
		},
	}),
	docRoute({
		method: 'GET',
		path: `${BLOCKS}/:block_id`,
		scopes: READ,
		tier: 6,
		query: READING,
		handle(call) {
			const tree = treeOf(call);
			const block = blockIn(call.platform.store, tree, call.params.block_id ?? '');
			return { data: { block: blockView(block, readingOf(call)) } };
		},
	}),
	docRoute({
		method: 'GET',
		path: `${BLOCKS}/:block_id/children`,
		scopes: READ,
		tier: 6,
		query: { ...PAGING, ...READING, with_descendants: flag() },
		handle(call) {
			const tree = treeOf(call);
			const { with_descendants: all = false } = call.query;
			const { block_id: id } = blockIn(call.platform.store, tree, call.params.block_id ?? '');
			const found = paged(all ? tree.all(id) : tree.childrenOf(id), call.query, `children ${id} ${String(all)}`);
			return { data: { ...found, items: listView(found.items, tree, readingOf(call)) } };
		},
	}),
];
