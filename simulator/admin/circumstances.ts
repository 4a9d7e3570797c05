import type { FastifyInstance } from 'fastify';
import type { Platform } from '../gateway/platform';
import { groupOf } from '../state/chats';
import { CHAT_CONDITIONS, type ChatCondition, MESSAGE_CONDITIONS, type MessageCondition } from '../state/conditions';
import type { User } from '../state/contact';
import { adminError } from './errors';
import { messageState } from './state';

/** What the owner of a group, and those who are in it, can change only in a client. */
interface ChatChange {
	external?: boolean;
	hides_history?: boolean;
	tabs_for_managers?: boolean;
	conditions?: ChatCondition[];
}

/** A person, and the bots that may no longer write to them, by app_id. */
type PersonChange = Partial<Omit<User, 'open_id' | 'union_id'>> & { blocks?: string[] };

function requireConditions(given: readonly string[] = [], known: readonly string[]): void {
	const unknown = given.filter((name) => !known.includes(name));
	if (unknown.length > 0) throw adminError(400, `There is no condition ${unknown.join(', ')}, but ${known.join(', ')}`);
}

/** What is so of a group, a person or a message, and can be seen only by what is refused then. */
export function circumstanceRoutes(server: FastifyInstance, platform: Platform): void {
	const { store } = platform;

	server.put<{ Params: { chat_id: string }; Body: ChatChange }>('/_sim/chats/:chat_id', ({ params, body }) => {
		const chat = store.im.chats.get(params.chat_id);
		if (!chat) throw adminError(404, 'There is no such chat');
		requireConditions(body.conditions, CHAT_CONDITIONS);
		chat.external = body.external ?? chat.external;
		chat.conditions = body.conditions ?? chat.conditions;
		const group = groupOf(chat);
		group.hides_history = body.hides_history ?? group.hides_history;
		group.tabs_for_managers = body.tabs_for_managers ?? group.tabs_for_managers;
		store.changed();
		return chat;
	});

	server.put<{ Params: { message_id: string }; Body: { conditions: MessageCondition[] } }>(
		'/_sim/messages/:message_id',
		({ params, body }) => {
			const message = store.im.messages.get(params.message_id);
			if (!message) throw adminError(404, 'There is no such message');
			requireConditions(body.conditions, MESSAGE_CONDITIONS);
			message.conditions = body.conditions;
			store.changed();
			return messageState(store, message);
		},
	);

	server.put<{ Params: { open_id: string }; Body: PersonChange }>('/_sim/people/:open_id', ({ params, body }) => {
		const user = store.contact.users.get(params.open_id);
		if (!user) throw adminError(404, 'There is no such person');
		const { blocks, ...fields } = body;
		Object.assign(user, fields);
		if (blocks)
			for (const appId of store.apps.keys()) {
				const blocked = store.im.blocked.get(appId) ?? new Set();
				if (blocks.includes(appId)) blocked.add(user.open_id);
				else blocked.delete(user.open_id);
				store.im.blocked.set(appId, blocked);
			}
		store.changed();
		return user;
	});
}
