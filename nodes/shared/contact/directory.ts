import type { IDataObject } from 'n8n-workflow';

import { text, type JsonObject } from '../../../feishu/json';
import { readPage } from '../../../feishu/api/paging';
import type { CallRequest, FeishuClient } from '../client/client';
import { contactRange, departmentsByIds, isOutOfRange, peopleByIds } from './contactRange';

/**
 * Walks over departments and people. The platform's own search takes a user's token only, and it lists people by
 * department only, so whoever looks for somebody walks over what the app can see.
 * @see https://open.feishu.cn/document/server-docs/contact-v3/user/find_by_department
 */

/** The department that stands for the whole organization. */
export const ROOT_DEPARTMENT = '0';

export const DEPARTMENT_CHILDREN = 'GET /open-apis/contact/v3/departments/:department_id/children';
export const DEPARTMENT_USERS = 'GET /open-apis/contact/v3/users/find_by_department';

const OPEN_ID = 'open_department_id';

/** The largest page of both. */
const PAGE = 50;

export type DepartmentIdType = 'department_id' | 'open_department_id';

/** A department as the start of a walk. */
export interface DepartmentReference {
	id: string;
	type: DepartmentIdType;
}

export const WHOLE_ORGANIZATION: DepartmentReference = { id: ROOT_DEPARTMENT, type: 'open_department_id' };

/** The departments below one, on all levels, each once; a page is fetched when it is wanted. */
export async function* departmentsBelow(
	feishu: FeishuClient,
	department: DepartmentReference,
): AsyncGenerator<IDataObject> {
	yield* once(
		orInRange(department, childrenOf(feishu, department), () => departmentsInRange(feishu)),
		OPEN_ID,
	);
}

function childrenOf(feishu: FeishuClient, { id, type }: DepartmentReference): AsyncGenerator<IDataObject> {
	const request = { path: { department_id: id }, query: { department_id_type: type, fetch_child: true } };
	return records(feishu, DEPARTMENT_CHILDREN, request);
}

/** Where the whole organization may not be seen, what is in the app's range stands for it. */
async function* orInRange(
	{ id }: DepartmentReference,
	all: AsyncIterable<IDataObject>,
	inRange: () => AsyncIterable<IDataObject>,
): AsyncGenerator<IDataObject> {
	try {
		yield* all;
	} catch (error) {
		if (id !== ROOT_DEPARTMENT || !isOutOfRange(error)) throw error;
		yield* inRange();
	}
}

async function* departmentsInRange(feishu: FeishuClient): AsyncGenerator<IDataObject> {
	const { departments } = await contactRange(feishu);
	for await (const department of departmentsByIds(feishu, departments)) {
		yield department;
		yield* childrenOf(feishu, { id: text(department[OPEN_ID]), type: OPEN_ID });
	}
}

async function* peopleInRange(feishu: FeishuClient): AsyncGenerator<IDataObject> {
	const { departments, people } = await contactRange(feishu);
	yield* peopleByIds(feishu, people);
	for (const id of departments) yield* everybody(feishu, { id, type: OPEN_ID });
}

/** The people of a department and of all below it, each once. */
export async function* peopleBelow(feishu: FeishuClient, department: DepartmentReference): AsyncGenerator<IDataObject> {
	yield* once(
		orInRange(department, everybody(feishu, department), () => peopleInRange(feishu)),
		'open_id',
	);
}

async function* everybody(feishu: FeishuClient, department: DepartmentReference): AsyncGenerator<IDataObject> {
	yield* peopleOf(feishu, department);
	const { type } = department;
	// In one kind of ID throughout: people name their departments by it.
	for await (const below of departmentsBelow(feishu, department))
		yield* peopleOf(feishu, { id: text(below[type]), type });
}

/** The people who belong to a department directly. */
export function peopleOf(feishu: FeishuClient, { id, type }: DepartmentReference): AsyncGenerator<IDataObject> {
	return records(feishu, DEPARTMENT_USERS, { query: { department_id: id, department_id_type: type } });
}

/** The records of a paged list. A page token that repeats ends it. */
async function* records(feishu: FeishuClient, endpoint: string, request: CallRequest): AsyncGenerator<IDataObject> {
	const seen = new Set<string | undefined>();
	let page_token: string | undefined;
	do {
		seen.add(page_token);
		const query = { ...request.query, page_size: PAGE, page_token };
		const page = readPage(await feishu.call<JsonObject>(endpoint, { ...request, query }), 'items');
		yield* page.records as IDataObject[];
		page_token = page.next;
	} while (page_token !== undefined && !seen.has(page_token));
}

/** Each record once, by a key: people belong to several departments. */
async function* once(all: AsyncIterable<IDataObject>, key: string): AsyncGenerator<IDataObject> {
	const seen = new Set<unknown>();
	for await (const record of all) {
		if (seen.has(record[key])) continue;
		seen.add(record[key]);
		yield record;
	}
}

/** The first records that fit; nothing is fetched beyond those. @param limit Infinity for all */
export async function take(
	all: AsyncIterable<IDataObject>,
	limit: number,
	fits: (record: IDataObject) => boolean = () => true,
): Promise<IDataObject[]> {
	const taken: IDataObject[] = [];
	for await (const record of all) {
		if (fits(record)) taken.push(record);
		if (taken.length >= limit) break;
	}
	return taken;
}

const USER_WORDS = ['name', 'en_name', 'nickname', 'email', 'enterprise_email', 'mobile', 'job_title'];

/** Whether name, addresses, mobile number and job title of a person hold all words, in upper or lower case. */
export function userMatches(user: object, words: string): boolean {
	const said = user as JsonObject;
	return holdsAll(
		USER_WORDS.map((key) => text(said[key])),
		words,
	);
}

/** Whether the names of a department, in any language, hold all words. */
export function departmentMatches(department: object, words: string): boolean {
	const { name, i18n_name } = department as JsonObject;
	return holdsAll([text(name), ...Object.values((i18n_name ?? {}) as JsonObject).map(text)], words);
}

function holdsAll(texts: readonly string[], words: string): boolean {
	const whole = texts.join('\n').toLowerCase();
	return words
		.toLowerCase()
		.split(/\s+/)
		.every((word) => whole.includes(word));
}
