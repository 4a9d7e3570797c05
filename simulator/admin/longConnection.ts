import type { FastifyInstance } from 'fastify';
import type { Refusal } from '../longConnection/refusals';
import type { SettingsChange } from '../longConnection/connectionSettings';
import type { Platform } from '../gateway/platform';
import { adminError } from './errors';

/** `target`: a connection, an app for all of its connections, or all. */
interface Targeted {
	target?: string;
	/** For `close`: the code of the close frame. */
	code?: number;
	/** For `send`: bytes in base64. */
	bytes?: string;
}

/** What tests do to the long connections from another process. */
export function longConnectionRoutes(server: FastifyInstance, { longConnection: connections, push }: Platform): void {
	const state = () => ({
		settings: connections.settings,
		duplicates: push.duplicates,
		connections: connections.list(),
		history: connections.history,
		problems: connections.problems,
	});
	const ACTIONS: Readonly<Record<string, (body: Targeted) => number>> = {
		kill: ({ target }) => connections.kill(target),
		freeze: ({ target }) => connections.freeze(target),
		thaw: ({ target }) => connections.thaw(target),
		close: ({ target, code }) => connections.close(target, code),
		send: ({ target, bytes = '' }) => connections.sendRaw(Buffer.from(bytes, 'base64'), target),
	};

	server.get('/_sim/long-connection', state);
	server.put<{ Body: SettingsChange & { duplicates?: number } }>('/_sim/long-connection', ({ body }) => {
		const { duplicates, ...change } = body;
		connections.configure(change);
		push.duplicates = duplicates ?? push.duplicates;
		return state();
	});
	server.post<{ Body: Refusal }>('/_sim/long-connection/refusals', ({ body }) => {
		connections.refuse(body);
		return {};
	});
	server.delete('/_sim/long-connection/refusals', () => {
		connections.clearRefusals();
		return {};
	});
	server.post<{ Params: { action: string }; Body: Targeted | undefined }>(
		'/_sim/long-connection/:action',
		({ params: { action }, body }) => {
			const act = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
			if (!act) throw adminError(404, `There is no such action. There are: ${Object.keys(ACTIONS).join(', ')}`);
			return { connections: act(body ?? {}) };
		},
	);
}
