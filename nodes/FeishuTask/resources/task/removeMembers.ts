import type { JsonObject } from '../../../../feishu/json';
import { defineOperation } from '../../../shared/operation/operation';
import { appMembers, people } from '../../common/members';
import { taskItem } from '../../common/output';
import { shared, task, whom } from './taking';

const removing = whom('remove');

export const removeMembers = defineOperation({
	...shared,
	value: 'removeMembers',
	name: 'Remove Members',
	action: 'Remove members from a task',
	description: 'Take assignees or followers out of a task; who is none is left alone',
	endpoint: 'POST /open-apis/task/v2/tasks/:task_guid/remove_members',
	fields: [task, removing],
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const path = { task_guid: read(task) };
		const { named, apps: own, role: as } = read(removing);
		const { ids, type } = await named.resolve(feishu);
		const members = [...people(ids, as), ...appMembers(own, as)];
		const request = { path, query: { user_id_type: type }, body: { members }, idempotent: true };
		const { task: after } = await feishu.call<{ task: JsonObject }>(this.endpoint, request);
		return await taskItem(asking, after);
	},
});
