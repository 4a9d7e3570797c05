import type { JsonObject } from '../../../../feishu/json';
import { defineOperation } from '../../../shared/operation/operation';
import { appMembers, people } from '../../common/members';
import { taskItem } from '../../common/output';
import { shared, task, whom } from './taking';

const adding = whom('add');

export const addMembers = defineOperation({
	...shared,
	value: 'addMembers',
	name: 'Add Members',
	action: 'Add members to a task',
	description: 'Add assignees or followers to a task; who is one already stays one',
	endpoint: 'POST /open-apis/task/v2/tasks/:task_guid/add_members',
	fields: [task, adding],
	async run({ read, uuid, ...asking }) {
		const { feishu } = asking;
		const path = { task_guid: read(task) };
		const { named, apps: own, role: as } = read(adding);
		const { ids, type } = await named.resolve(feishu);
		const members = [...people(ids, as), ...appMembers(own, as)];
		const { task: after } = await feishu.call<{ task: JsonObject }>(this.endpoint, {
			path,
			query: { user_id_type: type },
			body: { members, client_token: uuid },
			idempotent: true,
		});
		return await taskItem(asking, after);
	},
});
