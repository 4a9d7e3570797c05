import { PlatformError } from '../platform/envelope';
import type { Member } from '../state/bases';
import { type Item, itemOf } from '../state/documents';
import type { Operator } from '../state/operator';
import { permissionOn } from '../state/permission';
import type { Store } from '../state/store';

/** Source: https://open.feishu.cn/document/server-docs/docs/permission/permission-member/create and its neighbors */
export const refusedShare = {
	invalid: () => new PlatformError(1063001, 'Invalid parameter'),
	denied: () => new PlatformError(1063002, 'Permission denied', { http: 403 }),
	notAllowed: () => new PlatformError(1063003, 'Invalid operation'),
	deleted: () => new PlatformError(1063005, 'Resource is deleted', { http: 404 }),
};

/** Not all documents of these types are kept: of one that is not, nobody knows who manages it. */
const UNKEPT = ['doc', 'mindnote', 'slides', 'minutes', 'apps'];

/** A document of Drive or a wiki by the token and type that a call names; undefined for one of which nothing is kept. */
export function sharedItem(store: Store, token: string, type: string): Item | undefined {
	const node = type === 'wiki' ? store.wiki.nodes.get(token) : undefined;
	const item = node ? itemOf(store, node.obj_token) : itemOf(store, token, type);
	if (item) return item;
	if (itemOf(store, token)) throw refusedShare.invalid();
	if (store.drive.deleted.has(token) || !UNKEPT.includes(type)) throw refusedShare.deleted();
	return undefined;
}

/** The same for who manages it. */
export function managedItem(store: Store, by: Operator, token: string, type: string): Item | undefined {
	const item = sharedItem(store, token, type);
	if (item && permissionOn(store, item, by) !== 'full_access') throw refusedShare.denied();
	return item;
}

export const isSame = (one: Member, other: Member): boolean =>
	one.member_type === other.member_type && one.member_id === other.member_id;

/** Shares something with somebody, or for something else than before. */
export function shareWith(members: Member[], member: Member): void {
	const known = members.find((one) => isSame(one, member));
	if (known) Object.assign(known, member);
	else members.push(member);
}
