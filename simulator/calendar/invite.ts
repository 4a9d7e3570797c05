import type { UserIdType } from '../platform/ids';
import { invalidId, userById } from '../state/lookUp';
import type { Attendee, AttendeeType, CalendarEvent } from '../state/calendars';
import { isIn, type Operator, openIdOf } from '../state/operator';
import type { Store } from '../state/store';
import { newAttendee } from './attendees';
import { refused } from './problem';

export const ATTENDEE_TYPES = ['user', 'chat', 'resource', 'third_party'] as const;
const MOST = 3000;
const LONGEST_REASON = 200;

export interface GivenAttendee {
	type?: AttendeeType;
	is_optional?: boolean;
	user_id?: string;
	chat_id?: string;
	room_id?: string;
	third_party_email?: string;
	operate_id?: string;
	resource_customization?: object[];
	approval_reason?: string;
}

interface Inviting {
	store: Store;
	by: Operator;
	idType: UserIdType;
}

type Name = (given: GivenAttendee, inviting: Inviting) => string;

/** Whom each type names. */
const NAMED: Readonly<Record<AttendeeType, Name>> = {
	user: ({ user_id: id = '' }, { store, by, idType }) => userById(store, by.app, idType, id, refused.user).open_id,
	chat({ chat_id: id = '' }, { store, by }) {
		const chat = store.im.chats.get(id);
		if (!chat) throw invalidId('chat_id');
		if (!isIn(chat, by)) throw refused.addAttendees('the caller is not in the chat');
		return id;
	},
	resource({ room_id: id = '' }, { store }) {
		if (!store.calendars.rooms.all.has(id)) throw refused.params('room_id');
		return id;
	},
	third_party({ third_party_email: email = '' }) {
		if (!/^\S+@\S+\.\S+$/.test(email)) throw refused.params('third_party_email');
		return email;
	},
};

export function namedBy(given: GivenAttendee, inviting: Inviting): { type: AttendeeType; named: string } {
	if (given.type === undefined) throw refused.attendeeType();
	return { type: given.type, named: NAMED[given.type](given, inviting) };
}

/** A room wants somebody to ask about it from an app, and where somebody has to agree a reason, and a person who asks. */
function checkRoom(given: GivenAttendee, named: string, { store, by }: Inviting): void {
	if (given.is_optional) throw refused.params('is_optional of a room');
	if (!by.user && !given.operate_id) throw refused.params('operate_id');
	if ((given.approval_reason ?? '').length > LONGEST_REASON) throw refused.params('approval_reason');
	if (!store.calendars.rooms.all.get(named)?.approval) return;
	if (!by.user) throw refused.addAttendees('a room with approval takes a user_access_token');
	if (!given.approval_reason) throw refused.params('approval_reason');
}

const isSame = (one: Attendee, { type, named }: { type: AttendeeType; named: string }) =>
	one.type === type && one.named === named;

function invitation(event: CalendarEvent, given: GivenAttendee, inviting: Inviting): Attendee {
	const { store, by, idType } = inviting;
	const { type, named } = namedBy(given, inviting);
	if (type === 'resource') checkRoom(given, named, inviting);
	const found = event.attendees.find((each) => isSame(each, { type, named }));
	if (found) return found;
	const organizer = store.calendars.all.get(event.calendar_id);
	const is_organizer = organizer?.type === 'primary' && type === 'user' && organizer.owner === named;
	const operate = given.operate_id;
	return newAttendee(store, {
		...{ type, named, is_organizer },
		rsvp_status: is_organizer ? 'accept' : 'needs_action',
		is_optional: given.is_optional ?? false,
		operate_id: operate ? userById(store, by.app, idType, operate, refused.user).open_id : undefined,
		resource_customization: given.resource_customization,
		approval_reason: given.approval_reason,
	});
}

/** Where nothing else is said, an event gets a meeting when the first one is invited. */
const meeting = () => ({
	...{ vc_type: 'vc', icon_type: 'vc', description: '' },
	meeting_url: `https://vc.feishu.cn/j/${String(Math.floor(Math.random() * 9e8) + 1e8)}`,
});

/** Those who are invited now, in their order; nobody is where one of them can't be. */
export function invite(
	event: CalendarEvent,
	given: readonly GivenAttendee[],
	inviting: Inviting & { withOperator: boolean },
): Attendee[] {
	const { by } = inviting;
	const added = given.map((each) => invitation(event, each, inviting));
	const own = inviting.withOperator && by.user ? [newOperator(event, inviting)] : [];
	const fresh = [...added, ...own].filter(
		(attendee, index, all) =>
			!event.attendees.some((each) => isSame(each, attendee)) &&
			all.findIndex((each) => isSame(each, attendee)) === index,
	);
	if (event.attendees.length + fresh.length > MOST) throw refused.params('more than 3000 attendees');
	if (event.attendees.length === 0 && fresh.length > 0) event.parts.vchat ??= meeting();
	event.attendees.push(...fresh);
	return added;
}

/** The caller, who comes as well. */
function newOperator(event: CalendarEvent, { store, by }: Inviting): Attendee {
	const named = openIdOf(by);
	const is_organizer = store.calendars.all.get(event.calendar_id)?.owner === named;
	return newAttendee(store, { type: 'user', named, rsvp_status: 'accept', is_organizer });
}
