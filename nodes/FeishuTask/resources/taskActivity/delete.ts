import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { ONE, subscription, tasklist } from './chosen';

export const deleteSubscription = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a subscription to a task list',
	description: 'Tell a group no more what happens in a task list',
	endpoint: `DELETE ${ONE}`,
	scopes: ['task:tasklist:delete', 'task:tasklist:write'],
	identity: 'either',
	fields: [tasklist, subscription],
	output: doneOutput('deleted', 'guid'),
	async run({ read, feishu }) {
		const guid = read(subscription);
		await feishu.call(this.endpoint, { path: { tasklist_guid: read(tasklist), activity_subscription_guid: guid } });
		return { deleted: true, guid };
	},
});
