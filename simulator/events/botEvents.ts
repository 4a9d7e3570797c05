import type { App } from '../state/apps';
import type { Chat } from '../state/chats';
import { newId } from '../platform/ids';
import { idsFor } from './eventIds';
import type { Delivery, Outlet } from './push';

/** A person opens the conversation with a bot; the first time that makes it, which only version 1.0 tells. */
export function pushEntered({ store, push }: Outlet, app: App, chat: Chat, openId: string, isFirst: boolean): void {
	const { open_id, user_id } = idsFor(store, app, openId);
	if (isFirst)
		push.event(
			app.app_id,
			'p2p_chat_create',
			{
				chat_id: chat.chat_id,
				operator: { open_id, user_id: user_id ?? '' },
				user: { name: store.contact.users.get(openId)?.name ?? '', open_id, user_id: user_id ?? '' },
			},
			{ schema: '1.0' },
		);
	const last = [...store.im.messages.values()].filter(({ chat_id: id }) => id === chat.chat_id).at(-1);
	push.event(app.app_id, 'im.chat.access_event.bot_p2p_chat_entered_v1', {
		chat_id: chat.chat_id,
		operator_id: idsFor(store, app, openId),
		last_message_id: last?.message_id ?? '',
		last_message_create_time: last ? String(last.create_time) : '',
	});
}

/** A person opens an entry of the bot's menu that pushes an event. */
export function pushMenu({ store, push }: Outlet, app: App, openId: string, eventKey: string): Delivery {
	return push.event(app.app_id, 'application.bot.menu_v6', {
		operator: {
			operator_name: store.contact.users.get(openId)?.name ?? '',
			operator_id: idsFor(store, app, openId),
		},
		event_key: eventKey,
		timestamp: Math.floor(store.clock.now() / 1000),
	});
}

/**
 * A person pastes a link whose address the app previews; the app's answer is what the client shows in its place.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/development-link-preview/pull-link-preview-data-callback-structure
 */
export function previewLink(
	{ store, push }: Outlet,
	{ app, openId }: { app: App; openId: string },
	{ url, chatId }: { url: string; chatId?: string },
): Promise<Delivery> {
	const { open_id, union_id, user_id } = idsFor(store, app, openId);
	return push.callback(app.app_id, 'url.preview.get', {
		operator: { tenant_key: store.tenantKey, user_id, open_id, union_id },
		host: 'im_message',
		context: {
			url,
			preview_token: newId.event(),
			...(chatId !== undefined && { open_chat_id: chatId }),
		},
	});
}
