import { isObject, type JsonObject } from '../../../../feishu/json';
import { collectionField, fieldGroup } from '../../../shared/fields/nested';
import { choiceField, jsonField, textField } from '../../../shared/fields/plain';
import { chatField } from '../../../shared/im/chat';
import { complaint, mappedField, shownFor } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { appendRequest, GET_ANNOUNCEMENT, type Announcement } from './document';

const chat = chatField();

const change = choiceField({
	displayName: 'Change',
	name: 'change',
	options: [
		{ name: 'Add Text at the End', value: 'append', description: 'Each line becomes a paragraph' },
		{
			name: 'Requests (JSON)',
			value: 'requests',
			description: 'Changes as the documents of the first generation take them',
		},
	],
	default: 'append',
	description: 'How the announcement changes',
});

const text = textField({
	displayName: 'Text',
	name: 'announcementText',
	typeOptions: { rows: 4 },
	required: true,
	placeholder: 'e.g. The office is closed on Friday',
	description: 'What is added',
});

const requests = mappedField(
	jsonField({
		displayName: 'Requests',
		name: 'requests',
		required: true,
		default: '[]',
		description: 'A list of requests, each an object with its requestType',
	}),
	(given, label): readonly JsonObject[] => {
		const list: unknown[] = Array.isArray(given) ? given : [given];
		if (list.length > 0 && list.every(isObject)) return list;
		throw complaint(label, 'must be a list of JSON objects', 'It starts with [ and ends with ]');
	},
);

/** What changes, as requests. */
const changes = fieldGroup(
	'changes',
	[change, shownFor(text, { change: ['append'] }), shownFor(requests, { change: ['requests'] })],
	({ read }) => (read(change) === 'append' ? [appendRequest(read(text))] : read(requests)),
);

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	mappedField(
		textField({
			displayName: 'Revision',
			name: 'revision',
			placeholder: 'e.g. 12',
			description: 'The revision that the change is made on, as Announcement: Get gives it; without it, the newest one',
		}),
		(revision, label) => {
			if (/^\d*$/.test(revision)) return revision;
			throw complaint(label, 'must be a number');
		},
	),
]);

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update the announcement of a chat',
	description: 'Change the announcement of a group; for announcements of the older kind',
	endpoint: 'PATCH /open-apis/im/v1/chats/:chat_id/announcement',
	alsoCalls: [GET_ANNOUNCEMENT],
	scopes: ['im:chat.announcement:write_only', 'im:chat'],
	identity: 'either',
	fields: [chat, changes, options],
	output: outputOf({ chat_id: 'string', updated: 'boolean' }),
	orderBy: ({ read }) => read(chat),
	async run({ read, feishu }) {
		const chat_id = read(chat);
		const wanted = read(changes);
		const revision = read(options).revision || (await newestRevision());
		await feishu.call(this.endpoint, {
			path: { chat_id },
			// Each request is JSON in a string.
			body: { revision, requests: wanted.map((request) => JSON.stringify(request)) },
		});
		return { chat_id, updated: true };

		async function newestRevision(): Promise<string> {
			const now = await feishu.call<Announcement>(GET_ANNOUNCEMENT, { path: { chat_id } });
			return now.revision ?? '0';
		}
	},
});
