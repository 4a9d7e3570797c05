import type { IDataObject } from 'n8n-workflow';

import { codeOf } from '../../../feishu/api/call';
import type { Span } from '../../../feishu/calendar/freeSlots';
import { DAY, isoIn } from '../../../feishu/zones';
import type { UserIdType } from '../../../feishu/ids';
import { text } from '../../../feishu/json';
import { isMalformed, isNotThere, refusedField } from '../event/refusedField';
import type { FeishuClient } from '../../shared/client/client';

const BATCH = 'POST /open-apis/calendar/v4/freebusy/batch';
const LIST = 'POST /open-apis/calendar/v4/freebusy/list';
const CHAT_MEMBERS = 'GET /open-apis/im/v1/chats/:chat_id/members';

/** Scopes for when somebody is busy, of which one suffices. */
export const BUSY_SCOPES = ['calendar:calendar.free_busy:read', 'calendar:calendar:readonly', 'calendar:calendar'];
/** What asking when somebody is busy may call. */
export const BUSY_CALLS = [BATCH, LIST, CHAT_MEMBERS];
export const BUSY_ENDPOINT = BATCH;

/** People in one request, and how far one goes. Source: …/freebusy/batch, …/freebusy/list */
const [MOST_PEOPLE, PEOPLE_MS, ROOM_MS] = [10, 14 * DAY, 90 * DAY];

/** When somebody is busy, and what they have answered to that. */
export interface Busy extends Span {
	rsvp_status: string;
}

export interface Asked {
	type: UserIdType;
	/** Of the times in the requests. */
	zone: string;
	/** External calendars that people have bound count as well. */
	external: boolean;
}

/**
 * When people are busy: ten people and two weeks in one request.
 * @returns for each, in the order of the IDs, what meets the range
 */
export async function peopleBusy(
	feishu: FeishuClient,
	ids: readonly string[],
	range: Span,
	{ type, zone, external }: Asked,
): Promise<Map<string, Busy[]>> {
	const busy = new Map(ids.map((id) => [id, [] as Busy[]]));
	for (const { start, end } of parts(range, PEOPLE_MS))
		for (let at = 0; at < ids.length; at += MOST_PEOPLE) {
			const { freebusy_lists = [] } = await feishu.call<{ freebusy_lists?: IDataObject[] }>(BATCH, {
				query: { user_id_type: type },
				body: {
					time_min: isoIn(start, zone),
					time_max: isoIn(end, zone),
					user_ids: ids.slice(at, at + MOST_PEOPLE),
					include_external_calendar: external,
					need_rsvp_status: true,
				},
				idempotent: true,
			});
			for (const one of freebusy_lists) busy.get(text(one.user_id))?.push(...spans(one.freebusy_items));
		}
	return busy;
}

/** When rooms are taken: a request for each. @param label of the field that names them @throws InputError about one that the platform does not know */
export async function roomsBusy(
	feishu: FeishuClient,
	rooms: readonly string[],
	range: Span,
	zone: string,
	label = '',
): Promise<Map<string, Busy[]>> {
	const busy = new Map<string, Busy[]>();
	for (const room_id of rooms) {
		const taken: Busy[] = [];
		for (const { start, end } of parts(range, ROOM_MS)) {
			const body = { time_min: isoIn(start, zone), time_max: isoIn(end, zone), room_id };
			// Where nothing is in it, the list itself is missing.
			const { freebusy_list } = await feishu.call(LIST, { body, idempotent: true }).catch((error: unknown) => {
				if (label === '' || !isMalformed(error)) throw error;
				throw refusedField(
					error,
					label,
					`has a meeting room that Feishu refuses: ${room_id}`,
					'Choose the room from the list',
				);
			});
			taken.push(...spans(freebusy_list));
		}
		busy.set(room_id, taken);
	}
	return busy;
}

/** What is no ID of a chat. Source: …/im-v1/chat-members/get */
const NO_CHAT = 232006;

/** Everybody in a group, by their IDs. The caller has to be in it. @param label of the field that names them @throws InputError about an ID that is none */
export async function membersOf(
	feishu: FeishuClient,
	chats: readonly string[],
	type: UserIdType,
	label: string,
): Promise<string[]> {
	const ids: string[] = [];
	for (const chat_id of chats) {
		const query = { member_id_type: type };
		const request = { path: { chat_id }, query, pageSize: 100, itemsKey: 'items', limit: Infinity };
		const members = await feishu.list(CHAT_MEMBERS, request).catch((error: unknown) => {
			if (!isNotThere(error) && codeOf(error) !== NO_CHAT) throw error;
			throw refusedField(error, label, `has a group that Feishu does not find: ${chat_id}`, GROUP_ADVICE);
		});
		ids.push(...members.map(({ member_id }) => text(member_id)));
	}
	return ids.filter((id) => id !== '');
}

const GROUP_ADVICE = 'Choose the group from the list; the ID of a group begins with oc_ and is longer';

function spans(list: unknown): Busy[] {
	if (!Array.isArray(list)) return [];
	return (list as IDataObject[])
		.map(({ start_time, end_time, rsvp_status }) => ({
			start: Date.parse(text(start_time)),
			end: Date.parse(text(end_time)),
			rsvp_status: text(rsvp_status),
		}))
		.filter(({ start, end }) => start < end);
}

function parts({ start, end }: Span, length: number): Span[] {
	const count = Math.ceil((end - start) / length);
	return Array.from({ length: count }, (_, at) => ({
		start: start + at * length,
		end: Math.min(start + (at + 1) * length, end),
	}));
}
