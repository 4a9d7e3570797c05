import { flag, object, objects, oneOf, required, text, texts } from '../../platform/validate';
import type { AilyMessage, AilySession } from '../../state/aily';
import { type Operator, openIdOf } from '../../state/operator';
import type { Store } from '../../state/store';
import { ailyRoute, PAGE, paged, refused, SESSION, sessionOf } from './ailyRoute';

const MESSAGES = `${SESSION}/messages`;
const TYPES = ['MDX', 'TEXT', 'CLIP', 'SmartCard', 'JSON'] as const;

function view(store: Store, { app }: Operator, session: AilySession, message: AilyMessage) {
	const { id, run_id, content_type, content, file_ids, quote_message_id, from, created } = message;
	const files = file_ids.map((file) => ({ id: file, mime_type: 'text/plain', file_name: 'file.txt', metadata: '{}' }));
	return {
		...{ id, session_id: session.id, run_id, content_type, content, files, quote_message_id },
		sender: {
			entity_id: from === undefined ? '' : store.directory.idFor(app, from),
			identity_provider: from === undefined ? 'AILY' : 'FEISHU',
			sender_type: from === undefined ? 'ASSISTANT' : 'USER',
			aily_id: '1794840334557292',
		},
		...{ mentions: [], plain_text: content, created_at: String(created), status: 'COMPLETED' },
	};
}

/** Source: https://open.feishu.cn/document/aily-v1/aily_session-aily_message/create and its neighbors */
export const ailyMessageRoutes = [
	ailyRoute({
		method: 'POST',
		path: MESSAGES,
		scopes: ['aily:message:write'],
		body: {
			idempotent_id: required(text({ max: 64 })),
			content_type: required(oneOf(TYPES)),
			content: required(text({ max: 61_440 })),
			file_ids: texts(),
			quote_message_id: text({ max: 32 }),
			mentions: objects({ entity_id: text(), identity_provider: text(), key: text(), name: text(), aily_id: text() }),
			metadata: object(),
		},
		handle({ platform: { store }, by, params, body }) {
			const session = sessionOf(store, by, params.aily_session_id);
			const made = session.keys.get(body.idempotent_id);
			const { content_type, content, file_ids = [], quote_message_id = '' } = body;
			const message = made ?? {
				...{ id: store.aily.id('message'), run_id: '', content_type, content, file_ids, quote_message_id },
				...{ from: openIdOf(by), created: store.clock.now() },
			};
			if (!made) {
				session.messages.push(message);
				// A run that has asked back goes on with what it is told.
				const waiting = session.runs.find(({ status }) => status === 'REQUIRES_MESSAGE');
				if (waiting) {
					message.run_id = waiting.id;
					Object.assign(waiting, { status: 'QUEUED', asked: 0 });
				}
			}
			session.keys.set(body.idempotent_id, message);
			return { data: { message: view(store, by, session, message) } };
		},
	}),
	ailyRoute({
		method: 'GET',
		path: MESSAGES,
		scopes: ['aily:message:read'],
		query: { ...PAGE, run_id: text({ max: 32 }), with_partial_message: flag() },
		handle({ platform: { store }, by, params, query }) {
			const session = sessionOf(store, by, params.aily_session_id);
			const all = session.messages.filter(({ run_id: id }) => query.run_id === undefined || id === query.run_id);
			const { items, rest } = paged(store, all, query, `messages ${session.id} ${query.run_id ?? ''}`);
			return { data: { messages: items.map((message) => view(store, by, session, message)), ...rest } };
		},
	}),
	ailyRoute({
		method: 'GET',
		path: `${MESSAGES}/:aily_message_id`,
		scopes: ['aily:message:read'],
		handle({ platform: { store }, by, params }) {
			const session = sessionOf(store, by, params.aily_session_id);
			const message = session.messages.find(({ id }) => id === params.aily_message_id);
			if (!message) throw refused.params('aily_message_id');
			return { data: { message: view(store, by, session, message) } };
		},
	}),
];
