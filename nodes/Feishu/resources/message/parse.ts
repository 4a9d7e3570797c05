import type { IDataObject } from 'n8n-workflow';

import { parseMessage } from '../../../../feishu/im/received/parseMessage';
import { parseReceivedContent } from '../../../../feishu/im/received/parseContent';
import { InputError } from '../../../../feishu/input';
import { defineOperation, LOCAL } from '../../../shared/operation/operation';
import type { Params } from '../../../shared/operation/params';

const WHOLE = { show: { parseFrom: ['message'] } };
const PARTS = { show: { parseFrom: ['content'] } };

export const parse = defineOperation({
	value: 'parse',
	name: 'Parse Content',
	action: 'Parse the content of a message',
	description:
		'Read a message of any type as text and Markdown, with its attachments, mentions and links; makes no call',
	endpoint: LOCAL,
	fields: [
		{
			displayName: 'Parse',
			name: 'parseFrom',
			type: 'options',
			options: [
				{ name: 'Type and Content', value: 'content', description: 'The parts of a message, each in a field' },
				{ name: 'Whole Message', value: 'message', description: 'A message or an event as a whole' },
			],
			default: 'message',
			description: 'What there is of the message',
		},
		{
			displayName: 'Message or Event',
			name: 'messageJson',
			type: 'json',
			default: '={{ $json }}',
			required: true,
			description: 'What came out of a trigger, of Get, Get Many or Search, or a raw event; a list is a merged forward',
			displayOptions: WHOLE,
		},
		{
			displayName: 'Content Type',
			name: 'contentType',
			type: 'string',
			default: 'text',
			required: true,
			placeholder: 'e.g. post',
			description: 'The message_type or msg_type of the message',
			displayOptions: PARTS,
		},
		{
			displayName: 'Content',
			name: 'contentJson',
			type: 'json',
			default: '',
			required: true,
			placeholder: 'e.g. {"text":"@_user_1 hello"}',
			description: 'The content of the message, as a JSON text or an object',
			displayOptions: PARTS,
		},
		{
			displayName: 'Mentions',
			name: 'mentionsJson',
			type: 'json',
			default: '[]',
			description: 'The list mentions of the message, which holds the names that go with @_user_1',
			displayOptions: PARTS,
		},
	],
	async run({ param }) {
		return (param.choice('parseFrom') === 'content' ? parts(param) : whole(param)) as unknown as IDataObject;
	},
});

function whole(param: Params): object {
	const parsed = parseMessage(param.json('messageJson'));
	if (parsed) return parsed;
	const field = param.label('messageJson');
	throw new InputError(
		field,
		`The field '${field}' holds no message`,
		'A message has a msg_type or message_type; give the output of a trigger or of Get, or choose Type and Content',
	);
}

function parts(param: Params): object {
	const message_type = param.text('contentType');
	// The content of a merged forward is a plain text.
	const content = message_type === 'merge_forward' ? param.text('contentJson') : param.json('contentJson');
	const mentions = param.json('mentionsJson') ?? [];
	const field = param.label(content === undefined ? 'contentJson' : 'mentionsJson');
	if (content === undefined) throw new InputError(field, `The field '${field}' is empty`);
	if (!Array.isArray(mentions)) throw new InputError(field, `The field '${field}' must be a JSON list`);
	return { message_type, ...parseReceivedContent(message_type, content, mentions) };
}
