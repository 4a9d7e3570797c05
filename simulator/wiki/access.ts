import type { Permission } from '../state/bases';
import { itemOf } from '../state/documents';
import { type Operator, openIdOf } from '../state/operator';
import { isEnough, permissionOn, placePermission, spacePermission } from '../state/permission';
import type { Store } from '../state/store';
import type { Space, WikiNode } from '../state/wiki';
import { settleJobs } from '../drive/jobs';
import { personalSpace } from './spaces';
import { lacking, refused } from './problem';

const RIGHTS = { view: 'read', edit: 'edit', full_access: 'manage' } as const satisfies Record<Permission, string>;

/** A space by its id, without a look at rights; `my_library` is the caller's own, which apps don't have. */
export function spaceOf(store: Store, by: Operator, id: string): Space {
	if (id === 'my_library') {
		if (!by.user) throw refused.params('my_library is of people alone');
		return personalSpace(store, openIdOf(by));
	}
	if (!/^\d+$/.test(id)) throw refused.params('space_id is not a number');
	const space = store.wiki.spaces.get(id);
	if (!space) throw refused.notFound('space does not exist');
	return space;
}

export function reachSpace(store: Store, by: Operator, id: string, needed: Permission): Space {
	const space = spaceOf(store, by, id);
	if (!isEnough(spacePermission(store, space, by), needed)) throw lacking('space', RIGHTS[needed]);
	return space;
}

/** What somebody may do with a page: by what it holds and by where it lies. */
export function nodePermission(store: Store, node: WikiNode, by: Operator): Permission | undefined {
	const item = node.node_type === 'origin' ? itemOf(store, node.obj_token) : undefined;
	return item ? permissionOn(store, item, by) : placePermission(store, node, by);
}

/** A page by its token, in a space where one is named. */
export function reachNode(
	store: Store,
	by: Operator,
	{ token, space, needed }: { token: string; space?: string; needed: Permission },
): WikiNode {
	settleJobs(store);
	const node = store.wiki.nodes.get(token);
	if (!node || (space !== undefined && node.space_id !== space)) throw refused.notFound('node does not exist');
	if (!isEnough(nodePermission(store, node, by), needed)) throw lacking('node', RIGHTS[needed]);
	return node;
}

/** The place for a page: below another one, or at the top of a space, for those who may change what lies there. */
export function requirePlace(store: Store, by: Operator, space: Space, parent: string): void {
	if (parent === '') {
		const permission = spacePermission(store, space, by);
		const needed = space.setting.create_setting === 'admin' ? 'full_access' : 'edit';
		if (!isEnough(permission, needed)) throw lacking('space', 'edit');
		return;
	}
	const node = store.wiki.nodes.get(parent);
	if (node?.space_id !== space.space_id) throw refused.notFound('parent node does not exist');
	if (!isEnough(nodePermission(store, node, by), 'edit')) throw lacking('target', 'edit');
}
