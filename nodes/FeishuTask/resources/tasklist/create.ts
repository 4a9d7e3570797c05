import type { JsonObject } from '../../../../feishu/json';
import { PEOPLE_NAMES, TASKLIST, tasklistItem } from '../../common/output';
import { withNames } from '../../common/names';
import { defineOperation } from '../../../shared/operation/operation';
import { WRITE_LISTS } from '../../common/endpoints';
import { tellIfUnseen } from '../../common/newMembers';
import { LONGEST_NAME, shortText } from '../../common/texts';
import { listMembers } from './listMembers';

const name = shortText(
	{
		displayName: 'Name',
		name: 'listName',
		required: true,
		placeholder: 'e.g. Release 2.0',
		description: 'What the list is called',
	},
	LONGEST_NAME,
);

/** Who makes it owns it. Source: …/task-v2/tasklist/create */
export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a task list',
	description: 'Create a task list with its members; gives its link; an app that makes one owns it',
	endpoint: 'POST /open-apis/task/v2/tasklists',
	alsoCalls: [PEOPLE_NAMES],
	scopes: WRITE_LISTS,
	identity: 'either',
	fields: [name, listMembers],
	output: TASKLIST,
	async run({ read, feishu, context }) {
		const wanted = read(name);
		const { members, user_id_type } = await read(listMembers).resolve(feishu);
		const { tasklist } = await feishu.call<{ tasklist: JsonObject }>(this.endpoint, {
			query: { user_id_type },
			body: { name: wanted, ...(members.length > 0 && { members }) },
		});
		await tellIfUnseen(feishu, context, 'task list', members);
		return await withNames({ feishu, context }, tasklistItem(tasklist));
	},
});
