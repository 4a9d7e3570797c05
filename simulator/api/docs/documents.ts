import { setTimeout as wait } from 'node:timers/promises';
import { reachDocument, requireFolder } from '../../docs/access';
import { addDocument } from '../../docs/make';
import { problem } from '../../docs/problem';
import { rawContent } from '../../docs/rawContent';
import { integer, text } from '../../platform/validate';
import type { Document } from '../../state/docs';
import { openIdOf } from '../../state/operator';
import { isWikiPage } from './inWiki';
import { docRoute, DOCUMENTS, ONE, READ } from './docRoute';

const MAX_TITLE = 800;

const view = (document: Document) => ({
	document_id: document.document_id,
	revision_id: document.tree.revision,
	title: document.title,
});

const DISPLAY = {
	show_authors: true,
	show_create_time: true,
	show_pv: false,
	show_uv: false,
	show_like_count: false,
	show_comment_count: false,
	show_related_matters: false,
};

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/document-docx/docx-v1/document/create and its neighbors */
export const documentRoutes = [
	docRoute({
		method: 'POST',
		path: DOCUMENTS,
		scopes: ['docx:document', 'docx:document:create'],
		tier: 21,
		body: { title: text(), folder_token: text() },
		async handle({ platform: { store }, by, body: { title = '', folder_token: folder = '' } }) {
			if (title.length > MAX_TITLE) throw problem(1770001);
			if (isWikiPage(store, folder)) throw problem(1771006);
			requireFolder(store, by, folder);
			const owner = openIdOf(by);
			// An own space is a folder as well.
			const place = folder || owner;
			const { creating } = store.docs;
			if (creating.has(place)) throw problem(1770036);
			creating.add(place);
			try {
				await wait(store.settings.docCreateMs);
				const document = addDocument(store, { title, owner, folder_token: folder });
				store.changed();
				return { data: { document: view(document) } };
			} finally {
				creating.delete(place);
			}
		},
	}),
	docRoute({
		method: 'GET',
		path: ONE,
		scopes: READ,
		tier: 6,
		handle({ platform: { store }, by, params }) {
			const document = reachDocument(store, by, params.document_id ?? '', 'view');
			return { data: { document: { ...view(document), display_setting: DISPLAY } } };
		},
	}),
	docRoute({
		method: 'GET',
		path: `${ONE}/raw_content`,
		scopes: READ,
		tier: 6,
		query: { lang: integer({ min: 0, max: 2 }) },
		handle({ platform: { store }, by, params, query }) {
			const { tree } = reachDocument(store, by, params.document_id ?? '', 'view');
			return { data: { content: rawContent(store, tree.all(), query.lang === 1) } };
		},
	}),
];
