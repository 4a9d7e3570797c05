import { roomsField } from '../../shared/calendar/room';
import { optionalPeopleField, type SeveralPeople } from '../../shared/contact/severalPeople';
import { fieldGroup } from '../../shared/fields/nested';
import { complaint } from '../../shared/operation/field';
import type { FeishuClient } from '../../shared/client/client';
import { chatsField } from '../invite/chatsField';
import { membersOf } from './busyOf';

const people = optionalPeopleField();
const chats = chatsField(
	{ name: 'chats', description: 'Everybody in these counts as well' },
	'A group that the caller is in: everybody in it counts',
);
const rooms = roomsField();

/** Whose time it is about. */
export interface Who {
	people: SeveralPeople;
	chats: string[];
	rooms: string[];
	/** What complaints call the fields of the groups and of the rooms. */
	chatsLabel: string;
	roomsLabel: string;
}

/** People, everybody in groups, and rooms; at least one of them. */
export const whoField = fieldGroup('who', [people, chats, rooms], ({ read, label }): Who => {
	const who = {
		people: read(people),
		chats: read(chats),
		rooms: [...new Set(read(rooms))],
		chatsLabel: label(chats),
		roomsLabel: label(rooms),
	};
	if (who.people.count + who.chats.length + who.rooms.length > 0) return who;
	throw complaint(
		label(people),
		`is empty, and so are '${chats.label}' and '${rooms.label}'`,
		'Name somebody whose time it is about',
	);
});

/** The IDs of everybody, each once. @throws InputError about who is not found */
export async function everybody(feishu: FeishuClient, { people, chats, chatsLabel }: Who) {
	const { ids, type } = await people.resolve(feishu);
	return { ids: [...new Set([...ids, ...(await membersOf(feishu, chats, type, chatsLabel))])], type };
}
