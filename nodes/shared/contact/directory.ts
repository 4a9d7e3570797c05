import type { IDataObject } from 'n8n-workflow';

import { text, type JsonObject } from '../../../feishu/json';
import type { FeishuClient } from '../client/client';
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
	const query = { department_id_type: type, fetch_child: true };
	return feishu.records(DEPARTMENT_CHILDREN, { path: { department_id: id }, query, pageSize: PAGE, itemsKey: 'items' });
}

/** Where the whole organization may not be seen, what is in the app's range stands for it. */
async function* orInRange(
	{ id }: DepartmentReference,
	all: AsyncIterable<IDataObject>,
	inRange: () => AsyncIterable<IDataObject>,
): AsyncGenerator<IDataObject> {
	let refused: unknown;
	try {
		yield* all;
	} catch (error) {
		refused = error;
	}
	if (refused === undefined) return;
	if (id !== ROOT_DEPARTMENT || !isOutOfRange(refused)) throw refused;
	yield* inRange();
}

async function* departmentsInRange(feishu: FeishuClient): AsyncGenerator<IDataObject> {
	const { departments } = await contactRange(feishu);
	for await (const department of departmentsByIds(feishu, departments)) {
		yield department;
		yield* childrenOf(feishu, { id: text(department[OPEN_ID]), type: OPEN_ID });
	}
}

async function* peopleInRange(feishu: FeishuClient, ahead: number): AsyncGenerator<IDataObject> {
	const { departments, people } = await contactRange(feishu);
	yield* peopleByIds(feishu, people);
	for (const id of departments) yield* oneAfterAnother(everyDepartment(feishu, { id, type: OPEN_ID }), ahead);
}

/**
 * The people of a department and of all below it, each once.
 * @param ahead how many departments are asked at once: more than one where somebody waits for the end
 */
export async function* peopleBelow(
	feishu: FeishuClient,
	department: DepartmentReference,
	ahead = 1,
): AsyncGenerator<IDataObject> {
	const all = oneAfterAnother(everyDepartment(feishu, department), ahead);
	yield* once(
		orInRange(department, all, () => peopleInRange(feishu, ahead)),
		'open_id',
	);
}

/** The people of a department, and of each below it. */
async function* everyDepartment(
	feishu: FeishuClient,
	department: DepartmentReference,
): AsyncGenerator<AsyncGenerator<IDataObject>> {
	yield peopleOf(feishu, department);
	const { type } = department;
	// In one kind of ID throughout: people name their departments by it.
	for await (const below of departmentsBelow(feishu, department))
		yield peopleOf(feishu, { id: text(below[type]), type });
}

/** The people who belong to a department directly. */
export function peopleOf(feishu: FeishuClient, { id, type }: DepartmentReference): AsyncGenerator<IDataObject> {
	const query = { department_id: id, department_id_type: type };
	return feishu.records(DEPARTMENT_USERS, { query, pageSize: PAGE, itemsKey: 'items' });
}

/** The records of several lists in their order, while the first pages of the next ones are on their way. */
async function* oneAfterAnother<T>(lists: AsyncIterable<AsyncGenerator<T>>, ahead: number): AsyncGenerator<T> {
	const begun: Array<{ list: AsyncGenerator<T>; first: Promise<IteratorResult<T>> }> = [];
	for await (const list of lists) {
		const first = list.next();
		// Whoever comes to it hears of its failure.
		first.catch(() => undefined);
		begun.push({ list, first });
		if (begun.length >= ahead) yield* rest(begun.shift());
	}
	while (begun.length > 0) yield* rest(begun.shift());
}

async function* rest<T>(
	begun: { list: AsyncGenerator<T>; first: Promise<IteratorResult<T>> } | undefined,
): AsyncGenerator<T> {
	if (!begun) return;
	const { done, value } = await begun.first;
	if (done) return;
	yield value;
	yield* begun.list;
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

/** By what a person is found: names, addresses, mobile number and job title. */
export function wordsOfUser(user: object): string {
	const said = user as JsonObject;
	return USER_WORDS.map((key) => text(said[key])).join('\n');
}

/** By what a department is found: its names in all languages. */
export function wordsOfDepartment(department: object): string {
	const { name, i18n_name } = department as JsonObject;
	return [text(name), ...Object.values((i18n_name ?? {}) as JsonObject).map(text)].join('\n');
}
