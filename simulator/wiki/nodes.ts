import { seconds, timesOf } from '../drive/times';
import { newId } from '../platform/ids';
import { type Item, itemOf, removeItem } from '../state/documents';
import type { Viewer } from '../state/directory';
import type { Store } from '../state/store';
import type { Space, WikiNode } from '../state/wiki';
import { refused } from './problem';

const MOST_NODES = 400_000;
const MOST_SIBLINGS = 2_000;
const DEEPEST = 50;

/** A new page finds room: 2,000 side by side, 50 one below the other, 400,000 in a space. */
export function requireRoom(store: Store, space: Space, parent: string, depth = 1): void {
	const { nodes } = store.wiki;
	if (store.wiki.childrenOf(space, parent).length >= MOST_SIBLINGS) throw refused.limit('too many siblings');
	const above = nodes.get(parent);
	if (above && store.wiki.around(above).length + 1 + depth > DEEPEST) throw refused.limit('too deep');
	const all = [...nodes.values()].filter(({ space_id: id }) => id === space.space_id);
	if (all.length >= MOST_NODES) throw refused.limit('too many nodes');
}

/** Puts a document on a page of its own. */
export function putPage(store: Store, space: Space, item: Item, place: { parent: string; creator: string; node_token?: string }): WikiNode {
	item.inWiki = true;
	item.folder = '';
	return putNode(store, {
		space_id: space.space_id,
		node_type: 'origin',
		origin_node_token: '',
		obj_type: item.type,
		obj_token: item.token,
		title: '',
		...place,
	});
}

type NewNode = Omit<WikiNode, 'node_token' | 'created'> & Partial<Pick<WikiNode, 'node_token'>>;

export function putNode(store: Store, fields: NewNode): WikiNode {
	const node: WikiNode = { node_token: newId.page(), created: store.tick(), ...fields };
	store.wiki.nodes.set(node.node_token, node);
	return node;
}

export const titleOf = (store: Store, node: WikiNode): string =>
	node.node_type === 'shortcut' ? node.title : (itemOf(store, node.obj_token)?.name ?? node.title);

/** A page in the words of the platform, as an app knows people; it has no address. */
export function nodeView(store: Store, app: Viewer, node: WikiNode): object {
	const { space_id, node_token, obj_token, obj_type, parent, node_type, origin_node_token, creator, created } = node;
	const times = timesOf(store, obj_token);
	const item = itemOf(store, obj_token);
	const idFor = (openId: string) => store.directory.idFor(app, openId);
	return {
		space_id,
		node_token,
		obj_token,
		obj_type,
		parent_node_token: parent,
		node_type,
		origin_node_token: node_type === 'shortcut' ? origin_node_token : node_token,
		origin_space_id: store.wiki.nodes.get(origin_node_token)?.space_id ?? space_id,
		has_child: store.wiki.childrenOf(node, node_token).length > 0,
		title: titleOf(store, node),
		obj_create_time: seconds(times.created),
		obj_edit_time: seconds(times.modified),
		node_create_time: seconds(created),
		creator: idFor(creator),
		owner: idFor(item?.owner ?? creator),
		node_creator: idFor(creator),
	};
}

/** Takes a page away with what it holds, and the shortcuts that lead to it. */
export function removeNode(store: Store, node: WikiNode): void {
	store.wiki.nodes.delete(node.node_token);
	if (node.node_type === 'shortcut') return;
	const item = itemOf(store, node.obj_token);
	if (item) removeItem(store, item);
	for (const other of store.wiki.nodes.values())
		if (other.origin_node_token === node.node_token) store.wiki.nodes.delete(other.node_token);
}
