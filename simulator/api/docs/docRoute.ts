import { randomUUID } from 'node:crypto';
import { reachDocument, requireRevision } from '../../docs/access';
import { problem } from '../../docs/problem';
import type { Writing } from '../../docs/text';
import { type Call, defineRoute, type Route } from '../../gateway/route';
import { BOTH } from '../../gateway/tokens';
import { PlatformError } from '../../platform/envelope';
import { USER_ID_TYPES, type UserIdType } from '../../platform/ids';
import { page } from '../../platform/paging';
import { second } from '../../platform/rate';
import { integer, oneOf, type Shape, text, withDefault } from '../../platform/validate';
import type { BlockTree } from '../../state/blockTree';
import type { Document } from '../../state/docs';

export const DOCUMENTS = '/open-apis/docx/v1/documents';
export const ONE = `${DOCUMENTS}/:document_id`;
export const BLOCKS = `${ONE}/blocks`;
export const READ = ['docx:document', 'docx:document:readonly'];
export const WRITE = ['docx:document', 'docx:document:write_only'];

/** Edits of one document by anybody. */
const EDITS = [second(3)];

const userIdType = withDefault(oneOf(USER_ID_TYPES), 'open_id');
export const REVISION = { document_revision_id: withDefault(integer({ min: -1 }), -1) };
export const READING = { ...REVISION, user_id_type: userIdType };
export const EDITING = { ...READING, client_token: text() };
export const PAGING = { page_size: withDefault(integer({ min: 1, max: 500 }), 500), page_token: text() };

/** An endpoint of documents. */
export const docRoute = <Q extends Shape = Record<never, never>, B extends Shape = Record<never, never>>(
	declared: Parameters<typeof defineRoute<Q, B>>[0],
): Route => defineRoute<Q, B>({ tokens: BOTH, ...declared });

type Asked = Pick<Call, 'platform' | 'by' | 'params'> & {
	query: { document_revision_id: number; user_id_type?: UserIdType };
};

export const readingOf = ({ platform: { store }, by, query }: Asked): Writing => ({
	store,
	by,
	idType: query.user_id_type ?? 'open_id',
});

/** The blocks as they are, or were in the version that is asked for; who asks for an older one has to be able to edit. */
export function treeOf(call: Asked): BlockTree {
	const { platform, by, params, query } = call;
	const revision = query.document_revision_id;
	const { tree } = reachDocument(platform.store, by, params.document_id ?? '', 'view');
	requireRevision(tree, revision);
	if (revision === -1 || revision === tree.revision) return tree;
	reachDocument(platform.store, by, params.document_id ?? '', 'edit');
	return tree.at(revision);
}

type Edit = Asked & { query: { client_token: string | undefined } };

/** One edit; with a `client_token` that was there before, the answer is that of the first time and nothing happens. */
export function editing<T extends object>(call: Edit, work: (document: Document) => T): { data: object } {
	const { platform, by, params, query } = call;
	const document = reachDocument(platform.store, by, params.document_id ?? '', 'edit');
	const { tree, once, document_id: id } = document;
	requireRevision(tree, query.document_revision_id);
	const { client_token: token } = query;
	const known = token ? once.get(token) : undefined;
	if (known) return { data: known };
	if (!platform.rate.allows(`document ${id}`, EDITS))
		throw new PlatformError(99991400, 'request trigger frequency limit', { http: 429 });
	const done = work(document);
	const data = { ...done, client_token: token || randomUUID(), document_revision_id: tree.revision };
	if (token) once.set(token, data);
	platform.store.changed();
	return { data };
}

export const paged = <T>(all: readonly T[], query: { page_size: number; page_token?: string }, scope: string) =>
	page(all, { size: query.page_size, token: query.page_token, scope, invalidToken: () => problem(1770022) });
