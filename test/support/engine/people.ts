import { Login } from '../conformance/login';
import type { CredentialRef } from './execute';
import { only, type Platform } from './platform';
import { keepSecret } from './witness';

/** Milliseconds of a login that the platform gives for two hours. */
const TWO_HOURS_MS = 7_200_000;

export interface SignedIn {
	credential: CredentialRef;
	/** What n8n has stored of the login. */
	stored(): Record<string, unknown>;
}

/** A credential in which a person has signed in, as n8n stores that. @param scope what the person has granted */
export async function signedIn(platform: Platform, scope: string, openId?: string): Promise<SignedIn> {
	const { simulator } = platform;
	const app = only([...platform.store.apps.values()]);
	app.redirect_urls = null;
	const answer = await new Login(simulator).signIn(scope, openId === undefined ? {} : { open_id: openId });
	keepSecret(answer.access_token ?? '', answer.refresh_token ?? '');
	const credential = platform.keep(
		'feishuOAuth2Api',
		{
			accountsUrl: simulator.accountsUrl,
			clientId: simulator.appId,
			clientSecret: simulator.appSecret,
			oauthTokenData: { ...answer, n8n_expires_at: String(Date.now() + TWO_HOURS_MS) },
		},
		simulator.appSecret,
	);
	return {
		credential,
		stored: () => platform.credentials.stored(credential.id).oauthTokenData as Record<string, unknown>,
	};
}
