import type { UserIdType } from '../../platform/ids';
import type { Viewer } from '../../state/directory';
import type { Message } from '../../state/messages';
import type { Sender } from '../../state/sender';
import type { Store } from '../../state/store';

export interface MessageViewOptions {
	userIdType?: UserIdType;
	/** `card_msg_content_type=user_card_content`: the card as it was sent. */
	originalCard?: boolean;
}

function senderView(store: Store, app: Viewer, sender: Sender, idType: UserIdType) {
	const isUser = sender.sender_type === 'user';
	return {
		id: isUser ? store.directory.idFor(app, sender.id, idType) : sender.id,
		id_type: isUser ? idType : sender.id_type,
		sender_type: sender.sender_type,
		tenant_key: store.tenantKey,
	};
}

/** A message as send, reply, edit, get and history answer it. Source: …/im-v1/message/get */
export function messageView(
	store: Store,
	app: Viewer,
	message: Message,
	{ userIdType = 'open_id', originalCard = false }: MessageViewOptions = {},
) {
	const content = originalCard && message.card ? JSON.stringify(message.card) : message.content;
	return {
		message_id: message.message_id,
		root_id: message.root_id,
		parent_id: message.parent_id,
		thread_id: message.thread_id,
		upper_message_id: message.upper_message_id,
		msg_type: message.msg_type,
		create_time: String(message.create_time),
		update_time: String(message.update_time),
		deleted: message.deleted,
		updated: message.updated,
		chat_id: message.chat_id,
		sender: senderView(store, app, message.sender, userIdType),
		body: { content: message.deleted ? 'This message was recalled' : content },
		mentions:
			message.mentions.length === 0 || message.deleted
				? undefined
				: message.mentions.map(({ key, open_id, name }) => ({
						key,
						id: store.directory.idFor(app, open_id, userIdType),
						id_type: userIdType,
						name,
						tenant_key: store.tenantKey,
					})),
	};
}
