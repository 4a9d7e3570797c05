import { randomUUID } from 'node:crypto';
import type { INodeParameters } from 'n8n-workflow';

import type { CustomBot, Message } from '../../../simulator';
import { keepSecret, type CredentialRef, type ItemSpec, type Platform, type Run, type RunRequest } from '.';

/** A custom bot of a group, and n8n's credential for it. */
export interface Bot {
	bot: CustomBot;
	credential: CredentialRef;
}

/** The simulator's path of all custom bots. */
export const HOOK = '/open-apis/bot/v2/hook/:hook_id';

export type More = Partial<Pick<RunRequest, 'items' | 'onError'>>;

/** Custom bots on a platform. */
export function botsOf(platform: Platform) {
	let credentials = 0;

	function credentialOf(secretWebhookUrl: string, secret = ''): CredentialRef {
		credentials += 1;
		const id = `custom-bot-${credentials}`;
		platform.credentials.add(id, { secretWebhookUrl, secret });
		return { helper: platform.credentials, id };
	}

	/** Adds one to a group of its own, so that nothing else writes there. */
	function addBot(settings: Partial<CustomBot> = {}): Bot {
		const [chat] = platform.addChats(1);
		const bot: CustomBot = {
			hook_id: randomUUID(),
			app_id: 'cli_custom_bot',
			chat_id: chat?.chat_id ?? '',
			name: 'Alerts',
			keywords: [],
			ip_list: [],
			...settings,
		};
		platform.store.im.customBots.set(bot.hook_id, bot);
		keepSecret(bot.hook_id, ...(bot.secret ? [bot.secret] : []));
		return { bot, credential: credentialOf(urlOf(bot), bot.secret) };
	}

	const urlOf = ({ hook_id: id }: CustomBot) => `${platform.simulator.url}/open-apis/bot/v2/hook/${id}`;

	const start = ({ credential }: Pick<Bot, 'credential'>, parameters: INodeParameters, more: More = {}) =>
		platform.start({ node: 'feishuCustomBot', parameters, credential, ...more });

	const send = async (to: Pick<Bot, 'credential'>, parameters: INodeParameters, more: More = {}): Promise<Run> =>
		await start(to, parameters, more).done;

	/** What the group got, oldest first. */
	const messages = ({ bot }: Bot): Message[] => platform.messages(bot.chat_id);

	const contents = (to: Bot): unknown[] => messages(to).map(({ content }) => JSON.parse(content) as unknown);

	/** The bodies that went to bots, in their order. */
	const bodies = () =>
		platform.calls
			.filter(({ path }) => path.includes('/bot/v2/hook/'))
			.map(({ bodyText }) => JSON.parse(bodyText ?? '') as Record<string, unknown>);

	return { addBot, credentialOf, urlOf, start, send, messages, contents, bodies };
}

/** Items with a text each. */
export const texts = (count: number, prefix = 'text'): ItemSpec[] =>
	Array.from({ length: count }, (_, index) => ({ json: { text: `${prefix} ${index}` } }));

export const TEXT_OF_ITEM: INodeParameters = { messageType: 'text', text: '={{ $json.text }}' };
