import type { IDataObject } from 'n8n-workflow';

import type { FeishuClient } from '../../../shared/client/client';
import type { ErrorContext } from '../../../shared/client/errors';
import { perReceiver } from '../../../shared/client/pacing';
import { sendInOrder, type Composed } from '../../../shared/im/composer';
import type { Message } from './output';

export const SEND = 'POST /open-apis/im/v1/messages';

export interface Receiver {
	id: string;
	type: 'chat_id' | 'open_id' | 'union_id' | 'user_id' | 'email';
}

/**
 * Sends messages to one receiver, in their order. The platform sends a message with a known `uuid` once only, so a
 * lost answer is no reason not to try again.
 * @param uuid of the item; each message has its own. The platform takes 50 characters.
 * @param errorContext gets what had been sent before, for the error that may come
 */
export async function sendAll(
	feishu: FeishuClient,
	{ id, type }: Receiver,
	messages: readonly Composed[],
	uuid: string,
	errorContext: ErrorContext = {},
): Promise<Message[]> {
	return await sendInOrder(
		messages,
		errorContext,
		async ({ msg_type, content }, index) =>
			await feishu.call<Message>(SEND, {
				query: { receive_id_type: type },
				body: { receive_id: id, msg_type, content: JSON.stringify(content), uuid: partUuid(uuid, index) },
				idempotent: true,
				paces: [perReceiver(id)],
			}),
	);
}

/** The idempotency key of one of several messages. */
export function partUuid(uuid: string, index: number): string {
	return index === 0 ? uuid : `${uuid}-${index}`;
}

/** A receiver as results name it. */
export function receiverOutput({ id, type }: Receiver): IDataObject {
	return { receiver: id, receiver_type: type };
}
