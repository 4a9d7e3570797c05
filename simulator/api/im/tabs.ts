import { BOTH } from '../../gateway/tokens';
import type { Operator } from '../../state/operator';
import { type ChatTab, groupOf } from '../../state/chats';
import { PlatformError } from '../../platform/envelope';
import { newId } from '../../platform/ids';
import { flag, nested, objects, oneOf, required, text, texts, type Values } from '../../platform/validate';
import type { Chat } from '../../state/chats';
import type { Store } from '../../state/store';
import { defineRoute } from '../../gateway/route';
import { invalidChatParam, joinedChat, requireOwnImage } from './chatAccess';

const PATH = '/open-apis/im/v1/chats/:chat_id/chat_tabs';
const WRITE = ['im:chat', 'im:chat.tabs:write_only'];
const MAX_OWN_TABS = 20;
const MAX_NAME = 60;
/** The only kinds that an app may add, change and delete. */
const OWN_TYPES = ['doc', 'url'];
const TYPES = [
	'message',
	'doc_list',
	'doc',
	'pin',
	'meeting_minute',
	'chat_announcement',
	'url',
	'file',
	'files_resources',
	'images_videos',
	'task',
] as const;

const TAB = {
	tab_name: text(),
	tab_type: required(oneOf(TYPES)),
	tab_content: nested({ url: text(), doc: text(), meeting_minute: text(), task: text() }),
	tab_config: nested({ icon_key: text(), is_built_in: flag() }),
};
type Given = Values<typeof TAB>;

const illegal = () => new PlatformError(232048, 'The chat tab content is illegal.');

/** Groups and conversations of two have tabs, topic groups have none; the messages' tab is always the first. */
function chatWithTabs(store: Store, by: Operator, chatId: string | undefined): { chat: Chat; tabs: ChatTab[] } {
	const chat = joinedChat(store, by, chatId);
	const { settings, tabs } = groupOf(chat);
	if (settings.chat_mode === 'topic') throw new PlatformError(232050, 'Operate chat tab unsupported chat type.');
	if (tabs.length === 0) tabs.push({ tab_id: newId.long(), tab_type: 'message' });
	return { chat, tabs };
}

const isOwn = ({ tab_type: type }: { tab_type: string }) => OWN_TYPES.includes(type);
const notOwn = () => new PlatformError(232049, 'Only doc and url chat tabs can be updated or deleted.');

function checkTab(
	store: Store,
	by: Operator,
	{ tab_name: name = '', tab_type: type, tab_content, tab_config }: Given,
): void {
	if ([...name].length > MAX_NAME) throw new PlatformError(232047, 'The length of the tab name reaches the limit.');
	const address = type === 'doc' ? tab_content?.doc : tab_content?.url;
	if (!/^https?:\/\//.test(address ?? '')) throw illegal();
	if (type === 'url') requireOwnImage(store, by.app, tab_config?.icon_key, illegal);
}

/** What is kept of a tab: the address of its kind, and for web pages the settings. */
function kept({
	tab_name: name,
	tab_type: type,
	tab_content: content,
	tab_config: config,
}: Given): Omit<ChatTab, 'tab_id'> {
	return {
		tab_name: name ?? '',
		tab_type: type,
		tab_content: type === 'doc' ? { doc: content?.doc } : { url: content?.url },
		...(type === 'url' && config ? { tab_config: config } : {}),
	};
}

function find(tabs: readonly ChatTab[], id: string | undefined): ChatTab {
	const tab = tabs.find((candidate) => candidate.tab_id === id);
	if (!tab) throw invalidChatParam('invalid tab_id');
	return tab;
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-tab/create and its neighbors */
export const tabRoutes = [
	defineRoute({
		method: 'GET',
		path: `${PATH}/list_tabs`,
		tokens: BOTH,
		scopes: ['im:chat', 'im:chat.tabs:read', 'im:chat:readonly'],
		handle: ({ platform: { store }, by, params }) => ({
			data: { chat_tabs: chatWithTabs(store, by, params.chat_id).tabs },
		}),
	}),
	defineRoute({
		method: 'POST',
		path: PATH,
		tokens: BOTH,
		scopes: WRITE,
		body: { chat_tabs: required(objects(TAB)) },
		handle({ platform: { store }, by, params, body }) {
			const { tabs } = chatWithTabs(store, by, params.chat_id);
			const given = body.chat_tabs;
			if (given.length === 0 || !given.every(isOwn)) throw invalidChatParam('only doc and url tabs can be added');
			for (const tab of given) checkTab(store, by, tab);
			if (tabs.filter(isOwn).length + given.length > MAX_OWN_TABS)
				throw new PlatformError(232046, 'The number of chat tabs has reached the limit.');
			tabs.push(...given.map((tab) => ({ tab_id: newId.long(), ...kept(tab) })));
			store.changed();
			return { data: { chat_tabs: tabs } };
		},
	}),
	defineRoute({
		method: 'POST',
		path: `${PATH}/update_tabs`,
		tokens: BOTH,
		scopes: WRITE,
		body: { chat_tabs: objects({ tab_id: text(), ...TAB }) },
		handle({ platform: { store }, by, params, body }) {
			const { tabs } = chatWithTabs(store, by, params.chat_id);
			const changes = (body.chat_tabs ?? []).map((given) => ({ given, tab: find(tabs, given.tab_id) }));
			for (const { given, tab } of changes) {
				if (!isOwn(tab) || !isOwn(given)) throw notOwn();
				checkTab(store, by, given);
			}
			for (const { given, tab } of changes) Object.assign(tab, kept(given));
			store.changed();
			return { data: { chat_tabs: tabs } };
		},
	}),
	defineRoute({
		method: 'DELETE',
		path: `${PATH}/delete_tabs`,
		tokens: BOTH,
		scopes: WRITE,
		body: { tab_ids: required(texts()) },
		handle({ platform: { store }, by, params, body }) {
			const { chat, tabs } = chatWithTabs(store, by, params.chat_id);
			const gone = body.tab_ids.map((id) => find(tabs, id));
			if (!gone.every(isOwn)) throw notOwn();
			const left = tabs.filter((tab) => !gone.includes(tab));
			groupOf(chat).tabs = left;
			store.changed();
			return { data: { chat_tabs: left } };
		},
	}),
	defineRoute({
		method: 'POST',
		path: `${PATH}/sort_tabs`,
		tokens: BOTH,
		scopes: WRITE,
		body: { tab_ids: texts() },
		handle({ platform: { store }, by, params, body }) {
			const { chat, tabs } = chatWithTabs(store, by, params.chat_id);
			const sorted = [...new Set(body.tab_ids)].map((id) => find(tabs, id));
			if (sorted.length !== tabs.length) throw invalidChatParam('tab_ids must hold every tab');
			// The messages' tab stays the first, wherever the list has it.
			const left = [...sorted.filter((tab) => tab === tabs[0]), ...sorted.filter((tab) => tab !== tabs[0])];
			groupOf(chat).tabs = left;
			store.changed();
			return { data: { chat_tabs: left } };
		},
	}),
];
