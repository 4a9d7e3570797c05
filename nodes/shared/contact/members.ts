import type { FeishuClient } from '../client/client';
import { fieldGroup, mixedRowsField } from '../fields/nested';
import { optionalChatField } from '../im/chat';
import { complaint } from '../operation/field';
import { optionalDepartmentField } from './department';
import { optionalPeopleField } from './severalPeople';

/** A member as the platform names one. */
export interface Member {
	type: string;
	id: string;
	[key: string]: string;
}

/** What is said of the group field, and of each of its rows. */
interface MemberWords {
	/** Of a group chat. */
	chat: string;
	/** Of a department. */
	department: string;
	/** Of both. */
	groups: string;
}

/**
 * Whom an operation on a role or a list of members concerns: gives what asks the platform for their IDs.
 * @throws InputError when there is nobody
 */
export function membersField(words: MemberWords) {
	const people = optionalPeopleField({ displayName: 'People', name: 'people' });
	const chat = optionalChatField({ description: words.chat });
	const department = optionalDepartmentField({ description: words.department });
	const groups = mixedRowsField(
		{
			displayName: 'Groups and Departments',
			name: 'groups',
			placeholder: 'Add Group or Department',
			description: words.groups,
		},
		{ chat: { name: 'Group Chat', fields: [chat] }, department: { name: 'Department', fields: [department] } },
	);
	return fieldGroup('members', [people, groups], ({ read, label }) => {
		const several = read(people);
		const rows = read(groups);
		const missing = (what: string) =>
			complaint(label(groups), `has a row without a ${what}`, 'Choose one, or remove the row');
		const chats = rows.chat.map((row): Member => {
			const id = row.read(chat);
			if (id === undefined) throw missing('group');
			return { type: 'chat_id', id };
		});
		const departments = rows.department.map((row): Member => {
			const found = row.read(department);
			if (!found) throw missing('department');
			return { type: found.type, id: found.id };
		});
		if (several.count + chats.length + departments.length === 0)
			throw complaint(label(people), `and the field '${groups.label}' are both empty`, 'Add at least one member');
		return async (feishu: FeishuClient): Promise<Member[]> => {
			const { ids, type } = await several.resolve(feishu);
			return [...ids.map((id) => ({ type, id })), ...chats, ...departments];
		};
	});
}
