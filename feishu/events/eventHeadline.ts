/** What people want to know of an event before all else, under one name whatever kind it is. */
import type { EventEnvelope } from './eventEnvelope';
import { object, text, type JsonObject } from '../json';
import { MESSAGE_EVENTS, subjectOf } from './subject';

/** What an event does not have is left out, so that a step which needs it says so. */
export interface EventHeadline {
	/** What a message says. */
	text?: string;
	/** The same without mentions of bots: what a person said to the bot. */
	text_without_at_bot?: string;
	message_id?: string;
	chat_id?: string;
	/** `p2p` or `group`. */
	chat_type?: string;
	/** Who wrote a message: the open_id, or what the event has in its place. */
	sender_id?: string;
	/** Only where the event happens to hold it, as in a message that mentions its writer. */
	sender_name?: string;
	/** Who did anything else: clicked, reacted, joined, edited. The open_id, or what the event has in its place. */
	operator_id?: string;
	approval_code?: string;
	/** What was started by the definition. */
	instance_code?: string;
	file_token?: string;
}

/** @param simple the event after Simplify, with the content of a message as fields */
export function headlineOf(envelope: EventEnvelope, simple: JsonObject): EventHeadline {
	const { chat_id, chat_type, actor_ids, approval_code, instance_code, file_tokens } = subjectOf(envelope);
	const isMessage = MESSAGE_EVENTS.includes(envelope.event_type);
	const actor = actor_ids.find((id) => id.startsWith('ou_')) ?? actor_ids[0] ?? '';
	const known = {
		message_id: messageIdOf(simple),
		chat_id,
		chat_type,
		...(isMessage ? { sender_id: actor, sender_name: nameOf(actor, simple) } : { operator_id: actor }),
		approval_code,
		instance_code,
		file_token: file_tokens[0] ?? '',
	};
	const given = Object.entries(known).filter(([, value]) => value !== '');
	return { ...(isMessage ? wordsOf(simple) : {}), ...Object.fromEntries(given) };
}

/** Also when they are empty, as of a message that only mentions the bot. Version 1.0 has them beside the message. */
function wordsOf(simple: JsonObject): EventHeadline {
	const { text: all, text_without_at_bot: said } = { ...simple, ...object(simple.message) };
	return {
		...(typeof all === 'string' ? { text: all } : {}),
		...(typeof said === 'string' ? { text_without_at_bot: said } : {}),
	};
}

function messageIdOf(simple: JsonObject): string {
	const { message, message_id: id, open_message_id: older } = simple;
	return text(object(message).message_id) || text(id) || text(older);
}

function nameOf(actor: string, simple: JsonObject): string {
	const { mentions } = object(simple.message);
	const known = Array.isArray(mentions)
		? mentions.map(object).find(({ open_id: id }) => text(id) === actor)
		: undefined;
	return actor === '' ? '' : text(known?.name);
}
