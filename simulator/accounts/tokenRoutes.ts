import { notFound } from '../platform/envelope';
import { oauthError } from '../platform/oauthErrors';
import type { Result } from '../platform/envelope';
import { type Call, defineRoute } from '../gateway/route';
import { exchangeCode, exchangeRefreshToken } from './exchange';
import { readTokenRequest, type TokenRequest } from './tokenRequest';

type Grant = (platform: Call['platform'], request: TokenRequest) => Result;

const GRANTS: Readonly<Record<string, Grant>> = {
	authorization_code: exchangeCode,
	refresh_token: exchangeRefreshToken,
};

/** An app without a secret signs in for itself. Source: the official SDK for Node.js, `clientAssertionProvider` */
const assertionGrant: Grant = ({ tokens }, { app, fields }) => {
	if (fields.client_assertion === undefined) throw oauthError(20001);
	const { token, expire } = tokens.issue(app);
	return { oauth: { access_token: token, expires_in: expire, token_type: 'Bearer' } };
};

const WITH_ASSERTIONS: typeof GRANTS = {
	...GRANTS,
	'urn:ietf:params:oauth:grant-type:jwt-bearer': assertionGrant,
};

function answer(call: Call, grants: typeof GRANTS): Result {
	const request = readTokenRequest(call, { assertions: grants === WITH_ASSERTIONS });
	const type = request.fields.grant_type ?? '';
	const grant = Object.hasOwn(grants, type) ? grants[type] : undefined;
	if (!grant) throw oauthError(20036);
	return grant(call.platform, request);
}

/** Of the host of the API. */
export const tokenRoute = defineRoute({
	method: 'POST',
	path: '/open-apis/authen/v2/oauth/token',
	auth: 'none',
	oauth: true,
	handle: (call) => answer(call, GRANTS),
});

/** The same on the accounts host, where it also takes signed texts in place of a secret. Source: the official SDKs, `/oauth/v3/token` */
export const newestTokenRoute = defineRoute({
	method: 'POST',
	path: '/oauth/v3/token',
	auth: 'none',
	oauth: true,
	handle(call) {
		const { region, privateTokenV3 } = call.platform.store.settings;
		if (region === 'private' && privateTokenV3 === 'absent') throw notFound();
		return answer(call, WITH_ASSERTIONS);
	},
});
