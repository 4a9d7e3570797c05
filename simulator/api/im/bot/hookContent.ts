import { acceptContent } from '../../../content';
import { checkPlainPost } from '../../../content/plainPost';
import type { CustomBot } from '../../../state/im';
import { PlatformError } from '../../../platform/envelope';
import type { App } from '../../../state/apps';
import type { Chat } from '../../../state/chats';
import type { Message } from '../../../state/messages';
import type { Store } from '../../../state/store';

type Json = Record<string, unknown>;
type Accepted = Pick<Message, 'msg_type' | 'content'> & Partial<Message>;

/** Webhooks answer HTTP 200 whatever happens, with nothing in `data` and no `error`. */
export const hookError = (code: number, msg: string) => new PlatformError(code, msg, { http: 200, bare: true });
const unreadable = () => hookError(9499, 'Bad Request, ext=fail to parse content');

function objectIn(body: Json, name: string): Json {
	const value = body[name];
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unreadable();
	return value as Json;
}

/** By msg_type: what the check of an app's message of that type is given. */
const CONTENTS: Readonly<Record<string, (body: Json, bot: CustomBot) => Json>> = {
	text: (body) => objectIn(body, 'content'),
	image: (body) => objectIn(body, 'content'),
	post(body) {
		const post = objectIn(objectIn(body, 'content'), 'post');
		checkPlainPost(post);
		return post;
	},
	share_chat(body, bot) {
		const { share_chat_id: chatId } = objectIn(body, 'content');
		// A webhook shares the group that it is in, and no other.
		if (chatId !== bot.chat_id) throw hookError(11231, 'Chat not found.');
		return { chat_id: chatId };
	},
	interactive: (body) => objectIn(body, 'card'),
};

/** A webhook may use the pictures of every app of the company; the app of the first one stands for it. */
function standIn(store: Store, bot: CustomBot, content: string): Pick<App, 'app_id'> {
	const used = [...store.im.images.values()].find(({ key }) => content.includes(JSON.stringify(key)));
	const owner = store.apps.get(used?.app_id ?? '');
	return { app_id: owner?.app_id ?? bot.app_id };
}

/** 230099 names the card service's own refusal inside its words; a webhook gives 11246 with that part alone. */
function refusal(error: unknown): unknown {
	if (!(error instanceof PlatformError) || error.options.bare) return error;
	const card = /ext=(ErrCode: .*)$/s.exec(error.msg)?.[1];
	return card === undefined ? unreadable() : hookError(11246, card);
}

/** The message that a request asks for; 19002 without a known msg_type, 9499 for a content that is not one of it. */
export function contentOf(store: Store, bot: CustomBot, chat: Chat, body: Json): Accepted {
	const msgType = typeof body.msg_type === 'string' ? body.msg_type : '';
	const read = Object.hasOwn(CONTENTS, msgType) ? CONTENTS[msgType] : undefined;
	if (!read) throw hookError(19002, 'params error, msg_type need');
	try {
		const content = JSON.stringify(read(body, bot));
		if (msgType === 'share_chat') return { msg_type: msgType, content };
		return {
			msg_type: msgType,
			...acceptContent(store, {
				app: standIn(store, bot, content),
				chat,
				msgType,
				content,
				mentionsOnly: chat.members,
			}),
		};
	} catch (error) {
		throw refusal(error);
	}
}

/** The words among which a keyword is looked for: texts and titles, and the texts of cards. */
export function wordsOf(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(wordsOf);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, entry]) =>
		typeof entry === 'string' ? (['text', 'title', 'content'].includes(name) ? [entry] : []) : wordsOf(entry),
	);
}
