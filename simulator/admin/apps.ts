import type { FastifyInstance } from 'fastify';
import type { Platform } from '../gateway/platform';
import { type App, type Brand, type DeliveryMode, type Grants, GROWN, newApp } from '../state/apps';
import { youngApp } from '../state/youngApp';
import { adminError } from './errors';

interface AppSettings extends Partial<Grants> {
	app_secret?: string;
	event_url?: string | null;
	/** null: by webhook when there is an event URL, else by long connection. */
	delivery_mode?: DeliveryMode | null;
	/** Of callbacks; null: they go nowhere. */
	callback_url?: string | null;
	callback_mode?: DeliveryMode | null;
	/** Saves the mode although no client is online, which the console refuses. */
	force?: boolean;
	encrypt_key?: string | null;
	verification_token?: string;
	brand?: Brand;
	keyless?: boolean;
}

const GRANTED = Object.keys(GROWN) as (keyof Grants)[];

interface NewApp {
	name?: string;
	grants?: 'grown' | 'young';
	brand?: Brand;
	/** The company's own, or one of the app store, which companies install. */
	type?: 'custom' | 'store';
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

	const saveMode = (app: App, name: 'delivery_mode' | 'callback_mode', { [name]: mode, force }: AppSettings) => {
		if (mode === undefined) return;
		if (mode === 'longConnection' && !force && !platform.longConnection.isOnline(app.app_id))
			throw adminError(400, 'No client of the app is online: connect one first, then save the long connection');
		app[name] = mode ?? undefined;
	};

	server.post<{ Body?: NewApp }>('/_sim/apps', (request) => {
		const { name, grants, brand, type } = request.body ?? {};
		const given = grants === 'young' ? youngApp(store.contact) : GROWN;
		const installs = type === 'store' ? {} : undefined;
		const app = newApp({ name: name ?? `Bot ${store.apps.size + 1}`, ...given, brand, installs });
		store.apps.set(app.app_id, app);
		store.changed();
		return app;
	});

	server.put<{ Params: { app_id: string }; Body: AppSettings }>('/_sim/apps/:app_id', (request) => {
		const app = appOf(request.params.app_id);
		const { event_url: url, callback_url: callbackUrl, encrypt_key: key, verification_token: token } = request.body;
		const { app_secret: secret, brand, keyless } = request.body;
		saveMode(app, 'delivery_mode', request.body);
		saveMode(app, 'callback_mode', request.body);
		if (url !== undefined) app.event_url = url || undefined;
		if (callbackUrl !== undefined) app.callback_url = callbackUrl;
		if (key !== undefined) app.encrypt_key = key || null;
		if (token !== undefined) app.verification_token = token;
		if (secret !== undefined) app.app_secret = secret;
		if (brand !== undefined) app.brand = brand;
		if (keyless !== undefined) app.keyless = keyless;
		const granted = GRANTED.map((name) => [name, request.body[name]] as const);
		Object.assign(app, Object.fromEntries(granted.filter(([, value]) => value !== undefined)));
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

	// For the pages, which show how an app's last one fared: what was told may be thousands of records.
	server.get<{ Querystring: { app_id?: string } }>('/_sim/deliveries/newest', ({ query: { app_id: appId } }) => {
		const newest = platform.push.deliveries.filter((delivery) => (appId ?? delivery.app_id) === delivery.app_id).at(-1);
		return newest ? { delivery: { ...newest, payload: undefined } } : {};
	});

	server.get('/_sim/subscriptions', () => store.subscriptions.list());
}
