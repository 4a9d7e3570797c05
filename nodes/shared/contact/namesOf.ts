import { text } from '../../../feishu/json';
import type { FeishuClient } from '../client/client';
import { peopleByIds, USERS_BY_ID } from './contactRange';

/** What whoever calls `namesOf` has to list among its calls. */
export const NAMES_CALL = USERS_BY_ID;

/** The names of people by their open_ids, as far as whoever asks may know them: without the scope none are known. */
export async function namesOf(feishu: FeishuClient, ids: readonly string[]): Promise<Map<string, string>> {
	const names = new Map<string, string>();
	try {
		for await (const { open_id, name } of peopleByIds(feishu, ids)) names.set(text(open_id), text(name));
	} catch {
		return names;
	}
	return names;
}
