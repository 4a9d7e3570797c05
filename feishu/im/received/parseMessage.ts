/** A message wherever it stands: in an event, in an answer of the API, or in what was read from either. */
import type { JsonObject } from '../../json';
import { isObject, object, text } from '../../json';
import { toIsoTime } from '../../events/eventEnvelope';
import { parseReceivedContent, type ParsedContent } from './parseContent';

export interface ParsedMessage extends ParsedContent {
	message_id?: string;
	chat_id?: string;
	thread_id?: string;
	root_id?: string;
	parent_id?: string;
	/** In a message of a merged forward: the bundle that it is in. */
	upper_message_id?: string;
	message_type: string;
	sender_id?: string;
	sender_type?: string;
	/** ISO 8601 in UTC. */
	create_time?: string;
	/** The messages of a merged forward, where they came along. */
	messages?: ParsedMessage[];
}

/**
 * Finds the message in a trigger's output, a raw event, the item of a webhook, a message of the API or a list of them,
 * and reads it. A list is read as a merged forward with its messages, in the order in which the API gives them.
 * @returns undefined when there is none
 */
export function parseMessage(value: unknown): ParsedMessage | undefined {
	const [first, ...rest] = findMessages(value);
	if (!first) return undefined;
	const parsed = parseOne(first);
	if (rest.length === 0) return parsed;
	const messages = rest.map(parseOne);
	return { ...parsed, markdown: messages.map(quoted).join('\n>\n'), messages };
}

interface Found {
	message: JsonObject;
	/** Beside the message in an event, inside it elsewhere. */
	sender: JsonObject;
}

function findMessages(value: unknown): Found[] {
	if (Array.isArray(value)) return value.flatMap(findMessages);
	if (!isObject(value)) return [];
	if (Array.isArray(value.items)) return findMessages(value.items);
	if (isObject(value.message))
		return [{ message: value.message, sender: object(value.sender ?? value.message.sender) }];
	if (text(value.message_type ?? value.msg_type) !== '') return [{ message: value, sender: object(value.sender) }];
	// An event, the body of a webhook's item, an answer of the API.
	for (const inner of [value.event, value.body, value.data, value.json]) {
		const found = isObject(inner) ? findMessages(inner) : [];
		if (found.length > 0) return found;
	}
	return [];
}

function parseOne({ message, sender }: Found): ParsedMessage {
	const message_type = text(message.message_type ?? message.msg_type);
	// Events of version 1.0 keep what makes up the content beside the type.
	const content = object(message.body).content ?? message.content ?? message;
	const facts = {
		message_id: text(message.message_id ?? message.open_message_id),
		chat_id: text(message.chat_id ?? message.open_chat_id),
		thread_id: text(message.thread_id),
		root_id: text(message.root_id),
		parent_id: text(message.parent_id),
		upper_message_id: text(message.upper_message_id),
		message_type,
		sender_id: text(object(sender.sender_id).open_id) || text(sender.id) || text(message.sender_id ?? message.open_id),
		sender_type: text(sender.sender_type) || text(message.sender_type),
		create_time: toIsoTime(message.create_time) ?? text(message.create_time),
	};
	return {
		...(Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== '')) as typeof facts),
		...parseReceivedContent(message_type, content, message.mentions),
	};
}

function quoted({ sender_id, markdown }: ParsedMessage): string {
	return [`**${sender_id ?? ''}**`, ...markdown.split('\n')].map((line) => `> ${line}`.trimEnd()).join('\n');
}
