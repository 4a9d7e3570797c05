import { beginJob } from '../../drive/jobs';
import { copyDocument } from '../../drive/make';
import { touch } from '../../drive/times';
import type { Call } from '../../gateway/route';
import { flag, required, text } from '../../platform/validate';
import { itemOf } from '../../state/documents';
import { openIdOf } from '../../state/operator';
import { isEnough } from '../../state/permission';
import type { Space, WikiNode } from '../../state/wiki';
import { nodePermission, reachNode, requirePlace, spaceOf } from '../../wiki/access';
import { nodeView, putNode, putPage, removeNode, requireRoom, titleOf } from '../../wiki/nodes';
import { lacking, refused } from '../../wiki/problem';
import { changing, ONE_NODE, READ, WRITE, wikiRoute } from './wikiRoute';

const MOST_MOVED = 2_000;
const RENAMED = ['doc', 'docx'];

type NodeCall = Pick<Call, 'platform' | 'by' | 'params'>;
type Target = { target_parent_token: string | undefined; target_space_id: string | undefined };

function nodeOf({ platform: { store }, by, params }: NodeCall, needed: 'view' | 'edit'): WikiNode {
	const space = spaceOf(store, by, params.space_id ?? '').space_id;
	return reachNode(store, by, { token: params.node_token ?? '', space, needed });
}

/** Where a page shall go: below another page, whose space counts then, or at the top of a space. */
function targetOf({ platform: { store }, by }: NodeCall, target: Target): { space: Space; parent: string } {
	const { target_parent_token: parent = '', target_space_id: id = '' } = target;
	if (parent === '' && id === '') throw refused.params('target_parent_token and target_space_id are empty');
	const above = parent === '' ? undefined : store.wiki.nodes.get(parent);
	if (parent !== '' && !above) throw refused.notFound('target parent does not exist');
	if (above && id !== '' && above.space_id !== id) throw refused.params('target_space_id is not that of the parent');
	const space = spaceOf(store, by, above?.space_id ?? id);
	requirePlace(store, by, space, parent);
	return { space, parent };
}

const TARGET = { target_parent_token: text({ max: 999 }), target_space_id: text() };

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/wiki-v2/space-node/move and its neighbors */
export const wikiChangeRoutes = [
	wikiRoute({
		method: 'POST',
		path: `${ONE_NODE}/copy`,
		scopes: [...WRITE, 'wiki:node:copy'],
		body: { ...TARGET, title: text() },
		async handle(call) {
			const { store } = call.platform;
			const node = nodeOf(call, 'view');
			const { space, parent } = targetOf(call, call.body);
			requireRoom(store, space, parent);
			const [owner, title] = [openIdOf(call.by), call.body.title ?? titleOf(store, node)];
			const source = itemOf(store, node.obj_token);
			if (!source) throw refused.notFound('document does not exist');
			const copy = await changing(call, [space], () => {
				if (node.node_type === 'shortcut')
					return putNode(store, { ...node, space_id: space.space_id, parent, creator: owner, title });
				const item = copyDocument(store, source, { title, owner, in_wiki: true });
				return putPage(store, space, item, { parent, creator: owner });
			});
			return { data: { node: nodeView(store, call.by.app, copy) } };
		},
	}),
	wikiRoute({
		method: 'POST',
		path: `${ONE_NODE}/move`,
		scopes: [...READ, 'wiki:node:move'],
		body: TARGET,
		async handle(call) {
			const { store } = call.platform;
			const node = nodeOf(call, 'edit');
			const { space, parent } = targetOf(call, call.body);
			const tree = store.wiki.treeOf(node);
			if (tree.some(({ node_token: token }) => token === parent)) throw refused.params('the target is below the node');
			if (tree.length > MOST_MOVED) throw refused.limit(`more than ${MOST_MOVED} nodes`);
			requireRoom(store, space, parent);
			const from = spaceOf(store, call.by, node.space_id);
			await changing(call, [...new Set([from, space])], () => {
				for (const each of tree) each.space_id = space.space_id;
				node.parent = parent;
				// The last one of its new neighbors.
				store.wiki.nodes.delete(node.node_token);
				store.wiki.nodes.set(node.node_token, node);
			});
			return { data: { node: nodeView(store, call.by.app, node) } };
		},
	}),
	wikiRoute({
		method: 'POST',
		path: `${ONE_NODE}/update_title`,
		scopes: [...WRITE, 'wiki:node:update'],
		body: { title: required(text(), { allowEmpty: true }) },
		handle(call) {
			const { store } = call.platform;
			const node = nodeOf(call, 'edit');
			const item = itemOf(store, node.obj_token);
			if (node.node_type === 'shortcut') node.title = call.body.title;
			else if (!item || !RENAMED.includes(item.type)) throw refused.params(`obj_type ${node.obj_type}`);
			else item.name = call.body.title;
			touch(store, node.obj_token);
			store.changed();
			return { data: {} };
		},
	}),
	/** No page tells of it; the official command line deletes pages so. */
	wikiRoute({
		method: 'DELETE',
		path: ONE_NODE,
		scopes: [...WRITE, 'wiki:node:update'],
		body: { obj_type: text(), include_children: flag() },
		async handle(call) {
			const { platform, by, params, body } = call;
			const { store } = platform;
			const space = spaceOf(store, by, params.space_id ?? '');
			const isNode = (body.obj_type ?? 'wiki') === 'wiki';
			const token = isNode ? params.node_token : store.wiki.pageOf(params.node_token ?? '')?.node_token;
			const node = reachNode(store, by, { token: token ?? '', space: space.space_id, needed: 'view' });
			if (!isEnough(nodePermission(store, node, by), 'full_access')) throw lacking('node', 'manage');
			if (store.settings.wikiDelete === 'approval') throw refused.approval();
			const [, ...below] = store.wiki.treeOf(node);
			if (below.length > 0 && body.include_children) {
				const task_id = beginJob(store, by, 'delete_node', () => {
					for (const each of store.wiki.treeOf(node)) removeNode(store, each);
					return { simple_task_result: { status: 'success' } };
				});
				return { data: { task_id } };
			}
			await changing(call, [space], () => {
				for (const child of store.wiki.childrenOf(node, node.node_token)) child.parent = node.parent;
				removeNode(store, node);
			});
			return { data: {} };
		},
	}),
];
