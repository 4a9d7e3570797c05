export type DeliveryMode = 'webhook' | 'longConnection';

export interface App {
	app_id: string;
	app_secret: string;
	name: string;
	bot_open_id: string;
	event_url?: string;
	/** How events and callbacks come; without it by webhook when there is an event URL, else by long connection. */
	delivery_mode?: DeliveryMode;
	encrypt_key: string | null;
	verification_token: string;
	/** null: every scope. */
	scopes: string[] | null;
}

export interface Token {
	token: string;
	app_id: string;
	expires_at: number;
	revoked: boolean;
}

/** The company's apps, by app_id, the first one first. */
export class Apps extends Map<string, App> {
	/** All that were ever issued. */
	readonly tokens: Token[] = [];

	/** The app whose bot has this open_id. */
	byBot(openId: string): App | undefined {
		return [...this.values()].find((app) => app.bot_open_id === openId);
	}
}
