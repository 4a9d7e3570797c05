import { PlatformError } from '../platform/envelope';
import type { App } from '../state/apps';
import type { Chat } from '../state/chats';
import type { User } from '../state/contact';
import type { Mention } from '../state/messages';
import type { Resource } from '../state/resources';
import type { Store } from '../state/store';
import { acceptCard } from './card';
import * as media from './media';
import { Mentions } from './mentions';
import { post } from './post';
import { cardFailure, invalidContent } from './contentErrors';
import { text } from './text';
import type { Accepted, Acceptor } from './types';

const KB = 1024;

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/create */
const TYPES: Record<string, { accept: Acceptor; maxBytes?: number }> = {
	text: { accept: text, maxBytes: 150 * KB },
	post: { accept: post, maxBytes: 30 * KB },
	interactive: { accept: acceptCard, maxBytes: 30 * KB },
	image: { accept: media.image },
	file: { accept: media.file },
	audio: { accept: media.audio },
	media: { accept: media.media },
	sticker: { accept: media.sticker },
	share_chat: { accept: media.shareChat },
	share_user: { accept: media.shareUser },
	system: { accept: media.system },
};

const tooLong = () => new PlatformError(230025, 'The length of the message content reaches its limit.');

/** Avatars are no messages. */
const sendable = (image: Resource | undefined) => (image?.type === 'avatar' ? undefined : image);

function owned(resource: Resource | undefined, name: string, app: Pick<App, 'app_id'>): Resource {
	if (!resource) throw invalidContent(`invalid ${name}`);
	if (resource.app_id !== undefined && resource.app_id !== app.app_id)
		throw new PlatformError(230017, 'Bot is NOT the owner of the resource.');
	return resource;
}

function parse(msgType: string, content: string): Record<string, unknown> {
	try {
		const parsed: unknown = JSON.parse(content);
		if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed))
			return parsed as Record<string, unknown>;
	} catch (error) {
		if (msgType === 'interactive')
			throw cardFailure(
				200621,
				`parse card json err, please check whether the card json is correct: ${(error as Error).message}`,
			);
	}
	throw invalidContent('invalid message content');
}

/** 230022 for words that nobody may write, 230028 for what the company protects. */
function requireDecency({ settings }: Store, content: string): void {
	if (settings.blockedWords.some((word) => content.includes(word)))
		throw new PlatformError(230022, 'The content of the message contains sensitive information.');
	if (settings.protectedWords.some((word) => content.includes(word)))
		throw new PlatformError(230028, 'The messages do NOT pass the audit.');
}

/** Checks the content of a message as the platform does; returns what is read back, the resolved card and the mentions. */
export function acceptContent(
	store: Store,
	message: {
		app: Pick<App, 'app_id'>;
		/** The person who writes through it. */
		user?: Pick<User, 'open_id'>;
		chat: Pick<Chat, 'chat_type'>;
		msgType: string;
		content: string;
		/** For a custom bot, which mentions nobody else and is refused for nobody: open_ids of the store. */
		mentionsOnly?: readonly string[];
		/** In place of what messages of the type may have. */
		maxBytes?: number;
	},
): Pick<Accepted, 'card' | 'card_id' | 'shown'> & { content: string; read_back?: string; mentions: Mention[] } {
	const { app, user, chat, msgType, content, mentionsOnly } = message;
	const type = TYPES[msgType];
	const { maxBytes = type?.maxBytes } = message;
	if (!type) throw invalidContent('invalid msg_type');
	if (content === '') throw invalidContent('content cannot be empty');
	if (maxBytes !== undefined && Buffer.byteLength(content) > maxBytes) throw tooLong();
	requireDecency(store, content);
	const mentions = new Mentions(store, app, mentionsOnly);
	const accepted = type.accept({
		msgType,
		content: parse(msgType, content),
		store,
		app,
		chat,
		isMember: ({ members, bots }) => (user ? members.includes(user.open_id) : bots.includes(app.app_id)),
		isHook: mentionsOnly !== undefined,
		mentions,
		image: (key) => owned(sendable(store.im.images.get(key)), 'image_key', app),
		file(key, types) {
			const found = owned(store.im.files.get(key), 'file_key', app);
			if (!types.includes(found.type))
				throw new PlatformError(230055, 'The type of file upload does not match the type of message being sent.');
			return found;
		},
	});
	// A template counts with its variables filled in.
	if (accepted.card && Buffer.byteLength(JSON.stringify(accepted.card)) > (maxBytes ?? 30 * KB)) throw tooLong();
	return {
		content: JSON.stringify(accepted.content),
		card: accepted.card,
		...(accepted.card_id !== undefined && { card_id: accepted.card_id }),
		read_back: accepted.read_back && JSON.stringify(accepted.read_back),
		shown: accepted.shown,
		mentions: mentions.list,
	};
}
