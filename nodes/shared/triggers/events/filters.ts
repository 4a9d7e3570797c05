import { readReceivedContent, type ReceivedContent } from '../../../../feishu/im/received/receivedContent';
import type { EventEnvelope } from '../../../../feishu/events/eventEnvelope';
import { actorKind, isOwnAction, MESSAGE_EVENTS, subjectOf } from '../../../../feishu/events/subject';
import { object, text } from '../../../../feishu/json';
import { ANY_EVENT } from './triggerFields';
import { readPattern } from './pattern';

/** Whom a message must mention; empty for nobody. */
export type MentionFilter = '' | 'bot' | 'botOrAll';

export interface EventFilters {
	types: string[];
	/** Empty lists and texts let everything pass. */
	chats: string[];
	senders: string[];
	/** Empty for people and bots alike. */
	sentBy: '' | 'bot' | 'person';
	messageTypes: string[];
	chatType: string;
	ignoreOwn: boolean;
	maxAgeMinutes: number;
	approvalCodes: string[];
	/** Tokens of files, or of folders that hold them. */
	files: string[];
	mention: MentionFilter;
	/** Of the app's bot; without it a mention of any bot counts, and each bot's message as its own. */
	botOpenId?: string;
	textContains: string[];
	/** As entered; one that is no regular expression lets nothing pass. */
	textPattern: string;
}

/**
 * Whether an event starts the workflow. A filter concerns the events that have what it asks for: an approval has no
 * chat, so a chat filter lets it pass, while types of messages and chats say "only messages like this".
 * @param appId the app of the credential
 * @param now milliseconds since 1970
 */
export function isWanted(envelope: EventEnvelope, filters: EventFilters, appId: string, now: number): boolean {
	if (!filters.types.includes(ANY_EVENT) && !filters.types.includes(envelope.event_type)) return false;
	if (filters.ignoreOwn && isOwnAction(envelope, { appId, botOpenId: filters.botOpenId })) return false;
	if (filters.sentBy !== '' && !['', filters.sentBy].includes(actorKind(envelope))) return false;
	if (envelope.create_time !== null && now - Date.parse(envelope.create_time) > filters.maxAgeMinutes * 60_000)
		return false;

	const subject = subjectOf(envelope);
	const passes = (allowed: string[], found: string[]) =>
		allowed.length === 0 || found.length === 0 || found.some((id) => allowed.includes(id));
	if (!passes(filters.chats, subject.chat_id === '' ? [] : [subject.chat_id])) return false;
	if (!passes(filters.senders, subject.actor_ids)) return false;
	if (!passes(filters.approvalCodes, subject.approval_code === '' ? [] : [subject.approval_code])) return false;
	if (!passes(filters.files, subject.file_tokens)) return false;

	if (!MESSAGE_EVENTS.includes(envelope.event_type)) return true;
	if (filters.chatType !== '' && subject.chat_type !== filters.chatType) return false;
	if (filters.messageTypes.length > 0 && !filters.messageTypes.includes(subject.message_type)) return false;
	return saysWhatIsWanted(envelope, filters, subject.chat_type);
}

/** The content is read only where a filter asks for it. */
function saysWhatIsWanted(envelope: EventEnvelope, filters: EventFilters, chatType: string): boolean {
	const { mention, textContains, textPattern } = filters;
	if (mention === '' && textContains.length === 0 && textPattern === '') return true;
	const said = contentOf(envelope);
	// A direct message is meant for the bot without saying so.
	if (mention !== '' && chatType !== 'p2p' && !mentions(said, filters)) return false;
	const words = said.text_without_at_bot.toLowerCase();
	if (textContains.length > 0 && !textContains.some((part) => words.includes(part.toLowerCase()))) return false;
	return textPattern === '' || (readPattern(textPattern)?.test(said.text_without_at_bot) ?? false);
}

type Said = Pick<ReceivedContent, 'text_without_at_bot' | 'mentions' | 'mentions_all'> & { mentions_own_bot?: boolean };

function contentOf({ event_type: type, event }: EventEnvelope): Said {
	if (type === 'im.message.receive_v1') {
		const { message_type, content, mentions: people } = object(event.message);
		return readReceivedContent(text(message_type), content, people);
	}
	// Version 1.0 says itself whether the bot was mentioned, and names nobody.
	return {
		text_without_at_bot: text(event.text_without_at_bot) || text(event.text),
		mentions: [],
		mentions_all: false,
		mentions_own_bot: event.is_mention === true,
	};
}

function mentions(said: Said, { mention, botOpenId }: EventFilters): boolean {
	if (said.mentions_own_bot) return true;
	if (mention === 'botOrAll' && said.mentions_all) return true;
	return said.mentions.some(({ open_id, is_bot }) => (botOpenId === undefined ? is_bot : open_id === botOpenId));
}
