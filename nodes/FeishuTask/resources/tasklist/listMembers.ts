import type { JsonObject } from '../../../../feishu/json';
import type { Asking } from '../../../shared/client/asking';
import type { FeishuClient } from '../../../shared/client/client';
import { optionalPeopleField, type SeveralPeople } from '../../../shared/contact/severalPeople';
import { fieldGroup, mixedRowsField } from '../../../shared/fields/nested';
import { choiceField } from '../../../shared/fields/plain';
import { optionalChatField } from '../../../shared/im/chat';
import { complaint } from '../../../shared/operation/field';
import { WRITE_LISTS } from '../../common/endpoints';
import { appMembers, apps, type Member, people } from '../../common/members';
import { meantPeople } from '../../common/meant';
import { withNames } from '../../common/names';
import { PEOPLE_NAMES, TASKLIST, tasklistItem } from '../../common/output';
import { tasklistField } from '../../common/tasklist';

export const tasklist = tasklistField();

const persons = meantPeople(optionalPeopleField({ displayName: 'People', name: 'people' }));

const chat = optionalChatField({ displayName: 'Group', description: 'Everybody in the group sees the list' });

const groups = mixedRowsField(
	{
		displayName: 'Groups',
		name: 'memberGroups',
		placeholder: 'Add Group',
		description: 'Everybody in a group sees the list, and so does an app whose bot is in it',
	},
	{ chat: { name: 'Group', fields: [chat] } },
);

const role = choiceField({
	displayName: 'Role',
	name: 'listRole',
	options: [
		{ name: 'Can Edit', value: 'editor', description: 'May add and change tasks, sections and members' },
		{ name: 'Can View', value: 'viewer', description: 'May see all tasks of the list' },
	],
	default: 'editor',
	description: 'What they may do in the list',
});

/** In one request, and in a list. Source: …/task-v2/tasklist/add_members */
const MOST = 500;

export interface Named {
	count: number;
	resolve(feishu: FeishuClient): Promise<{ members: Member[]; user_id_type: string }>;
}

const resolved = async (feishu: FeishuClient, named: SeveralPeople, others: readonly Member[], as: string) => {
	const { ids, type } = await named.resolve(feishu);
	return { members: [...people(ids, as), ...others], user_id_type: type };
};

/** People, groups and apps, who may be nobody. */
export const listMembers = fieldGroup(
	'listMembers',
	[persons, groups, apps, role],
	({ read, label, refuse }): Named => {
		const named = read(persons);
		const as = read(role);
		const chats = read(groups).chat.map((row): Member => {
			const id = row.read(chat);
			if (id === undefined)
				throw complaint(label(groups), 'has a row without a group', 'Choose one, or remove the row');
			return { id, type: 'chat', role: as };
		});
		const others = [...chats, ...appMembers(read(apps), as)];
		const count = named.count + others.length;
		if (count > MOST) throw refuse(persons, 'holds too many', `A task list takes ${MOST} members`);
		return { count, resolve: async (feishu) => await resolved(feishu, named, others, as) };
	},
);

export const change =
	(what: 'add' | 'remove') =>
	async ({ feishu, context }: Pick<Asking, 'feishu' | 'context'>, tasklist_guid: string, named: Named) => {
		if (named.count === 0)
			throw persons.refuse('and the other fields for members are empty', 'Add people, groups or apps');
		const { members, user_id_type } = await named.resolve(feishu);
		const { tasklist: after } = await feishu.call<{ tasklist: JsonObject }>(
			`POST /open-apis/task/v2/tasklists/:tasklist_guid/${what}_members`,
			{ path: { tasklist_guid }, query: { user_id_type }, body: { members }, idempotent: true },
		);
		return await withNames({ feishu, context }, tasklistItem(after));
	};

export const shared = {
	alsoCalls: [PEOPLE_NAMES],
	scopes: WRITE_LISTS,
	identity: 'either',
	fields: [tasklist, listMembers],
	output: TASKLIST,
} as const;
