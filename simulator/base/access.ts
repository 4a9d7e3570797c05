import type { Base, Permission, Table } from '../state/bases';
import type { Operator } from '../state/operator';
import { isEnough, mayFill, permissionIn } from '../state/permission';
import type { Store } from '../state/store';
import { problem } from './problem';

/** What somebody may do with a base; undefined is nothing. */
export const permissionOf = (store: Store, base: Base, by: Operator): Permission | undefined =>
	permissionIn(store, base.app_token, base, by);

/** A base that the caller may see and, as it is needed, change. */
export function reachBase(store: Store, by: Operator, token: string, needed: Permission): Base {
	const base = store.bases.all.get(token);
	if (!base) throw problem(1254040);
	const permission = permissionOf(store, base, by);
	if (!permission) throw problem(store.settings.baseForbidden === 'document' ? 91403 : 1254302);
	if (!isEnough(permission, needed)) throw problem(needed === 'full_access' ? 1254304 : 1254302);
	if (base.ready_at > store.clock.now()) throw problem(1254036);
	return base;
}

/** A new base lies in one's own space, or in a folder that the caller may change. */
export function requireFolder(store: Store, by: Operator, token: string | undefined): void {
	if (!token) return;
	const may = mayFill(store, by, token);
	if (may === undefined) throw problem(1254702);
	if (!may) throw problem(1254701);
}

export function tableIn({ tables }: Base, id: string): Table {
	const table = tables.get(id);
	if (!table) throw problem(1254041);
	return table;
}

/** Whether advanced permissions leave all of a base to the caller: they are for those who manage it. */
export const managesRows = (store: Store, base: Base, by: Operator): boolean =>
	!base.is_advanced || permissionOf(store, base, by) === 'full_access';
