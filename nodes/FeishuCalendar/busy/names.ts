import { object, text } from '../../../feishu/json';
import type { UserIdType } from '../../../feishu/ids';
import { GET_ROOMS_BY_ID, SEARCH_ROOMS } from '../../shared/calendar/endpoints';
import type { FeishuClient } from '../../shared/client/client';
import { NAMES_CALL, namesOf } from '../../shared/contact/namesOf';

/** What asking for names may call. */
export const NAME_CALLS = [NAMES_CALL, GET_ROOMS_BY_ID, SEARCH_ROOMS];

/** The names of people, by open_ids alone, and of rooms, as far as the caller may know them. */
export async function namesOfAll(
	feishu: FeishuClient,
	{ ids, type }: { ids: readonly string[]; type: UserIdType },
	rooms: readonly string[],
): Promise<Map<string, string>> {
	const people = type === 'open_id' && ids.length > 0 ? await namesOf(feishu, ids) : [];
	return new Map([...people, ...(await roomNames(feishu, rooms))]);
}

/** Rooms in one request; the page has no limit. Source: …/vc-v1/room/mget */
const MOST_ROOMS = 50;

/**
 * The names of rooms, as far as they can be known. A person has a search alone, whose first page of 100 has to do.
 * @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/vc-v1/room/mget
 */
async function roomNames(feishu: FeishuClient, ids: readonly string[]): Promise<Map<string, string>> {
	const names = new Map<string, string>();
	try {
		if (ids.length > 0 && (await feishu.isPerson())) keep(await feishu.call(SEARCH_ROOMS, searched));
		else
			for (let at = 0; at < ids.length; at += MOST_ROOMS) {
				const body = { room_ids: ids.slice(at, at + MOST_ROOMS) };
				keep(await feishu.call(GET_ROOMS_BY_ID, { body, idempotent: true }));
			}
	} catch {
		// Without the scope no name is known; the times are what was asked for.
		return names;
	}
	return names;

	function keep({ items, rooms }: Record<string, unknown>): void {
		for (const room of [items, rooms].flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []))) {
			const { room_id, name } = object(room);
			if (ids.includes(text(room_id)) && text(name) !== '') names.set(text(room_id), text(name));
		}
	}
}
const searched = { body: { page_size: 100 }, idempotent: true };
