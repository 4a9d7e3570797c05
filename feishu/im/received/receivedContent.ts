/**
 * The content of a received message, which the platform delivers as a JSON text whose shape depends on the message type.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/events/message-content
 */
import type { JsonObject } from '../../json';
import { isObject, object, text } from '../../json';
import { originalCard, readCard } from './receivedCard';
import { KEY_END } from './receivedParts';
import { namesIn, readRichContent } from './richContent';

export interface ReceivedMention {
	/** The placeholder in the content: `@_user_1`, or `@_all` for everyone. */
	key: string;
	name: string;
	open_id?: string;
	union_id?: string;
	user_id?: string;
	is_bot: boolean;
}

export interface ReceivedContent {
	/** Readable plain text of a message of any type, mentions as `@Name`. */
	text: string;
	/** The same without mentions of bots, named as in version 1.0 of the message event: what a person said to the bot. */
	text_without_at_bot: string;
	mentions: ReceivedMention[];
	/** Whether everyone in the chat was mentioned. */
	mentions_all: boolean;
	title?: string;
	image_key?: string;
	image_keys?: string[];
	file_key?: string;
	file_name?: string;
	/** Milliseconds. */
	duration?: number;
	/** The chat of a shared chat card. */
	shared_chat_id?: string;
	/** The person of a shared user card. */
	shared_user_id?: string;
	/** The content as an object; absent when it is none. */
	content?: JsonObject;
	/** The content as delivered, when it is no JSON object (merged messages, or something new). */
	raw?: string;
}

type Fields = Omit<Partial<ReceivedContent>, 'mentions' | 'mentions_all'> & { text: string };

/** One reader a message type. Types that are not listed fall back to the texts that their content has. */
const READERS: { readonly [messageType: string]: (content: JsonObject) => Fields } = {
	text: (content) => ({ text: text(content.text) }),
	post: readRichContent,
	interactive: (content) => {
		const card = originalCard(content);
		if (!card) return readRichContent(content);
		const { markdown: _markdown, ...fields } = readCard(card);
		return fields;
	},
	image: (content) => ({ text: '[Image]', ...keys(content, 'image_key') }),
	file: (content) => ({ text: label('File', content.file_name), ...keys(content, 'file_key', 'file_name') }),
	folder: (content) => ({ text: label('Folder', content.file_name), ...keys(content, 'file_key', 'file_name') }),
	audio: (content) => ({ text: label('Audio', seconds(content)), ...keys(content, 'file_key'), ...duration(content) }),
	media: (content) => ({
		text: label('Video', content.file_name),
		...keys(content, 'file_key', 'image_key', 'file_name'),
		...duration(content),
	}),
	sticker: (content) => ({ text: '[Sticker]', ...keys(content, 'file_key') }),
	share_chat: (content) => ({ text: label('Shared Chat', content.chat_id), shared_chat_id: text(content.chat_id) }),
	share_user: (content) => ({ text: label('Shared User', content.user_id), shared_user_id: text(content.user_id) }),
	system: (content) => ({ text: fillTemplate(content) }),
	location: (content) => ({ text: label('Location', content.name) }),
	video_chat: (content) => ({ text: label('Video Meeting', content.topic) }),
	vote: (content) => ({ text: [label('Vote', content.topic), ...texts(content.options)].join('\n') }),
	todo: (content) => ({ text: label('Task', readRichContent(object(content.summary)).text) }),
	share_calendar_event: (content) => ({ text: label('Calendar Event', content.summary) }),
	calendar: (content) => ({ text: label('Calendar Event', content.summary) }),
	general_calendar: (content) => ({ text: label('Calendar Event', content.summary) }),
};

/** A whole placeholder, and the space behind it, which goes with a mention that is taken out. */
const MENTION_KEY = new RegExp(`(@_(?:user_\\d+|all))${KEY_END}?([^\\S\\n]?)`, 'g');
const ALL_KEY = '@_all';

/**
 * Reads the content of a received message of any type. Never throws: content that is not understood is kept in `raw`
 * or `content`, with a text that names the message type.
 * @param messageType `message_type` of the message ("text", "post", "image", …)
 * @param content `content` of the message, a JSON text
 * @param mentions `mentions` of the message
 */
export function readReceivedContent(messageType: string, content: unknown, mentions?: unknown): ReceivedContent {
	const parsed = parse(content);
	const people = readMentions(mentions);
	const reader = Object.hasOwn(READERS, messageType) ? READERS[messageType] : undefined;
	const fields: Fields = parsed
		? (reader ?? fallback(messageType))(parsed)
		: { text: text(content) || `[${messageType}]` };
	const names = namesFor(people, parsed);
	const withoutBots = people.filter(({ is_bot }) => is_bot).map(({ key }) => key);
	return {
		...fields,
		text: nameMentions(fields.text, names),
		text_without_at_bot: nameMentions(fields.text, names, { without: withoutBots }).trim(),
		...(fields.title === undefined ? {} : { title: nameMentions(fields.title, names) }),
		mentions: people,
		mentions_all: fields.text.includes(ALL_KEY) || people.some(({ key }) => key === ALL_KEY),
		...(parsed ? { content: parsed } : { raw: text(content) }),
	};
}

/** The mentions of a message in one shape; entries without a key are left out. */
export function readMentions(mentions: unknown): ReceivedMention[] {
	if (!Array.isArray(mentions)) return [];
	return mentions.filter(isObject).flatMap((mention) => {
		const key = text(mention.key);
		if (key === '') return [];
		// An event holds every id in an object; a message that was fetched holds one, with its kind beside it.
		const fetched = { [text(mention.id_type) || 'open_id']: mention.id };
		// What was read before has its ids on the first level.
		const ids = isObject(mention.id) ? mention.id : mention.id === undefined ? mention : fetched;
		return [
			{
				key,
				name: text(mention.name),
				...keys(ids, 'open_id', 'union_id', 'user_id'),
				is_bot: mention.is_bot === true || ['bot', 'app'].includes(text(mention.mentioned_type)),
			},
		];
	});
}

/** The names of those mentioned, by their placeholders; a post may have them although the message does not. */
export function namesFor(people: readonly ReceivedMention[], content: JsonObject = {}): ReadonlyMap<string, string> {
	const named = people.filter(({ name }) => name !== '').map(({ key, name }) => [key, name] as const);
	return new Map([...namesIn(content), ...namesIn(object(content.summary)), ...named]);
}

/**
 * Names in place of placeholders: each whole one ("@_user_1" is not the beginning of "@_user_10").
 * @param without those that vanish
 * @param say how a name is written
 */
export function nameMentions(
	source: string,
	names: ReadonlyMap<string, string>,
	{ without = [], say = (name) => name }: { without?: readonly string[]; say?: (name: string) => string } = {},
): string {
	return source.replace(MENTION_KEY, (_match, key: string, space: string) => {
		if (without.includes(key)) return '';
		const name = names.get(key);
		if (name !== undefined) return `@${say(name)}${space}`;
		return (key === ALL_KEY ? '@all' : key) + space;
	});
}

function fallback(messageType: string): (content: JsonObject) => Fields {
	return (content) => ({
		text:
			[content.text, content.topic, content.summary, content.title, content.content]
				.map(text)
				.find((said) => said !== '') ?? `[${messageType}]`,
	});
}

/** A system message is a sentence with gaps: "{from_user} invited {to_chatters}", whose words stand beside it or are none. */
function fillTemplate(content: JsonObject): string {
	return text(content.template).replace(/\{(\w+)\}/g, (_gap, name: string) => {
		if (!Object.hasOwn(content, name)) return GAPS.has(name) ? '' : UNKNOWN;
		const words = content[name];
		return isObject(words) ? text(words.text) : texts(words).join(', ') || text(words);
	});
}

/** In place of what the platform itself leaves out, such as the old and the new name of a group. */
const UNKNOWN = '…';

const GAPS: ReadonlySet<string> = new Set(['from_user', 'to_chatters', 'divider_text']);

function parse(content: unknown): JsonObject | undefined {
	if (isObject(content)) return content;
	try {
		const value: unknown = JSON.parse(text(content));
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

function label(kind: string, detail: unknown): string {
	return text(detail) === '' ? `[${kind}]` : `[${kind}] ${text(detail)}`;
}

function keys<Name extends string>(source: JsonObject, ...names: Name[]): { [name in Name]?: string } {
	const entries = names.map((name) => [name, text(source[name])] as const).filter(([, value]) => value !== '');
	return Object.fromEntries(entries) as { [name in Name]?: string };
}

function texts(values: unknown): string[] {
	return Array.isArray(values) ? values.map(text).filter((value) => value !== '') : [];
}

function duration(content: JsonObject): { duration?: number } {
	const milliseconds = Number(content.duration);
	return content.duration !== undefined && Number.isFinite(milliseconds) ? { duration: milliseconds } : {};
}

function seconds(content: JsonObject): string {
	const { duration: milliseconds } = duration(content);
	return milliseconds === undefined ? '' : `${Math.round(milliseconds / 1000)} s`;
}
