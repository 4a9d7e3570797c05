import { collectionField } from '../../../shared/fields/nested';
import { flagField } from '../../../shared/fields/plain';
import { optionalChatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { WRITE_LISTS } from '../../common/endpoints';
import { groupOfList } from '../../common/refusals';
import { type Answer, events, nameField, ONE, subscription, SUBSCRIPTION, subscriptionItem, tasklist } from './chosen';

const newName = nameField('newSubscriptionName', false);

const otherChat = optionalChatField({
	displayName: 'Group',
	name: 'newChat',
	description: 'Another group, in place of the one it has',
});

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
	async run({ read, refuse, feishu, errorContext }) {
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
		if (newChat) errorContext.adviceOf = groupOfList(otherChat.label);
		const body = { activity_subscription: changed, update_fields };
		return subscriptionItem(
			(await feishu.call<Answer>(this.endpoint, { path, body, idempotent: true })).activity_subscription,
		);
	},
});
