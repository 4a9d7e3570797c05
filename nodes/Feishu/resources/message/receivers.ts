import { PEOPLE_CALLS } from '../../../shared/contact/people';
import { optionalDepartmentField } from '../../../shared/contact/department';
import { DEPARTMENT_CHILDREN, DEPARTMENT_USERS } from '../../../shared/contact/directory';
import { optionalUserField } from '../../../shared/contact/person';
import { idsIn } from '../../../shared/fields/idField';
import { fieldGroup, mixedRowsField } from '../../../shared/fields/nested';
import { flagField, listField } from '../../../shared/fields/plain';
import { optionalChatField } from '../../../shared/im/chat';
import { sendToChoice, sendToFields } from '../../../shared/im/receiver';
import { complaint, mappedField, shownFor, type Field } from '../../../shared/operation/field';
import type { Panel } from '../../../shared/operation/panel';
import type { FeishuClient } from '../../../shared/client/client';
import { departmentFinder, finderOf, findAll, type Finder, type FoundReceivers } from './findReceivers';
import type { Receiver } from './sending';

const SEVERAL = {
	name: 'Several Receivers',
	value: 'several',
	description: 'Groups, people and departments, each with a result',
} as const;

const { chat, user } = sendToFields;

const sendTo = sendToChoice('Whether a group, one person or many get the message', [SEVERAL]);

const oneChat = optionalChatField();
const onePerson = optionalUserField();
const department = optionalDepartmentField();

const deep = flagField({
	displayName: 'Include Subdepartments',
	name: 'deep',
	default: true,
	description: 'Whether the people of the departments below get it as well',
});

const list = idsIn(
	'receiver',
	listField({
		displayName: 'IDs or Emails',
		name: 'list',
		typeOptions: { rows: 2 },
		placeholder: 'e.g. oc_a0553eda9014c201, tom@example.com',
		description:
			'Chats (oc_…), people (ou_…, on_…, user IDs, e-mail addresses) and departments (od-…), separated by commas or line breaks, or a list',
	}),
);

const rows = mixedRowsField(
	{
		displayName: 'Receivers',
		name: 'receivers',
		placeholder: 'Add Receivers',
		description: 'Each gets the message once, and gives an item of its own with sent: true or false',
	},
	{
		chats: { name: 'Chat', fields: [oneChat] },
		departments: { name: 'Department', fields: [department, deep] },
		people: { name: 'Person', fields: [onePerson] },
		lists: { name: 'Several at Once', fields: [list] },
	},
);

/** Whoever was filled in; one who is looked up is looked up later. @throws InputError about an empty row, or when there is nobody */
const receivers = shownFor(
	mappedField(rows, ({ chats, people, departments, lists }): Finder[] => {
		const finders: Finder[] = [
			...chats.map((row): Finder => {
				const id = filled(row, oneChat);
				return { names: id, find: async () => [{ id, type: 'chat_id' }] };
			}),
			...people.map((row): Finder => {
				const person = filled(row, onePerson);
				return { names: person.reference.id, find: async (feishu) => [await person.receiver(feishu)] };
			}),
			...departments.map((row) => departmentFinder(filled(row, department), row.read(deep))),
			...lists.flatMap(({ read }) => read(list).map(finderOf)),
		];
		if (finders.length === 0) throw rows.refuse('is empty', 'Add at least one chat, person or department');
		return finders;
	}),
	{ sendTo: [SEVERAL.value] },
);

/** A row that was added must say whom it means. */
function filled<T, N extends string>({ panel }: { panel: Panel }, field: Field<T | undefined, N>): T {
	const value = field.read(panel);
	if (value !== undefined) return value;
	throw complaint(panel.label(field.label), 'is empty', 'Choose from the list, or enter an ID');
}

/** Where a message goes, with the look-up that may need a call. */
export type Receivers =
	| { several: false; key: string; find(feishu: FeishuClient): Promise<Receiver> }
	| { several: true; key: string; find(feishu: FeishuClient): Promise<FoundReceivers> };

const one = fieldGroup('receiver', [sendTo, chat, user], ({ read }) => {
	if (read(sendTo) !== 'user') {
		const id = read(chat);
		return { key: id, find: async (): Promise<Receiver> => ({ id, type: 'chat_id' }) };
	}
	const person = read(user);
	return { key: person.reference.id, find: async (feishu: FeishuClient) => await person.receiver(feishu) };
});

/** One receiver, or several. @throws InputError before any call about an empty field, or when there is nobody */
export const receiversField = {
	...fieldGroup('receivers', [sendTo, chat, user, receivers], ({ read, panel }): Receivers => {
		if (read(sendTo) !== SEVERAL.value) return { several: false, ...one.read(panel) };
		const finders = read(receivers);
		return { several: true, key: SEVERAL.value, find: async (feishu) => await findAll(finders, feishu) };
	}),
	calls: [...PEOPLE_CALLS, DEPARTMENT_CHILDREN, DEPARTMENT_USERS],
};
