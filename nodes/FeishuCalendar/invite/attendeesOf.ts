import type { IDataObject } from 'n8n-workflow';

import { codeOf } from '../../../feishu/api/call';
import { JobError } from '../../../feishu/api/poll';
import type { UserIdType } from '../../../feishu/ids';
import { text } from '../../../feishu/json';
import type { FeishuClient } from '../../shared/client/client';
import { ADD_ATTENDEES, GET_ATTENDEES, REMOVE_ATTENDEES } from '../../shared/calendar/endpoints';
import { isMalformed, refusedField } from '../event/refusedField';
import type { ReadyInvitees } from './inviteesField';

/** In one request. Source: …/calendar-event-attendee/create, batch_delete */
const MOST = { added: 1000, rooms: 100, removed: 500, page: 100 };

/** An event, as its endpoints name it. */
export interface EventPath {
	calendar_id: string;
	event_id: string;
	[key: string]: string;
}

/** An attendee in the output. Source: …/calendar-event-attendee/list */
export const ATTENDEE_SHAPE = {
	'attendee_id?': 'string',
	type: 'string',
	'display_name?': 'string',
	'rsvp_status?': 'string',
	'is_optional?': 'boolean',
	'is_organizer?': 'boolean',
	'is_external?': 'boolean',
	'user_id?': 'string',
	'chat_id?': 'string',
	'room_id?': 'string',
	'third_party_email?': 'string',
	'operate_id?': 'string',
	'resource_customization?': 'any',
	'approval_reason?': 'string',
} as const;

const KEYS: Readonly<Record<string, string>> = {
	user: 'user_id',
	chat: 'chat_id',
	resource: 'room_id',
	third_party: 'third_party_email',
};

/** Who it is, whatever is said about them. */
export function whoIs(attendee: IDataObject): IDataObject {
	const type = text(attendee.type);
	const key = KEYS[type] ?? 'user_id';
	return { type, [key]: attendee[key] };
}

export const sameAttendee = (one: IDataObject, other: IDataObject): boolean =>
	JSON.stringify(whoIs(one)) === JSON.stringify(whoIs(other));

/** All attendees of an event. @throws CallError 194001 where the caller may not see them */
export async function attendeesOf(feishu: FeishuClient, path: EventPath, type: UserIdType, limit = Infinity) {
	return await feishu.list(GET_ATTENDEES, {
		path,
		query: { user_id_type: type },
		limit,
		pageSize: MOST.page,
		itemsKey: 'items',
	});
}

/**
 * Invites them, in as few requests as the platform takes: 1,000 attendees in one, 100 rooms. Who is invited already stays
 * so, which is why it may be repeated.
 * @returns those who were invited, as the platform says
 */
export async function addAttendees(
	feishu: FeishuClient,
	path: EventPath,
	{ attendees, type, label }: ReadyInvitees,
	need_notification: boolean,
): Promise<IDataObject[]> {
	const rooms = attendees.filter((one) => one.type === 'resource');
	const others = attendees.filter((one) => one.type !== 'resource');
	const added: IDataObject[] = [];
	for (const some of [...inParts(others, MOST.added), ...inParts(rooms, MOST.rooms)]) {
		const request = {
			path,
			query: { user_id_type: type },
			body: { attendees: some, need_notification },
			idempotent: true,
		};
		const answer = await feishu.call<{ attendees?: IDataObject[] }>(ADD_ATTENDEES, request).catch((error: unknown) => {
			throw isMalformed(error) ? refusedAttendees(error, label, some) : error;
		});
		added.push(...(answer.attendees ?? []).map(shownAttendee));
	}
	return added;
}

/** IDs that a complaint names. */
const MOST_NAMED = 5;

function refusedAttendees(error: unknown, label: string, attendees: readonly IDataObject[]): Error {
	const areRooms = attendees.every((one) => one.type === 'resource');
	const named = attendees.slice(0, MOST_NAMED).map((one) => text(one[KEYS[text(one.type)] ?? 'user_id']));
	const all = `${named.join(', ')}${attendees.length > MOST_NAMED ? ', …' : ''}`;
	if (areRooms)
		return refusedField(
			error,
			label,
			`has a meeting room that Feishu refuses: ${all}`,
			'Choose the room from the list; one that somebody approves needs a Reason',
		);
	return refusedField(
		error,
		label,
		`has an attendee whom Feishu refuses: ${all}`,
		'Choose from the list, and look whether the addresses are right',
	);
}

/** An attendee as the output has it. Of the first members of a group the platform tells no IDs; Members of Groups lists them all. */
export function shownAttendee({ chat_members: _, ...attendee }: IDataObject): IDataObject {
	return attendee;
}

/** The same attendees with what the rooms among them have said since. */
export function withAnswers(attendees: readonly IDataObject[], rooms: readonly IDataObject[]): IDataObject[] {
	return attendees.map((one) => {
		const room = one.type === 'resource' ? rooms.find((other) => sameAttendee(one, other)) : undefined;
		return room ? { ...one, rsvp_status: room.rsvp_status } : one;
	});
}

/** Takes them out, 500 in one request. */
export async function removeAttendees(
	feishu: FeishuClient,
	path: EventPath,
	{ attendees, type }: Pick<ReadyInvitees, 'attendees' | 'type'>,
	need_notification: boolean,
): Promise<void> {
	for (const some of inParts(attendees.map(whoIs), MOST.removed))
		await feishu.call(REMOVE_ATTENDEES, {
			path,
			query: { user_id_type: type },
			body: { delete_ids: some, need_notification },
			idempotent: true,
		});
}

/** A room answers a few seconds after it was invited. Source: …/calendar-event-attendee/create */
const ASK_EVERY_MS = 1000;

interface Page {
	items?: IDataObject[];
	has_more?: boolean;
}

/** The rooms of an event with their answers, as soon as none of them is open, or the time is over. @param seconds to wait at most */
export async function roomAnswers(
	feishu: FeishuClient,
	path: EventPath,
	type: UserIdType,
	seconds: number,
): Promise<IDataObject[]> {
	const query = { user_id_type: type, page_size: MOST.page };
	let last: Page = {};
	const until = (page: Page) => {
		last = page;
		return (page.items ?? []).every(hasAnswered);
	};
	const job = { until, everyMs: ASK_EVERY_MS, longestMs: seconds * 1000 };
	const waited = await feishu.poll<Page>(GET_ATTENDEES, { path, query }, job).then(
		() => undefined,
		(error: unknown) => error,
	);
	// Rooms that have not answered in time are told as they stand.
	if (waited !== undefined && !(waited instanceof JobError)) throw waited;
	const all = last.has_more === true ? await attendeesOf(feishu, path, type) : (last.items ?? []);
	return all.filter((one) => one.type === 'resource');
}

/** Who may not see who is invited. */
const UNSEEN = 194001;

/** The same after an event was moved, which asks its rooms anew: nothing where there are none, or they can't be seen. */
export async function roomsAfterMove(
	feishu: FeishuClient,
	path: EventPath,
	seconds: number,
): Promise<{ rooms?: IDataObject[] }> {
	if (seconds === 0) return {};
	const rooms = await roomAnswers(feishu, path, 'open_id', seconds).catch((error: unknown) => {
		if (codeOf(error) === UNSEEN) return [];
		throw error;
	});
	return rooms.length > 0 ? { rooms } : {};
}

const hasAnswered = ({ type, rsvp_status }: IDataObject): boolean =>
	type !== 'resource' || rsvp_status !== 'needs_action';

function inParts<T>(all: readonly T[], most: number): T[][] {
	return Array.from({ length: Math.ceil(all.length / most) }, (_, at) => all.slice(at * most, (at + 1) * most));
}
