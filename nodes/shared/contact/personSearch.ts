import type { IDataObject } from 'n8n-workflow';

import type { FeishuClient } from '../client/client';

/**
 * A person searches as in the client, among all whom they may see; an app has no such search, and looks through the
 * directory.
 * @see https://open.feishu.cn/document/ukTMukTMukTM/uMTM4UjLzEDO14yMxgTN
 * @see https://open.feishu.cn/document/server-docs/contact-v3/department/search
 */
export const USER_SEARCH = 'GET /open-apis/search/v1/user';
export const DEPARTMENT_SEARCH = 'POST /open-apis/contact/v3/departments/search';

/** Scopes of which one is enough for each. */
export const USER_SEARCH_SCOPES = ['contact:user:search'];
export const DEPARTMENT_SEARCH_SCOPES = ['contact:contact.base:readonly', 'search:department:read'];

/** People by the platform's own search. @param limit most of them; Infinity for all */
export async function usersFor(feishu: FeishuClient, query: string, limit: number): Promise<IDataObject[]> {
	return await feishu.list(USER_SEARCH, { query: { query }, limit, pageSize: 200, itemsKey: 'users' });
}

/** Departments by the platform's own search. @param limit most of them; Infinity for all */
export async function departmentsFor(feishu: FeishuClient, query: string, limit: number): Promise<IDataObject[]> {
	return await feishu.list(DEPARTMENT_SEARCH, { body: { query }, idempotent: true, limit, pageSize: 50 });
}

/** The same one by one, as they are read. */
export function usersFound(feishu: FeishuClient, query: string): AsyncGenerator<IDataObject> {
	return feishu.records(USER_SEARCH, { query: { query }, pageSize: 50, itemsKey: 'users' });
}

/** The same one by one, as they are read. */
export function departmentsFound(feishu: FeishuClient, query: string): AsyncGenerator<IDataObject> {
	return feishu.records(DEPARTMENT_SEARCH, { body: { query }, idempotent: true, pageSize: 50 });
}
