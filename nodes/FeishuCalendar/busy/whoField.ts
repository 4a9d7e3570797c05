import { chosenInRow } from '../../shared/calendar/chosenInRow';
import { roomsField } from '../../shared/calendar/room';
import { optionalPeopleField, type SeveralPeople } from '../../shared/contact/severalPeople';
import { fieldGroup, rowsField } from '../../shared/fields/nested';
import { optionalChatField } from '../../shared/im/chat';
import { complaint } from '../../shared/operation/field';
import type { FeishuClient } from '../../shared/client/client';
import { membersOf } from './busyOf';

const people = optionalPeopleField();
const chat = optionalChatField({ description: 'A group that the caller is in: everybody in it counts' });
const chats = rowsField(
	{
		displayName: 'Group Chats',
		name: 'chats',
		placeholder: 'Add Group',
		groupKey: 'chat',
		groupName: 'Group',
		rowName: (_, index) => `Group Chats → Group ${index + 1}`,
		description: 'Everybody in these counts as well',
	},
	[chat],
);
const rooms = roomsField();

/** Whose time it is about. */
export interface Who {
	people: SeveralPeople;
	chats: string[];
	rooms: string[];
	/** What complaints call the field of the rooms. */
	roomsLabel: string;
}

/** People, everybody in groups, and rooms; at least one of them. */
export const whoField = fieldGroup('who', [people, chats, rooms], ({ read, label }): Who => {
	const who = {
		people: read(people),
		chats: read(chats).map((row) => chosenInRow(row, chat)),
		rooms: [...new Set(read(rooms))],
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
export async function everybody(feishu: FeishuClient, { people, chats }: Who) {
	const { ids, type } = await people.resolve(feishu);
	return { ids: [...new Set([...ids, ...(await membersOf(feishu, chats, type))])], type };
}
