import type { Client } from '@larksuiteoapi/node-sdk';
import type { App, Chat, Simulator } from '../../../simulator';
import { newApp } from '../../../simulator/state/apps';

/** A second app of the company, in no group. */
export function otherApp(simulator: Simulator): App {
	const app = newApp({ app_secret: 'fake', name: 'Other Bot', verification_token: 'fake' });
	simulator.store.apps.set(app.app_id, app);
	return app;
}

/** A group that the bot makes and owns, with the given people. */
export async function ownGroup(client: Client, people: string[] = [], more: object = {}): Promise<string> {
	const made = await client.im.v1.chat.create({ data: { name: 'Own', user_id_list: people, ...more } });
	return made.data?.chat_id ?? '';
}

export function chatIn(simulator: Simulator, chatId: string): Chat {
	const chat = simulator.store.im.chats.get(chatId);
	if (!chat) throw new Error(`there is no chat ${chatId}`);
	return chat;
}

/** The code of an SDK call that is refused: the SDK throws for every status but 2xx. */
export async function codeOf(call: Promise<unknown>): Promise<number> {
	try {
		return ((await call) as { code?: number }).code ?? NaN;
	} catch (error) {
		return (error as { response?: { data?: { code?: number } } }).response?.data?.code ?? NaN;
	}
}

/** Types of the events that were pushed so far. */
export const pushed = (simulator: Simulator) => simulator.push.deliveries.map((delivery) => delivery.event_type);
