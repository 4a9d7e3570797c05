import type { Permission } from '../state/bases';
import { type Item, itemOf } from '../state/documents';
import { type Operator, openIdOf } from '../state/operator';
import { isEnough, mayFill, permissionOn } from '../state/permission';
import type { Store } from '../state/store';
import { refused } from './refusals';

/** A folder that the caller may open or, as it is needed, change; an empty token is their own space. */
export function requireFolder(store: Store, by: Operator, token: string, needed: Permission = 'edit'): void {
	const root = store.drive.rootOf(token);
	if (root !== undefined && root !== openIdOf(by)) throw refused.forbidden();
	if (token === '' || root !== undefined) return;
	const folder = itemOf(store, token, 'folder');
	if (!folder) throw store.drive.deleted.has(token) ? refused.deleted() : refused.notFound();
	const may = needed === 'edit' ? mayFill(store, by, token) : permissionOn(store, folder, by);
	if (!may) throw refused.forbidden();
}

/** What has this token, if it is of the type that the caller names; 1061003 or 1061007 otherwise. */
export function namedItem(store: Store, token: string, type: string): Item {
	const item = itemOf(store, token, type);
	if (item) return item;
	throw store.drive.deleted.has(token) || itemOf(store, token) ? refused.deleted() : refused.notFound();
}

/** The same for who may do that much with it. */
export function reachItem(
	store: Store,
	by: Operator,
	{ token, type, needed }: { token: string; type: string; needed: Permission },
): Item {
	const item = namedItem(store, token, type);
	if (!isEnough(permissionOn(store, item, by), needed)) throw refused.forbidden();
	return item;
}
