import { isExpression, type IDataObject } from 'n8n-workflow';

import type { UserIdType } from '../../../feishu/ids';
import { chosenInRow } from '../../shared/calendar/chosenInRow';
import { optionalRoomField } from '../../shared/calendar/room';
import { optionalUserField } from '../../shared/contact/person';
import { peopleList, resolveTogether, SeveralPeople } from '../../shared/contact/severalPeople';
import { PEOPLE_CALLS } from '../../shared/contact/people';
import type { FeishuClient } from '../../shared/client/client';
import { mixedRowsField } from '../../shared/fields/nested';
import { flagField, listField, textField, type Words } from '../../shared/fields/plain';
import { optionalChatField } from '../../shared/im/chat';
import { complaint, mappedField, type Field } from '../../shared/operation/field';

/** Source: …/calendar-event-attendee/create */
const MAX_REASON = 200;

const person = optionalUserField({ name: 'person', displayName: 'Person' });
const chat = optionalChatField({ description: 'A group that the caller is in: everybody in it is invited' });
const room = optionalRoomField();
const guests = listField({
	displayName: 'Emails',
	name: 'emails',
	placeholder: 'e.g. ann@example.org',
	description: 'Of people outside of the organization, separated by commas or line breaks',
});
const optional = flagField({
	displayName: 'Optional',
	name: 'optional',
	default: false,
	description: 'Whether they need not come',
});
const reason = mappedField(
	textField({
		displayName: 'Reason',
		name: 'reason',
		placeholder: 'e.g. Customer visit',
		description: 'For a room that somebody has to approve; only a person can book such a room',
	}),
	(text, label) => {
		if (text.length <= MAX_REASON) return text;
		throw complaint(label, 'is too long', `Use up to ${MAX_REASON} characters`);
	},
);
const contact = optionalUserField({
	name: 'contact',
	displayName: 'Contact',
	description: 'Who is asked about the room where an app books it; the first person who is invited if nobody is named',
});

interface Room {
	room_id: string;
	reason: string;
	contact: string | undefined;
}

/** Attendees in the words of the endpoint, and the kind of ID of their people. */
export interface ReadyInvitees {
	attendees: IDataObject[];
	type: UserIdType;
	/** What complaints call the field. */
	label: string;
}

/** Whether a meeting room is among them. */
export const hasRooms = ({ attendees }: ReadyInvitees): boolean => attendees.some(({ type }) => type === 'resource');

/** Everybody who was filled in. */
export class Invitees {
	constructor(
		private readonly people: { must: SeveralPeople; may: SeveralPeople },
		private readonly chats: ReadonlyArray<{ chat_id: string; is_optional: boolean }>,
		private readonly rooms: readonly Room[],
		private readonly guests: ReadonlyArray<{ email: string; is_optional: boolean }>,
		readonly label: string,
		/** An expression has given a list of nobody, which is meant. */
		readonly isEmptied: boolean,
	) {}

	get count(): number {
		const { must, may } = this.people;
		return must.count + may.count + this.chats.length + this.rooms.length + this.guests.length;
	}

	/**
	 * @param there finds somebody who is invited already, for a room that nobody named is asked about
	 * @throws InputError about who is not found, and about a room of an app that nobody is asked about
	 */
	async resolve(
		feishu: FeishuClient,
		there?: (type: UserIdType) => Promise<string | undefined>,
	): Promise<ReadyInvitees> {
		const named = this.rooms.map(({ contact: id }) => id);
		const contacts = new SeveralPeople(
			named.filter((id) => id !== undefined),
			this.label,
		);
		const { ids, type } = await resolveTogether(feishu, { ...this.people, contacts });
		const isApp = this.rooms.length > 0 && !(await feishu.isPerson());
		const first = ids.must[0] ?? ids.may[0];
		const isMissing = isApp && first === undefined && named.includes(undefined);
		const usual = first ?? (isMissing ? await there?.(type) : undefined);
		const contactOf = (id: string | undefined) => {
			const at = id === undefined ? -1 : contacts.entries.indexOf(id);
			return at < 0 ? (isApp ? usual : undefined) : ids.contacts[at];
		};
		const user = (user_id: string, is_optional: boolean) => ({ type: 'user', user_id, is_optional });
		const rooms = this.rooms.map((one) => {
			const operate_id = contactOf(one.contact);
			if (isApp && operate_id === undefined)
				throw complaint(
					this.label,
					'has a room that nobody is asked about',
					'Name a Contact in its row, or invite a person',
				);
			return {
				type: 'resource',
				room_id: one.room_id,
				...(operate_id !== undefined && { operate_id }),
				...(one.reason && { approval_reason: one.reason }),
			};
		});
		const attendees = [
			...ids.must.map((id) => user(id, false)),
			...ids.may.filter((id) => !ids.must.includes(id)).map((id) => user(id, true)),
			...this.chats.map((one) => ({ type: 'chat', ...one })),
			...rooms,
			...this.guests.map(({ email, is_optional }) => ({ type: 'third_party', third_party_email: email, is_optional })),
		];
		return { attendees, type, label: this.label };
	}
}

/** People, groups, rooms, and people outside of the organization. @throws InputError naming a row in which nobody is chosen; a list may have nobody */
export function inviteesField<const N extends string = 'attendees'>(words: Partial<Words<N>> = {}): Field<Invitees, N> {
	const rows = mixedRowsField(
		{
			displayName: 'Attendees',
			placeholder: 'Add Attendee',
			description: 'Who is invited; an event of an app is seen by nobody else',
			...words,
			name: (words.name ?? 'attendees') as N,
		},
		{
			person: { name: 'Person', fields: [person, optional] },
			several: { name: 'Several People', fields: [peopleList, optional] },
			chat: { name: 'Group Chat', fields: [chat, optional] },
			room: { name: 'Meeting Room', fields: [room, contact, reason] },
			guests: { name: 'Outside of the Organization', fields: [guests, optional] },
		},
	);
	const field = mappedField(rows, (found, label) => {
		const people = [
			...found.person.map((row) => ({ ids: [chosenInRow(row, person).reference.id], may: row.read(optional) })),
			// A list of an expression may have nobody.
			...found.several.map(({ read }) => ({ ids: read(peopleList), may: read(optional) })),
		];
		const idsOf = (may: boolean) =>
			new SeveralPeople([...new Set(people.filter((one) => one.may === may).flatMap(({ ids }) => ids))], label);
		return new Invitees(
			{ must: idsOf(false), may: idsOf(true) },
			found.chat.map((row) => ({ chat_id: chosenInRow(row, chat), is_optional: row.read(optional) })),
			found.room.map((row) => ({
				room_id: chosenInRow(row, room),
				reason: row.read(reason),
				contact: row.read(contact)?.reference.id,
			})),
			found.guests.flatMap(({ read, refuse }) =>
				read(guests).map((email) => {
					if (!/^[^\s@]+@[^\s@]+$/.test(email))
						throw refuse(guests, `holds no email address: ${email.slice(0, 60)}`, 'It looks like ann@example.org');
					return { email, is_optional: read(optional) };
				}),
			),
			label,
			[
				...found.several.map(({ panel }) => [panel, peopleList.name] as const),
				...found.guests.map(({ panel }) => [panel, guests.name] as const),
			].some(([panel, name]) => isExpression(panel.writtenAs(name)) && Array.isArray(panel.value(name))),
		);
	});
	return { ...field, calls: PEOPLE_CALLS };
}

/** As `inviteesField`, with one attendee at least. */
export function someInviteesField(words: Partial<Words<'attendees'>> = {}): Field<Invitees, 'attendees'> {
	return mappedField(inviteesField({ required: true, ...words }), (invitees, label) => {
		if (invitees.count === 0) throw complaint(label, 'is empty', 'Add at least one attendee');
		return invitees;
	});
}

/** The same for a list that takes the place of another: nobody is left only where an expression gives an empty list. */
export function replacingInviteesField(words: Partial<Words<'attendees'>> = {}): Field<Invitees, 'attendees'> {
	return mappedField(inviteesField({ required: true, ...words }), (invitees, label) => {
		if (invitees.count > 0 || invitees.isEmptied) return invitees;
		throw complaint(
			label,
			'is empty',
			'Add at least one attendee. To leave nobody, let an expression in Several People give an empty list',
		);
	});
}
