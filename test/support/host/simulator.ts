import { fetchAnew } from '../../../demo/fetchAnew';

/** What a test reads of the simulator's state (`GET /_sim/state`). */
export interface ChatState {
	chat_id: string;
	name: string;
	chat_type: 'group' | 'p2p';
	members: string[];
	/** The apps whose bots are in it. */
	bots: string[];
	/** Whether that of the test's own app is. */
	bot_in_chat: boolean;
}
export interface MessageState {
	message_id: string;
	chat_id: string;
	parent_id?: string;
	msg_type: string;
	deleted: boolean;
	sender: { id: string; sender_type: string };
	/** As people see it: of an interactive message, the card. */
	content: Record<string, unknown>;
}
export interface State {
	users: Array<{ open_id: string; name: string }>;
	chats: ChatState[];
	messages: MessageState[];
}

/** What people and the console do, by the simulator's admin interface. */
export class SimulatorClient {
	constructor(
		readonly url: string,
		readonly appId: string,
	) {}

	async request<T>(method: string, path: string, body?: unknown): Promise<T> {
		const response = await fetchAnew(`${this.url}/_sim${path}`, {
			method,
			...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`The simulator answered ${response.status} to ${method} ${path}: ${text}`);
		return (text === '' ? undefined : JSON.parse(text)) as T;
	}

	async state(): Promise<State> {
		const state = await this.request<State>('GET', '/state');
		const chats = state.chats.map((chat) => ({ ...chat, bot_in_chat: chat.bots.includes(this.appId) }));
		return { ...state, chats };
	}

	/** A chat with the bot, or one without it. */
	async chat(botInChat: boolean): Promise<ChatState> {
		const chat = (await this.state()).chats.find((one) => one.chat_type === 'group' && one.bot_in_chat === botInChat);
		if (!chat) throw new Error('The seed has no such chat');
		return chat;
	}

	async message(id: unknown): Promise<MessageState> {
		const message = (await this.state()).messages.find((one) => one.message_id === id);
		if (!message) throw new Error(`The simulator has no message ${String(id)}`);
		return message;
	}

	say(chatId: string, openId: string, text: string): Promise<{ message_id: string }> {
		return this.request('POST', `/chats/${chatId}/messages`, { open_id: openId, text });
	}

	sendEventsTo(url: string): Promise<unknown> {
		return this.request('PUT', `/apps/${this.appId}`, { event_url: url });
	}

	verifyUrl(): Promise<Record<string, unknown>> {
		return this.request('POST', `/apps/${this.appId}/verify-url`);
	}
}
