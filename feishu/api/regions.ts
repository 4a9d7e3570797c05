import { InputError } from '../input';

/** The two public platforms, and private or test deployments. */
export type Region = 'feishu' | 'lark' | 'custom';

/** The open platform's own host, and the one at which the approval API of before v4 still is. */
export type Host = 'open' | 'www';

/**
 * Every host name of the platform that calls go to stands here and nowhere else.
 * @see https://open.feishu.cn/document/ukTMukTMukTM/uUDOyUjL1gjM14SN4ITN `www` of Feishu
 * @see https://open.larksuite.com/document/ukTMukTMukTM/uUDOyUjL1gjM14SN4ITN `www` of Lark
 */
const ORIGINS: Readonly<Record<Host, Readonly<Record<Exclude<Region, 'custom'>, string>>>> = {
	open: { feishu: 'https://open.feishu.cn', lark: 'https://open.larksuite.com' },
	www: { feishu: 'https://www.feishu.cn', lark: 'https://www.larksuite.com' },
};

export interface RegionChoice {
	region: Region;
	/** Only for `custom`. */
	baseUrl?: string;
}

/**
 * The origin that calls go to, without a trailing slash.
 * @throws InputError when a custom base URL is no URL, or neither https nor loopback
 */
export function openApiOrigin(choice: RegionChoice): string {
	return originOf('open', choice);
}

/**
 * The origin of one of the platform's hosts, without a trailing slash. Behind a custom base URL all are one: a token
 * of a private deployment goes nowhere else.
 * @throws InputError as `openApiOrigin`
 */
export function originOf(host: Host, { region, baseUrl }: RegionChoice): string {
	if (region !== 'custom') return ORIGINS[host][region];
	return customOrigin(baseUrl ?? '');
}

/** The same choice as an n8n expression, for what n8n resolves itself (the credential's test request). */
export function openApiOriginExpression(): string {
	return `={{ $credentials.region === 'custom' ? $credentials.baseUrl.trim().replace(/\\/+$/, '').replace(/\\/open-apis$/, '') : $credentials.region === 'lark' ? '${ORIGINS.open.lark}' : '${ORIGINS.open.feishu}' }}`;
}

/** The developer console's page of an app, where scopes and events are set; it stands beside the API. */
export function appConsoleUrl(choice: RegionChoice, appId: string): string {
	return `${openApiOrigin(choice)}/app/${encodeURIComponent(appId)}`;
}

function customOrigin(text: string): string {
	const field = 'Base URL';
	const trimmed = text
		.trim()
		.replace(/\/+$/, '')
		.replace(/\/open-apis$/, '');
	if (trimmed === '') {
		throw new InputError(
			field,
			`The '${field}' of the credential is empty`,
			'Enter the address of your deployment, for example https://open.example.com',
		);
	}
	const url = parseUrl(trimmed);
	if (!url || !['http:', 'https:'].includes(url.protocol)) {
		throw new InputError(
			field,
			`The '${field}' of the credential is not a web address`,
			'It should look like https://open.example.com',
		);
	}
	if (url.username || url.password || url.search || url.hash) {
		throw new InputError(
			field,
			`The '${field}' of the credential holds more than an address`,
			'Leave out user names, passwords, ? and # parts',
		);
	}
	if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
		throw new InputError(
			field,
			`The '${field}' of the credential must start with https://`,
			'Plain http would show the app secret to the network; it is accepted for this machine only (127.0.0.1, localhost)',
		);
	}
	return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function parseUrl(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}

/** True for this machine, to which plain http is as good as https. */
export function isLoopback(hostname: string): boolean {
	return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
