import type { IDataObject } from 'n8n-workflow';

import { CallError } from '../../../feishu/api/call';
import type { Query } from '../../../feishu/api/endpoint';
import { nextToken } from '../../../feishu/api/paging';
import type { UserIdType } from '../../../feishu/ids';
import { text, type JsonObject } from '../../../feishu/json';
import type { FeishuClient } from '../client/client';

/**
 * The departments and people whom an app may know. The whole organization can be gone through only where that is all
 * staff; an app on its first day has fewer.
 * @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/scope/list
 */
const CONTACT_RANGE = 'GET /open-apis/contact/v3/scopes';
export const USERS_BY_ID = 'GET /open-apis/contact/v3/users/batch';
export const DEPARTMENTS_BY_ID = 'GET /open-apis/contact/v3/departments/batch';

/** What a walk over the range may call, besides lists of departments and people. */
export const RANGE_CALLS = [CONTACT_RANGE, USERS_BY_ID, DEPARTMENTS_BY_ID] as const;

const RANGE_PAGE = 100;
const BY_ID_PAGE = 50;
const NO_AUTHORITY = 40004;

export interface Range {
	/** open_department_ids. */
	departments: string[];
	/** open_ids. */
	people: string[];
}

/** Whether the app may not see a department: for the whole organization, unless its range is all staff. */
export const isOutOfRange = (error: unknown): boolean =>
	error instanceof CallError && error.failure.code === NO_AUTHORITY;

export async function contactRange(feishu: FeishuClient): Promise<Range> {
	const range: Range = { departments: [], people: [] };
	const seen = new Set<string | undefined>();
	let page_token: string | undefined;
	do {
		seen.add(page_token);
		const data = await feishu.call<JsonObject>(CONTACT_RANGE, { query: { page_size: RANGE_PAGE, page_token } });
		range.departments.push(...texts(data.department_ids));
		range.people.push(...texts(data.user_ids));
		page_token = nextToken(data);
	} while (page_token !== undefined && !seen.has(page_token));
	return range;
}

const texts = (value: unknown) => (Array.isArray(value) ? value.map(text).filter((id) => id !== '') : []);

/** People by their open_ids, or by IDs of another kind. */
export const peopleByIds = (feishu: FeishuClient, ids: readonly string[], user_id_type?: UserIdType) =>
	byIds(feishu, USERS_BY_ID, 'user_ids', ids, { user_id_type });

/** Departments by their open_department_ids. */
export const departmentsByIds = (feishu: FeishuClient, ids: readonly string[]) =>
	byIds(feishu, DEPARTMENTS_BY_ID, 'department_ids', ids);

async function* byIds(
	feishu: FeishuClient,
	endpoint: string,
	name: string,
	ids: readonly string[],
	more: Query = {},
): AsyncGenerator<IDataObject> {
	for (let from = 0; from < ids.length; from += BY_ID_PAGE) {
		const query = { ...more, [name]: ids.slice(from, from + BY_ID_PAGE) };
		const { items = [] } = await feishu.call<{ items?: IDataObject[] }>(endpoint, { query });
		yield* items;
	}
}
