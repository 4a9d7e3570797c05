import type { IDataObject } from 'n8n-workflow';

import { text, type JsonObject } from '../../../../feishu/json';
import { guidIn } from '../../../../feishu/task/taskAddress';
import { listSearch } from '../../../shared/fields/listSearch';
import { fromList, locatorField, TEXT } from '../../../shared/fields/locator';
import { choicesField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { outputOf } from '../../../shared/operation/output';
import { chosenList } from '../../common/chosenList';
import { READ_LISTS } from '../../common/endpoints';
import { tasklistField } from '../../common/tasklist';
import { shortText } from '../../common/texts';

export const tasklist = tasklistField();

export const ALL = '/open-apis/task/v2/tasklists/:tasklist_guid/activity_subscriptions';

/** As many as a list may have; there are no pages. */
export const EACH = { limit: 50 };

const searchSubscriptions = listSearch({
	what: 'subscriptions',
	scopes: READ_LISTS,
	of: chosenList,
	async *entries(ask) {
		const request = { path: { tasklist_guid: chosenList(ask) }, query: EACH };
		const { items = [] } = await ask.feishu.call<{ items?: JsonObject[] }>(`GET ${ALL}`, request);
		for (const { guid, name } of items) yield { name: text(name) || 'Without a name', value: text(guid) };
	},
	nothing: { message: 'The task list has no subscription', advice: 'Make one: Activity Subscription → Create' },
});

export const subscription = mappedField(
	locatorField({
		displayName: 'Subscription',
		name: 'subscriptionId',
		description: 'A subscription to the task list',
		modes: [
			fromList('searchSubscriptions', 'Choose a subscription…'),
			{ displayName: 'By ID', name: 'id', ...TEXT, placeholder: 'e.g. d19e3a2a-edc0-4e4e-b7cc-950e162b53ae' },
		],
		searches: { searchSubscriptions },
	}),
	({ value }, label) => guidIn('activity', label, value),
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
