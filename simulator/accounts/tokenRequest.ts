import { oauthError } from '../platform/oauthErrors';
import type { Call } from '../gateway/route';
import type { App } from '../state/apps';
import type { Store } from '../state/store';
import { isValidAssertion } from './assertion';
import type { Fields } from './fields';
import { isOfBrand } from './standing';

/** From JSON or a form, whichever the content type says. */
function fieldsOf({ raw, contentType }: Pick<Call, 'raw' | 'contentType'>): Fields {
	const body = raw.toString('utf8');
	if (/^application\/x-www-form-urlencoded\b/i.test(contentType))
		return Object.fromEntries([...new URLSearchParams(body)].filter(([, value]) => value !== ''));
	try {
		const read: unknown = JSON.parse(body);
		if (typeof read === 'object' && read !== null && !Array.isArray(read))
			return Object.fromEntries(
				Object.entries(read).filter(
					(entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
				),
			);
	} catch {
		// Refused below like JSON that is not an object.
	}
	throw oauthError(20063);
}

/** Id and secret of HTTP Basic; RFC 6749 has both encoded as in a form. */
function basicOf(authorization: string | undefined): { id: string; secret: string } | undefined {
	const encoded = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1];
	if (encoded === undefined) return undefined;
	const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
	return { id: decodeURIComponent(id), secret: decodeURIComponent(secret.join(':')) };
}

export interface TokenRequest {
	app: App;
	fields: Fields;
}

/** The client is who it says: by its secret in the body or in the header, not both, or where it may, by an assertion. */
export function readTokenRequest(call: Call, { assertions = false } = {}): TokenRequest {
	const { store } = call.platform;
	const fields = fieldsOf(call);
	const basic = basicOf(call.authorization);
	if (basic && fields.client_secret !== undefined) throw oauthError(20070);
	const id = fields.client_id ?? basic?.id;
	if (fields.grant_type === undefined || id === undefined) throw oauthError(20063);
	const app = clientOf(store, id);
	const secret = fields.client_secret ?? basic?.secret;
	if (assertions && fields.client_assertion !== undefined) {
		if (!isValidAssertion(call, app, fields)) throw oauthError(20002);
	} else if (secret === undefined) throw oauthError(20001);
	else if (secret !== app.app_secret) throw oauthError(20002);
	if (!app.active) throw oauthError(20069);
	return { app, fields };
}

function clientOf(store: Store, id: string): App {
	const app = store.apps.get(id);
	if (!app) throw oauthError(20048);
	if (!isOfBrand(store, app)) throw oauthError(20046);
	return app;
}
