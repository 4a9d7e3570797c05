import { chatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { WRITE_LISTS } from '../../common/endpoints';
import { groupOfList } from '../../common/refusals';
import { ALL, type Answer, events, nameField, SUBSCRIPTION, subscriptionItem, tasklist } from './chosen';

const name = nameField('subscriptionName', true);

const chat = chatField({ displayName: 'Group', description: 'The group in which Feishu tells it' });

/** Source: …/task-v2/tasklist-activity_subscription/create and its neighbors */
export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Subscribe a group to a task list',
	description: 'Let Feishu tell a group what happens in a task list',
	endpoint: `POST ${ALL}`,
	scopes: WRITE_LISTS,
	identity: 'either',
	fields: [tasklist, name, chat, events],
	output: SUBSCRIPTION,
	async run({ read, feishu, errorContext }) {
		const path = { tasklist_guid: read(tasklist) };
		const called = read(name);
		const subscribers = [{ id: read(chat), type: 'chat' }];
		errorContext.adviceOf = groupOfList(chat.label);
		const body = { name: called, subscribers, include_keys: read(events).map(Number) };
		return subscriptionItem((await feishu.call<Answer>(this.endpoint, { path, body })).activity_subscription);
	},
});
