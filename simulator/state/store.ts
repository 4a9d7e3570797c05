import { EventEmitter } from 'node:events';
import type { GroupState } from './groups';
import { ImState, type UserGroup } from './imState';
import { Clock } from '../platform/clock';
import { newId, type UserIdType } from '../platform/ids';
import { Subscriptions } from './subscriptions';

export type DeliveryMode = 'webhook' | 'longConnection';

export interface App {
	app_id: string;
	app_secret: string;
	name: string;
	bot_open_id: string;
	event_url?: string;
	/** How events and callbacks come; without it by webhook when there is an event URL, else by long connection. */
	delivery_mode?: DeliveryMode;
	encrypt_key: string | null;
	verification_token: string;
	/** null: every scope. */
	scopes: string[] | null;
}

export interface Token {
	token: string;
	app_id: string;
	expires_at: number;
	revoked: boolean;
}

export interface User {
	open_id: string;
	union_id: string;
	user_id: string;
	name: string;
	en_name: string;
	email: string;
	mobile: string;
	job_title: string;
	is_resigned: boolean;
	department_ids: string[];
}

export interface Department {
	open_department_id: string;
	department_id: string;
	name: string;
	en_name: string;
	/** An open_department_id; '0' is the root. */
	parent: string;
	leader?: string;
}

export interface Chat {
	chat_id: string;
	name: string;
	description: string;
	chat_type: 'group' | 'p2p';
	owner_id?: string;
	/** open_ids of people. */
	members: string[];
	/** app_ids of bots. */
	bots: string[];
	create_time: number;
	active_time: number;
	/** Settings and the like, once one is asked for or set (groupOf). */
	group?: GroupState;
}

export interface Sender {
	id: string;
	id_type: 'open_id' | 'app_id';
	sender_type: 'user' | 'app';
}

export interface Mention {
	key: string;
	open_id: string;
	name: string;
	is_bot: boolean;
}

export interface Reaction {
	reaction_id: string;
	emoji_type: string;
	operator: Sender;
	action_time: number;
}

export interface Message {
	message_id: string;
	chat_id: string;
	root_id?: string;
	parent_id?: string;
	thread_id?: string;
	upper_message_id?: string;
	msg_type: string;
	/** Milliseconds, strictly growing within the store so that history has one order. */
	create_time: number;
	update_time: number;
	deleted: boolean;
	updated: boolean;
	edits: number;
	sender: Sender;
	/** As it is read back: a JSON string, or the plain text of merged forwards. */
	content: string;
	/** The card with its template resolved. */
	card?: Record<string, unknown>;
	/** The card entity that it was sent from. */
	card_id?: string;
	/** What some people see in place of `card`, by open_id: a card that is not shared, updated for them alone. */
	private_cards?: Record<string, Record<string, unknown>>;
	/** What people see, where reading it back gives less: a post with its Markdown. */
	shown?: Record<string, unknown>;
	mentions: Mention[];
	reactions: Reaction[];
	read_by: Array<{ open_id: string; time: number }>;
	/** open_id of the only person who sees it: an ephemeral card. */
	visible_to?: string;
	/** Who was urged to read it, and how. */
	urgents?: Array<{ type: 'app' | 'sms' | 'phone'; open_id: string; time: number }>;
	/** Bubbles under it, until the next message. */
	follow_ups?: string[];
	/** Messages inside a merged forward. */
	children?: Message[];
}

export interface Resource {
	key: string;
	app_id?: string;
	bytes: Buffer;
	content_type: string;
	name: string;
	/** opus, mp4, pdf, doc, xls, ppt, stream; message or avatar for images. */
	type: string;
	/** Milliseconds. */
	duration?: number;
}

export interface CardTemplate {
	template_id: string;
	versions: string[];
	card: Record<string, unknown>;
}

/** The token of a card callback, with which the card may be updated later. */
export interface CardToken {
	token: string;
	app_id: string;
	message_id: string;
	/** Who clicked. */
	open_id: string;
	/** Milliseconds. */
	created_at: number;
	uses: number;
	/** The app has answered the callback; only then the token counts. */
	answered: boolean;
}

/** A card that lives apart from messages, for 14 days; once sent, its message holds the card. */
export interface CardEntity {
	card_id: string;
	/** Only this app may send and change it. */
	app_id: string;
	card: Record<string, unknown>;
	/** Milliseconds. */
	created_at: number;
	message_id?: string;
	/** Of the last change. */
	sequence: number;
	/** Of the changes so far. */
	uuids: Set<string>;
	/** When streaming mode was last switched on; milliseconds. */
	streaming_since?: number;
	/** Streaming mode ended by itself. */
	timed_out?: boolean;
}

/** The whole state of the simulator, in memory, in the platform's own names. */
export class Store extends EventEmitter<{ changed: [] }> {
	readonly clock = new Clock();
	readonly tenantKey = '736588c9260f175d';
	readonly companyName = 'Demo Company';
	readonly apps = new Map<string, App>();
	readonly tokens: Token[] = [];
	readonly users = new Map<string, User>();
	readonly departments = new Map<string, Department>();
	readonly chats = new Map<string, Chat>();
	/** In order of creation. */
	readonly messages = new Map<string, Message>();
	readonly images = new Map<string, Resource>();
	readonly files = new Map<string, Resource>();
	readonly stickers = new Set<string>();
	readonly templates = new Map<string, CardTemplate>();
	readonly userGroups = new Map<string, UserGroup>();
	readonly im = new ImState();
	readonly cardTokens = new Map<string, CardToken>();
	readonly cards = new Map<string, CardEntity>();
	readonly subscriptions = new Subscriptions();
	/** Answers to a `uuid`, per app and kind of call. */
	readonly uuids = new Map<string, { message_id: string; at: number }>();
	private lastTime = 0;

	changed(): void {
		this.emit('changed');
	}

	/** The time in milliseconds, never the same twice. */
	tick(): number {
		this.lastTime = Math.max(this.clock.now(), this.lastTime + 1);
		return this.lastTime;
	}

	findUser(idType: UserIdType | 'email' | 'mobile', value: string): User | undefined {
		if (idType === 'open_id') return this.users.get(value);
		return [...this.users.values()].find((user) => user[idType] === value);
	}

	appByBot(openId: string): App | undefined {
		return [...this.apps.values()].find((app) => app.bot_open_id === openId);
	}

	/** The conversation of a bot with a person; a new one counts only once a message stands in it (addMessage keeps it). */
	p2pChat(app: App, user: User): Chat {
		const existing = [...this.chats.values()].find(
			(chat) => chat.chat_type === 'p2p' && chat.bots.includes(app.app_id) && chat.members.includes(user.open_id),
		);
		if (existing) return existing;
		const now = this.tick();
		return {
			chat_id: newId.chat(),
			name: user.name,
			description: '',
			chat_type: 'p2p',
			members: [user.open_id],
			bots: [app.app_id],
			create_time: now,
			active_time: now,
		};
	}

	senderName(sender: Sender): string {
		return (sender.sender_type === 'app' ? this.botName(sender.id) : this.users.get(sender.id)?.name) ?? sender.id;
	}

	private botName(appId: string): string | undefined {
		const hooks = [...this.im.customBots.values()];
		return this.apps.get(appId)?.name ?? hooks.find((hook) => hook.app_id === appId)?.name;
	}

	/** From now on the message holds the card of its entity. */
	linkCard(message: Message): void {
		const entity = message.card_id === undefined ? undefined : this.cards.get(message.card_id);
		if (entity) entity.message_id ??= message.message_id;
	}

	addMessage(chat: Chat, fields: Pick<Message, 'msg_type' | 'sender' | 'content'> & Partial<Message>): Message {
		const now = this.tick();
		const message: Message = {
			message_id: newId.message(),
			chat_id: chat.chat_id,
			create_time: now,
			update_time: now,
			deleted: false,
			updated: false,
			edits: 0,
			mentions: [],
			reactions: [],
			read_by: [],
			...fields,
		};
		this.im.clearFollowUps(chat.chat_id);
		this.messages.set(message.message_id, message);
		this.linkCard(message);
		this.chats.set(chat.chat_id, chat);
		chat.active_time = now;
		this.changed();
		return message;
	}
}
