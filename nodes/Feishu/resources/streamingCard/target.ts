import type { INodePropertyOptions } from 'n8n-workflow';

import type { Composed } from '../../../shared/im/composer';
import type { FeishuClient } from '../../../shared/client/client';
import { chatId } from '../../../shared/im/chat';
import { messageFieldOld, messageId } from '../../../shared/fields/common';
import { sendToFieldsOld } from '../../../shared/im/sendTo';
import { userReceiver, userReference } from '../../../shared/contact/user';
import type { Field } from '../../../shared/operation/operation';
import type { Params } from '../../../shared/operation/params';
import type { Message } from '../message/output';
import { sendAll } from '../message/sending';

export const REPLY = 'POST /open-apis/im/v1/messages/:message_id/reply';

/** Sends one message to where the operation writes. */
export type Send = (message: Composed, uuid: string) => Promise<Message>;

const REPLY_CHOICE: INodePropertyOptions = {
	name: 'Reply to a Message',
	value: 'reply',
	description: 'An answer to a message, in its chat or in a thread',
};

/** @param more further choices */
export function targetFields(more: readonly INodePropertyOptions[] = []): Field[] {
	return [
		...sendToFieldsOld('Where the card appears', [REPLY_CHOICE, ...more]),
		messageFieldOld({ displayOptions: { show: { sendTo: ['reply'] } } }),
		{
			displayName: 'Reply in Thread',
			name: 'replyInThread',
			type: 'boolean',
			default: false,
			description: 'Whether the answer opens or continues a thread under the message',
			displayOptions: { show: { sendTo: ['reply'] } },
		},
	];
}

/** Items with the same target run in their order. @throws InputError */
export function targetKey(param: Params): string {
	const to = param.choice('sendTo');
	if (to === 'user') return userReference(param).id;
	return to === 'reply' ? messageId(param) : chatId(param);
}

/** Reads where to send, and looks the person up if need be when sending. @throws InputError before any call */
export function readTarget(param: Params, feishu: FeishuClient): Send {
	const to = param.choice('sendTo');
	if (to === 'reply') return replyTo(feishu, messageId(param), param.flag('replyInThread'));
	if (to === 'user') {
		userReference(param);
		let person: ReturnType<typeof userReceiver> | undefined;
		return async (message, uuid) => {
			person ??= userReceiver(param, feishu);
			return await sendOne(feishu, await person, message, uuid);
		};
	}
	const id = chatId(param);
	return async (message, uuid) => await sendOne(feishu, { id, type: 'chat_id' }, message, uuid);
}

export function replyTo(feishu: FeishuClient, id: string, inThread = false): Send {
	return async ({ msg_type, content }, uuid) =>
		await feishu.call<Message>(REPLY, {
			path: { message_id: id },
			body: { msg_type, content: JSON.stringify(content), reply_in_thread: inThread, uuid },
			idempotent: true,
		});
}

async function sendOne(
	feishu: FeishuClient,
	receiver: Parameters<typeof sendAll>[1],
	message: Composed,
	uuid: string,
): Promise<Message> {
	const [sent] = await sendAll(feishu, receiver, [message], uuid);
	return sent as Message;
}
