import type { IDataObject } from 'n8n-workflow';

import { checkId } from '../../../../feishu/ids';
import type { FeishuClient } from '../../../shared/client/client';
import type { Field } from '../../../shared/operation/operation';
import type { Params } from '../../../shared/operation/params';
import { markdownMessages } from '../../../shared/im/streaming/streamMessages';
import type { Message } from '../message/output';
import { partUuid } from '../message/sending';
import { replyTo, type Send } from './target';

/** The message that shows the card: what the card can't hold is answered to it. */
export function restField(overrides: Partial<Field> = {}): Field {
	return {
		displayName: 'Message ID of the Card',
		name: 'cardMessageId',
		type: 'string',
		default: '',
		placeholder: 'e.g. om_dc13264520392913993dd051dba21dcf',
		description:
			'Comes out of Start as message_id. What the card can not hold (30 KB) or show is then sent as replies to it.',
		...overrides,
	};
}

/** @throws InputError when it is no message ID */
export function cardMessageId(param: Params): string | undefined {
	const id = param.optionalText('cardMessageId');
	return id === '' ? undefined : checkId('message', id, param.label('cardMessageId'));
}

/** Answers the message of the card, where that is known. @throws InputError when it is no message ID */
export function restSender(param: Params, feishu: FeishuClient): Send | undefined {
	const id = cardMessageId(param);
	return id === undefined ? undefined : replyTo(feishu, id);
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
