import type { UserIdType } from '../platform/ids';
import type { Answer, Attendee, AttendeeType, CalendarEvent } from '../state/calendars';
import type { Operator } from '../state/operator';
import type { Store } from '../state/store';
import { newId } from '../platform/ids';
import { nameFor } from './access';

/** Those whom an attendee stands for: a person, or the members of a group. */
export function peopleOf(store: Store, { type, named }: Attendee): string[] {
	if (type === 'user') return [named];
	return type === 'chat' ? (store.im.chats.get(named)?.members ?? []) : [];
}

/** What somebody has answered, where they are invited: by themselves, or with a group. */
export function answerOf(store: Store, { attendees }: CalendarEvent, openId: string): Answer | undefined {
	const own = attendees.find(({ type, named }) => type === 'user' && named === openId);
	if (own) return own.rsvp_status === 'removed' ? undefined : own.rsvp_status;
	const group = attendees.find((each) => each.type === 'chat' && peopleOf(store, each).includes(openId));
	if (!group) return undefined;
	const answer = group.answers.get(openId) ?? 'needs_action';
	return answer === 'removed' ? undefined : answer;
}

/** Somebody answers; false where nobody has invited them. */
export function answer(store: Store, { attendees }: CalendarEvent, openId: string, status: Answer): boolean {
	const own = attendees.find(({ type, named }) => type === 'user' && named === openId);
	if (own) own.rsvp_status = status;
	const groups = attendees.filter((each) => each.type === 'chat' && peopleOf(store, each).includes(openId));
	for (const group of groups) group.answers.set(openId, status);
	return own !== undefined || groups.length > 0;
}

export const newAttendee = (
	store: Store,
	fields: { type: AttendeeType; named: string } & Partial<Attendee>,
): Attendee => ({
	attendee_id: `${fields.type === 'third_party' ? 'third_party' : fields.type}_${newId.long()}`,
	rsvp_status: 'needs_action',
	is_optional: false,
	is_organizer: false,
	answers: new Map(),
	reads: fields.type === 'resource' ? store.settings.roomAnswerReads : 0,
	since: store.clock.now(),
	...fields,
});

const MEMBERS_SHOWN = 10;

const memberView = (store: Store, { app }: Operator, attendee: Attendee, openId: string) => ({
	rsvp_status: attendee.answers.get(openId) ?? 'needs_action',
	is_optional: attendee.is_optional,
	display_name: nameFor(store, app, openId),
	is_organizer: false,
	is_external: false,
});

/** Everybody in the group of an attendee, each with an open_id. */
export const chatMemberViews = (store: Store, by: Operator, attendee: Attendee): object[] =>
	peopleOf(store, attendee).map((openId) => ({
		...memberView(store, by, attendee, openId),
		open_id: store.directory.idFor(by.app, openId),
	}));

function displayName(store: Store, { app }: Operator, { type, named }: Attendee): string {
	if (type === 'user') return nameFor(store, app, named);
	if (type === 'chat') return store.im.chats.get(named)?.name ?? '';
	return type === 'resource' ? (store.calendars.rooms.all.get(named)?.name ?? '') : named;
}

const ID_NAMES = {
	user: 'user_id',
	chat: 'chat_id',
	resource: 'room_id',
	third_party: 'third_party_email',
} as const satisfies Record<AttendeeType, string>;

/** An attendee in the words of the platform. */
export function attendeeView(
	store: Store,
	by: Operator,
	attendee: Attendee,
	{ idType, customization }: { idType: UserIdType; customization?: boolean },
): object {
	const { type, attendee_id, rsvp_status, is_optional, is_organizer, named, operate_id } = attendee;
	const id = (openId: string) => store.directory.idFor(by.app, openId, idType);
	return {
		...{ type, attendee_id, rsvp_status, is_optional, is_organizer },
		is_external: type === 'third_party',
		display_name: displayName(store, by, attendee),
		...(type === 'chat' && {
			chat_members: peopleOf(store, attendee)
				.slice(0, MEMBERS_SHOWN)
				.map((openId) => memberView(store, by, attendee, openId)),
		}),
		[ID_NAMES[type]]: type === 'user' ? id(named) : named,
		...(operate_id !== undefined && { operate_id: id(operate_id) }),
		...(customization &&
			attendee.resource_customization && { resource_customization: attendee.resource_customization }),
		...(attendee.approval_reason !== undefined && { approval_reason: attendee.approval_reason }),
	};
}
