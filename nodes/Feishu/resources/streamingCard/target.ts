import type { FeishuClient } from '../../../shared/client/client';
import { fieldGroup } from '../../../shared/fields/nested';
import { flagField, type Choice } from '../../../shared/fields/plain';
import type { Composed } from '../../../shared/im/composer';
import { messageField } from '../../../shared/im/message';
import { sendToChoice, sendToFields } from '../../../shared/im/receiver';
import { shownFor } from '../../../shared/operation/field';
import type { Message } from '../message/output';
import { SEND, sendAll, type Receiver } from '../message/sending';

export const REPLY = 'POST /open-apis/im/v1/messages/:message_id/reply';

/** Sends one message to where the operation writes. */
export type Send = (message: Composed, uuid: string) => Promise<Message>;

const REPLY_CHOICE = {
	name: 'Reply to a Message',
	value: 'reply',
	description: 'An answer to a message, in its chat or in a thread',
} as const;

const { chat, user } = sendToFields;

const message = shownFor(messageField(), { sendTo: ['reply'] });

const replyInThread = shownFor(
	flagField({
		displayName: 'Reply in Thread',
		name: 'replyInThread',
		default: false,
		description: 'Whether the answer opens or continues a thread under the message',
	}),
	{ sendTo: ['reply'] },
);

/** Where a card is sent: `key` keeps the items for one place in their order; a person is looked up when sending, if need be. */
export interface NewPlace {
	key: string;
	sender(feishu: FeishuClient): Send;
}

/** @param more further choices, for which there is no new place @throws InputError before any call */
export function targetField<const V extends string = never>(more: ReadonlyArray<Choice<V>> = []) {
	const sendTo = sendToChoice<V | 'reply'>('Where the card appears', [REPLY_CHOICE, ...more]);
	const field = fieldGroup('target', [sendTo, chat, user, message, replyInThread], ({ read }): NewPlace | undefined => {
		const to = read(sendTo);
		if (to === 'reply') {
			const id = read(message);
			const inThread = read(replyInThread);
			return { key: id, sender: (feishu) => replyTo(feishu, id, inThread) };
		}
		if (to === 'user') {
			const person = read(user);
			return { key: person.reference.id, sender: (feishu) => sendThere(feishu, person.receiver.bind(person, feishu)) };
		}
		if (to !== 'chat') return undefined;
		const id = read(chat);
		return { key: id, sender: (feishu) => sendThere(feishu, async () => ({ id, type: 'chat_id' })) };
	});
	return { ...field, calls: [...field.calls, SEND, REPLY] };
}

export function replyTo(feishu: FeishuClient, id: string, inThread = false): Send {
	return async ({ msg_type, content }, uuid) =>
		await feishu.call<Message>(REPLY, {
			path: { message_id: id },
			body: { msg_type, content: JSON.stringify(content), reply_in_thread: inThread, uuid },
			idempotent: true,
		});
}

/** @param find asked once, when the first message is sent */
function sendThere(feishu: FeishuClient, find: () => Promise<Receiver>): Send {
	let receiver: Promise<Receiver> | undefined;
	return async (composed, uuid) => {
		receiver ??= find();
		const [sent] = await sendAll(feishu, await receiver, [composed], uuid);
		return sent as Message;
	};
}
