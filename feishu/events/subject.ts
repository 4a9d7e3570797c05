/** What an event is about, in the places where the platform puts it: which chat, who did it, and whether it was the app itself. */
import type { EventEnvelope } from './eventEnvelope';
import type { JsonObject } from '../json';
import { object, text } from '../json';

export interface EventSubject {
	/** Empty when the event names no chat. */
	chat_id: string;
	/** `p2p` or `group`; empty when the event is no message. */
	chat_type: string;
	/** Empty when the event is no message. */
	message_type: string;
	/** Every id of the one who sent, clicked, reacted or changed something: open_id, union_id and user_id. */
	actor_ids: string[];
	/** Empty when the event is of no approval. */
	approval_code: string;
	/** Tokens of the file that the event is about and of the folder that it is in. */
	file_tokens: string[];
}

/** Message events of both versions; only these have a chat type and a message type. */
export const MESSAGE_EVENTS: readonly string[] = ['im.message.receive_v1', 'message'];

/** Where events keep the chat: messages, chat events, card callbacks, and the 1.0 names of the same. */
const CHAT_PATHS = [['message', 'chat_id'], ['chat_id'], ['context', 'open_chat_id'], ['open_chat_id']] as const;

/** Where events keep the person: messages, chat and drive events, reactions and reads, card callbacks, menus, 1.0. */
const ACTOR_PATHS = [
	['sender', 'sender_id'],
	['operator_id'],
	['operator', 'operator_id'],
	['operator'],
	['reader', 'reader_id'],
	['notice_meta', 'from_user_id'],
	['user_id'],
	[],
] as const;

/** Where events keep the approval definition: of instances and tasks, and of the definition itself. */
const APPROVAL_PATHS = [['approval_code'], ['object', 'approval_code']] as const;

/** Where events keep the file: drive and base events, comments, files that are made in a folder. */
const FILE_PATHS = [['file_token'], ['notice_meta', 'file_token'], ['folder_token']] as const;

const ID_KINDS = ['open_id', 'union_id', 'user_id'] as const;

export function subjectOf(envelope: EventEnvelope): EventSubject {
	const { event } = envelope;
	const isMessage = MESSAGE_EVENTS.includes(envelope.event_type);
	const message = object(event.message);
	return {
		chat_id: texts(event, CHAT_PATHS)[0] ?? '',
		// Version 1.0 says "private".
		chat_type: isMessage ? text(message.chat_type ?? event.chat_type).replace('private', 'p2p') : '',
		message_type: isMessage ? text(message.message_type ?? event.msg_type) : '',
		actor_ids: actorIds(event),
		approval_code: texts(event, APPROVAL_PATHS)[0] ?? '',
		file_tokens: texts(event, FILE_PATHS),
	};
}

/**
 * Whether the app itself caused the event: its own message or its own reaction. A bot's message whose sender cannot be
 * told from the app counts as its own, because an answer to an answer never ends.
 */
export function isOwnAction(envelope: EventEnvelope, appId: string): boolean {
	const { event } = envelope;
	if (envelope.event_type === 'im.message.receive_v1') {
		const sender = object(event.sender);
		if (!['app', 'bot'].includes(text(sender.sender_type))) return false;
		return isApp(appId, [sender.id, ...Object.values(object(sender.sender_id))]);
	}
	if (envelope.event_type.startsWith('im.message.reaction.')) {
		return text(event.operator_type) === 'app' && isApp(appId, [event.app_id]);
	}
	return false;
}

function isApp(appId: string, ids: unknown[]): boolean {
	const appIds = ids.map(text).filter((id) => id.startsWith('cli_'));
	return appIds.length === 0 || appIds.includes(appId);
}

function actorIds(event: JsonObject): string[] {
	for (const path of ACTOR_PATHS) {
		const ids = idsOf(object(at(event, path)));
		if (ids.length > 0) return ids;
	}
	// Several people may have edited a file together.
	const together = event.operator_id_list;
	return Array.isArray(together) ? together.flatMap((person) => idsOf(object(person))) : [];
}

function idsOf(person: JsonObject): string[] {
	return ID_KINDS.map((kind) => text(person[kind])).filter((id) => id !== '');
}

/** What stands in these places, without those that are empty. */
function texts(event: JsonObject, paths: ReadonlyArray<readonly string[]>): string[] {
	return paths.map((path) => text(at(event, path))).filter((found) => found !== '');
}

function at(event: JsonObject, path: readonly string[]): unknown {
	return path.reduce<unknown>((value, key) => object(value)[key], event);
}
