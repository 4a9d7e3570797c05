import { isOfBrand } from '../../accounts/standing';
import { PlatformError } from '../../platform/envelope';
import { text } from '../../platform/validate';
import type { App } from '../../state/apps';
import { type Call, defineRoute } from '../../gateway/route';

const CREDENTIALS = { app_id: text(), app_secret: text() };

/** Failures of the token endpoints come with HTTP 200 and without `error`. */
export const refusal = (code: number, msg: string) => new PlatformError(code, msg, { http: 200, bare: true });

export function authenticate({ platform, body }: Call<object, { app_id?: string; app_secret?: string }>): App {
	const app = platform.store.apps.get(body.app_id ?? '');
	// An app of the other brand is unknown here.
	if (!app || !body.app_secret || !isOfBrand(platform.store, app)) throw refusal(10003, 'invalid param');
	if (body.app_secret !== app.app_secret) throw refusal(10014, 'app secret invalid');
	return app;
}

/** The company's own, by id and secret alone; apps of the store take other endpoints. */
function ownApp(call: Parameters<typeof authenticate>[0]): App {
	const app = authenticate(call);
	if (app.installs) throw refusal(10003, 'invalid param');
	return app;
}

export const authRoutes = [
	defineRoute({
		method: 'POST',
		path: '/open-apis/auth/v3/tenant_access_token/internal',
		auth: 'none',
		body: CREDENTIALS,
		handle(call) {
			const { token, expire } = call.platform.tokens.issue(ownApp(call));
			return { top: { tenant_access_token: token, expire } };
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/open-apis/auth/v3/app_access_token/internal',
		auth: 'none',
		body: CREDENTIALS,
		handle(call) {
			const { token, expire } = call.platform.tokens.issue(ownApp(call));
			return { top: { app_access_token: token, tenant_access_token: token, expire } };
		},
	}),
];
