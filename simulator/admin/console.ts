import type { FastifyInstance } from 'fastify';
import { approve, importScopes, publishVersion } from '../accounts/console';
import type { Platform } from '../gateway/platform';
import type { App } from '../state/apps';
import { adminError } from './errors';

type OfApp = { Params: { app_id: string } };

/** Scopes and versions in the developer console, and what the administrator of the company grants. */
export function consoleRoutes(server: FastifyInstance, { store }: Platform): void {
	const appOf = (appId: string): App => {
		const app = store.apps.get(appId);
		if (!app) throw adminError(404, 'There is no such app');
		return app;
	};
	const shown = ({ version, scopes, user_scopes, drafted, waiting }: App) => ({
		version,
		scopes,
		user_scopes,
		drafted,
		waiting,
	});

	server.get<OfApp>('/_sim/apps/:app_id/scopes', ({ params }) => shown(appOf(params.app_id)));
	// Batch import: the body is the JSON as it is pasted.
	server.post<OfApp & { Body: unknown }>('/_sim/apps/:app_id/scopes', ({ params, body }) => {
		const imported = importScopes(appOf(params.app_id), store.settings, body);
		if ('problem' in imported) throw adminError(400, imported.problem);
		return imported;
	});
	server.post<OfApp & { Body?: { approved?: boolean } }>('/_sim/apps/:app_id/versions', ({ params, body }) => {
		const app = appOf(params.app_id);
		publishVersion(app, { approved: body?.approved ?? true });
		store.changed();
		return shown(app);
	});
	server.post<OfApp>('/_sim/apps/:app_id/approval', ({ params }) => {
		const app = appOf(params.app_id);
		approve(app);
		store.changed();
		return shown(app);
	});
}
