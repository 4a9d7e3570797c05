import type { FastifyInstance } from 'fastify';
import type { Fault } from '../platform/faults';
import { COMPANY_CONDITIONS } from '../state/conditions';
import type { Settings } from '../state/settings';
import { adminError } from './errors';
import type { Platform } from '../gateway/platform';

/** Faults, tokens, the clock, answers to open questions, and what has been asked. */
export function controlRoutes(server: FastifyInstance, platform: Platform): void {
	const { store } = platform;
	server.post<{ Body: Fault }>('/_sim/faults', (request) => ({ id: platform.faults.add(request.body) }));
	server.delete('/_sim/faults', () => {
		platform.faults.clear();
		return {};
	});
	server.post<{ Body: { app_id?: string } | undefined }>('/_sim/tokens/revoke', (request) => {
		platform.tokens.revoke(request.body?.app_id);
		return {};
	});
	// The end of a consent: a token of a person, with what was granted.
	server.post<{ Body: { app_id?: string; open_id: string; scopes?: string[] | null } }>('/_sim/tokens', ({ body }) => {
		const app = store.apps.get(body.app_id ?? store.apps.firstId ?? '');
		const user = store.homeOf(body.open_id)?.contact.users.get(body.open_id);
		if (!app || !user) throw adminError(404, 'There is no such app or person');
		return { token: platform.tokens.issueTo(app, user, body.scopes) };
	});
	server.post<{ Body: { ms: number } }>('/_sim/clock', (request) => {
		platform.clock.advance(request.body.ms);
		return { now: platform.clock.now() };
	});
	server.get('/_sim/settings', () => store.settings);
	server.put<{ Body: Partial<Settings> }>('/_sim/settings', ({ body }) => {
		const unknown = Object.keys(body).filter((name) => !Object.hasOwn(store.settings, name));
		if (unknown.length > 0) throw adminError(400, `There is no setting ${unknown.join(', ')}`);
		const strange = (body.company ?? []).filter((name) => !COMPANY_CONDITIONS.includes(name));
		if (strange.length > 0) throw adminError(400, `There is no condition ${strange.join(', ')}`);
		return Object.assign(store.settings, body);
	});
	server.get('/_sim/requests', () => platform.requests);
	server.delete('/_sim/requests', () => {
		platform.requests.length = 0;
		return {};
	});
}
