import type { IDataObject } from 'n8n-workflow';

import { checkId } from '../../../../feishu/ids';
import type { FeishuClient } from '../../../shared/client/client';
import { textField, type Words } from '../../../shared/fields/plain';
import { markdownMessages } from '../../../shared/im/streaming/streamMessages';
import { mappedField } from '../../../shared/operation/field';
import type { Message } from '../message/output';
import { partUuid } from '../message/sending';
import { REPLY, replyTo, type Send } from './target';

/** The message that shows the card: what the card can't hold is answered to it. Undefined when it is not given. @throws InputError when it is no message ID */
export function restField(words: Partial<Words<'cardMessageId'>> = {}) {
	const field = textField({
		displayName: 'Message ID of the Card',
		name: 'cardMessageId',
		placeholder: 'e.g. om_dc13264520392913',
		description: 'Comes out of Start as message_id. What a card cannot hold (30 KB) or show is sent as replies.',
		...words,
	});
	const id = mappedField(field, (entered, label) => (entered === '' ? undefined : checkId('message', entered, label)));
	return { ...id, calls: [REPLY] };
}

/** Answers the message of the card, where that is known. */
export function restSender(feishu: FeishuClient, messageId: string | undefined): Send | undefined {
	return messageId === undefined ? undefined : replyTo(feishu, messageId);
}

/** Sends what has no room in the card, or gives it back. */
export async function sendRest(send: Send | undefined, rest: string, uuid: string): Promise<IDataObject> {
	if (!send) return { complete: false, rest };
	const sent = await sendMarkdown(send, rest, `${uuid}-r`);
	return { complete: true, rest_message_ids: sent.map(({ message_id: id }) => id) };
}

/** Sends Markdown as plain messages, split where needed. @param uuid 45 characters at most */
export async function sendMarkdown(send: Send, markdown: string, uuid: string): Promise<Message[]> {
	const sent: Message[] = [];
	for (const [index, message] of markdownMessages(markdown).entries()) {
		sent.push(await send(message, partUuid(uuid, index)));
	}
	return sent;
}
