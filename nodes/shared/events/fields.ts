import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { EVENTS } from '../../../feishu/events/list';
import { chatField } from '../fields/chat';
import { userField } from '../fields/user';
import type { Field } from '../operation';

/** The choice that stands for every event, also for those that the platform will add. */
export const ANY_EVENT = '*';

/** The editor searches in names only, so a name holds what people search by: English, Chinese and the type. */
const EVENT_OPTIONS: INodePropertyOptions[] = EVENTS.map(({ type, domain, schema, kind, name, title }) => ({
	name: title ? `${name} ${title} (${type})` : `${name} (${type})`,
	value: type,
	description: `${kind === 'callback' ? 'Callback' : 'Event'} of ${domain}, version ${schema}`,
})).sort((a, b) => (a.name < b.name ? -1 : 1));

/** Which events start the workflow. */
export function eventChoiceFields(): INodeProperties[] {
	return [
		{
			displayName: 'Events',
			name: 'events',
			type: 'multiOptions',
			required: true,
			options: [
				{ name: 'Any Event', value: ANY_EVENT, description: 'Every event that the app is subscribed to' },
				...EVENT_OPTIONS,
			],
			default: ['im.message.receive_v1'],
			description:
				'What starts the workflow. Search in English, in Chinese or by type. The app must be subscribed to the same events in the developer console.',
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

/** What an event must be like to start the workflow. */
export function filterFields(): INodeProperties[] {
	return [
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Chat Type',
					name: 'chatType',
					type: 'options',
					options: [
						{ name: 'Direct Message', value: 'p2p', description: 'Messages from a person to the bot' },
						{ name: 'Group', value: 'group', description: 'Messages in a group chat' },
					],
					default: 'group',
					description: 'Only messages from chats of this type',
				},
				several({
					displayName: 'Chats',
					name: 'chats',
					description: 'Only events of these chats. Events that belong to no chat are not affected.',
					field: chatField(),
				}),
				{
					displayName: 'Ignore Own Messages',
					name: 'ignoreOwn',
					type: 'boolean',
					default: true,
					description:
						'Whether to ignore messages and reactions of the app itself, so that a workflow that answers does not answer itself. A bot that cannot be told from the app counts as the app.',
				},
				{
					displayName: 'Maximum Event Age',
					name: 'maxEventAge',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: 60,
					description:
						'How many minutes after it happened an event may still start the workflow. The platform delivers late for up to 7 hours after a failure.',
				},
				{
					displayName: 'Message Types',
					name: 'messageTypes',
					type: 'multiOptions',
					options: [
						{ name: 'Audio', value: 'audio', description: 'Voice messages' },
						{ name: 'Calendar Event', value: 'share_calendar_event', description: 'Shared calendar events' },
						{ name: 'Card', value: 'interactive', description: 'Interactive cards' },
						{ name: 'Chat Card', value: 'share_chat', description: 'Shared group chats' },
						{ name: 'File', value: 'file', description: 'Files of any kind' },
						{ name: 'Folder', value: 'folder', description: 'Folders of files' },
						{ name: 'Image', value: 'image', description: 'Pictures' },
						{ name: 'Location', value: 'location', description: 'Places on the map' },
						{ name: 'Merged Messages', value: 'merge_forward', description: 'Several messages forwarded as one' },
						{ name: 'Rich Text', value: 'post', description: 'Posts with formatting, pictures and links' },
						{ name: 'Sticker', value: 'sticker', description: 'Stickers' },
						{ name: 'System', value: 'system', description: 'Notices of the chat itself' },
						{ name: 'Task', value: 'todo', description: 'Shared tasks' },
						{ name: 'Text', value: 'text', description: 'Plain text' },
						{ name: 'User Card', value: 'share_user', description: 'Shared contacts' },
						{ name: 'Video', value: 'media', description: 'Video files' },
						{ name: 'Vote', value: 'vote', description: 'Votes' },
					],
					default: [],
					description: 'Only messages of these types',
				},
				several({
					displayName: 'Senders',
					name: 'senders',
					description: 'Only events caused by these people. Events that name nobody are not affected.',
					field: userField({
						displayName: 'Sender',
						name: 'sender',
						modes: userField().modes?.filter(({ name }) => name !== 'email'),
					}),
				}),
			],
		},
	];
}

/** A field that can be given several times; as part of a collection it can't be required. */
function several({
	field,
	...own
}: Pick<INodeProperties, 'displayName' | 'name' | 'description'> & { field: Field }): INodeProperties {
	const { searches: _searches, required: _required, ...property } = field;
	return {
		...own,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: `Add ${field.displayName}`,
		default: {},
		options: [{ displayName: field.displayName, name: 'values', values: [property] }],
	};
}

export function simplifyField(): INodeProperties {
	return {
		displayName: 'Simplify',
		name: 'simple',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
		hint: 'Message content is read into fields and mentions get their names',
	};
}

/** Options that every trigger has; each may add its own. */
export function optionFields(own: INodeProperties[] = []): INodeProperties {
	const shared: INodeProperties[] = [
		{
			displayName: 'Ignore Repeated Events',
			name: 'deduplicate',
			type: 'boolean',
			default: true,
			description:
				'Whether to start the workflow once for an event that the platform delivers several times. Seen events are remembered for 8 hours, also across restarts.',
		},
		{
			displayName: 'Include Raw Body',
			name: 'includeRaw',
			type: 'boolean',
			default: false,
			description: 'Whether to add the event as the platform delivered it, decrypted, as raw',
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
