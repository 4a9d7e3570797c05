import { listField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { commentField } from '../../instance/commentField';
import { instanceField } from '../../instance/instanceField';
import { plainIds } from '../../instance/plainId';
import { GET_INSTANCE_DETAIL, readInstance } from '../../../shared/approval/readInstance';

const tasks = plainIds(
	listField({
		displayName: 'Task IDs',
		name: 'taskIds',
		placeholder: 'e.g. 7501234567890123456',
		description: 'Whose tasks, separated by commas; of all who are asked now where it is empty',
	}),
);

/** Source: the API Explorer's approval-v4/instance/remind */
export const remind = defineOperation({
	value: 'remind',
	name: 'Remind',
	action: 'Remind those who have to decide',
	description: 'Remind those who have to decide on an approval, as the person who started it',
	endpoint: 'POST /open-apis/approval/v4/instances/remind',
	alsoCalls: [GET_INSTANCE_DETAIL],
	scopes: ['approval:instance:write', 'approval:instance:read'],
	identity: 'user',
	fields: [instanceField, tasks, commentField],
	output: outputOf({ reminded: 'boolean', instance_code: 'string', task_ids: ['string'] }),
	async run({ read, feishu }) {
		const instance_code = read(instanceField);
		const chosen = read(tasks);
		const comment = read(commentField);
		const task_ids = chosen.length > 0 ? chosen : await pending();
		if (task_ids.length === 0) throw instanceField.refuse('names an approval that waits for nobody', 'It is decided');
		await feishu.call(this.endpoint, { body: { instance_code, task_ids, ...(comment !== '' && { comment }) } });
		return { reminded: true, instance_code, task_ids };

		async function pending(): Promise<string[]> {
			const { tasks: all } = await readInstance(feishu, instance_code);
			return all.filter(({ status }) => status === 'PENDING').map(({ task_id }) => task_id);
		}
	},
});
