import { isOfBrand } from '../../accounts/standing';
import { defineRoute } from '../../gateway/route';
import { PlatformError } from '../../platform/envelope';
import { text } from '../../platform/validate';
import { SOCKET_PATH } from '../../longConnection/handshake';
import { REFUSALS } from '../../longConnection/refusals';

/** Refusals come with HTTP 200, unless a test asks for another status, and an empty `data`: the SDK takes an answer without it for a passing trouble. */
const refused = ({ code, msg, http = 200 }: { code: number; msg: string; http?: number }) =>
	new PlatformError(code, msg, { http, bare: true });

/**
 * Gives the address of a long connection. Codes: 1 and 1000040343 pass, all others are for good.
 * Source: https://open.feishu.cn/document/ukTMukTMukTM/uYDNxYjL2QTM24iN0EjN/event-subscription-configure-/use-websocket
 */
export const longConnectionRoutes = [
	defineRoute({
		method: 'POST',
		path: '/callback/ws/endpoint',
		auth: 'none',
		body: { AppID: text(), AppSecret: text() },
		handle({ platform: { store, longConnection }, host, body }) {
			const { AppID: appId, AppSecret: secret } = body;
			if (!appId || !secret) throw refused(REFUSALS.noCredential);
			const app = store.apps.get(appId);
			if (!app) throw refused(REFUSALS.unknownApp);
			if (!isOfBrand(store, app)) throw refused(REFUSALS.wrongDomain);
			if (app.app_secret !== secret) throw refused(REFUSALS.wrongSecret);
			// Apps of the store hear by webhook alone.
			if (app.installs) throw refused(REFUSALS.forbidden);
			const refusal = longConnection.refusal('endpoint', appId);
			if (refusal) throw refused(refusal);
			const { deviceId, accessKey, serviceId, ticket } = longConnection.issueTicket(app);
			// The SDK reads the query out of the whole address, so the first name in it is lost to it.
			const query = new URLSearchParams({
				fpid: '493',
				aid: '552564',
				device_id: deviceId,
				access_key: accessKey,
				service_id: String(serviceId),
				ticket,
			});
			const { clientConfig } = longConnection.settings;
			return { data: { URL: `ws://${host}${SOCKET_PATH}?${query.toString()}`, ClientConfig: clientConfig } };
		},
	}),
	/** All connections of the app, of whichever process. Source: https://open.feishu.cn/document/ukTMukTMukTM/uYDNxYjL2QTM24iN0EjN/event-v1/connection/get */
	defineRoute({
		method: 'GET',
		path: '/open-apis/event/v1/connection',
		tier: 7,
		handle: ({ platform: { longConnection }, app }) => ({
			data: { online_instance_cnt: longConnection.list(app.app_id).length },
		}),
	}),
];
