import { setTimeout as wait } from 'node:timers/promises';
import { managesRows, reachBase, tableIn } from '../../base/access';
import type { TableChanges } from '../../base/changes';
import type { Asking } from '../../base/kind';
import { BaseProblem, problem, refusal } from '../../base/problem';
import { pushTableChanges } from '../../events/baseEvents';
import { type Call, defineRoute, type Route } from '../../gateway/route';
import { BOTH } from '../../gateway/tokens';
import { USER_ID_TYPES, type UserIdType } from '../../platform/ids';
import { page } from '../../platform/paging';
import { flag, integer, oneOf, type Shape, text, withDefault } from '../../platform/validate';
import type { Permission, Table } from '../../state/bases';
import { openIdOf } from '../../state/operator';

export const APPS = '/open-apis/bitable/v1/apps';
export const TABLES = `${APPS}/:app_token/tables`;
export const TABLE = `${TABLES}/:table_id`;

export const userIdType = withDefault(oneOf(USER_ID_TYPES), 'open_id');
export const PAGING = { page_size: integer(), page_token: text() };
export const CONSISTENCY = { ignore_consistency_check: flag() };

/** An endpoint of bases: its refusals come with the status that its page has. */
export function baseRoute<Q extends Shape = Record<never, never>, B extends Shape = Record<never, never>>(
	declared: Parameters<typeof defineRoute<Q, B>>[0],
): Route {
	const endpoint = `${declared.method} ${declared.path.replace(/^\/open-apis\/(?:bitable\/v1\/)?/, '')}`;
	return defineRoute<Q, B>({
		tokens: BOTH,
		...declared,
		async handle(call) {
			try {
				return await declared.handle(call);
			} catch (error) {
				if (error instanceof BaseProblem) throw refusal(endpoint, error, call.platform.store.settings);
				throw error;
			}
		},
	});
}

type AnyCall = Pick<Call, 'platform' | 'by' | 'params'>;

export const baseOf = ({ platform: { store }, by, params }: AnyCall, needed: Permission) =>
	reachBase(store, by, params.app_token ?? '', needed);

/** The table of a call, and for whom it is read or written. */
export function tableOf(call: AnyCall, needed: Permission, idType: UserIdType = 'open_id'): Asking {
	const { store } = call.platform;
	const base = baseOf(call, needed);
	return { store, base, table: tableIn(base, call.params.table_id ?? ''), app: call.by.app, idType };
}

/** The same, to be written; advanced permissions leave that to those who manage the base. */
export function writtenTable(call: AnyCall, idType?: UserIdType): Asking {
	const asking = tableOf(call, 'edit', idType);
	if (!managesRows(asking.store, asking.base, call.by)) throw problem(1254302);
	return asking;
}

/** Tells of what a write did. */
export function tell({ platform, by }: AnyCall, changes: readonly TableChanges[]): void {
	pushTableChanges(platform, changes, openIdOf(by));
}

/** One write at a time for each table: another one meanwhile is a conflict. */
export async function exclusively<T>(call: AnyCall, table: Table, work: () => T): Promise<T> {
	if (table.writing) throw problem(1254291);
	table.writing = true;
	try {
		const done = work();
		await wait(call.platform.store.settings.baseWriteMs);
		return done;
	} finally {
		table.writing = false;
	}
}

/** Version 4, the only one that is taken. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Does something once for a `client_token`: the same one again gets the same answer. */
export async function once(
	{ platform: { store }, by, params }: AnyCall,
	kind: string,
	token: string | undefined,
	work: () => Promise<object>,
): Promise<{ data: object }> {
	if (token === undefined || token === '') return { data: await work() };
	if (!UUID.test(token)) throw problem(1254037);
	const key = [by.app.app_id, kind, params.app_token, params.table_id, token].join(' ');
	const known = store.bases.once.get(key);
	if (known?.data) return { data: known.data };
	if (known) throw problem(store.settings.baseTokenClash === 'clash' ? 1255006 : 1254608);
	const entry: { data?: object } = {};
	store.bases.once.set(key, entry);
	try {
		entry.data = await work();
	} finally {
		if (!entry.data) store.bases.once.delete(key);
	}
	return { data: entry.data };
}

interface Paged {
	page_size?: number;
	page_token?: string;
}

/** One page of a list of a base, with the number of all. */
export function listed<T>(
	call: AnyCall,
	all: readonly T[],
	{ page_size = 20, page_token }: Paged,
	scope: string,
	max = 100,
) {
	const { basePageToken, baseLargePages } = call.platform.store.settings;
	if (page_size <= 0 || (page_size > max && baseLargePages === 'refused')) throw problem(1254011);
	const found = page(all, {
		size: Math.min(page_size, max),
		token: page_token,
		scope,
		invalidToken: () => problem(basePageToken),
	});
	return { ...found, total: all.length };
}

/** The same for lists of fields, tables and views, whose last page has a token as well. */
export function listedWithToken<T extends object>(call: AnyCall, all: readonly T[], paged: Paged, scope: string) {
	const found = listed(call, all, paged, scope);
	return { ...found, page_token: found.page_token ?? Buffer.from(`end ${scope}`).toString('base64url') };
}
