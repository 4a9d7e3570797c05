import { text } from '../../platform/validate';
import type { AilySession } from '../../state/aily';
import { type Operator, openIdOf } from '../../state/operator';
import type { Store } from '../../state/store';
import { ailyRoute, SESSION, sessionOf, SESSIONS } from './ailyRoute';

const FIELDS = { channel_context: text({ max: 255 }), metadata: text({ max: 255 }) };
const [READ, WRITE] = [['aily:session:read'], ['aily:session:write']];

const view = (store: Store, { app }: Operator, session: AilySession) => ({
	id: session.id,
	created_at: String(session.created),
	modified_at: String(session.modified),
	created_by: store.directory.idFor(app, session.created_by),
	channel_context: session.channel_context,
	metadata: session.metadata,
});

/** Source: https://open.feishu.cn/document/aily-v1/aily_session/create and its neighbors */
export const ailySessionRoutes = [
	ailyRoute({
		method: 'POST',
		path: SESSIONS,
		scopes: WRITE,
		body: FIELDS,
		handle({ platform: { store }, by, body: { channel_context = '{}', metadata = '{}' } }) {
			const now = store.clock.now();
			const session: AilySession = {
				...{ id: store.aily.id('session'), created: now, modified: now, created_by: openIdOf(by) },
				...{ channel_context, metadata, messages: [], runs: [], keys: new Map() },
			};
			store.aily.sessions.set(session.id, session);
			return { data: { session: view(store, by, session) } };
		},
	}),
	ailyRoute({
		method: 'GET',
		path: SESSION,
		scopes: READ,
		handle: ({ platform: { store }, by, params }) => ({
			data: { session: view(store, by, sessionOf(store, by, params.aily_session_id)) },
		}),
	}),
	ailyRoute({
		method: 'PUT',
		path: SESSION,
		scopes: WRITE,
		body: FIELDS,
		handle({ platform: { store }, by, params, body }) {
			const session = sessionOf(store, by, params.aily_session_id);
			const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
			Object.assign(session, given, { modified: store.clock.now() });
			return { data: { session: view(store, by, session) } };
		},
	}),
	ailyRoute({
		method: 'DELETE',
		path: SESSION,
		scopes: WRITE,
		handle({ platform: { store }, by, params }) {
			store.aily.sessions.delete(sessionOf(store, by, params.aily_session_id).id);
			return { data: {} };
		},
	}),
];
