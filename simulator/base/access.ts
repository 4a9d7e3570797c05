import { type Base, type Member, type Permission, type Table } from '../state/bases';
import { isIn, type Operator, openIdOf } from '../state/operator';
import type { Store } from '../state/store';
import { problem } from './problem';

const RANKS: readonly Permission[] = ['view', 'edit', 'full_access'];

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

/** What somebody may do with a base: its owner all, others what it was shared with them for; undefined is nothing. */
export function permissionOf(store: Store, base: Base, by: Operator): Permission | undefined {
	if (base.owner === openIdOf(by)) return 'full_access';
	const ranks = base.members.filter((member) => isMeant(store, member, by)).map(({ perm }) => RANKS.indexOf(perm));
	const link = by.user && BY_LINK[store.bases.publicly.get(base.app_token)?.link_share_entity ?? ''];
	return RANKS[Math.max(-1, ...ranks, ...(link ? [RANKS.indexOf(link)] : []))];
}

/** A base that the caller may see and, as it is needed, change. */
export function reachBase(store: Store, by: Operator, token: string, needed: Permission): Base {
	const base = store.bases.all.get(token);
	if (!base) throw problem(1254040);
	const permission = permissionOf(store, base, by);
	if (!permission) throw problem(store.settings.baseForbidden === 'document' ? 91403 : 1254302);
	if (RANKS.indexOf(permission) < RANKS.indexOf(needed)) throw problem(needed === 'full_access' ? 1254304 : 1254302);
	if (base.ready_at > store.clock.now()) throw problem(1254036);
	return base;
}

/** A new base lies in one's own space, or in a folder that the caller has made. */
export function requireFolder({ bases }: Store, by: Operator, token: string | undefined): void {
	if (!token) return;
	const folder = bases.folders.get(token);
	if (!folder) throw problem(1254702);
	if (folder.owner !== openIdOf(by)) throw problem(1254701);
}

export function tableIn({ tables }: Base, id: string): Table {
	const table = tables.get(id);
	if (!table) throw problem(1254041);
	return table;
}

/** Whether advanced permissions leave all of a base to the caller: they are for those who manage it. */
export const managesRows = (store: Store, base: Base, by: Operator): boolean =>
	!base.is_advanced || permissionOf(store, base, by) === 'full_access';
