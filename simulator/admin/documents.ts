import type { FastifyInstance } from 'fastify';
import { documentUrl } from '../api/docs/documentUrl';
import { makeChildren } from '../docs/children';
import type { Making } from '../docs/content';
import { addMarkdown } from '../docs/fromMarkdown';
import { addDocument } from '../docs/make';
import { removeChildren } from '../docs/remove';
import { updateBlocks } from '../docs/updates';
import type { Platform } from '../gateway/platform';
import { PlatformError } from '../platform/envelope';
import type { Block } from '../state/blockTree';
import type { Document } from '../state/docs';
import { isEnough, permissionIn } from '../state/permission';
import { anyApp, memberOf, type SharedWith } from './bases';
import { adminError } from './errors';
import { appsView } from './state';

type OfDocument = { Params: { document_id: string } };
type OfBlock = { Params: { document_id: string; block_id: string } };

interface Acting {
	/** Who does it: a person who may edit the document. */
	open_id: string;
}

const ONE = '/_sim/documents/:document_id';

/** Refusals of the platform in the words of this API. */
function said<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		if (error instanceof PlatformError) throw adminError(400, error.message);
		throw error;
	}
}

function documentOf({ store }: Platform, { document_id: id }: OfDocument['Params']): Document {
	const document = store.docs.all.get(id);
	if (!document) throw adminError(404, 'There is no such document');
	return document;
}

/** What a person does in a document by hand. */
function acting(platform: Platform, document: Document, { open_id: openId }: Acting): Making {
	const { store } = platform;
	const user = store.contact.users.get(openId);
	if (!user) throw adminError(404, 'There is no such person');
	const by = { app: anyApp(platform), user, scopes: null };
	const permission = permissionIn(store, document.document_id, document, by);
	if (!permission || !isEnough(permission, 'edit')) throw adminError(403, `${user.name} may not edit the document`);
	return { store, by, idType: 'open_id', document, nested: false };
}

function blockOf({ tree }: Document, id: string): Block {
	const block = tree.get(id);
	if (!block) throw adminError(404, 'There is no such block');
	return block;
}

/** A document without its blocks, and what each person may do with it; who may nothing is not there. */
function summary(platform: Platform, document: Document) {
	const { store } = platform;
	const { document_id, title, owner, folder_token, in_wiki, members, tree } = document;
	const app = anyApp(platform);
	const access = [...store.contact.users.values()].flatMap((user) => {
		const permission = permissionIn(store, document_id, document, { app, user, scopes: null });
		return permission ? [[user.open_id, permission] as const] : [];
	});
	return {
		...{ document_id, title, folder_token, in_wiki, members },
		owner: store.contact.users.get(owner)?.name ?? store.apps.byBot(owner)?.name ?? owner,
		url: documentUrl(document_id),
		revision: tree.revision,
		blocks: tree.size,
		access: Object.fromEntries(access),
	};
}

const text = (words: string) => ({ elements: [{ text_run: { content: words } }] });

/** What people do with documents by hand: make one, share it, write into it; and what the page of documents shows. */
export function documentAdminRoutes(server: FastifyInstance, platform: Platform): void {
	const { store } = platform;
	const nameOf = (openId: string) => store.contact.users.get(openId)?.name ?? store.apps.byBot(openId)?.name ?? '';

	server.get('/_sim/documents', () => ({
		apps: appsView(platform),
		people: [...store.contact.users.values()].map(({ open_id, name }) => ({ open_id, name })),
		documents: [...store.docs.all.values()].map((document) => summary(platform, document)),
	}));

	server.get<OfDocument>(ONE, ({ params }) => {
		const document = documentOf(platform, params);
		const comments = store.comments.of(document.document_id).map(({ replies, ...comment }) => ({
			...comment,
			replies: replies.map(({ user_id: id, elements }) => ({ name: nameOf(id), elements })),
		}));
		return { ...summary(platform, document), items: document.tree.all(), comments };
	});

	server.post<{ Body: Acting & { title: string; markdown?: string } }>('/_sim/documents', ({ body }) => {
		if (!store.contact.users.has(body.open_id)) throw adminError(404, 'There is no such person');
		const document = addDocument(store, { title: body.title, owner: body.open_id });
		const { markdown } = body;
		if (markdown) said(() => addMarkdown(acting(platform, document, body), markdown));
		store.changed();
		return summary(platform, document);
	});

	server.post<OfDocument & { Body: SharedWith }>(`${ONE}/members`, ({ params, body }) => {
		const { members } = documentOf(platform, params);
		const member = memberOf(body);
		const known = members.findIndex(({ member_id: id }) => id === member.member_id);
		members.splice(known < 0 ? members.length : known, known < 0 ? 0 : 1, member);
		store.changed();
		return members;
	});

	server.delete<OfDocument & { Params: { member_id: string } }>(`${ONE}/members/:member_id`, ({ params }) => {
		const { members } = documentOf(platform, params);
		const known = members.findIndex(({ member_id: id }) => id === params.member_id);
		if (known >= 0) members.splice(known, 1);
		store.changed();
		return members;
	});

	server.post<OfDocument & { Body: Acting & { text: string; index?: number } }>(
		`${ONE}/paragraphs`,
		({ params, body }) => {
			const document = documentOf(platform, params);
			const making = acting(platform, document, body);
			const page = blockOf(document, document.document_id);
			const made = said(() => makeChildren(making, page, [{ block_type: 2, text: text(body.text) }], body.index ?? -1));
			store.changed();
			return { block_id: made[0]?.block_id };
		},
	);

	server.put<OfBlock & { Body: Acting & { text: string } }>(`${ONE}/blocks/:block_id`, ({ params, body }) => {
		const document = documentOf(platform, params);
		const making = acting(platform, document, body);
		const { block_id } = blockOf(document, params.block_id);
		said(() => updateBlocks(making, [{ block_id, update_text_elements: text(body.text) }]));
		store.changed();
		return { revision: document.tree.revision };
	});

	server.delete<OfBlock & { Body: Acting }>(`${ONE}/blocks/:block_id`, ({ params, body }) => {
		const document = documentOf(platform, params);
		acting(platform, document, body);
		const { block_id: id, parent_id } = blockOf(document, params.block_id);
		const parent = blockOf(document, parent_id);
		const index = parent.children?.indexOf(id) ?? 0;
		said(() => removeChildren(document.tree, parent, index, index + 1));
		store.changed();
		return { revision: document.tree.revision };
	});
}
