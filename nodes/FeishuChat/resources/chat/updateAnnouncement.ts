import { InputError } from '../../../../feishu/input';
import { isObject, type JsonObject } from '../../../../feishu/json';
import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { readChoice } from '../../../shared/fields/values';
import { defineOperation } from '../../../shared/operation/operation';
import type { Params } from '../../../shared/operation/params';
import { appendRequest, GET_ANNOUNCEMENT, type Announcement } from './announcement';

const CHANGES = [
	{ name: 'Add Text at the End', value: 'append', description: 'Each line becomes a paragraph' },
	{
		name: 'Requests (JSON)',
		value: 'requests',
		description: 'Changes as the documents of the first generation take them',
	},
];

export const updateAnnouncement = defineOperation({
	value: 'updateAnnouncement',
	name: 'Update Announcement',
	action: 'Update the announcement of a chat',
	description: 'Change the announcement of a group; for announcements of the older kind',
	endpoint: 'PATCH /open-apis/im/v1/chats/:chat_id/announcement',
	alsoCalls: [GET_ANNOUNCEMENT],
	scopes: ['im:chat.announcement:write_only', 'im:chat'],
	fields: [
		chatFieldOld(),
		{
			displayName: 'Change',
			name: 'change',
			type: 'options',
			options: CHANGES,
			default: 'append',
			description: 'How the announcement changes',
		},
		{
			displayName: 'Text',
			name: 'announcementText',
			type: 'string',
			typeOptions: { rows: 4 },
			required: true,
			default: '',
			placeholder: 'e.g. The office is closed on Friday',
			description: 'What is added',
			displayOptions: { show: { change: ['append'] } },
		},
		{
			displayName: 'Requests',
			name: 'requests',
			type: 'json',
			required: true,
			default: '[]',
			description: 'A list of requests, each an object with its requestType',
			displayOptions: { show: { change: ['requests'] } },
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{
					displayName: 'Revision',
					name: 'revision',
					type: 'string',
					default: '',
					placeholder: 'e.g. 12',
					description:
						'The revision that the change is made on, as Get Announcement gives it; without it, the newest one',
				},
			],
		},
	],
	orderBy: ({ param }) => chatId(param),
	async run({ param, feishu }) {
		const id = chatId(param);
		const requests = readRequests(param);
		const revision = readRevision(param) ?? (await newestRevision());
		await feishu.call(this.endpoint, {
			path: { chat_id: id },
			// Each request is JSON in a string.
			body: { revision, requests: requests.map((request) => JSON.stringify(request)) },
		});
		return { chat_id: id, updated: true };

		async function newestRevision(): Promise<string> {
			const now = await feishu.call<Announcement>(GET_ANNOUNCEMENT, { path: { chat_id: id } });
			return now.revision ?? '0';
		}
	},
});

function readRequests(param: Params): readonly JsonObject[] {
	if (readChoice(param, 'change', CHANGES) === 'append') return [appendRequest(param.text('announcementText'))];
	const given = param.json('requests');
	const list = Array.isArray(given) ? (given as unknown[]) : [given];
	if (list.length > 0 && list.every(isObject)) return list;
	const field = param.label('requests');
	throw new InputError(
		field,
		`The field '${field}' must be a list of JSON objects`,
		'It starts with [ and ends with ]',
	);
}

function readRevision(param: Params): string | undefined {
	const revision = param.optionalText('options.revision');
	if (/^\d*$/.test(revision)) return revision || undefined;
	const field = param.label('options.revision');
	throw new InputError(field, `The field '${field}' must be a number`);
}
