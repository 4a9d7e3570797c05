import type { IDataObject } from 'n8n-workflow';

import { startSimulator, type Simulator } from '../simulator';
import { DEMO_APP } from './demoApp';
import { freePort } from './host';
import { addStoreApp, personCredential } from './identities';

const SIMULATOR_PORT = 5670;
const ORIGINS: Record<string, string> = { feishu: 'https://open.feishu.cn', lark: 'https://open.larksuite.com' };

/** What the demo talks to: the simulator, or the real platform with an app of the user's own. */
export interface Platform {
	name: string;
	/** Address of the open platform, without a path. */
	origin: string;
	/** What each type of credential holds; a custom bot of the real platform is there only if its webhook was given. */
	credentials: Readonly<Record<string, IDataObject>>;
	/** The page where a person sees the chats and writes to the bot; only the simulator has one. */
	chatPage?: string;
	/** The address of a table with tasks; only the simulator has one. */
	base?: string;
	/** Makes the platform post its events to this address. Absent where a person has to enter it in the developer console. */
	sendEventsTo?(url: string): Promise<void>;
	close(): Promise<void>;
}

/**
 * The real platform, when FEISHU_APP_ID and FEISHU_APP_SECRET are set; FEISHU_REGION is `feishu` (default) or `lark`,
 * FEISHU_BOT_WEBHOOK and FEISHU_BOT_SECRET are those of a group's custom bot.
 */
function realPlatform(env: NodeJS.ProcessEnv): Platform | undefined {
	const { FEISHU_APP_ID: appId, FEISHU_APP_SECRET: appSecret, FEISHU_REGION: region = 'feishu' } = env;
	const { FEISHU_BOT_WEBHOOK: webhookUrl, FEISHU_BOT_SECRET: secret = '' } = env;
	if (!appId && !appSecret) return undefined;
	if (!appId || !appSecret)
		throw new Error(
			'Set both FEISHU_APP_ID and FEISHU_APP_SECRET to use the real platform, or neither to use the simulator.',
		);
	const origin = ORIGINS[region];
	if (!origin) throw new Error(`FEISHU_REGION is "${region}"; it can be ${Object.keys(ORIGINS).join(' or ')}.`);
	return {
		name: region === 'lark' ? 'Lark' : 'Feishu',
		origin,
		credentials: {
			feishuApi: { region, baseUrl: '', appId, appSecret, encryptSecretKey: '', verificationToken: '' },
			...(webhookUrl && { feishuCustomBotApi: { secretWebhookUrl: webhookUrl, secret } }),
		},
		close: () => Promise.resolve(),
	};
}

/** What the credentials for a simulator hold. */
export function simulatorCredentials(simulator: Simulator): Readonly<Record<string, IDataObject>> {
	const { url, appId, appSecret, encryptKey, verificationToken } = simulator;
	const [bot] = simulator.customBots;
	return {
		feishuApi: { region: 'custom', baseUrl: url, appId, appSecret, encryptSecretKey: encryptKey, verificationToken },
		...(bot && { feishuCustomBotApi: { secretWebhookUrl: bot.url, secret: bot.secret ?? '' } }),
	};
}

/** The table of tasks that each simulator has, by the address that a browser would show. */
export function tasksAddress({ store }: Pick<Simulator, 'store'>): string | undefined {
	for (const { app_token: token, tables } of store.bases.all.values())
		for (const { table_id: id, name } of tables.values())
			if (name.includes('Tasks')) return `https://example.feishu.cn/base/${token}?table=${id}`;
	return undefined;
}

export async function openPlatform(env: NodeJS.ProcessEnv): Promise<Platform> {
	const real = realPlatform(env);
	if (real) return real;
	const simulator = await startSimulator({ port: await freePort(SIMULATOR_PORT), app: DEMO_APP });
	const { url, appId } = simulator;
	return {
		name: 'simulator',
		origin: url,
		// n8n chooses the one that was saved last for a new node: that is the app's, which has nothing else to be done.
		credentials: {
			feishuOAuth2Api: personCredential(simulator),
			feishuStoreAppApi: await addStoreApp(simulator),
			...simulatorCredentials(simulator),
		},
		chatPage: `${url}/`,
		base: tasksAddress(simulator),
		async sendEventsTo(target) {
			const response = await fetch(`${url}/_sim/apps/${appId}`, {
				method: 'PUT',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ event_url: target }),
			});
			if (!response.ok)
				throw new Error(`The simulator did not take the event address: ${response.status} ${await response.text()}`);
		},
		close: () => simulator.close(),
	};
}
