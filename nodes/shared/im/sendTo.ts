import type { INodePropertyOptions } from 'n8n-workflow';

import type { Field } from '../operation/operation';
import { chatFieldOld } from './chat';
import { userFieldOld } from '../contact/user';

const CHOICES: readonly INodePropertyOptions[] = [
	{ name: 'Chat', value: 'chat', description: 'A group that the app is in' },
	{ name: 'User', value: 'user', description: 'One person, in the chat with the app' },
];

/** Send To, with the fields for a group and for a person; `more` choices bring fields of their own. */
export function sendToFieldsOld(description: string, more: readonly INodePropertyOptions[] = []): Field[] {
	return [
		{
			displayName: 'Send To',
			name: 'sendTo',
			type: 'options',
			options: [...CHOICES, ...more].sort((a, b) => a.name.localeCompare(b.name)),
			default: 'chat',
			description,
		},
		chatFieldOld({ displayOptions: { show: { sendTo: ['chat'] } } }),
		userFieldOld({ displayOptions: { show: { sendTo: ['user'] } } }),
	];
}
