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
	/** What was started by the definition; empty when the event is of nothing like that. */
	instance_code: string;
	/** Tokens of the file that the event is about and of the folder that it is in. */
	file_tokens: string[];
}

/** Message events of both versions; only these have a chat type and a message type. */
export const MESSAGE_EVENTS: readonly string[] = ['im.message.receive_v1', 'message'];

/** Where events keep the chat: messages, chat events, card callbacks, and the 1.0 names of the same. */
const CHAT_PATHS = [['message', 'chat_id'], ['chat_id'], ['context', 'open_chat_id'], ['open_chat_id']] as const;

/**
 * Where events keep the person: messages, chat and drive events, meetings, reactions and reads, card callbacks, menus,
 * comments, imports, help desk, courses, 1.0.
 */
const ACTOR_PATHS = [
	['sender', 'sender_id'],
	['operator_id'],
	['operator', 'operator_id'],
	['operator', 'id'],
	['operator'],
	['reader', 'reader_id'],
	['notice_meta', 'from_user_id'],
	['operator_user_id'],
	['guest', 'id'],
	['learner', 'user_id'],
	['user_id'],
	[],
] as const;

/** Where events keep the approval definition: of instances and tasks, and of the definition itself. */
const APPROVAL_PATHS = [['approval_code'], ['object', 'approval_code']] as const;

/** Where events keep what was started: of instances, tasks, copies and attendance, and of journeys and corrections. */
const INSTANCE_PATHS = [['instance_code'], ['object', 'instance_code']] as const;

/** Where events keep the file: drive and base events, comments, files that are made in a folder. */
const FILE_PATHS = [['file_token'], ['notice_meta', 'file_token'], ['folder_token']] as const;

/** Version 1.0 says `employee_id` for `user_id`. */
const ID_KINDS = ['open_id', 'union_id', 'user_id', 'employee_id'] as const;

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
		instance_code: texts(event, INSTANCE_PATHS)[0] ?? '',
		file_tokens: texts(event, FILE_PATHS),
	};
}

/** The app whose events these are. */
export interface OwnApp {
	appId: string;
	/** Of its bot, as the app itself sees it; undefined where it is not known. */
	botOpenId?: string;
}

/** Whether a person or a bot wrote a message or reacted to one; empty where the event does not say. */
export function actorKind({ event, event_type: type }: EventEnvelope): '' | 'bot' | 'person' {
	if (type === 'im.message.receive_v1') return kindOf(object(event.sender).sender_type);
	// Version 1.0 brings what people write, and nothing of bots.
	if (type === 'message') return 'person';
	return type.startsWith('im.message.reaction.') ? kindOf(event.operator_type) : '';
}

function kindOf(type: unknown): '' | 'bot' | 'person' {
	if (type === 'user') return 'person';
	return type === 'app' || type === 'bot' ? 'bot' : '';
}

/**
 * Whether the app itself caused the event: its own message or its own reaction. A bot's message names the bot by its
 * open_id, or the app by its App ID. One whose sender cannot be told from the app counts as its own, because an answer
 * to an answer never ends.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/events/receive
 */
export function isOwnAction(envelope: EventEnvelope, app: OwnApp): boolean {
	if (actorKind(envelope) !== 'bot') return false;
	const { event } = envelope;
	if (envelope.event_type !== 'im.message.receive_v1') return isApp(app, [event.app_id]);
	const sender = object(event.sender);
	return isApp(app, [sender.id, ...Object.values(object(sender.sender_id))]);
}

function isApp({ appId, botOpenId }: OwnApp, ids: unknown[]): boolean {
	const known = ids.map(text);
	if (known.some((id) => id.startsWith('cli_'))) return known.includes(appId);
	const openIds = known.filter((id) => id.startsWith('ou_'));
	return botOpenId === undefined || openIds.length === 0 || openIds.includes(botOpenId);
}

function actorIds(event: JsonObject): string[] {
	for (const path of ACTOR_PATHS) {
		const ids = idsOf(object(at(event, path)));
		if (ids.length > 0) return ids;
	}
	// Several people may have edited a file together.
	const together = event.operator_id_list;
	if (Array.isArray(together)) return together.flatMap((person) => idsOf(object(person)));
	// The bot events of version 1.0 spell it out.
	return [text(event.operator_open_id), text(event.operator_employee_id)].filter((id) => id !== '');
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
