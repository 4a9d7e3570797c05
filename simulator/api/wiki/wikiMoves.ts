import { addressOf } from '../../drive/addresses';
import { askJob, beginJob } from '../../drive/jobs';
import type { Call } from '../../gateway/route';
import { flag, oneOf, required, text } from '../../platform/validate';
import { itemOf } from '../../state/documents';
import { openIdOf } from '../../state/operator';
import { isEnough, mayFill, permissionOn } from '../../state/permission';
import { nodePermission, reachNode, requirePlace, spaceOf } from '../../wiki/access';
import { nodeView, putPage, requireRoom } from '../../wiki/nodes';
import { lacking, refused } from '../../wiki/problem';
import { NODES, READ, WRITE, wikiRoute } from './wikiRoute';

const TASK_TYPES = ['move', 'delete_space', 'delete_node', 'move_wiki_to_docs'] as const;

/** What a task says while it runs. */
const RUNNING: Readonly<Record<(typeof TASK_TYPES)[number], object>> = {
	move: { move_result: [{ node: {}, status: 1, status_msg: 'processing' }] },
	delete_space: { delete_space_result: { status: 'processing' } },
	delete_node: { simple_task_result: { status: 'processing' } },
	move_wiki_to_docs: { move_wiki_to_docs_result: { status: 1, status_msg: 'processing' } },
};

/** The document that shall move, which takes the right to manage it and to change its folder. */
function movable({ platform: { store }, by }: Pick<Call, 'platform' | 'by'>, token: string, type: string) {
	const item = itemOf(store, token, type);
	if (!item) throw refused.notFound('document does not exist');
	if (item.inWiki) throw refused.exists('the document is in a wiki');
	if (!isEnough(permissionOn(store, item, by), 'full_access')) throw lacking('node', 'manage');
	if (!mayFill(store, by, item.folder)) throw lacking('source', 'edit');
	return item;
}

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/wiki-v2/task/move_docs_to_wiki and its neighbor */
export const wikiMoveRoutes = [
	wikiRoute({
		method: 'POST',
		path: `${NODES}/move_docs_to_wiki`,
		scopes: [...WRITE, 'wiki:node:move'],
		body: {
			obj_type: required(oneOf(['doc', 'sheet', 'bitable', 'mindnote', 'docx', 'file', 'slides'])),
			obj_token: required(text()),
			parent_wiki_token: text(),
			apply: flag(),
		},
		handle(call) {
			const { platform, by, body } = call;
			const { store } = platform;
			const { parent_wiki_token: parent = '', apply = false } = body;
			const space = spaceOf(store, by, call.params.space_id ?? '');
			const item = movable(call, body.obj_token, body.obj_type);
			const applied = { data: { applied: true } };
			try {
				requirePlace(store, by, space, parent);
			} catch (error) {
				if (apply && nodePermissionAt(call, parent)) return applied;
				throw error;
			}
			requireRoom(store, space, parent);
			if (store.settings.wikiMoveAnswer === 'approval') {
				if (apply) return applied;
				throw refused.approval();
			}
			const move = () => putPage(store, space, item, { parent, creator: openIdOf(by) });
			if (store.settings.wikiMoveAnswer === 'page') return { data: { wiki_token: move().node_token } };
			const finish = () => ({
				move_result: [{ node: nodeView(store, by.app, move()), status: 0, status_msg: 'success' }],
			});
			return { data: { task_id: beginJob(store, by, 'move', finish) } };
		},
	}),
	/** No page tells of it; the official command line moves pages out so. */
	wikiRoute({
		method: 'POST',
		path: '/open-apis/wiki/v2/nodes/:node_token/move_wiki_to_docs',
		scopes: ['space:document:move', 'wiki:space:read'],
		body: { folder_token: text() },
		handle({ platform: { store }, by, params, body: { folder_token: folder = '' } }) {
			const node = reachNode(store, by, { token: params.node_token ?? '', needed: 'full_access' });
			const item = itemOf(store, node.obj_token);
			if (node.node_type === 'shortcut' || !item) throw refused.params('a shortcut stays');
			const may = mayFill(store, by, folder);
			if (may === undefined) throw refused.notFound('folder does not exist');
			if (!may) throw refused.denied('no edit permission on the folder');
			const finish = () => {
				for (const child of store.wiki.childrenOf(node, node.node_token)) child.parent = node.parent;
				store.wiki.nodes.delete(node.node_token);
				item.inWiki = false;
				item.folder = folder;
				const { token: obj_token, type: obj_type } = item;
				const result = { status: 0, status_msg: 'success', obj_token, obj_type, url: addressOf(obj_type, obj_token) };
				return { move_wiki_to_docs_result: result };
			};
			return { data: { task_id: beginJob(store, by, 'move_wiki_to_docs', finish) } };
		},
	}),
	wikiRoute({
		method: 'GET',
		path: '/open-apis/wiki/v2/tasks/:task_id',
		scopes: [...READ, 'wiki:space:read'],
		query: { task_type: required(oneOf(TASK_TYPES)) },
		handle({ platform: { store }, by, params, query }) {
			const { task_id = '' } = params;
			const state = askJob(store, by, query.task_type, task_id);
			if (!state) throw refused.notFound('task does not exist');
			return { data: { task: { task_id, ...(state === 'running' ? RUNNING[query.task_type] : state) } } };
		},
	}),
];

/** Whether the caller may at least read where the document shall go: then they may ask to. */
function nodePermissionAt(
	{ platform: { store }, by, params }: Pick<Call, 'platform' | 'by' | 'params'>,
	parent: string,
) {
	const node = store.wiki.nodes.get(parent);
	if (node) return nodePermission(store, node, by) !== undefined;
	return parent === '' && store.wiki.spaces.has(params.space_id ?? '');
}
