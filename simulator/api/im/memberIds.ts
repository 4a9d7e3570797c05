import { PlatformError } from '../../platform/envelope';
import { invalidId } from '../../state/lookUp';
import type { User } from '../../state/contact';
import type { Operator } from '../../state/operator';
import type { Store } from '../../state/store';
import { invalidChatParam, noValidMembers } from './chatAccess';

export const MEMBER_ID_TYPES = ['open_id', 'union_id', 'user_id', 'app_id'] as const;
export type MemberIdType = (typeof MEMBER_ID_TYPES)[number];

export const MAX_USERS_A_CALL = 50;
const MAX_BOTS_A_CALL = 5;

/** Ids of one kind, sorted out. `found` holds open_ids of people or app_ids of bots. */
export interface Sorted {
	found: string[];
	/** People who have left. */
	resigned: string[];
	/** People who may not use the app. */
	invisible: string[];
	unknown: string[];
}

/** Whether a person is among those to whom the app is available; people who act themselves are not bound by that. */
export const mayUse = ({ app, user }: Operator, { open_id: openId }: User) =>
	user !== undefined || (app.availability?.includes(openId) ?? true);

/** The given ids by what became of them, each once. */
export function sortIds(store: Store, by: Operator, idType: MemberIdType, ids: readonly string[]): Sorted {
	const sorted: Sorted = { found: [], resigned: [], invisible: [], unknown: [] };
	for (const id of new Set(ids)) {
		const user = idType === 'app_id' ? undefined : store.directory.find(by.app, idType, id);
		if (idType === 'app_id' ? !store.apps.has(id) : !user) sorted.unknown.push(id);
		else if (user?.is_resigned) sorted.resigned.push(id);
		else if (user && !mayUse(by, user)) sorted.invisible.push(id);
		else sorted.found.push(user?.open_id ?? id);
	}
	return sorted;
}

/** 232027 for an empty list, 232001 for more bots than one call takes. */
export function checkList(ids: readonly string[] | undefined, idType: MemberIdType): readonly string[] {
	if (!ids || ids.length === 0) throw noValidMembers();
	if (idType === 'app_id' && ids.length > MAX_BOTS_A_CALL) throw invalidChatParam(`at most ${MAX_BOTS_A_CALL} bots`);
	return ids;
}

/** The refusal of ids that name nobody, which depends on their type. */
export function notExisting(idType: MemberIdType, ids: readonly string[]): PlatformError {
	if (idType === 'open_id')
		return new PlatformError(invalidId('open_id').code, `these open ids not existed: ${ids.join(', ')}`);
	if (idType === 'app_id') return unavailable(ids);
	return new PlatformError(invalidId(idType).code, 'Your request contains not existed id.');
}

export const invisible = (ids: readonly string[]) =>
	new PlatformError(
		232043,
		`Your request contains unavailable ids, ext=bot is invisible to user ids: ${JSON.stringify(ids)}.`,
	);

export const unavailable = (ids: readonly string[]) =>
	new PlatformError(232043, `Your request contains unavailable ids, ext=${JSON.stringify(ids)}.`);
