import type { Call } from '../gateway/route';
import type { App } from '../state/apps';
import type { Fields } from './fields';

const TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

interface Claims {
	aud?: unknown;
	exp?: unknown;
}

function claimsOf(assertion: string): Claims | undefined {
	const [, payload, signature] = assertion.split('.');
	if (!payload || !signature) return undefined;
	try {
		return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims;
	} catch {
		return undefined;
	}
}

/**
 * A signed text in place of a secret, for this host and not past its end. Which claims there must be beside, and how the
 * console learns the key, nobody has told: the signature is taken as it is, from apps that are set so.
 * Source: the official SDK for Node.js, `clientAssertionProvider`
 */
export function isValidAssertion(
	{ platform, host }: Pick<Call, 'platform' | 'host'>,
	app: App,
	fields: Fields,
): boolean {
	if (!app.keyless || app.installs || fields.client_assertion_type !== TYPE) return false;
	const claims = claimsOf(fields.client_assertion ?? '');
	return claims?.aud === host && typeof claims.exp === 'number' && claims.exp * 1000 > platform.clock.now();
}
