import type { EventEnvelope } from '../../../feishu/events/envelope';
import { isOwnAction, MESSAGE_EVENTS, subjectOf } from '../../../feishu/events/subject';
import { ANY_EVENT } from './fields';

export interface EventFilters {
	types: string[];
	/** Empty lists and texts let everything pass. */
	chats: string[];
	senders: string[];
	messageTypes: string[];
	chatType: string;
	ignoreOwn: boolean;
	maxAgeMinutes: number;
}

/**
 * Whether an event starts the workflow. A filter concerns the events that have what it asks for: an approval has no
 * chat, so a chat filter lets it pass, while types of messages and chats say "only messages like this".
 * @param appId the app of the credential
 * @param now milliseconds since 1970
 */
export function isWanted(envelope: EventEnvelope, filters: EventFilters, appId: string, now: number): boolean {
	if (!filters.types.includes(ANY_EVENT) && !filters.types.includes(envelope.event_type)) return false;
	if (filters.ignoreOwn && isOwnAction(envelope, appId)) return false;
	if (envelope.create_time !== null && now - Date.parse(envelope.create_time) > filters.maxAgeMinutes * 60_000)
		return false;

	const subject = subjectOf(envelope);
	const passes = (allowed: string[], found: string[]) =>
		allowed.length === 0 || found.length === 0 || found.some((id) => allowed.includes(id));
	if (!passes(filters.chats, subject.chat_id === '' ? [] : [subject.chat_id])) return false;
	if (!passes(filters.senders, subject.actor_ids)) return false;

	if (!MESSAGE_EVENTS.includes(envelope.event_type)) return true;
	if (filters.chatType !== '' && subject.chat_type !== filters.chatType) return false;
	return filters.messageTypes.length === 0 || filters.messageTypes.includes(subject.message_type);
}
