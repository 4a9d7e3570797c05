import { sendTickets } from './accounts/tickets';
import { type CardClick, clickCard, type ClickOutcome } from './events/callbacks';
import type { CustomBot } from './state/im';
import { LongConnections } from './longConnection/hub';
import type { SettingsChange } from './longConnection/connectionSettings';
import { Faults } from './platform/faults';
import { newId } from './platform/ids';
import type { Platform, RecordedRequest } from './gateway/platform';
import { RateLimiter } from './platform/rate';
import { Tokens } from './gateway/tokens';
import { Pusher } from './events/push';
import { seedDemo } from './seed/index';
import { buildAccountsServer, buildServer } from './server';
import { type App, type Grants, GROWN, newApp } from './state/apps';
import type { Settings } from './state/settings';
import { Store } from './state/store';
import { youngApp } from './state/youngApp';

export type { CardAction, CardClick, ClickOutcome } from './events/callbacks';
export type { CustomBot } from './state/im';
export type { LongConnections } from './longConnection/hub';
export type { SettingsChange } from './longConnection/connectionSettings';
export type { FaultAction } from './platform/faults';
export type { RecordedRequest } from './gateway/platform';
export type { Delivery, Pusher } from './events/push';
export type { App, Grants } from './state/apps';
export type { CardToken } from './state/cards';
export type { Chat } from './state/chats';
export type { Department, User } from './state/contact';
export type { Message } from './state/messages';
export type { Settings } from './state/settings';
export type { Store } from './state/store';
export { DEMO_STICKER, DEMO_TEMPLATE } from './seed/index';

export interface SimulatorOptions {
	/** 0 or nothing: any free port. */
	port?: number;
	/** Of the accounts host, which has an address of its own. */
	accountsPort?: number;
	/** The platform's real tiers; on by default. */
	rateLimits?: boolean;
	/** Milliseconds before each answer. */
	latencyMs?: number;
	tokenLifetimeSeconds?: number;
	/** Waits before the repeats of an event, in milliseconds; stands for the platform's 15 s, 5 min, 1 h, 6 h. */
	pushRetryScheduleMs?: number[];
	/** What differs from the platform's own: intervals in seconds, fragment size, limits. */
	longConnection?: SettingsChange;
	seed?: 'demo' | 'empty';
	appId?: string;
	appSecret?: string;
	/** Other answers to what the platform's pages leave open. */
	settings?: Partial<Settings>;
	/** What the app has been granted: everything, only what the README asks for, or what the fields say. */
	app?: 'grown' | 'young' | Partial<Grants>;
	/** An empty string switches encryption off. */
	encryptKey?: string;
	verificationToken?: string;
}

export interface Simulator {
	/** Without a trailing slash. */
	url: string;
	/** Of the host where people consent, likewise. */
	accountsUrl: string;
	appId: string;
	appSecret: string;
	encryptKey: string;
	verificationToken: string;
	store: Store;
	/** Every OpenAPI request received, in order. */
	requests: RecordedRequest[];
	faults: Pick<Faults, 'add' | 'clear'>;
	/** Every token so far, of one app or of all, is refused with 99991663. */
	revokeTokens(appId?: string): void;
	push: Pusher;
	/** The apps' long connections: who is online, and what may happen to them. */
	longConnection: LongConnections;
	/** The groups' incoming webhooks, with their addresses. */
	readonly customBots: CustomBotAddress[];
	/** A person clicks in a card: the app gets the callback, and its answer is applied. Fails for what nobody could click. */
	clickCard(click: CardClick): Promise<ClickOutcome>;
	close(): Promise<void>;
}

/** A custom bot of a group and where it is posted to. */
export type CustomBotAddress = CustomBot & { url: string };

/** How often it is looked whether a ticket is to be sent. */
const TICKETS_MS = 60_000;

const DEFAULTS = { tokenLifetimeSeconds: 7200, pushRetryScheduleMs: [200, 500, 1000, 2000] };

function makeApp({ appId, appSecret, encryptKey = newId.secret(), verificationToken }: SimulatorOptions): App {
	return newApp({
		name: 'n8n Bot',
		encrypt_key: encryptKey || null,
		...(appId !== undefined && { app_id: appId }),
		...(appSecret !== undefined && { app_secret: appSecret }),
		...(verificationToken !== undefined && { verification_token: verificationToken }),
	});
}

const grantsOf = (store: Store, grants: SimulatorOptions['app'] = 'grown'): Partial<Grants> =>
	grants === 'grown' ? GROWN : grants === 'young' ? youngApp(store.contact) : grants;

/** Starts a local open platform on 127.0.0.1 with one app; more apps come through the admin API. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const store = new Store();
	Object.assign(store.settings, options.settings);
	const { clock } = store;
	const app = makeApp(options);
	store.apps.set(app.app_id, app);
	if (options.seed !== 'empty') seedDemo(store, app);
	Object.assign(app, grantsOf(store, options.app));
	const longConnection = new LongConnections(() => store.changed(), options.longConnection);
	const platform: Platform = {
		store,
		clock,
		tokens: new Tokens(store, clock, options.tokenLifetimeSeconds ?? DEFAULTS.tokenLifetimeSeconds),
		rate: new RateLimiter(clock, options.rateLimits ?? true),
		faults: new Faults(),
		push: new Pusher(store, options.pushRetryScheduleMs ?? DEFAULTS.pushRetryScheduleMs, longConnection),
		longConnection,
		requests: [],
		latencyMs: options.latencyMs ?? 0,
	};
	store.clock.onAdvance(() => sendTickets(platform));
	const hourly = setInterval(() => sendTickets(platform), TICKETS_MS);
	hourly.unref();
	const server = buildServer(platform);
	const url = await server.listen({ host: '127.0.0.1', port: options.port ?? 0 });
	const accounts = buildAccountsServer(platform);
	const accountsUrl = await accounts.listen({ host: '127.0.0.1', port: options.accountsPort ?? 0 });
	return {
		url,
		accountsUrl,
		appId: app.app_id,
		appSecret: app.app_secret,
		encryptKey: app.encrypt_key ?? '',
		verificationToken: app.verification_token,
		store,
		requests: platform.requests,
		faults: platform.faults,
		revokeTokens: (appId) => platform.tokens.revoke(appId),
		push: platform.push,
		longConnection,
		get customBots() {
			const bots = [...store.im.customBots.values()];
			return bots.map((bot) => ({ ...bot, url: `${url}/open-apis/bot/v2/hook/${bot.hook_id}` }));
		},
		clickCard: (click) => clickCard(platform, click),
		async close() {
			clearInterval(hourly);
			await platform.push.close();
			await Promise.all([server.close(), accounts.close()]);
		},
	};
}
