import { newId } from '../platform/ids';

export type DeliveryMode = 'webhook' | 'longConnection';

/** People, departments and user groups that an app may know; a department with all below it. */
export interface ContactRange {
	/** open_ids. */
	users: readonly string[];
	/** open_department_ids. */
	departments: readonly string[];
	/** Of user groups. */
	groups: readonly string[];
}

/** What the console and the administrator of the company have given to an app. `null` is all there is. */
export interface Grants {
	scopes: readonly string[] | null;
	/** Those granted for people who use the app, which some events ask for beside the app's own. */
	user_scopes: readonly string[] | null;
	/** `null`: all staff. */
	contact_range: ContactRange | null;
	/** open_ids of those who may use the app. */
	availability: readonly string[] | null;
	/** Types that were added under Event Configuration, in a version that is published. */
	events: readonly string[] | null;
	/** Types that were added under Callback Configuration. */
	callbacks: readonly string[] | null;
	/** Whether the app has the bot ability. */
	bot: boolean;
	/** Whether the app is switched on in the company. */
	active: boolean;
	/** Whether the bot may be in groups with people of other companies. */
	outside: boolean;
	/** Where people may be sent back after they have consented, to the letter; `null`: anywhere, which no console offers. */
	redirect_urls: readonly string[] | null;
	/** Whether the tokens of people may be refreshed, which the console calls a security setting. */
	allow_refresh_token: boolean;
}

/** Whether a company that has installed an app of the store has it switched on. */
export type Install = 'on' | 'stopped';

/** Of an app, which works on the hosts of its brand alone. */
export type Brand = 'feishu' | 'lark';

/** For the app itself, and for people through it. */
export interface ScopeLists {
	tenant: string[];
	user: string[];
}

export interface App extends Grants {
	app_id: string;
	app_secret: string;
	name: string;
	/** Of the store's apps: the companies that have installed it, by tenant_key. The first company's own apps have none. */
	installs?: Record<string, Install>;
	/** Without it that of the simulator. */
	brand?: Brand;
	/** Of the version that is online, 0 before the first one. */
	version: number;
	/** Scopes that were added in the console and are in no version yet. */
	drafted: ScopeLists;
	/** Scopes of the version that the administrator of the company has not granted. */
	waiting: ScopeLists;
	/** How often the administrator was asked about this version. */
	applied: number;
	/** Whether signed texts are taken in place of the secret. */
	keyless?: boolean;
	bot_open_id: string;
	event_url?: string;
	/** How events come; without it by webhook when there is an event URL, else by long connection. */
	delivery_mode?: DeliveryMode;
	/** Where callbacks go. Not set: where events go, as after entering both alike; `null`: nowhere. */
	callback_url?: string | null;
	callback_mode?: DeliveryMode;
	encrypt_key: string | null;
	verification_token: string;
}

export interface Token {
	token: string;
	app_id: string;
	/** open_id of the person whose token it is; an app's own has none. */
	open_id?: string;
	/** What the person has granted; `null`, and nothing: all. */
	scopes?: readonly string[] | null;
	/** Of the company that it is for; without it the first one. */
	tenant_key?: string;
	expires_at: number;
	revoked: boolean;
}

/** An app that has been in use for long: everything was asked for and granted. */
export const GROWN: Grants = {
	scopes: null,
	user_scopes: null,
	contact_range: null,
	availability: null,
	events: null,
	callbacks: null,
	bot: true,
	active: true,
	outside: true,
	redirect_urls: [],
	allow_refresh_token: true,
};

/** A new app of the company, a grown one unless the fields say less. */
export const newApp = (fields: Partial<App> = {}): App => ({
	...GROWN,
	app_id: newId.app(),
	app_secret: newId.secret(),
	name: 'Bot',
	bot_open_id: newId.openId(),
	encrypt_key: null,
	verification_token: newId.secret(),
	version: 1,
	drafted: { tenant: [], user: [] },
	waiting: { tenant: [], user: [] },
	applied: 0,
	...fields,
});

/** How an app of the store, or the first company's own, stands in a company; undefined where it was never installed. */
export function installIn({ installs, active }: App, tenantKey: string, first: string): Install | undefined {
	if (installs) return installs[tenantKey];
	if (tenantKey !== first) return undefined;
	return active ? 'on' : 'stopped';
}

/** The company's apps, by app_id, the first one first. */
export class Apps extends Map<string, App> {
	/** All that were ever issued. */
	readonly tokens: Token[] = [];
	/** app_id of the one that was there first, also when it is gone. */
	firstId?: string;

	override set(appId: string, app: App): this {
		this.firstId ??= appId;
		return super.set(appId, app);
	}

	/** The app whose bot has this open_id. */
	byBot(openId: string): App | undefined {
		return [...this.values()].find((app) => app.bot_open_id === openId);
	}
}
