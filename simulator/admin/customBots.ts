import type { FastifyInstance } from 'fastify';
import type { CustomBot } from '../state/im';
import { newId } from '../platform/ids';
import type { Platform } from '../gateway/platform';
import { adminError } from './errors';

type Settings = Partial<Pick<CustomBot, 'name' | 'keywords' | 'ip_list'>> & {
	chat_id?: string;
	secret?: string | null;
};

/** What a group's settings do with its custom bots: add one, change one, remove one. */
export function customBotRoutes(server: FastifyInstance, { store }: Platform): void {
	const { customBots } = store.im;
	const botOf = (id: string): CustomBot => {
		const bot = customBots.get(id);
		if (!bot) throw adminError(404, 'There is no such custom bot');
		return bot;
	};
	const apply = (bot: CustomBot, { name, secret, keywords, ip_list: ips }: Settings): CustomBot => {
		if (name !== undefined) bot.name = name;
		if (secret !== undefined) bot.secret = secret || undefined;
		if (keywords !== undefined) bot.keywords = keywords;
		if (ips !== undefined) bot.ip_list = ips;
		customBots.set(bot.hook_id, bot);
		store.changed();
		return bot;
	};

	server.get('/_sim/custom-bots', () => [...customBots.values()]);
	server.post<{ Body: Settings }>('/_sim/custom-bots', (request) => {
		const chatId = request.body.chat_id ?? '';
		if (!store.im.chats.has(chatId)) throw adminError(404, 'There is no such chat');
		const bot = { hook_id: newId.hook(), app_id: newId.app(), chat_id: chatId, name: 'Custom Bot' };
		return apply({ ...bot, keywords: [], ip_list: [] }, request.body);
	});
	server.put<{ Params: { hook_id: string }; Body: Settings }>('/_sim/custom-bots/:hook_id', (request) =>
		apply(botOf(request.params.hook_id), request.body),
	);
	server.delete<{ Params: { hook_id: string } }>('/_sim/custom-bots/:hook_id', (request) => {
		customBots.delete(botOf(request.params.hook_id).hook_id);
		store.changed();
		return {};
	});
}
