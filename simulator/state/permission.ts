import type { Member, Permission } from './bases';
import { isIn, type Operator, openIdOf } from './operator';
import type { Store } from './store';

const RANKS: readonly Permission[] = ['view', 'edit', 'full_access'];

/** What of a document says who may do what with it. */
export interface Shared {
	/** open_id in the store of a person, or of an app's bot. */
	owner: string;
	members: Member[];
}

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

/** What somebody may do with a document: its owner all, others what it was shared with them for; undefined is nothing. */
export function permissionIn(store: Store, token: string, shared: Shared, by: Operator): Permission | undefined {
	if (shared.owner === openIdOf(by)) return 'full_access';
	const ranks = shared.members.filter((member) => isMeant(store, member, by)).map(({ perm }) => RANKS.indexOf(perm));
	const link = by.user && BY_LINK[store.bases.publicly.get(token)?.link_share_entity ?? ''];
	return RANKS[Math.max(-1, ...ranks, ...(link ? [RANKS.indexOf(link)] : []))];
}

export const isEnough = (permission: Permission, needed: Permission): boolean =>
	RANKS.indexOf(permission) >= RANKS.indexOf(needed);

/** A base, spreadsheet or document by its token: those that are kept whole. */
export const documentOf = ({ bases, sheets, docs }: Store, token: string): Shared | undefined =>
	bases.all.get(token) ?? sheets.all.get(token) ?? docs.all.get(token);
