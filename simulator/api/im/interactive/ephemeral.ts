import { isIn, type Operator, isSender, senderOf } from '../../../state/operator';
import { acceptContent } from '../../../content';
import { invalidContent } from '../../../content/contentErrors';
import { hasAudio } from '../../../content/cardMarkdown';
import { elementsOf, type Json } from '../../../content/cardWalk';
import { groupOf } from '../../../state/chats';
import { PlatformError } from '../../../platform/envelope';
import { invalidId, messageById, userById } from '../../../state/lookUp';
import { second } from '../../../platform/rate';
import { object, required, text } from '../../../platform/validate';
import type { Store } from '../../../state/store';
import type { User } from '../../../state/contact';
import { chatOf, notInChat } from '../access';
import { defineRoute } from '../../../gateway/route';

const SCOPES = ['im:message', 'im:message:send_as_bot', 'im:message:update'];
/** Cards to one group. */
const CHAT_LIMIT = [second(40)];

/** Of the card as it is kept. */
const MAX_BYTES = 100 * 1024;

/** 100000 for a card that is too large, where messages have a code of their own. */
function acceptCard(...[store, message]: Parameters<typeof acceptContent>) {
	try {
		return acceptContent(store, { ...message, maxBytes: MAX_BYTES });
	} catch (error) {
		if (!(error instanceof PlatformError) || error.code !== 230025) throw error;
		throw new PlatformError(100000, 'the card is too large');
	}
}

/** Languages of single texts and audio are for messages only. */
function checkLocal(card: Json): void {
	for (const { tag, json } of elementsOf(card)) {
		const markdown = [json.content, json.text].filter((one) => typeof one === 'string');
		if (tag === 'audio' || markdown.some(hasAudio)) throw invalidContent('audio is not supported in this card');
		if (Object.keys(json).some((name) => name.startsWith('i18n_') && name !== 'i18n_text_tag_list'))
			throw invalidContent('i18n_content is not supported in this card');
	}
}

/** The only one who shall see it: open_id counts before user_id, and that before email. */
function viewer(store: Store, by: Operator, ids: { open_id?: string; user_id?: string; email?: string }): User {
	if (ids.open_id) return userById(store, by.app, 'open_id', ids.open_id);
	if (ids.user_id) return userById(store, by.app, 'user_id', ids.user_id);
	const user = ids.email ? store.contact.find('email', ids.email) : undefined;
	if (ids.email && !user) throw new PlatformError(230013, 'Bot has NO availability to this user.');
	if (!user) throw invalidContent('one of open_id, user_id and email is required');
	return user;
}

/**
 * Cards that one member of a group sees. The pages name hardly any code; those of sending messages stand for them here.
 * Source: https://open.feishu.cn/document/ukTMukTMukTM/uETOyYjLxkjM24SM5IjN
 */
export const ephemeralRoutes = [
	defineRoute({
		method: 'POST',
		path: '/open-apis/ephemeral/v1/send',
		scopes: SCOPES,
		body: {
			chat_id: required(text()),
			open_id: text(),
			user_id: text(),
			email: text(),
			msg_type: required(text()),
			card: required(object()),
		},
		handle({ platform: { store, rate }, by, body }) {
			const chat = store.im.chats.get(body.chat_id);
			if (!chat) throw invalidId('chat_id');
			if (!isIn(chat, by)) throw notInChat();
			if (chat.chat_type === 'p2p' || groupOf(chat).settings.chat_mode === 'topic')
				throw invalidContent('only for groups, without topic groups');
			if (body.msg_type !== 'interactive') throw invalidContent('msg_type must be interactive');
			const user = viewer(store, by, body);
			if (!chat.members.includes(user.open_id)) throw invalidContent('the user is not in the chat');
			checkLocal(body.card);
			const content = JSON.stringify(body.card);
			const accepted = acceptCard(store, { app: by.app, chat, msgType: 'interactive', content });
			if (!rate.allows(`ephemeral ${chat.chat_id}`, CHAT_LIMIT))
				throw new PlatformError(230020, 'This operation triggers the frequency limit.');
			const message = store.im.addMessage(chat, {
				msg_type: 'interactive',
				sender: senderOf(by),
				visible_to: user.open_id,
				...accepted,
			});
			return { data: { message_id: message.message_id } };
		},
	}),
	/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uITOyYjLykjM24iM5IjN */
	defineRoute({
		method: 'POST',
		path: '/open-apis/ephemeral/v1/delete',
		scopes: SCOPES,
		body: { message_id: required(text()) },
		handle({ platform: { store }, by, body }) {
			if (store.im.deletedEphemerals.has(body.message_id)) throw new PlatformError(18051, 'message is deleted');
			const message = messageById(store, body.message_id);
			if (!chatOf(store, message).bots.includes(by.app.app_id)) throw notInChat();
			if (message.visible_to === undefined) throw invalidContent('not a card that one person sees');
			if (!isSender(message, by)) throw new PlatformError(230012, 'Bot is NOT the sender of the message.');
			// Nothing is left of it.
			store.im.messages.delete(message.message_id);
			store.im.deletedEphemerals.add(message.message_id);
			store.changed();
			return { top: { msg: 'success' } };
		},
	}),
];
