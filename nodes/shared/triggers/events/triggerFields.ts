import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { EVENTS } from '../../../../feishu/events/eventTypes';
import { callbackFields } from './callbackFields';
import { filterFields } from './filterFields';
import { needIn, needNotices } from './needNotices';
import { subscriptionFields } from './subscriptionFields';

/** The choice that stands for every event, also for those that the platform will add. */
export const ANY_EVENT = '*';

/** What most workflows start with, at the head of the list; n8n's node panel shows it in this order. */
export const FIRST: readonly string[] = [
	'im.message.receive_v1',
	'card.action.trigger',
	'application.bot.menu_v6',
	'im.chat.member.bot.added_v1',
	'im.message.reaction.created_v1',
	'im.chat.access_event.bot_p2p_chat_entered_v1',
	'approval_instance',
	'approval_task',
	'drive.file.bitable_record_changed_v1',
	'calendar.calendar.event.changed_v4',
	'task.task.updated_v1',
];

/** Where somebody waits in front of a card or a link. */
const CALLBACK = 'The platform waits up to 3 seconds for the answer: see Answer Callbacks';

const rank = (type: string) => (FIRST.includes(type) ? FIRST.indexOf(type) : FIRST.length);

/**
 * The editor searches in names only, so a name holds what people search by: English, Chinese and the type. What n8n's
 * node panel lists is the action, which is for reading.
 */
const EVENT_OPTIONS: INodePropertyOptions[] = EVENTS.map(({ type, kind, name, title }) => ({
	name: title ? `${name} ${title} (${type})` : `${name} (${type})`,
	value: type,
	action: title ? `${onEvent(name)} ${title}` : onEvent(name),
	...described([kind === 'callback' ? CALLBACK : '', needIn(type)]),
}))
	.sort((a, b) => (a.name < b.name ? -1 : 1))
	.sort((a, b) => rank(String(a.value)) - rank(String(b.value)));

/** `Message Received` → `On message received`; capitals that are not just those of a title stay. */
function onEvent(name: string): string {
	return `On ${name.replaceAll(/\b[A-Z][a-z]+\b/g, (word) => word.toLowerCase())}`;
}

/** An event that comes by itself needs no words beside its name. */
function described(parts: readonly string[]): Pick<INodePropertyOptions, 'description'> {
	const description = parts.filter((part) => part !== '').join('. ');
	return description === '' ? {} : { description };
}

/** The panel of a trigger: how to set it up, what both kinds have, and options of its own. */
export function triggerFields(notices: INodeProperties[], ownOptions: INodeProperties[] = []): INodeProperties[] {
	return [
		...notices,
		...eventChoiceFields(),
		...needNotices(),
		...callbackFields(),
		simplifyField(),
		...filterFields(),
		...subscriptionFields(),
		optionsField(ownOptions),
	];
}

/** Which events start the workflow. */
export function eventChoiceFields(): INodeProperties[] {
	return [
		{
			displayName: 'Events',
			name: 'events',
			type: 'multiOptions',
			options: [
				{
					name: 'Any Event',
					value: ANY_EVENT,
					action: 'On any event',
					description: 'Every event that the app is subscribed to',
				},
				...EVENT_OPTIONS,
			],
			default: ['im.message.receive_v1'],
			description:
				'What starts the workflow; at least one, here or in Other Event Types. Search in English, in Chinese or by type. The app must be subscribed to the same events in the developer console.',
		},
		{
			displayName: 'Other Event Types',
			name: 'otherEventTypes',
			type: 'string',
			default: '',
			placeholder: 'e.g. im.message.receive_v2, drive.file.copied_v1',
			description: 'Types of events that the list does not have, separated by commas',
		},
	];
}

function simplifyField(): INodeProperties {
	return {
		displayName: 'Simplify',
		name: 'simple',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
		hint: 'What most workflows need stands at the top: text, message_id, chat_id, sender_id or operator_id; message content is read into fields',
	};
}

function optionsField(own: INodeProperties[]): INodeProperties {
	const shared: INodeProperties[] = [
		{
			displayName: 'Download Attachments',
			name: 'downloadAttachments',
			type: 'boolean',
			default: false,
			description:
				'Whether to bring the images, files, audio and video of a message along as attachment_0, attachment_1, …. The event is acknowledged before; a file that can not be had is named in attachments.',
		},
		{
			displayName: 'Ignore Repeated Events',
			name: 'deduplicate',
			type: 'boolean',
			default: true,
			description:
				'Whether to start the workflow once for an event that the platform delivers several times. Seen events are remembered for 8 hours, also across restarts as long as n8n keeps the executions.',
		},
		{
			displayName: 'Include Approval',
			name: 'includeApproval',
			type: 'boolean',
			default: true,
			description:
				'Whether to add what an approval event is about as approval: its name and number, the form as plain values, and who started and decided it. The event is acknowledged before; what can not be read is told in approval.error.',
		},
		{
			displayName: 'Include Raw Body',
			name: 'includeRaw',
			type: 'boolean',
			default: false,
			description: 'Whether to add the event as the platform delivered it, decrypted, as raw',
		},
		{
			displayName: 'Remove Subscriptions on Deactivation',
			name: 'removeSubscriptions',
			type: 'boolean',
			default: false,
			description:
				'Whether to end the subscriptions that this node made when the workflow is deactivated. They belong to the app: a webhook, or another n8n, that relies on them gets no more events either; what another active trigger here uses over the long connection stays.',
		},
	];
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [...shared, ...own].sort((a, b) => (a.displayName < b.displayName ? -1 : 1)),
	};
}
