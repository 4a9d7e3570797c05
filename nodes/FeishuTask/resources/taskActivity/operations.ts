import type { IDataObject } from 'n8n-workflow';

import { collectionField } from '../../../shared/fields/nested';
import { flagField } from '../../../shared/fields/plain';
import { chatField, optionalChatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { READ_LISTS, WRITE_LISTS } from '../../common/endpoints';
import { events, nameField, SUBSCRIPTION, subscription, tasklist } from './chosen';

const ALL = '/open-apis/task/v2/tasklists/:tasklist_guid/activity_subscriptions';
const ONE = `${ALL}/:activity_subscription_guid`;

const name = nameField('subscriptionName', true);
const chat = chatField({ description: 'The group in which Feishu tells it' });

interface Answer {
	activity_subscription: IDataObject;
}

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
	async run({ read, feishu }) {
		const path = { tasklist_guid: read(tasklist) };
		const called = read(name);
		const subscribers = [{ id: read(chat), type: 'chat' }];
		const body = { name: called, subscribers, include_keys: read(events).map(Number) };
		return (await feishu.call<Answer>(this.endpoint, { path, body })).activity_subscription;
	},
});

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a subscription to a task list',
	description: 'Get who is told what of a task list',
	endpoint: `GET ${ONE}`,
	scopes: READ_LISTS,
	identity: 'either',
	fields: [tasklist, subscription],
	output: SUBSCRIPTION,
	async run({ read, feishu }) {
		const path = { tasklist_guid: read(tasklist), activity_subscription_guid: read(subscription) };
		return (await feishu.call<Answer>(this.endpoint, { path })).activity_subscription;
	},
});

/** There are 50 at most, and no pages. */
export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many subscriptions to a task list',
	description: 'List many subscriptions to a task list, 50 at most',
	endpoint: `GET ${ALL}`,
	scopes: READ_LISTS,
	identity: 'either',
	fields: [tasklist],
	output: SUBSCRIPTION,
	async run({ read, feishu }) {
		const path = { tasklist_guid: read(tasklist) };
		const { items = [] } = await feishu.call<{ items?: IDataObject[] }>(this.endpoint, { path, query: { limit: 50 } });
		return items;
	},
});

const newName = nameField('newSubscriptionName', false);
const otherChat = optionalChatField({ name: 'newChat', description: 'Another group, in place of the one it has' });
const disabled = flagField({
	displayName: 'Paused',
	name: 'paused',
	default: true,
	description: 'Whether nothing is told for now; off tells again',
});
const changes = collectionField(
	{
		displayName: 'Changes',
		name: 'subscriptionChanges',
		placeholder: 'Add change',
		description: 'What is not added stays',
	},
	[newName, otherChat, events, disabled],
);

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a subscription to a task list',
	description: 'Change what is told of a task list, or pause it',
	endpoint: `PATCH ${ONE}`,
	scopes: WRITE_LISTS,
	identity: 'either',
	fields: [tasklist, subscription, changes],
	output: SUBSCRIPTION,
	async run({ read, refuse, feishu }) {
		const path = { tasklist_guid: read(tasklist), activity_subscription_guid: read(subscription) };
		const { newSubscriptionName, newChat, listEvents, paused } = read(changes);
		const changed = {
			...(newSubscriptionName && { name: newSubscriptionName }),
			...(newChat && { subscribers: [{ id: newChat, type: 'chat' }] }),
			...(listEvents && { include_keys: listEvents.map(Number) }),
			...(paused !== undefined && { disabled: paused }),
		};
		const update_fields = Object.keys(changed);
		if (update_fields.length === 0) throw refuse(changes, 'is empty', 'Add what is to change');
		const body = { activity_subscription: changed, update_fields };
		return (await feishu.call<Answer>(this.endpoint, { path, body, idempotent: true })).activity_subscription;
	},
});

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
