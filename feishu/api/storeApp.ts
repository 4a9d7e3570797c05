import { pasted } from '../input';
import type { JsonObject } from '../json';
import { filled, issuedFor, readApp, tokenWhileGood, type App } from './app';
import { isTokenRefused } from './call';
import { readAnswer, type Answer } from './envelope';
import { openApiOrigin } from './regions';
import { readToken, refusedToken, TokenError, type Send, type TimedToken } from './tokens';

/**
 * Tokens of an app of the app directory ("store app"), which serves many tenants. The platform pushes it a ticket each
 * hour; ticket and secret give the app's token, and that gives one token for each tenant that has installed the app.
 * @see https://open.feishu.cn/document/server-docs/authentication-management/access-token/app_access_token
 * @see https://open.feishu.cn/document/server-docs/authentication-management/access-token/tenant_access_token
 */
const PATHS = {
	app: '/open-apis/auth/v3/app_access_token',
	tenant: '/open-apis/auth/v3/tenant_access_token',
} as const;

/** @see https://open.feishu.cn/document/server-docs/authentication-management/access-token/app_ticket_resend */
export const RESEND_PATH = '/open-apis/auth/v3/app_ticket/resend';

/** The ticket is missing, or is none of this app's. */
const TICKET_REFUSED = 10012;

/** Seconds from one look for the ticket that was asked for to the next: it may take two minutes. */
const TICKET_SECONDS = 10;

const post = (app: App, path: string, body: Readonly<Record<string, string>>) =>
	({ method: 'POST', url: `${openApiOrigin(app)}${path}`, body }) as const;

/** Good for the tenant of the credential only: any other is asked for anew. */
const TENANT_TOKEN_WHILE_GOOD = tokenWhileGood('String($self["heldTenant"]) === String($self["tenantKey"]).trim()');

/** Asks for the app's token. @throws InputError about the Base URL */
const appSignIn = (app: App, ticket: string) =>
	post(app, PATHS.app, { app_id: app.appId, app_secret: app.appSecret, app_ticket: ticket });

/** Asks for a tenant's token. @throws InputError about the Base URL */
const tenantSignIn = (app: App, appAccessToken: string, tenantKey: string) =>
	post(app, PATHS.tenant, { app_access_token: appAccessToken, tenant_key: tenantKey });

/** Asks the platform to push the ticket now. @throws InputError about the Base URL */
const resendTicket = (app: App) => post(app, RESEND_PATH, { app_id: app.appId, app_secret: app.appSecret });

/** Reads the answer to `appSignIn`. @throws TokenError */
const readAppToken = (answer: Answer, now: number): TimedToken => readToken(answer, 'app_access_token', now);

/** Reads the answer to `tenantSignIn`. @throws TokenError */
const readTenantToken = (answer: Answer, now: number): TimedToken => readToken(answer, 'tenant_access_token', now);

/** There is no ticket, and one was asked for: it comes to the webhook of the app, which keeps it. */
function ticketAskedFor(): TokenError {
	const words =
		'There is no valid app ticket yet. Feishu was asked to send it to the Request URL of the app: a published workflow with a Feishu Webhook Trigger and this credential must listen there. Try again in two minutes';
	return new TokenError(words, TICKET_REFUSED, {
		kind: 'code',
		code: TICKET_REFUSED,
		delivered: false,
		msg: 'app ticket invalid',
		scopes: [],
		fieldViolations: [],
		helps: [],
		resetSeconds: TICKET_SECONDS,
		comes: true,
	});
}

/** What a credential is told in place of sending a request, once n8n has stored a ticket with it. */
export const TICKET_KEPT_ONLY = 'The ticket is kept';

type AppToken = Pick<TimedToken, 'token' | 'usableUntil'>;

/** What a credential keeps of its tokens. */
export interface StoreAppTokens {
	tokenWhileGood: string;
	ticketToken?: string;
	appAccessToken?: string;
	/** Milliseconds since 1970. */
	appUsableUntil?: number;
	accessToken?: string;
	/** The tenant of the access token. */
	heldTenant?: string;
	/** Milliseconds since 1970. */
	usableUntil?: number;
	issuedFor?: string;
}

/**
 * Gets what a credential lacks: the app's token by its ticket, and a tenant's token by that. A ticket that has come is
 * kept without any call.
 * @param credential its fields, with `wantedTenant`, `receivedTicket` and `refusedToken` for one call
 * @throws TokenError
 */
export async function storeAppTokens(credential: JsonObject, send: Send, now: number): Promise<StoreAppTokens> {
	const received = pasted(credential.receivedTicket);
	if (received !== '') return { tokenWhileGood: TENANT_TOKEN_WHILE_GOOD, ticketToken: received };
	const app = filled(readApp(credential));
	const tenant = pasted(credential.wantedTenant) || pasted(credential.tenantKey);
	const held = heldAppToken(credential, app, now);
	let appToken: AppToken = held ?? (await newAppToken(credential, app, send, now));
	const kept = () => ({
		tokenWhileGood: TENANT_TOKEN_WHILE_GOOD,
		appAccessToken: appToken.token,
		appUsableUntil: appToken.usableUntil,
		issuedFor: issuedFor(app),
	});
	if (tenant === '') return { ...kept(), accessToken: '', heldTenant: '', usableUntil: 0 };
	let answer = await send(tenantSignIn(app, appToken.token, tenant));
	if (held && isTokenRefusal(answer)) {
		appToken = await newAppToken(credential, app, send, now);
		answer = await send(tenantSignIn(app, appToken.token, tenant));
	}
	const { token, usableUntil } = readTenantToken(answer, now);
	return { ...kept(), accessToken: token, heldTenant: tenant, usableUntil };
}

/** Undefined where it is over, is another app's, or a token was refused, which may have been this one. */
function heldAppToken(credential: JsonObject, app: App, now: number): AppToken | undefined {
	const held = { token: pasted(credential.appAccessToken), usableUntil: Number(credential.appUsableUntil) };
	const isGood = held.token !== '' && held.usableUntil > now && credential.issuedFor === issuedFor(app);
	return isGood && pasted(credential.refusedToken) === '' ? held : undefined;
}

async function newAppToken(credential: JsonObject, app: App, send: Send, now: number): Promise<TimedToken> {
	const given = await appTokenBy(pasted(credential.ticketToken), app, send, now);
	if (given) return given;
	// What is wrong with App ID, App Secret or the kind of the app is said here.
	readResent(await send(resendTicket(app)));
	throw ticketAskedFor();
}

/** The token that was sent along has ended before its time. */
function isTokenRefusal(answer: Answer): boolean {
	const outcome = readAnswer(answer);
	return !outcome.ok && isTokenRefused(outcome.failure);
}

function readResent(answer: Answer): void {
	const outcome = readAnswer(answer);
	if (!outcome.ok) throw refusedToken(outcome.failure);
}

/** Undefined where there is no ticket, or an old one. @throws TokenError for any other reason */
async function appTokenBy(ticket: string, app: App, send: Send, now: number): Promise<TimedToken | undefined> {
	if (ticket === '') return undefined;
	const answer = await send(appSignIn(app, ticket));
	const outcome = readAnswer(answer);
	return !outcome.ok && outcome.failure.code === TICKET_REFUSED ? undefined : readAppToken(answer, now);
}
