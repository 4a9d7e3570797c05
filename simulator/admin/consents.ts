import type { FastifyInstance } from 'fastify';
import { decide } from '../accounts/authorize';
import { type RevokedBy, revoke, REVOKE_REASONS } from '../accounts/grants';
import type { Platform } from '../gateway/platform';
import { adminError } from './errors';

interface Consented {
	/** Where the product sends the person: the address of the authorize page. */
	url: string;
	open_id?: string;
	decision?: 'allow' | 'deny';
}

/** What people do on the pages of the accounts host, for those without a browser. */
export function consentRoutes(server: FastifyInstance, platform: Platform): void {
	const { store } = platform;

	server.post<{ Body: Consented }>('/_sim/consents', ({ body }) => {
		const query = Object.fromEntries(new URL(body.url).searchParams);
		const [somebody] = store.contact.users.keys();
		const decided = decide(platform, query, { open_id: body.open_id ?? somebody, decision: body.decision ?? 'allow' });
		if ('location' in decided) return decided;
		throw adminError(400, `${decided.code} ${decided.words}`);
	});

	server.get('/_sim/consents', () => store.accounts.consents());

	server.delete<{ Body: { app_id?: string; open_id: string; by?: RevokedBy } }>('/_sim/consents', ({ body }) => {
		const app = store.apps.get(body.app_id ?? store.apps.firstId ?? '');
		const user = store.homeOf(body.open_id)?.contact.users.get(body.open_id);
		if (!app || !user) throw adminError(404, 'There is no such app or person');
		const { by = 'user' } = body;
		if (!Object.hasOwn(REVOKE_REASONS, by))
			throw adminError(400, `by is one of ${Object.keys(REVOKE_REASONS).join(', ')}`);
		revoke(platform, app, user, by);
		return {};
	});
}
