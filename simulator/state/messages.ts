import type { MessageCondition } from './conditions';
import type { Sender } from './sender';

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
	/** What was sent and is told in events: a JSON string, or the plain text of merged forwards. */
	content: string;
	/** As it is read back, where that is something else. */
	read_back?: string;
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
	conditions?: readonly MessageCondition[];
	/** Messages inside a merged forward. */
	children?: Message[];
}
