import type { IDataObject } from 'n8n-workflow';

import { guidIn } from '../../../../feishu/task/taskAddress';
import { choicesField, textField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { outputOf } from '../../../shared/operation/output';
import { tasklistField } from '../../common/tasklist';
import { shortText } from '../../common/texts';

export const tasklist = tasklistField();

export const subscription = mappedField(
	textField({
		displayName: 'Subscription ID',
		name: 'subscriptionId',
		required: true,
		placeholder: 'e.g. d19e3a2a-edc0-4e4e-b7cc-950e162b53ae',
		description: 'Get Many gives it',
	}),
	(guid, label) => guidIn('activity', label, guid),
);

const LONGEST = 50;

export const nameField = <const N extends string>(name: N, required: boolean) =>
	shortText(
		{
			displayName: 'Name',
			name,
			...(required && { required }),
			placeholder: 'e.g. News of the release',
			description: 'What the subscription is called',
		},
		LONGEST,
	);

/** By their numbers. Source: …/task-v2/tasklist-activity_subscription/create */
const EVENTS = [
	{ name: 'Assignee Added', value: '109' },
	{ name: 'Assignee Changed', value: '110' },
	{ name: 'Assignee Removed', value: '111' },
	{ name: 'Attachment Added', value: '119' },
	{ name: 'Comment Answered', value: '122' },
	{ name: 'Comment Written', value: '121' },
	{ name: 'Due Time Set', value: '130' },
	{ name: 'Start and Due Time Removed', value: '132' },
	{ name: 'Start and Due Time Set', value: '131' },
	{ name: 'Start Time Set', value: '129' },
	{ name: 'Task Added to the List', value: '100' },
	{ name: 'Task Completed', value: '103' },
	{ name: 'Task Removed From the List', value: '101' },
	{ name: 'Task Reopened', value: '104' },
] as const;

const chosenEvents = choicesField({
	displayName: 'Events',
	name: 'listEvents',
	options: EVENTS,
	default: ['100', '103'],
	description: 'What is told to the group',
});

/** Without one nothing would ever be told. */
export const events = mappedField(chosenEvents, (chosen, label) => {
	if (chosen.length === 0)
		throw complaint(label, 'is empty', 'Choose at least one; Update has Paused, which tells nothing for a while');
	return chosen;
});

/** Source: …/task-v2/tasklist-activity_subscription/get */
export const SUBSCRIPTION = outputOf({
	guid: 'string',
	'name?': 'string',
	'subscribers?': [{ id: 'string', 'type?': 'string', 'name?': 'string' }],
	'include_keys?': ['any'],
	'events?': ['string'],
	'disabled?': 'boolean',
});

export const ALL = '/open-apis/task/v2/tasklists/:tasklist_guid/activity_subscriptions';

export const ONE = `${ALL}/:activity_subscription_guid`;

export interface Answer {
	activity_subscription: IDataObject;
}

/** With the names of what is told. */
export function subscriptionItem(found: IDataObject): IDataObject {
	const { include_keys: keys } = found;
	const nameOf = (key: unknown) => EVENTS.find(({ value }) => value === String(key))?.name ?? String(key);
	return { ...found, ...(Array.isArray(keys) && { events: keys.map(nameOf) }) };
}
