import type { IDataObject } from 'n8n-workflow';

import { parseMessage } from '../../../../feishu/im/received/parseMessage';
import { parseReceivedContent } from '../../../../feishu/im/received/parseContent';
import { choiceField, jsonField, plainField, textField } from '../../../shared/fields/plain';
import { parseJson } from '../../../shared/fields/values';
import { empty, shownFor, type Reader } from '../../../shared/operation/field';
import { defineOperation, LOCAL } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { PARSED_SHAPE } from './parsedShape';

const parseFrom = choiceField({
	displayName: 'Parse',
	name: 'parseFrom',
	options: [
		{ name: 'Type and Content', value: 'content', description: 'The parts of a message, each in a field' },
		{ name: 'Whole Message', value: 'message', description: 'A message or an event as a whole' },
	],
	default: 'message',
	description: 'What there is of the message',
});

const messageJson = shownFor(
	jsonField({
		displayName: 'Message or Event',
		name: 'messageJson',
		default: '={{ $json }}',
		required: true,
		description: 'What came out of a trigger, of Get, Get Many or Search, or a raw event; a list is a merged forward',
	}),
	{ parseFrom: ['message'] },
);

const PARTS = { parseFrom: ['content'] };

const contentType = shownFor(
	textField({
		displayName: 'Content Type',
		name: 'contentType',
		default: 'text',
		required: true,
		placeholder: 'e.g. post',
		description: 'The message_type or msg_type of the message',
	}),
	PARTS,
);

/** As it was entered: the content of a merged forward is a plain text, all other content is JSON. */
const contentJson = shownFor(
	plainField(
		{
			displayName: 'Content',
			name: 'contentJson',
			type: 'json',
			default: '',
			required: true,
			placeholder: 'e.g. {"text":"@_user_1 hello"}',
			description: 'The content of the message, as a JSON text or an object',
		},
		(value) => value,
	),
	PARTS,
);

const mentionsJson = shownFor(
	jsonField({
		displayName: 'Mentions',
		name: 'mentionsJson',
		default: '[]',
		description: 'The list mentions of the message, which holds the names that go with @_user_1',
	}),
	PARTS,
);

export const parse = defineOperation({
	value: 'parse',
	name: 'Parse Content',
	action: 'Parse the content of a message',
	description: 'Read a message of any type as text and Markdown, with attachments and mentions; makes no call',
	endpoint: LOCAL,
	fields: [parseFrom, messageJson, contentType, contentJson, mentionsJson],
	output: outputOf(PARSED_SHAPE),
	async run(reader) {
		return (reader.read(parseFrom) === 'content' ? parts(reader) : whole(reader)) as unknown as IDataObject;
	},
});

function whole({ read }: Reader<typeof messageJson>): object {
	const parsed = parseMessage(read(messageJson));
	if (parsed) return parsed;
	throw messageJson.refuse(
		'holds no message',
		'A message has a msg_type or message_type; give the output of a trigger or of Get, or choose Type and Content',
	);
}

function parts({ read }: Reader<typeof contentType | typeof contentJson | typeof mentionsJson>): object {
	const message_type = read(contentType);
	const entered = read(contentJson);
	if (entered === undefined || entered === null || (typeof entered === 'string' && entered.trim() === ''))
		throw empty(contentJson.label);
	const content =
		typeof entered === 'string' && message_type !== 'merge_forward' ? parseJson(contentJson.label, entered) : entered;
	const mentions = read(mentionsJson) ?? [];
	if (!Array.isArray(mentions)) throw mentionsJson.refuse('must be a JSON list');
	return { message_type, ...parseReceivedContent(message_type, content, mentions) };
}
