import { text } from '../../../feishu/json';
import type { UserIdType } from '../../../feishu/ids';
import type { FeishuClient } from '../client/client';
import { DEPARTMENTS_BY_ID, departmentsByIds, peopleByIds, USERS_BY_ID } from './contactRange';

/** What whoever calls `namesOf` has to list among its calls. */
export const NAMES_CALL = USERS_BY_ID;

/** The same for `departmentNamesOf`. */
export const DEPARTMENT_NAMES_CALL = DEPARTMENTS_BY_ID;

/** The names of people by their IDs of one kind, as far as whoever asks may know them: without the scope none are known. */
export async function namesOf(
	feishu: FeishuClient,
	ids: readonly string[],
	type: UserIdType = 'open_id',
): Promise<Map<string, string>> {
	const names = new Map<string, string>();
	try {
		for await (const user of peopleByIds(feishu, ids, type)) names.set(text(user[type]), text(user.name));
	} catch {
		return names;
	}
	return names;
}

/** The names of departments by their open_department_ids, as far as they may be known. */
export async function departmentNamesOf(feishu: FeishuClient, ids: readonly string[]): Promise<Map<string, string>> {
	const names = new Map<string, string>();
	try {
		for await (const { open_department_id, name } of departmentsByIds(feishu, ids))
			names.set(text(open_department_id), text(name));
	} catch {
		return names;
	}
	return names;
}
