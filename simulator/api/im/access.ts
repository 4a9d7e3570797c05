import { invalidContent } from '../../content/contentErrors';
import { PlatformError } from '../../platform/envelope';
import { messageById } from '../../state/lookUp';
import type { Chat } from '../../state/chats';
import type { Message } from '../../state/messages';
import { isIn, type Operator } from '../../state/operator';
import type { Store } from '../../state/store';
import { dissolvedChat } from './chatAccess';

export const notInChat = () => new PlatformError(230002, 'Bot/User can NOT be out of the chat.');
export const recalled = () => new PlatformError(230011, 'The message is recalled.');
export const unsupportedType = () =>
	new PlatformError(230054, 'This operation is not supported for this message type.');
export const messageDeleted = () => new PlatformError(230110, 'Action unavailable as the message has been deleted.');

export function chatOf(store: Store, message: Message): Chat {
	const chat = store.im.chats.get(message.chat_id);
	if (!chat) throw dissolvedChat();
	return chat;
}

/** As the endpoints say it, where the gateway has let it pass. */
export const unknownMessage = () => invalidContent('invalid message_id');

/** A message in a chat where the caller is; 99992354 or 230002 otherwise. */
export function reachableMessage(store: Store, by: Operator, messageId: string): { message: Message; chat: Chat } {
	const message = messageById(store, messageId, unknownMessage);
	const chat = chatOf(store, message);
	if (!isIn(chat, by)) throw notInChat();
	return { message, chat };
}
