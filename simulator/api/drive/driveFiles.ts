import { permissionOf } from '../../base/access';
import { BOTH } from '../../gateway/tokens';
import { defineRoute } from '../../gateway/route';
import { PlatformError } from '../../platform/envelope';
import { newId, USER_ID_TYPES } from '../../platform/ids';
import { page } from '../../platform/paging';
import { integer, oneOf, required, text, withDefault } from '../../platform/validate';
import type { Operator } from '../../state/operator';
import { openIdOf } from '../../state/operator';
import type { Store } from '../../state/store';
import { permissionIn } from '../../state/permission';
import { baseUrl } from '../base/apps';
import { documentUrl } from '../docs/documentUrl';
import { spreadsheetUrl } from '../sheets/shape';
import { refused } from './mediaRefusals';

interface Listed {
	token: string;
	name: string;
	type: 'bitable' | 'docx' | 'file' | 'folder' | 'sheet';
	url: string;
	owner: string;
}

const folderUrl = (token: string) => `https://company.feishu.cn/drive/folder/${token}`;
const fileUrl = (token: string) => `https://company.feishu.cn/file/${token}`;

/** A folder that the caller may open; an empty token is their own space. */
export function requireFolder({ bases }: Store, by: Operator, token: string): void {
	if (token === '') return;
	const folder = bases.folders.get(token);
	if (!folder) throw refused.notFound();
	if (folder.owner !== openIdOf(by)) throw refused.forbidden();
}

function spreadsheetsIn(store: Store, by: Operator, parent: string, isOwn: (owner: string) => boolean): Listed[] {
	return [...store.sheets.all.values()]
		.filter((book) => !book.in_wiki && book.folder_token === parent && isOwn(book.owner))
		.filter((book) => permissionIn(store, book.token, book, by))
		.map(({ token, title, owner }) => ({ token, name: title, type: 'sheet', url: spreadsheetUrl(token), owner }));
}

function documentsIn(store: Store, by: Operator, parent: string, isOwn: (owner: string) => boolean): Listed[] {
	return [...store.docs.all.values()]
		.filter((document) => !document.in_wiki && document.folder_token === parent && isOwn(document.owner))
		.filter((document) => permissionIn(store, document.document_id, document, by))
		.map(({ document_id: token, title, owner }) => ({
			token,
			name: title,
			type: 'docx',
			url: documentUrl(token),
			owner,
		}));
}

/** What lies in a folder: of all documents, folders, files, bases, spreadsheets and documents of the newer kind are kept. */
function filesIn(store: Store, by: Operator, parent: string): Listed[] {
	const isOwn = (owner: string) => parent !== '' || owner === openIdOf(by);
	const folders = [...store.bases.folders.values()]
		.filter((folder) => folder.parent === parent && isOwn(folder.owner))
		.map(({ token, name, owner }): Listed => ({ token, name, type: 'folder', url: folderUrl(token), owner }));
	const bases = [...store.bases.all.values()]
		.filter((base) => base.folder_token === parent && isOwn(base.owner) && permissionOf(store, base, by))
		.map(
			(base): Listed => ({
				token: base.app_token,
				name: base.name,
				type: 'bitable',
				url: baseUrl(base),
				owner: base.owner,
			}),
		);
	const files = [...store.bases.files.values()]
		.filter((file) => file.parent === parent && isOwn(file.owner))
		.map(({ token, name, owner }): Listed => ({ token, name, type: 'file', url: fileUrl(token), owner }));
	return [
		...folders,
		...bases,
		...spreadsheetsIn(store, by, parent, isOwn),
		...documentsIn(store, by, parent, isOwn),
		...files,
	];
}

/** Source: https://open.feishu.cn/document/server-docs/docs/drive-v1/folder/list and its neighbors */
export const driveFileRoutes = [
	defineRoute({
		method: 'GET',
		path: '/open-apis/drive/v1/files',
		tokens: BOTH,
		scopes: ['drive:drive', 'drive:drive:readonly', 'space:document:retrieve'],
		tier: 8,
		query: {
			page_size: withDefault(integer({ min: 1, max: 200 }), 100),
			page_token: text(),
			folder_token: withDefault(text(), ''),
			order_by: text(),
			direction: text(),
			user_id_type: withDefault(oneOf(USER_ID_TYPES), 'open_id'),
		},
		handle({ platform: { store }, by, query }) {
			const { folder_token: parent, user_id_type: idType } = query;
			requireFolder(store, by, parent);
			const { items, has_more, page_token } = page(filesIn(store, by, parent), {
				size: query.page_size,
				token: query.page_token,
				scope: `files ${parent}`,
				invalidToken: () => new PlatformError(1061002, 'params error.'),
			});
			const files = items.map(({ owner, ...file }) => ({
				...file,
				parent_token: parent,
				owner_id: store.directory.idFor(by.app, owner, idType),
			}));
			return { data: { files, has_more, next_page_token: page_token ?? '' } };
		},
	}),
	defineRoute({
		method: 'POST',
		path: '/open-apis/drive/v1/files/create_folder',
		tokens: BOTH,
		scopes: ['drive:drive', 'space:folder:create'],
		tier: 6,
		body: { name: required(text()), folder_token: required(text(), { allowEmpty: true }) },
		handle({ platform: { store }, by, body: { name, folder_token: parent } }) {
			requireFolder(store, by, parent);
			const token = newId.folder();
			store.bases.folders.set(token, { token, name, owner: openIdOf(by), parent });
			return { data: { token, url: folderUrl(token) } };
		},
	}),
];
