import type { INodeProperties } from 'n8n-workflow';

import { optionalUserField } from '../../contact/person';
import { rowTitle } from '../../fields/rowTitle';
import { optionalChatField } from '../../im/chat';

/** Without the e-mail address, which events do not have. */
const senders = optionalUserField({ displayName: 'Sender', name: 'sender' }).properties.map((property) => ({
	...property,
	modes: property.modes?.filter(({ name }) => name !== 'email'),
}));

/** A field that can be given several times. */
function several(
	own: Pick<INodeProperties, 'displayName' | 'name' | 'description'>,
	values: INodeProperties[],
): INodeProperties {
	const displayName = values[0]?.displayName ?? '';
	return {
		...own,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, ...rowTitle(values) },
		placeholder: `Add ${displayName}`,
		default: {},
		options: [{ displayName, name: 'values', values }],
	};
}

const FILTERS: INodeProperties[] = [
	{
		displayName: 'Approval Codes',
		name: 'approvalCodes',
		type: 'string',
		default: '',
		placeholder: 'e.g. 7C468A54-8745-2245-9675-08B7C63E7A85',
		description:
			'Only events of these approval definitions, separated by commas. Events that belong to no approval are not affected.',
	},
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
	several(
		{
			displayName: 'Chats',
			name: 'chats',
			description: 'Only events of these chats. Events that belong to no chat are not affected.',
		},
		[...optionalChatField().properties],
	),
	{
		displayName: 'Files',
		name: 'files',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.feishu.cn/base/AbcdEfghIjkl…',
		description:
			'Only events of these documents, bases or files, or of files in these folders: addresses or tokens, separated by commas. Events that belong to no file are not affected.',
	},
	{
		displayName: 'Ignore Own Messages',
		name: 'ignoreOwn',
		type: 'boolean',
		default: true,
		description:
			'Whether to ignore messages and reactions of the app itself, so that a workflow that answers does not answer itself. Other bots are not the app; one that cannot be told from it counts as the app.',
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
		displayName: 'Mention',
		name: 'mention',
		type: 'options',
		options: [
			{ name: 'Bot', value: 'bot', description: 'Messages that mention the bot of the app' },
			{ name: 'Bot or Everyone', value: 'botOrAll', description: 'Also messages that mention everyone' },
		],
		default: 'bot',
		description: 'Only group messages with such a mention. Direct messages are meant for the bot, so they pass.',
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
	several(
		{
			displayName: 'Senders',
			name: 'senders',
			description: 'Only events caused by these people. Events that name nobody are not affected.',
		},
		senders,
	),
	{
		displayName: 'Sent By',
		name: 'sentBy',
		type: 'options',
		options: [
			{
				name: 'Bots',
				value: 'bot',
				description: 'Of other apps; of this one too where Ignore Own Messages is off',
			},
			{ name: 'People', value: 'person', description: 'Nothing that a bot wrote or reacted with' },
		],
		default: 'person',
		description: 'Only messages and reactions of people, or only those of bots. Other events are not affected.',
	},
	{
		displayName: 'Text Contains',
		name: 'textContains',
		type: 'string',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Text' },
		default: [],
		placeholder: 'e.g. invoice',
		description: 'Only messages with one of these texts, in capitals or not. Mentions of bots do not count as text.',
	},
	{
		displayName: 'Text Matches',
		name: 'textPattern',
		type: 'string',
		default: '',
		placeholder: 'e.g. ^/(deploy|rollback) or /ticket-\\d+/i',
		description: 'Only messages whose text matches this regular expression, read without mentions of bots',
	},
];

/** What an event must be like to start the workflow. */
export function filterFields(): INodeProperties[] {
	return [
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: FILTERS,
		},
	];
}
