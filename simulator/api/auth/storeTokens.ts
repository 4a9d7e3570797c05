import { isStoreApp } from '../../accounts/installs';
import { askForTicket, isTicket } from '../../accounts/tickets';
import { defineRoute } from '../../gateway/route';
import { text } from '../../platform/validate';
import { authenticate, refusal } from './tokens';

/** How apps of the store come to tokens, one for each company that has installed them. */
export const storeTokenRoutes = [
	/** Source: https://open.feishu.cn/document/ukTMukTMukTM/ukDNz4SO0MjL5QzM/auth-v3/auth/app_ticket_resend */
	defineRoute({
		method: 'POST',
		path: '/open-apis/auth/v3/app_ticket/resend',
		auth: 'none',
		body: { app_id: text(), app_secret: text() },
		handle(call) {
			const app = authenticate(call);
			if (!isStoreApp(app)) throw refusal(10016, 'app resend fail');
			askForTicket(call.platform, app);
			return { top: { msg: 'success' } };
		},
	}),
	/** Source: https://open.feishu.cn/document/ukTMukTMukTM/ukDNz4SO0MjL5QzM/auth-v3/auth/app_access_token */
	defineRoute({
		method: 'POST',
		path: '/open-apis/auth/v3/app_access_token',
		auth: 'none',
		body: { app_id: text(), app_secret: text(), app_ticket: text() },
		handle(call) {
			const app = authenticate(call);
			if (!isStoreApp(app) || !isTicket(call.platform, app, call.body.app_ticket))
				throw refusal(10012, 'get app access token fail');
			const { token, expire } = call.platform.tokens.issue(app, { kind: 'app' });
			return { top: { msg: 'success', app_access_token: token, expire } };
		},
	}),
	/** Source: https://open.feishu.cn/document/ukTMukTMukTM/ukDNz4SO0MjL5QzM/auth-v3/auth/tenant_access_token */
	defineRoute({
		method: 'POST',
		path: '/open-apis/auth/v3/tenant_access_token',
		auth: 'none',
		body: { app_access_token: text(), tenant_key: text() },
		handle({ platform: { store, tokens }, body }) {
			const { app_access_token: own, tenant_key: tenantKey } = body;
			if (!own || !tenantKey) throw refusal(10003, 'invalid param');
			const { by } = tokens.check(`Bearer ${own}`, ['app']);
			if (!isStoreApp(by.app) || !store.companies.has(tenantKey)) throw refusal(10013, 'get tenant access token fail');
			const state = by.app.installs[tenantKey];
			if (state === undefined) throw refusal(10005, 'app id unauthorized');
			if (state === 'stopped') throw refusal(10014, 'app unauthorized');
			const { token, expire } = tokens.issue(by.app, { tenantKey });
			return { top: { msg: 'success', tenant_access_token: token, expire } };
		},
	}),
];
