import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { FeishuClient } from '../client/client';
import { contactRange, isOutOfRange, peopleByIds } from './contactRange';
import {
	DEPARTMENT_USERS,
	departmentsBelow,
	ROOT_DEPARTMENT,
	take,
	userMatches,
	WHOLE_ORGANIZATION,
} from './directory';
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

/** Departments that a walk goes over. */
const MOST_DEPARTMENTS = 200;

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
		const next = readPlace(paginationToken);
		const { place, page } = next ? { place: next, page: await pageAt(feishu, next) } : await start(feishu);
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
	/** open_ids of those who are in the range by themselves. */
	people?: string[];
	department?: string;
	pageToken?: string;
	rest: string[];
}

/** The first page: of the whole organization, or of the people in the app's range, where that is not all staff. */
async function start(feishu: FeishuClient): Promise<{ place: Place; page: Page<User> }> {
	const rest = await departmentIds(feishu);
	try {
		const place = { department: ROOT_DEPARTMENT, rest };
		return { place, page: await pageAt(feishu, place) };
	} catch (error) {
		if (!isOutOfRange(error)) throw error;
		const place = { people: (await contactRange(feishu)).people, rest };
		return { place, page: await pageAt(feishu, place) };
	}
}

async function departmentIds(feishu: FeishuClient): Promise<string[]> {
	const found = await take(departmentsBelow(feishu, WHOLE_ORGANIZATION), MOST_DEPARTMENTS);
	return found.map((department) => String(department.open_department_id));
}

async function pageAt(feishu: FeishuClient, { people, department, pageToken }: Place): Promise<Page<User>> {
	if (people) return { items: (await take(peopleByIds(feishu, people), Infinity)) as unknown as User[] };
	if (department === undefined) return {};
	return await feishu.call<Page<User>>(DEPARTMENT_USERS, {
		query: {
			department_id: department,
			department_id_type: 'open_department_id',
			user_id_type: 'open_id',
			page_size: 50,
			page_token: pageToken,
		},
	});
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
