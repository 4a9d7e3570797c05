import type { FastifyInstance } from 'fastify';
import type { Fault } from '../platform/faults';
import type { Platform } from '../gateway/platform';

/** Faults, tokens, the clock, and what has been asked. */
export function controlRoutes(server: FastifyInstance, platform: Platform): void {
	server.post<{ Body: Fault }>('/_sim/faults', (request) => ({ id: platform.faults.add(request.body) }));
	server.delete('/_sim/faults', () => {
		platform.faults.clear();
		return {};
	});
	server.post<{ Body: { app_id?: string } | undefined }>('/_sim/tokens/revoke', (request) => {
		platform.tokens.revoke(request.body?.app_id);
		return {};
	});
	server.post<{ Body: { ms: number } }>('/_sim/clock', (request) => {
		platform.clock.advance(request.body.ms);
		return { now: platform.clock.now() };
	});
	server.get('/_sim/requests', () => platform.requests);
	server.delete('/_sim/requests', () => {
		platform.requests.length = 0;
		return {};
	});
}
