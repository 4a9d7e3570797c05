import { newId } from '../platform/ids';
import type { Cards } from './cards';
import type { Chat } from './chats';
import type { User } from './contact';
import type { Message } from './messages';
import type { Operator } from './operator';
import type { Resource } from './resources';
import type { Sender } from './sender';

export interface Pin {
	message_id: string;
	chat_id: string;
	operator: Sender;
	/** Milliseconds. */
	create_time: number;
}

/** One `message/v4/batch_send`. */
export interface Batch {
	/** `bm-…` */
	batch_message_id: string;
	app_id: string;
	message_ids: string[];
	/** Milliseconds. */
	create_time: number;
	recalled: boolean;
	recall_count: number;
	/** When; milliseconds. */
	recall_time?: number;
}

/** A group's incoming webhook. */
export interface CustomBot {
	/** The end of its address. */
	hook_id: string;
	/** Stands as the sender of its messages. */
	app_id: string;
	chat_id: string;
	name: string;
	secret?: string;
	/** At most 10; one of them must occur. */
	keywords: string[];
	/** At most 10 addresses, `1.2.3.*` or CIDR; empty: any. */
	ip_list: string[];
}

/** What a product's state needs of the whole. */
export interface Surroundings {
	cards: Cards;
	tick(): number;
	changed(): void;
}

/** Chats, messages and what goes with them. */
export class Im {
	readonly chats = new Map<string, Chat>();
	/** Groups that were disbanded, so that later calls learn of it. */
	readonly dissolved = new Map<string, Chat>();
	/** In order of creation. */
	readonly messages = new Map<string, Message>();
	readonly images = new Map<string, Resource>();
	readonly files = new Map<string, Resource>();
	readonly stickers = new Set<string>();
	/** By message_id. */
	readonly pins = new Map<string, Pin>();
	readonly batches = new Map<string, Batch>();
	/** By the end of their address. */
	readonly customBots = new Map<string, CustomBot>();
	/** Answers to a `uuid`, per app and kind of call. */
	readonly uuids = new Map<string, { message_id: string; at: number }>();
	/** Chats made with a `uuid`. */
	readonly chatUuids = new Map<string, { chat_id: string; at: number }>();
	readonly deletedEphemerals = new Set<string>();
	/** open_ids of those who have stopped a bot from writing to them, by its app_id. */
	readonly blocked = new Map<string, Set<string>>();
	/** What the company may still spend on urgent messages. */
	readonly urgentQuota = { sms: 1000, phone: 1000 };
	/** The message with bubbles under it, by chat. */
	private readonly withFollowUps = new Map<string, Message>();

	constructor(private readonly around: Surroundings) {}

	/**
	 * The conversation of a bot, or of a person, with a person; a new one counts only once a message stands in it (addMessage
	 * keeps it).
	 */
	p2pChat({ app, user: writer }: Pick<Operator, 'app' | 'user'>, user: User): Chat {
		const bots = writer ? [] : [app.app_id];
		const members = [...new Set([...(writer ? [writer.open_id] : []), user.open_id])];
		const isTheirs = (chat: Chat) =>
			chat.members.length === members.length &&
			members.every((id) => chat.members.includes(id)) &&
			bots.every((id) => chat.bots.includes(id));
		const existing = [...this.chats.values()].find((chat) => chat.chat_type === 'p2p' && isTheirs(chat));
		if (existing) return existing;
		const now = this.around.tick();
		return {
			chat_id: newId.chat(),
			name: user.name,
			description: '',
			chat_type: 'p2p',
			members,
			bots,
			create_time: now,
			active_time: now,
		};
	}

	addMessage(chat: Chat, fields: Pick<Message, 'msg_type' | 'sender' | 'content'> & Partial<Message>): Message {
		const now = this.around.tick();
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
		this.clearFollowUps(chat.chat_id);
		this.messages.set(message.message_id, message);
		this.around.cards.link(message);
		this.chats.set(chat.chat_id, chat);
		chat.active_time = now;
		this.around.changed();
		return message;
	}

	/** Whether it came as one of a message to many. */
	isOfBatch({ message_id: id }: Message): boolean {
		return [...this.batches.values()].some((batch) => batch.message_ids.includes(id));
	}

	setFollowUps(message: Message, bubbles: string[]): void {
		message.follow_ups = bubbles;
		this.withFollowUps.set(message.chat_id, message);
	}

	/** The custom bot that stands as the sender. */
	customBotBySender({ id }: Sender): CustomBot | undefined {
		return [...this.customBots.values()].find((bot) => bot.app_id === id);
	}

	/** Bubbles go when a message arrives. */
	private clearFollowUps(chatId: string): void {
		delete this.withFollowUps.get(chatId)?.follow_ups;
		this.withFollowUps.delete(chatId);
	}
}
