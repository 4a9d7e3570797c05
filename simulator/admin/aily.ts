import type { FastifyInstance } from 'fastify';
import type { Platform } from '../gateway/platform';
import { AILY_CONDITIONS, type AilyCondition, DOCUMENT_TROUBLES, type DocumentTrouble } from '../state/aily';
import { adminError } from './errors';

interface Change {
	/** None where it is null. */
	condition?: AilyCondition | null;
	/** By the tokens of documents. */
	documents?: Record<string, DocumentTrouble>;
}

const known = (name: string, names: readonly string[]): void => {
	if (!names.includes(name)) throw adminError(400, `There is no ${name}, but ${names.join(', ')}`);
};

/** What may be so of an assistant, and of documents that it is to know, and shows only by what is refused then. */
export function ailyAdminRoutes(server: FastifyInstance, { store }: Platform): void {
	server.put<{ Params: { app_id: string }; Body: Change }>('/_sim/aily/:app_id', ({ params, body }) => {
		const app = store.aily.apps.get(params.app_id);
		if (!app) throw adminError(404, 'There is no such assistant');
		const { condition, documents = {} } = body;
		if (condition) known(condition, AILY_CONDITIONS);
		for (const trouble of Object.values(documents)) known(trouble, DOCUMENT_TROUBLES);
		if (condition !== undefined) app.condition = condition ?? undefined;
		for (const [token, trouble] of Object.entries(documents)) store.aily.documents.set(token, trouble);
		store.changed();
		return { app_id: app.app_id, condition: app.condition, documents: Object.fromEntries(store.aily.documents) };
	});
}
