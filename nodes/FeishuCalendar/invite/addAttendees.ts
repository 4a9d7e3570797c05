import type { IDataObject } from 'n8n-workflow';

import { codeOf } from '../../../feishu/api/call';
import { writeInHalves, type Outcome } from '../../../feishu/api/writeInHalves';
import { ADD_ATTENDEES, GET_ROOMS_BY_ID, SEARCH_ROOMS } from '../../shared/calendar/endpoints';
import type { FeishuClient } from '../../shared/client/client';
import { namesOfAll } from '../busy/names';
import { isMalformed, isNotThere, refusedField } from '../event/refusedField';
import { idOf, shownAttendee, type EventPath } from './attendeesOf';
import type { ReadyInvitees } from './inviteesField';

/** What inviting may call: a room that is refused is named. */
export const INVITE_CALLS = [ADD_ATTENDEES, GET_ROOMS_BY_ID, SEARCH_ROOMS];

/** In one request. Source: …/calendar-event-attendee/create */
const MOST = { others: 1000, rooms: 100 };
/** After so many who are refused while nobody was invited, it is about all of them. */
const GIVE_UP = 5;
/** The caller may not invite to the event; or not this group, in which they are not, or this room, which somebody approves. */
const NOT_ALLOWED = 194002;

/** Who was invited, as the platform says; and why not everybody was. */
interface Inviting {
	added: IDataObject[];
	problem?: unknown;
}

/**
 * Invites them, in as few requests as the platform takes: 1,000 attendees in one, 100 rooms. It refuses all of a request
 * where it refuses one, who is then found in halves, so that the others are invited. Who is invited already stays so,
 * which is why it may be repeated. It never throws, because who was invited before a failure stays so.
 */
export async function addAttendees(
	feishu: FeishuClient,
	path: EventPath,
	{ attendees, type, label }: ReadyInvitees,
	need_notification: boolean,
): Promise<Inviting> {
	const added: IDataObject[] = [];
	const write = async (some: readonly IDataObject[]) => {
		const answer = await feishu.call<{ attendees?: IDataObject[] }>(ADD_ATTENDEES, {
			path,
			query: { user_id_type: type },
			body: { attendees: [...some], need_notification },
			idempotent: true,
		});
		added.push(...(answer.attendees ?? []).map(shownAttendee));
		return some;
	};
	const rooms = attendees.filter(isRoom);
	const others = attendees.filter((one) => !isRoom(one));
	const refused: Refused[] = [];
	for (const [some, most] of [[others, MOST.others] as const, [rooms, MOST.rooms] as const]) {
		const byOne = some.some(({ type: kind }) => kind === 'resource' || kind === 'chat');
		const isAbout = (error: unknown) => isAboutOne(error) || (byOne && codeOf(error) === NOT_ALLOWED);
		const outcomes = await writeInHalves(some, { write, most, isAbout, giveUpAfter: GIVE_UP });
		const here = refusedOf(some, outcomes);
		refused.push(...here);
		if (here.some(({ error }) => !isAbout(error))) break;
	}
	const [first] = refused;
	if (!first) return { added };
	const other = refused.find(({ attendee, error }) => !isAboutOne(error) && !isOneNotAllowed(attendee, error));
	return { added, problem: other?.error ?? (await complaintAbout(feishu, label, refused, added.length > 0)) };
}

interface Refused {
	attendee: IDataObject;
	error: unknown;
}

const isRoom = ({ type }: IDataObject): boolean => type === 'resource';
const isAboutOne = (error: unknown): boolean => isMalformed(error) || isNotThere(error);
const isOneNotAllowed = ({ type }: IDataObject, error: unknown): boolean =>
	codeOf(error) === NOT_ALLOWED && (type === 'resource' || type === 'chat');

const refusedOf = (some: readonly IDataObject[], outcomes: ReadonlyArray<Outcome<IDataObject>>): Refused[] =>
	outcomes.flatMap((one, at) => {
		const attendee = some[at];
		if (!attendee || 'result' in one) return [];
		return [{ attendee, error: 'refused' in one ? one.refused : one.left }];
	});

/** IDs that a complaint names. */
const MOST_NAMED = 5;

async function complaintAbout(
	feishu: FeishuClient,
	label: string,
	refused: readonly Refused[],
	areOthers: boolean,
): Promise<Error> {
	const roomIds = refused.filter(({ attendee }) => isRoom(attendee)).map(({ attendee }) => idOf(attendee));
	const names = await namesOfAll(feishu, { ids: [], type: 'open_id' }, roomIds.slice(0, MOST_NAMED));
	const named = refused.slice(0, MOST_NAMED).map(({ attendee }) => {
		const id = idOf(attendee);
		return names.has(id) ? `${names.get(id)} (${id})` : id;
	});
	const all = `${named.join(', ')}${refused.length > MOST_NAMED ? ', …' : ''}`;
	const { what, advice } = WORDS.find(({ fits }) => refused.every(fits)) ?? MIXED;
	const rest = areOthers ? '. Everybody else was invited' : '';
	return refusedField(refused[0]?.error, label, `${what}: ${all}`, `${advice}${rest}`);
}

const MIXED = {
	what: 'has attendees whom Feishu refuses',
	advice: 'Choose from the list, and look whether the addresses are right',
};

/** What is said where all who are refused are so for one reason; the first that fits. */
const WORDS: ReadonlyArray<typeof MIXED & { fits: (refused: Refused) => boolean }> = [
	{
		fits: ({ attendee, error }) => isRoom(attendee) && codeOf(error) === NOT_ALLOWED,
		what: 'has a meeting room that this caller may not book',
		advice:
			'Only a person can ask for a room that somebody approves, with a Reason: use the credential of a person, or take another room',
	},
	{
		fits: ({ attendee }) => isRoom(attendee),
		what: 'has a meeting room that Feishu refuses',
		advice: 'Choose the room from the list; one that somebody approves needs a Reason',
	},
	{
		fits: ({ attendee, error }) => attendee.type === 'chat' && codeOf(error) === NOT_ALLOWED,
		what: 'has a group that the caller may not invite',
		advice: 'Whoever invites a group has to be in it: add the app or the person to it',
	},
	{
		fits: ({ attendee, error }) => attendee.type === 'user' && isNotThere(error),
		what: 'has somebody whom Feishu does not find',
		advice:
			'Choose the person from the list: an open_id is good for the one app that gave it, and people who have left are not there any more',
	},
	{
		fits: ({ attendee, error }) => attendee.type === 'chat' && isNotThere(error),
		what: 'has a group that Feishu does not find',
		advice: 'Choose the group from the list',
	},
	{
		fits: () => true,
		what: 'has an attendee whom Feishu refuses',
		advice: MIXED.advice,
	},
];
