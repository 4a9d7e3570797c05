import type { IDataObject } from 'n8n-workflow';

import { codeOf } from '../../../feishu/api/call';
import { JobError } from '../../../feishu/api/poll';
import type { UserIdType } from '../../../feishu/ids';
import { text } from '../../../feishu/json';
import type { FeishuClient } from '../../shared/client/client';
import { GET_ATTENDEES, REMOVE_ATTENDEES } from '../../shared/calendar/endpoints';
import type { ReadyInvitees } from './inviteesField';

/** In one request. Source: …/calendar-event-attendee/list, batch_delete */
const MOST = { removed: 500, page: 100 };

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

/** What an attendee is known by. */
export const idOf = (attendee: IDataObject): string => text(attendee[KEYS[text(attendee.type)] ?? 'user_id']);

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

/** An attendee as the output has it. Of the first members of a group the platform tells no IDs; Members of Groups lists them all. */
export function shownAttendee({ chat_members: _, ...attendee }: IDataObject): IDataObject {
	return attendee;
}

/** Somebody who is invited and can be asked about a room; the organizer where nobody else is. Undefined for nobody, and where they can't be seen. */
export async function firstPerson(
	feishu: FeishuClient,
	path: EventPath,
	type: UserIdType,
): Promise<string | undefined> {
	const all = await attendeesOf(feishu, path, type).catch(unseen);
	const people = all.filter((one) => one.type === 'user' && one.rsvp_status !== 'removed');
	const [first] = [...people.filter((one) => one.is_organizer !== true), ...people].map(idOf);
	return first;
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

function unseen(error: unknown): IDataObject[] {
	if (codeOf(error) === UNSEEN) return [];
	throw error;
}

/** The same after an event was moved, which asks its rooms anew: nothing where there are none, or they can't be seen. */
export async function roomsAfterMove(
	feishu: FeishuClient,
	path: EventPath,
	seconds: number,
): Promise<{ rooms?: IDataObject[] }> {
	if (seconds === 0) return {};
	const rooms = await roomAnswers(feishu, path, 'open_id', seconds).catch(unseen);
	return rooms.length > 0 ? { rooms } : {};
}

const hasAnswered = ({ type, rsvp_status }: IDataObject): boolean =>
	type !== 'resource' || rsvp_status !== 'needs_action';

function inParts<T>(all: readonly T[], most: number): T[][] {
	return Array.from({ length: Math.ceil(all.length / most) }, (_, at) => all.slice(at * most, (at + 1) * most));
}
