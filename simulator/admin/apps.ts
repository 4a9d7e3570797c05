import type { FastifyInstance } from 'fastify';
import { newId } from '../platform/ids';
import type { Platform } from '../gateway/platform';
import type { App, DeliveryMode } from '../state/apps';
import { adminError } from './errors';

interface AppSettings {
	app_secret?: string;
	event_url?: string | null;
	/** null: by webhook when there is an event URL, else by long connection. */
	delivery_mode?: DeliveryMode | null;
	/** Saves the mode although no client is online, which the console refuses. */
	force?: boolean;
	encrypt_key?: string | null;
	verification_token?: string;
	/** null: all. */
	scopes?: string[] | null;
}

interface PushedEvent {
	app_id?: string;
	type: string;
	event?: object;
	/** In place of `event`: many of one type, answered with their event ids. */
	events?: object[];
	schema?: '1.0' | '2.0';
	callback?: boolean;
}

/** What the developer console sets, and the events. */
export function appRoutes(server: FastifyInstance, platform: Platform): void {
	const { store } = platform;
	const appOf = (appId: string): App => {
		const app = store.apps.get(appId);
		if (!app) throw adminError(404, 'There is no such app');
		return app;
	};

	const saveMode = (app: App, { delivery_mode: mode, force }: AppSettings) => {
		if (mode === undefined) return;
		if (mode === 'longConnection' && !force && !platform.longConnection.isOnline(app.app_id))
			throw adminError(400, 'No client of the app is online: connect one first, then save the long connection');
		app.delivery_mode = mode ?? undefined;
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
		const { event_url: url, encrypt_key: key, verification_token: token, scopes, app_secret: secret } = request.body;
		saveMode(app, request.body);
		if (url !== undefined) app.event_url = url || undefined;
		if (key !== undefined) app.encrypt_key = key || null;
		if (token !== undefined) app.verification_token = token;
		if (secret !== undefined) app.app_secret = secret;
		if (scopes !== undefined) app.scopes = scopes;
		store.changed();
		return app;
	});

	server.post<{ Params: { app_id: string } }>('/_sim/apps/:app_id/verify-url', (request) =>
		platform.push.verifyUrl(appOf(request.params.app_id).app_id),
	);

	server.post<{ Body: PushedEvent }>('/_sim/events', (request) => {
		const { app_id: appId, type, event = {}, events, schema, callback } = request.body;
		const app = appOf(appId ?? [...store.apps.keys()][0] ?? '');
		if (callback) return platform.push.callback(app.app_id, type, event);
		if (!events) return platform.push.event(app.app_id, type, event, { schema });
		return platform.push.events(app.app_id, type, events, { schema }).map((delivery) => delivery.event_id);
	});

	server.get<{ Querystring: { app_id?: string; event_type?: string; status?: string } }>(
		'/_sim/deliveries',
		({ query: { app_id: appId, event_type: type, status } }) =>
			platform.push.deliveries.filter(
				(delivery) =>
					(appId ?? delivery.app_id) === delivery.app_id &&
					(type ?? delivery.event_type) === delivery.event_type &&
					(status ?? delivery.status) === delivery.status,
			),
	);

	server.get('/_sim/subscriptions', () => store.subscriptions.list());
}
