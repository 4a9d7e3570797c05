import type { FastifyInstance } from 'fastify';
import type { Platform } from '../gateway/platform';
import type { Message } from '../state/messages';
import type { Store } from '../state/store';
import { adminError } from './errors';

const DEBOUNCE_MS = 50;

function contentOf(store: Store, message: Message): unknown {
	if (message.msg_type === 'merge_forward')
		return { title: message.content, messages: (message.children ?? []).map((child) => messageState(store, child)) };
	return message.card ?? message.shown ?? (JSON.parse(message.content) as unknown);
}

/** A message as the page draws it: the platform's fields, with the content parsed and names added. */
export const messageState = (store: Store, message: Message): object => ({
	message_id: message.message_id,
	chat_id: message.chat_id,
	root_id: message.root_id,
	parent_id: message.parent_id,
	thread_id: message.thread_id,
	upper_message_id: message.upper_message_id,
	msg_type: message.msg_type,
	create_time: String(message.create_time),
	update_time: String(message.update_time),
	deleted: message.deleted,
	updated: message.updated,
	/** The one person who sees an ephemeral card. */
	visible_to: message.visible_to,
	/** Bubbles under it, until the next message. */
	follow_ups: message.follow_ups,
	urgents: message.urgents,
	pinned: store.im.pins.has(message.message_id),
	sender: {
		...message.sender,
		name: store.nameOf(message.sender),
		custom_bot: [...store.im.customBots.values()].some((hook) => hook.app_id === message.sender.id) || undefined,
	},
	content: contentOf(store, message),
	/** What single people see in its place. */
	private_cards: message.private_cards,
	mentions: message.mentions.map(({ key, open_id, name }) => ({ key, id: open_id, id_type: 'open_id', name })),
	reactions: message.reactions.map(({ reaction_id, emoji_type, operator }) => ({
		reaction_id,
		emoji_type,
		operator: { ...operator, name: store.nameOf(operator) },
	})),
});

/** The apps, with the way that their events take. */
export const appsView = ({ store, push, longConnection }: Platform) =>
	[...store.apps.values()].map((app) => ({
		app_id: app.app_id,
		name: app.name,
		bot_open_id: app.bot_open_id,
		event_url: app.event_url,
		/** How its events come; none when they don't. */
		delivery_mode: push.mode(app),
		/** Long connections that are up. */
		connections: longConnection.list(app.app_id).length,
	}));

const state = (platform: Platform, { store } = platform) => ({
	apps: appsView(platform),
	users: [...store.contact.users.values()].map(
		({ open_id, union_id, user_id, name, en_name, email, mobile, department_ids }) => ({
			open_id,
			union_id,
			user_id,
			name,
			en_name,
			email,
			mobile,
			department_ids,
		}),
	),
	departments: [...store.contact.departments.values()],
	custom_bots: [...store.im.customBots.values()],
	chats: [...store.im.chats.values()].map(({ chat_id, name, description, chat_type, owner_id, members, bots }) => ({
		chat_id,
		name,
		description,
		chat_type,
		owner_id,
		members,
		bots,
		bot_in_chat: bots.length > 0,
	})),
	messages: [...store.im.messages.values()].map((message) => messageState(store, message)),
});

export function stateRoutes(server: FastifyInstance, platform: Platform): void {
	const { store } = platform;
	server.get('/_sim/state', () => state(platform));

	server.get('/_sim/stream', (request, reply) => {
		reply.hijack();
		reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
		reply.raw.write(': connected\n\n');
		let timer: NodeJS.Timeout | undefined;
		const onChange = () => {
			timer ??= setTimeout(() => {
				timer = undefined;
				reply.raw.write('data: {"type":"changed"}\n\n');
			}, DEBOUNCE_MS);
		};
		store.on('changed', onChange);
		request.raw.on('close', () => {
			clearTimeout(timer);
			store.off('changed', onChange);
		});
	});

	server.get<{ Params: { key: string } }>('/_sim/resources/:key', (request, reply) => {
		const resource = store.im.images.get(request.params.key) ?? store.im.files.get(request.params.key);
		if (!resource) throw adminError(404, 'There is no such image or file');
		return reply
			.type(resource.content_type)
			.header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(resource.name)}`)
			.send(resource.bytes);
	});
}
