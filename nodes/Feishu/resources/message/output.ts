import type { IDataObject } from 'n8n-workflow';

import { readReceivedContent } from '../../../../feishu/im/received/receivedContent';
import { outputOf } from '../../../shared/operation/output';

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

/** Asks for cards as they were sent: the simplified form of newer ones holds no words of theirs. */
export const WHOLE_CARDS = { card_msg_content_type: 'user_card_content' } as const;

/** A mention as reading a message gives it. */
export const MENTION = {
	key: 'string',
	name: 'string',
	'open_id?': 'string',
	'union_id?': 'string',
	'user_id?': 'string',
	is_bot: 'boolean',
} as const;

export const MESSAGE_SHAPE = {
	message_id: 'string',
	'chat_id?': 'string',
	'thread_id?': 'string',
	'parent_id?': 'string',
	'msg_type?': 'string',
	text: 'string',
	content: 'any',
	'mentions?': [MENTION],
	'sender_id?': 'string',
	'sender_type?': 'string',
	'create_time?': 'string',
	'update_time?': 'string',
	deleted: 'boolean',
} as const;

/** What one message is in an output. */
export const messageOutput = outputOf(MESSAGE_SHAPE);

/** The raw message, or its useful fields with the content read. */
export function messageItem(message: Message, simple: boolean): IDataObject {
	if (!simple) return message as unknown as IDataObject;
	const { text, content, mentions } = readReceivedContent(
		message.msg_type ?? '',
		message.body?.content ?? '',
		message.mentions,
	);
	return messageOutput.simplify({
		...message,
		text,
		content: content ?? {},
		mentions: mentions.length > 0 ? mentions : undefined,
		thread_id: message.thread_id || undefined,
		parent_id: message.parent_id || undefined,
		// What the platform itself writes has no sender.
		sender_id: message.sender?.id || undefined,
		sender_type: message.sender?.sender_type || undefined,
		create_time: isoTime(message.create_time),
		update_time: message.updated === true ? isoTime(message.update_time) : undefined,
		deleted: message.deleted ?? false,
	});
}

/** ISO 8601 of milliseconds since 1970 given as text; undefined when it is none. */
export function isoTime(ms: unknown): string | undefined {
	const number = Number(ms);
	return ms && Number.isFinite(number) ? new Date(number).toISOString() : undefined;
}
