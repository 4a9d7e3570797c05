import type { BaseField } from '../../../feishu/base/baseField';
import type { Asking } from '../client/asking';

/**
 * What a base is made of, each read once in an execution: items mostly mean the same table.
 */

export const GET_BASE = 'GET /open-apis/bitable/v1/apps/:app_token';
export const GET_TABLES = 'GET /open-apis/bitable/v1/apps/:app_token/tables';
export const GET_FIELDS = 'GET /open-apis/bitable/v1/apps/:app_token/tables/:table_id/fields';
export const GET_VIEWS = 'GET /open-apis/bitable/v1/apps/:app_token/tables/:table_id/views';

/** What the paths of a table's endpoints need. */
export interface TablePath {
	app_token: string;
	table_id: string;
	[parameter: string]: string;
}

/** The largest page of these lists. */
const PAGE = 100;

export interface TableEntry {
	table_id: string;
	name: string;
}

export interface ViewEntry {
	view_id: string;
	view_name: string;
	view_type?: string;
}

const kept = new WeakMap<object, Map<string, Promise<readonly unknown[]>>>();

export async function tablesOf(asking: Asking, app_token: string): Promise<readonly TableEntry[]> {
	return await once<TableEntry>(asking, GET_TABLES, { app_token });
}

/** The fields of a table in their order; what is hidden from the caller is left out. */
export async function fieldsOf(asking: Asking, path: TablePath): Promise<readonly BaseField[]> {
	return await once<BaseField>(asking, GET_FIELDS, path);
}

export async function viewsOf(asking: Asking, path: TablePath): Promise<readonly ViewEntry[]> {
	return await once<ViewEntry>(asking, GET_VIEWS, path);
}

/** To be called when the fields of a table were changed. */
export function forgetFields({ context }: Asking, path: TablePath): void {
	kept.get(context)?.delete(keyOf(GET_FIELDS, path));
}

/** To be called when tables of a base were added, renamed or taken away. */
export function forgetTables({ context }: Asking, app_token: string): void {
	kept.get(context)?.delete(keyOf(GET_TABLES, { app_token }));
}

/** To be called when the views of a table were changed. */
export function forgetViews({ context }: Asking, path: TablePath): void {
	kept.get(context)?.delete(keyOf(GET_VIEWS, path));
}

const keyOf = (endpoint: string, path: Readonly<Record<string, string>>) =>
	[endpoint, ...Object.values(path)].join(' ');

async function once<T>(
	{ feishu, context }: Asking,
	endpoint: string,
	path: Readonly<Record<string, string>>,
): Promise<readonly T[]> {
	const lists = kept.get(context) ?? new Map<string, Promise<readonly unknown[]>>();
	kept.set(context, lists);
	const key = keyOf(endpoint, path);
	const known = lists.get(key);
	if (known) return (await known) as readonly T[];
	const list = feishu.list(endpoint, { path, limit: Infinity, pageSize: PAGE });
	lists.set(key, list);
	// What was refused may be granted by the time the next item asks.
	list.catch(() => lists.delete(key));
	return (await list) as unknown as readonly T[];
}
