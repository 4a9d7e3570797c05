import { hasScope } from '../platform/scopes';
import type { App } from '../state/apps';
import { type Chat, isHidden } from '../state/chats';
import type { Message, Reaction } from '../state/messages';
import type { Sender } from '../state/sender';
import type { Store } from '../state/store';
import { idsFor } from './eventIds';
import type { Outlet } from './push';

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/events/receive */
const P2P_SCOPES = ['im:message.p2p_msg', 'im:message.p2p_msg:readonly'];
const AT_SCOPES = ['im:message.group_at_msg', 'im:message.group_at_msg:readonly'];
/** The second is in public consoles, and in no page. */
const GROUP_SCOPES = ['im:message.group_msg', 'im:message.group_msg:readonly'];
/** To be told with which client a person writes. */
const USER_AGENT_SCOPES = ['im:user_agent:read'];
const USER_AGENT = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Feishu/7.50.0';
/** To hear other bots that mention this one. */
const BOT_SCOPES = ['im:message.group_at_msg.include_bot:readonly'];

/** The bots of its chat, but for those that may not see it: they hear nothing of it, either. */
function botsOf({ store }: Outlet, message: Message): App[] {
	const chat = store.im.chats.get(message.chat_id);
	const bots = (chat?.bots ?? []).filter((id) => chat && !isHidden(chat, id, message));
	return bots.map((id) => store.apps.get(id)).filter((app) => app !== undefined);
}

/** Without the scope for all group messages, an app hears only those that name its bot. */
function hears(app: App, chat: Chat, message: Message): boolean {
	if (chat.chat_type === 'p2p') return hasScope(app, P2P_SCOPES);
	const named = message.mentions.some((mention) => mention.open_id === app.bot_open_id);
	if (message.sender.sender_type !== 'user') return named && hasScope(app, BOT_SCOPES);
	return hasScope(app, GROUP_SCOPES) || (named && hasScope(app, AT_SCOPES));
}

const mentionsFor = (store: Store, app: App, { mentions }: Message) =>
	mentions.length === 0
		? undefined
		: mentions.map(({ key, open_id, name, is_bot }) => ({
				key,
				id: idsFor(store, app, open_id),
				mentioned_type: is_bot ? 'bot' : 'user',
				name,
				tenant_key: store.tenantKey,
			}));

/** A bot is named by its open_id, as a person is. */
const senderFor = (store: Store, app: App, { id, sender_type: type }: Sender) =>
	type === 'user'
		? { sender_id: idsFor(store, app, id), sender_type: type }
		: { sender_id: idsFor(store, app, store.apps.get(id)?.bot_open_id ?? id), sender_type: 'bot' };

const received = (store: Store, app: App, chat: Chat, message: Message) => ({
	sender: {
		...senderFor(store, app, message.sender),
		tenant_key: store.tenantKey,
	},
	message: {
		message_id: message.message_id,
		root_id: message.root_id,
		parent_id: message.parent_id,
		thread_id: message.thread_id,
		create_time: String(message.create_time),
		update_time: String(message.update_time),
		chat_id: chat.chat_id,
		chat_type: chat.chat_type,
		message_type: message.msg_type,
		content: message.content,
		mentions: mentionsFor(store, app, message),
		...(message.sender.sender_type === 'user' && hasScope(app, USER_AGENT_SCOPES) && { user_agent: USER_AGENT }),
	},
});

/** im.message.receive_v1 to every bot of the chat that may hear it, the writer itself left out. */
export function pushMessage(outlet: Outlet, message: Message): void {
	const { store, push } = outlet;
	const chat = store.im.chats.get(message.chat_id);
	if (!chat) return;
	for (const app of botsOf(outlet, message))
		if (app.app_id !== message.sender.id && hears(app, chat, message))
			push.event(app.app_id, 'im.message.receive_v1', received(store, app, chat, message));
}

const operatorFields = (store: Store, app: App, operator: Sender) =>
	operator.sender_type === 'user'
		? { operator_type: 'user', user_id: idsFor(store, app, operator.id) }
		: { operator_type: 'app', app_id: operator.id };

export function pushReaction(
	outlet: Outlet,
	what: 'created' | 'deleted',
	message: Message,
	{ emoji_type, operator }: Reaction,
): void {
	const { store, push } = outlet;
	for (const app of botsOf(outlet, message))
		push.event(app.app_id, `im.message.reaction.${what}_v1`, {
			message_id: message.message_id,
			reaction_type: { emoji_type },
			...operatorFields(store, app, operator),
			action_time: String(store.clock.now()),
		});
}

/** Why somebody could recall it. */
export type RecallType = 'message_owner' | 'group_owner' | 'group_manager' | 'enterprise_manager';

export function pushRecalled(outlet: Outlet, message: Message, recallType: RecallType = 'message_owner'): void {
	const event = {
		message_id: message.message_id,
		chat_id: message.chat_id,
		recall_time: String(message.update_time),
		recall_type: recallType,
	};
	for (const app of botsOf(outlet, message)) outlet.push.event(app.app_id, 'im.message.recalled_v1', event);
}

/** im.message.message_read_v1 to the bots that wrote to this person directly, each with its own messages. */
export function pushRead(outlet: Outlet, openId: string, messages: readonly Message[]): void {
	const { store, push } = outlet;
	const direct = messages.filter(({ chat_id: id }) => store.im.chats.get(id)?.chat_type === 'p2p');
	for (const appId of new Set(direct.map(({ sender }) => sender.id))) {
		const app = store.apps.get(appId);
		if (!app) continue;
		push.event(appId, 'im.message.message_read_v1', {
			reader: {
				reader_id: idsFor(store, app, openId),
				read_time: String(store.clock.now()),
				tenant_key: store.tenantKey,
			},
			message_id_list: direct.filter(({ sender }) => sender.id === appId).map(({ message_id: id }) => id),
		});
	}
}
