import { Mentions } from '../content/mentions';
import type { Chat } from '../state/chats';
import type { Message } from '../state/messages';
import type { Store } from '../state/store';
import { adminError } from './errors';

/** What a person writes: `text`, or the content of any type as an object or its JSON. */
export interface Writing {
	text?: string;
	content?: unknown;
}

type Said = Pick<Message, 'content' | 'mentions'>;

const EVERYONE = ['all', '所有人'];

/** `@name` of a bot or member becomes `@_user_N`; the longest name wins, so that "@Bob Martin" is not "@Bob". */
function withNames(store: Store, chat: Chat, mentions: Mentions, text: string): string {
	const named = [
		...chat.bots
			.map((id) => store.apps.get(id))
			.flatMap((app) => (app ? [{ name: app.name, id: app.bot_open_id }] : [])),
		...chat.members.map((id) => ({ name: store.contact.users.get(id)?.name ?? id, id })),
		...EVERYONE.map((name) => ({ name, id: 'all' })),
	].sort((a, b) => b.name.length - a.name.length);
	const pattern = new RegExp(
		`@(${named.map(({ name }) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`,
		'g',
	);
	return text.replace(
		pattern,
		(whole, name: string) => mentions.add(named.find((candidate) => candidate.name === name)?.id ?? '') ?? whole,
	);
}

const AT = /<at\s+user_id\s*=\s*["']([^"']*)["']\s*>.*?<\/at>/gs;

/** The people and bots whom a post or a text names by their ids become `@_user_N`, as when an app sends it. */
function withIds(mentions: Mentions, value: unknown): unknown {
	if (Array.isArray(value)) return value.map((entry) => withIds(mentions, entry));
	if (typeof value === 'string') return value.replace(AT, (tag, id: string) => mentions.add(id) ?? tag);
	if (typeof value !== 'object' || value === null) return value;
	const node = Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, withIds(mentions, entry)]));
	if (node.tag !== 'at' || typeof node.user_id !== 'string') return node;
	const key = mentions.add(node.user_id);
	if (key === undefined) return node;
	const name = mentions.list.find((mention) => mention.key === key)?.name ?? node.user_name;
	return { ...node, user_id: key, user_name: name };
}

function parsed(content: string): unknown {
	try {
		return JSON.parse(content) as unknown;
	} catch {
		return undefined;
	}
}

export function writtenContent(store: Store, chat: Chat, { text, content }: Writing): Said {
	const mentions = new Mentions(store, { app_id: store.apps.firstId ?? '' });
	if (content !== undefined) {
		const given = typeof content === 'string' ? parsed(content) : content;
		// Merged forwards are a bare string.
		if (given === undefined) return { content: String(content), mentions: [] };
		return { content: JSON.stringify(withIds(mentions, given)), mentions: mentions.list };
	}
	if (typeof text !== 'string' || text === '') throw adminError(400, 'text or content is required');
	return { content: JSON.stringify({ text: withNames(store, chat, mentions, text) }), mentions: mentions.list };
}
