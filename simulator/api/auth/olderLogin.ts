import { type Call, defineRoute } from '../../gateway/route';
import { refreshTokenFor } from '../../accounts/grants';
import { ALWAYS_GRANTED } from '../../accounts/knownScopes';
import { isOfBrand, troubleOf } from '../../accounts/standing';
import type { PlatformError } from '../../platform/envelope';
import { text } from '../../platform/validate';
import type { RefreshToken } from '../../state/accounts';
import type { App } from '../../state/apps';
import type { User } from '../../state/contact';
import { refused, TROUBLES } from './olderRefusals';
import { personFields } from './userInfo';

type Grant = Omit<RefreshToken, 'token' | 'expires_at' | 'state'>;
type Body = { grant_type?: string; code?: string; refresh_token?: string };
type LoginCall = Call<object, Body>;

/** Which of the two older pairs of endpoints: what they call a code or a refresh token that they don't know differs. */
interface Age {
	oidc: boolean;
}

/** The app, whose own token it is. */
function appOf({ platform, app }: LoginCall): App {
	if (!isOfBrand(platform.store, app)) throw refused(20046);
	if (!app.active) throw refused(20042);
	return app;
}

function personOf({ platform: { store } }: LoginCall, app: App, openId: string): User {
	const user = store.homeOf(openId)?.contact.users.get(openId);
	const trouble = troubleOf(store, app, user);
	if (trouble || !user) throw refused(TROUBLES[trouble ?? 'unknown']);
	return user;
}

/** The token of a person and, where they let the app stay, one for the next; the oldest pair tells who it is as well. */
function tokensOf({ platform }: LoginCall, app: App, user: User, grant: Grant, { oidc }: Age) {
	const { scopes } = grant;
	const refresh = refreshTokenFor(platform, grant);
	const home = platform.store.homeOf(user.open_id) ?? platform.store;
	return {
		data: {
			access_token: platform.tokens.issueTo(app, user, scopes),
			token_type: 'Bearer',
			expires_in: platform.tokens.userSeconds(),
			...(refresh && { refresh_token: refresh.token, refresh_expires_in: refresh.seconds }),
			...(oidc ? { scope: scopes.join(' ') } : personFields(home, { app, user, scopes }, user)),
		},
	};
}

function exchangeCode(call: LoginCall, age: Age) {
	const app = appOf(call);
	const { accounts } = call.platform.store;
	if (call.body.grant_type !== 'authorization_code') throw refused(age.oidc ? 20036 : 20001);
	if (!call.body.code) throw refused(20001);
	const code = accounts.codes.get(call.body.code);
	if (!code || code.used) throw refused(age.oidc ? 20003 : 20007);
	if (code.app_id !== app.app_id) throw refused(20024);
	if (code.expires_at <= call.platform.clock.now()) throw refused(age.oidc ? 20004 : 20007);
	const user = personOf(call, app, code.open_id);
	code.used = true;
	const { app_id, tenant_key, open_id, asked } = code;
	const scopes = accounts.consentOf(code)?.scopes ?? [ALWAYS_GRANTED, ...asked];
	const granted_at = call.platform.clock.now();
	return tokensOf(call, app, user, { app_id, tenant_key, open_id, scopes, granted_at, version: 1 }, age);
}

function refresh(call: LoginCall, age: Age) {
	const app = appOf(call);
	const { store, clock } = call.platform;
	if (call.body.grant_type !== 'refresh_token') throw refused(age.oidc ? 20036 : 20001);
	const old = store.accounts.refreshTokens.get(call.body.refresh_token ?? '');
	if (!old || old.version === 2) throw refused(age.oidc ? 20026 : 20007);
	if (old.app_id !== app.app_id) throw refused(20024);
	if (old.state !== 'good') throw refused(age.oidc ? 20038 : 20007);
	if (old.expires_at <= clock.now()) throw refused(age.oidc ? 20037 : 20007);
	const user = personOf(call, app, old.open_id);
	old.state = 'used';
	return tokensOf(call, app, user, old, age);
}

const isOfApp = ({ code }: PlatformError) => code === 99991663 || code === 99991664;

const route = (path: string, handle: (call: LoginCall) => ReturnType<typeof tokensOf>, { oidc }: Age) =>
	defineRoute({
		method: 'POST',
		path: `/open-apis/authen/v1/${path}`,
		tokens: ['app'],
		knowsStopped: true,
		refusesToken: (problem) => (oidc && isOfApp(problem) ? refused(20014) : problem),
		body: { grant_type: text(), code: text(), refresh_token: text() },
		handle,
	});

const OIDC: Age = { oidc: true };
const V1: Age = { oidc: false };

/** What has become history, and what the official SDK still calls: answers lie in `data`, where no OAuth library looks. */
export const olderLoginRoutes = [
	route('oidc/access_token', (call) => exchangeCode(call, OIDC), OIDC),
	route('oidc/refresh_access_token', (call) => refresh(call, OIDC), OIDC),
	route('access_token', (call) => exchangeCode(call, V1), V1),
	route('refresh_access_token', (call) => refresh(call, V1), V1),
];
