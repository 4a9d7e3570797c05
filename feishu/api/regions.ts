import { InputError } from '../input';

/** The two public platforms, and private or test deployments. */
export type Region = 'feishu' | 'lark' | 'custom';

/**
 * The open platform's own host, the one at which the approval API of before v4 still is, the same where a private deployment
 * may have it beside its API, and the one where people sign in.
 */
export type Host = 'open' | 'www' | 'client' | 'accounts';

/**
 * Every host name of the platform that calls go to stands here and nowhere else.
 * @see https://open.feishu.cn/document/ukTMukTMukTM/uUDOyUjL1gjM14SN4ITN `www` of Feishu
 * @see https://open.larksuite.com/document/ukTMukTMukTM/uUDOyUjL1gjM14SN4ITN `www` of Lark
 * @see https://open.feishu.cn/document/common-capabilities/sso/api/obtain-oauth-code `accounts`
 */
const ORIGINS: Readonly<Record<Host, Readonly<Record<Exclude<Region, 'custom'>, string>>>> = {
	open: { feishu: 'https://open.feishu.cn', lark: 'https://open.larksuite.com' },
	www: { feishu: 'https://www.feishu.cn', lark: 'https://www.larksuite.com' },
	client: { feishu: 'https://www.feishu.cn', lark: 'https://www.larksuite.com' },
	accounts: { feishu: 'https://accounts.feishu.cn', lark: 'https://accounts.larksuite.com' },
};

export interface RegionChoice {
	region: Region;
	/** Only for `custom`. */
	baseUrl?: string;
	/** Only for `custom`: where people sign in, when that can't be told from the base URL. */
	accountsUrl?: string;
}

/**
 * The origin that calls go to, without a trailing slash.
 * @throws InputError when a custom base URL is no URL, or neither https nor loopback
 */
export function openApiOrigin(choice: RegionChoice): string {
	return originOf('open', choice);
}

/**
 * The origin of one of the platform's hosts, without a trailing slash. A private deployment signs people in at
 * `accounts.X` where its API is `open.X`, or where the credential says; all else is at its base URL, but for what is asked
 * of `client`, which is `www.X` there. A token of it goes nowhere else.
 * @throws InputError as `openApiOrigin`
 */
export function originOf(host: Host, { region, baseUrl, accountsUrl }: RegionChoice): string {
	if (region !== 'custom') return ORIGINS[host][region];
	if (host === 'client') return beside(customOrigin('Base URL', baseUrl ?? ''), 'www');
	if (host !== 'accounts') return customOrigin('Base URL', baseUrl ?? '');
	if (accountsUrl) return customOrigin('Accounts URL', accountsUrl);
	return beside(customOrigin('Base URL', baseUrl ?? ''), 'accounts');
}

/** A host of the same deployment; where the API is not at `open.X` there is none. */
const beside = (origin: string, name: string): string => origin.replace(/^https:\/\/open\./, `https://${name}.`);

/**
 * The same choice as an expression without its braces, for what n8n resolves itself.
 * @param self what the expression calls the credential's fields: `$credentials` in a test request, `$self` in the credential
 */
function originExpression(self: '$credentials' | '$self', host: 'open' | 'accounts'): string {
	const cleaned = (field: string) =>
		`String(${self}["${field}"] || "").trim().replace(/\\/+$/, "").replace(/\\/open-apis$/, "")`;
	const derived = `${cleaned('baseUrl')}.replace(/^https:\\/\\/open\\./, "https://accounts.")`;
	const custom = host === 'open' ? cleaned('baseUrl') : `(${cleaned('accountsUrl')} || ${derived})`;
	const { lark, feishu } = ORIGINS[host];
	return `(${self}["region"] === "custom" ? ${custom} : ${self}["region"] === "lark" ? "${lark}" : "${feishu}")`;
}

/** For a credential's test request. */
export function openApiOriginExpression(): string {
	return `={{ ${originExpression('$credentials', 'open')} }}`;
}

/** Where people sign in, for a field of the credential itself. */
export function authorizeExpression(): string {
	return `={{ ${originExpression('$self', 'accounts')} + "/open-apis/authen/v1/authorize" }}`;
}

/**
 * Where a login is given and renewed, for a field of the credential itself, whose `tokenUrl` is `v2` or `v3`.
 * @see https://open.feishu.cn/document/authentication-management/access-token/get-user-access-token
 */
export function tokenExpression(): string {
	const v3 = `${originExpression('$self', 'accounts')} + "/oauth/v3/token"`;
	const v2 = `${originExpression('$self', 'open')} + "/open-apis/authen/v2/oauth/token"`;
	return `={{ $self["tokenUrl"] === "v3" ? ${v3} : ${v2} }}`;
}

/** Whether it is one of the two public platforms', which know every scope. */
export function isPublicOrigin(origin: string): boolean {
	return Object.values(ORIGINS.open).includes(origin);
}

/** The developer console's page of an app, where scopes and events are set; it stands beside the API. */
export function appConsoleUrl(choice: RegionChoice, appId: string): string {
	return `${openApiOrigin(choice)}/app/${encodeURIComponent(appId)}`;
}

function customOrigin(field: 'Base URL' | 'Accounts URL', text: string): string {
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
