import type { IDataObject } from 'n8n-workflow';

import { readReceivedContent } from '../../../../feishu/im/received/receivedContent';

/** A message as the platform gives it. @see https://open.feishu.cn/document/server-docs/im-v1/message/get */
export interface Message {
	message_id: string;
	chat_id?: string;
	root_id?: string;
	parent_id?: string;
	thread_id?: string;
	msg_type?: string;
	/** Milliseconds since 1970, as text. */
	create_time?: string;
	update_time?: string;
	deleted?: boolean;
	updated?: boolean;
	sender?: { id?: string; id_type?: string; sender_type?: string };
	body?: { content?: string };
	mentions?: unknown[];
}

/** The raw message, or its useful fields with the content read. */
export function messageOutput(message: Message, simple: boolean): IDataObject {
	if (!simple) return message as unknown as IDataObject;
	const { text, content, mentions } = readReceivedContent(
		message.msg_type ?? '',
		message.body?.content ?? '',
		message.mentions,
	);
	return {
		message_id: message.message_id,
		chat_id: message.chat_id,
		...(message.thread_id && { thread_id: message.thread_id }),
		...(message.parent_id && { parent_id: message.parent_id }),
		msg_type: message.msg_type,
		text,
		content: (content ?? {}) as IDataObject,
		...(mentions.length > 0 && { mentions: mentions as unknown as IDataObject[] }),
		sender_id: message.sender?.id,
		sender_type: message.sender?.sender_type,
		create_time: isoTime(message.create_time),
		...(message.updated === true && { update_time: isoTime(message.update_time) }),
		deleted: message.deleted ?? false,
	};
}

/** ISO 8601 of milliseconds since 1970 given as text; undefined when it is none. */
export function isoTime(ms: unknown): string | undefined {
	const number = Number(ms);
	return ms && Number.isFinite(number) ? new Date(number).toISOString() : undefined;
}
