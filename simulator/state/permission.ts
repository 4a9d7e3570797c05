import type { Member, Permission } from './bases';
import { foldersAround, type Item, itemOf, type Shared } from './documents';
import { isIn, type Operator, openIdOf } from './operator';
import type { Store } from './store';
import type { Space, WikiNode } from './wiki';

export type { Shared } from './documents';

const RANKS: readonly Permission[] = ['view', 'edit', 'full_access'];

const best = (permissions: ReadonlyArray<Permission | undefined>): Permission | undefined =>
	RANKS[Math.max(-1, ...permissions.map((permission) => (permission ? RANKS.indexOf(permission) : -1)))];

function isMeant({ im }: Store, { member_type: type, member_id: id }: Member, by: Operator): boolean {
	if (type === 'openid') return openIdOf(by) === id;
	if (type === 'appid') return !by.user && by.app.app_id === id;
	const chat = im.chats.get(id);
	return chat !== undefined && isIn(chat, by);
}

/** What people of the company may do who have the address. */
const BY_LINK: Readonly<Record<string, Permission>> = {
	tenant_readable: 'view',
	tenant_editable: 'edit',
	anyone_readable: 'view',
	anyone_editable: 'edit',
};

const byMembers = (store: Store, members: readonly Member[], by: Operator) =>
	best(members.filter((member) => isMeant(store, member, by)).map(({ perm }) => perm));

/** By itself, whatever lies around it. */
function ownPermission(store: Store, token: string, shared: Shared, by: Operator): Permission | undefined {
	if (shared.owner === openIdOf(by)) return 'full_access';
	const link = by.user && BY_LINK[store.bases.publicly.get(token)?.link_share_entity ?? ''];
	return best([byMembers(store, shared.members, by), link || undefined]);
}

/** An app that was made a member of a folder itself has nothing of it: it has to be in a group that was. */
function folderPermission(store: Store, folder: Item, by: Operator): Permission | undefined {
	const isBot = ({ member_type: type, member_id: id }: Member) =>
		type === 'appid' || store.apps.byBot(id) !== undefined;
	const members = folder.members.filter((member) => !isBot(member));
	return ownPermission(store, folder.token, { owner: folder.owner, members }, by);
}

/** What somebody may do with all pages of a space. */
export function spacePermission(store: Store, { members, visibility }: Space, by: Operator): Permission | undefined {
	return best([byMembers(store, members, by), visibility === 'public' && by.user ? 'view' : undefined]);
}

/** What lies around a page: the pages above it, and the space. */
export function placePermission(store: Store, node: WikiNode, by: Operator): Permission | undefined {
	const space = store.wiki.spaces.get(node.space_id);
	const above = store.wiki.around(node).map(({ obj_token: token }) => {
		const item = itemOf(store, token);
		const members = item?.members.filter(({ perm_type: reach }) => reach !== 'single_page') ?? [];
		return item && ownPermission(store, token, { owner: item.owner, members }, by);
	});
	return best([...above, space && spacePermission(store, space, by)]);
}

function inherited(store: Store, token: string, by: Operator): Permission | undefined {
	const item = itemOf(store, token);
	if (!item) return undefined;
	const page = item.inWiki ? store.wiki.pageOf(token) : undefined;
	if (page) return placePermission(store, page, by);
	return best(foldersAround(store, item).map((folder) => folderPermission(store, folder, by)));
}

/**
 * What somebody may do with a document: its owner all, others what it, a folder around it or its place in a wiki was
 * shared with them for; undefined is nothing.
 */
export function permissionIn(store: Store, token: string, shared: Shared, by: Operator): Permission | undefined {
	const isFolder = store.bases.folders.has(token);
	const folder = isFolder ? itemOf(store, token, 'folder') : undefined;
	const own = folder ? folderPermission(store, folder, by) : ownPermission(store, token, shared, by);
	return best([own, inherited(store, token, by)]);
}

/** The same of something that Drive knows. */
export const permissionOn = (store: Store, item: Item, by: Operator): Permission | undefined =>
	permissionIn(store, item.token, item, by);

export const isEnough = (permission: Permission | undefined, needed: Permission): boolean =>
	permission !== undefined && RANKS.indexOf(permission) >= RANKS.indexOf(needed);

/** Whether somebody may put something into a folder; an empty token is their own space, undefined a folder that is not there. */
export function mayFill(store: Store, by: Operator, token: string): boolean | undefined {
	const root = store.drive.rootOf(token);
	if (token === '' || root !== undefined) return token === '' || root === openIdOf(by);
	const folder = itemOf(store, token, 'folder');
	return folder && isEnough(permissionOn(store, folder, by), 'edit');
}
