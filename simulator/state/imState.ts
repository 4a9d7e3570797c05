import type { Chat, Message, Sender } from './store';

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

/** A user group of the contacts. */
export interface UserGroup {
	id: string;
	/** Chosen by the administrator. */
	group_id: string;
	name: string;
	description: string;
	/** 1 with a list of members, 2 with a rule. */
	type: 1 | 2;
	/** open_ids. */
	users: string[];
	/** open_department_ids. */
	departments: string[];
}

/** What messaging keeps beside chats and messages. */
export class ImState {
	/** Groups that were disbanded, so that later calls learn of it. */
	readonly dissolved = new Map<string, Chat>();
	/** By message_id. */
	readonly pins = new Map<string, Pin>();
	readonly batches = new Map<string, Batch>();
	/** By the end of their address. */
	readonly customBots = new Map<string, CustomBot>();
	/** Chats made with a `uuid`. */
	readonly chatUuids = new Map<string, { chat_id: string; at: number }>();
	readonly deletedEphemerals = new Set<string>();
	/** The message with bubbles under it, by chat. */
	private readonly withFollowUps = new Map<string, Message>();
	/** What the company may still spend on urgent messages. */
	readonly urgentQuota = { sms: 1000, phone: 1000 };

	setFollowUps(message: Message, bubbles: string[]): void {
		message.follow_ups = bubbles;
		this.withFollowUps.set(message.chat_id, message);
	}

	/** Bubbles go when a message arrives. */
	clearFollowUps(chatId: string): void {
		delete this.withFollowUps.get(chatId)?.follow_ups;
		this.withFollowUps.delete(chatId);
	}
}
