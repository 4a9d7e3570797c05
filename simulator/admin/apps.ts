import type { FastifyInstance } from 'fastify';
import { newId } from '../platform/ids';
import type { Platform } from '../platform/platform';
import type { App } from '../store';
import { adminError } from './errors';

interface AppSettings {
	event_url?: string | null;
	encrypt_key?: string | null;
	verification_token?: string;
	/** null: all. */
	scopes?: string[] | null;
}

/** What the developer console sets. */
export function appRoutes(server: FastifyInstance, platform: Platform): void {
	const { store } = platform;
	const appOf = (appId: string): App => {
		const app = store.apps.get(appId);
		if (!app) throw adminError(404, 'There is no such app');
		return app;
	};

	server.post<{ Body: { name?: string } }>('/_sim/apps', (request) => {
		const app: App = {
			app_id: newId.app(),
			app_secret: newId.secret(),
			name: request.body?.name ?? `Bot ${store.apps.size + 1}`,
			bot_open_id: newId.openId(),
			encrypt_key: null,
			verification_token: newId.secret(),
			scopes: null,
		};
		store.apps.set(app.app_id, app);
		store.changed();
		return app;
	});

	server.put<{ Params: { app_id: string }; Body: AppSettings }>('/_sim/apps/:app_id', (request) => {
		const app = appOf(request.params.app_id);
		const { event_url: url, encrypt_key: key, verification_token: token, scopes } = request.body;
		if (url !== undefined) app.event_url = url || undefined;
		if (key !== undefined) app.encrypt_key = key || null;
		if (token !== undefined) app.verification_token = token;
		if (scopes !== undefined) app.scopes = scopes;
		store.changed();
		return app;
	});

	server.post<{ Params: { app_id: string } }>('/_sim/apps/:app_id/verify-url', (request) =>
		platform.push.verifyUrl(appOf(request.params.app_id).app_id),
	);

	server.post<{ Body: { app_id?: string; type: string; event: object; schema?: '1.0' | '2.0'; callback?: boolean } }>(
		'/_sim/events',
		(request) => {
			const { app_id: appId, type, event, schema, callback } = request.body;
			const app = appOf(appId ?? [...store.apps.keys()][0] ?? '');
			return callback
				? platform.push.callback(app.app_id, type, event)
				: platform.push.event(app.app_id, type, event, { schema });
		},
	);

	server.get('/_sim/deliveries', () => platform.push.deliveries);
}
