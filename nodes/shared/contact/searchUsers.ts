import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { FeishuClient } from '../client/client';
import { DEPARTMENT_CHILDREN, DEPARTMENT_USERS, ROOT_DEPARTMENT, userMatches } from './directory';
import { listSearchError } from '../fields/listSearchError';

interface User {
	open_id: string;
	name?: string;
	en_name?: string;
	email?: string;
}

interface Page<T> {
	items?: T[];
	has_more?: boolean;
	page_token?: string;
}

interface Department {
	open_department_id: string;
}

const SCOPES = ['contact:contact.base:readonly', 'contact:user.base:readonly'];

/**
 * People that the app can see. The platform lists people by department only, so the departments are
 * walked one page a request: the token that n8n passes back says where the walk stands.
 */
export async function searchUsers(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const feishu = new FeishuClient(this);
	try {
		const place = readPlace(paginationToken) ?? { department: ROOT_DEPARTMENT, rest: await departments(feishu) };
		const page = await feishu.call<Page<User>>(DEPARTMENT_USERS, {
			query: {
				department_id: place.department,
				department_id_type: 'open_department_id',
				user_id_type: 'open_id',
				page_size: 50,
				page_token: place.pageToken,
			},
		});
		return {
			results: unique(page.items ?? [])
				.filter((user) => userMatches(user, filter ?? ''))
				.map((user) => ({ name: label(user), value: user.open_id })),
			paginationToken: nextPlace(place, page),
		};
	} catch (error) {
		throw await listSearchError(this, error, feishu, SCOPES);
	}
}

/** Where a walk over departments stands. */
interface Place {
	department: string;
	pageToken?: string;
	rest: string[];
}

async function departments(feishu: FeishuClient): Promise<string[]> {
	const found = await feishu.list(DEPARTMENT_CHILDREN, {
		path: { department_id: ROOT_DEPARTMENT },
		query: { department_id_type: 'open_department_id', fetch_child: true },
		limit: 200,
		pageSize: 50,
	});
	return (found as unknown as Department[]).map((department) => department.open_department_id);
}

function nextPlace(place: Place, page: Page<User>): string | undefined {
	if (page.has_more && page.page_token) return JSON.stringify({ ...place, pageToken: page.page_token });
	const [department, ...rest] = place.rest;
	return department === undefined ? undefined : JSON.stringify({ department, rest });
}

function readPlace(token: string | undefined): Place | undefined {
	return token === undefined || token === '' ? undefined : (JSON.parse(token) as Place);
}

function unique(users: readonly User[]): User[] {
	return [...new Map(users.map((user) => [user.open_id, user])).values()];
}

function label(user: User): string {
	const name = user.name || user.en_name || user.open_id;
	return user.email ? `${name} (${user.email})` : name;
}
