import type { FeishuClient } from '../../../shared/client/client';
import { optionalDepartmentField } from '../../../shared/contact/department';
import { optionalPeopleField } from '../../../shared/contact/severalPeople';
import { fieldGroup, mixedRowsField } from '../../../shared/fields/nested';
import { optionalChatField } from '../../../shared/im/chat';
import { complaint } from '../../../shared/operation/field';

/** Members in one request. Source: …/bitable-v1/app-role-member/batch_create */
export const AT_ONCE = 100;

/** A member as the platform names one. */
export interface Member {
	type: string;
	id: string;
	[key: string]: string;
}

const people = optionalPeopleField({ displayName: 'People', name: 'people' });

const chat = optionalChatField({ description: 'Everybody in the group has the role, its bots as well' });
const department = optionalDepartmentField({ description: 'Everybody in the department has the role' });

const groups = mixedRowsField(
	{
		displayName: 'Groups and Departments',
		name: 'groups',
		placeholder: 'Add Group or Department',
		description: 'An app has a role through a group that its bot is in',
	},
	{ chat: { name: 'Group Chat', fields: [chat] }, department: { name: 'Department', fields: [department] } },
);

/** Whom an operation on a role concerns: gives what asks the platform for their IDs. @throws InputError when there is nobody */
export const membersField = fieldGroup('roleMembers', [people, groups], ({ read, label }) => {
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
