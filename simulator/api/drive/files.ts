import { permissionOf } from '../../bases/access';
import { BOTH } from '../../gateway/tokens';
import { defineRoute } from '../../gateway/route';
import { PlatformError } from '../../platform/envelope';
import { USER_ID_TYPES } from '../../platform/ids';
import { page } from '../../platform/paging';
import { integer, oneOf, text, withDefault } from '../../platform/validate';
import { baseUrl } from '../base/apps';
import { openIdOf } from '../../state/operator';

/** What lies in a folder, or with none in one's own space: of all documents, bases are kept. */
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
			const { folder_token: folder, user_id_type: idType } = query;
			const here = [...store.bases.all.values()].filter((base) => {
				if (folder === '') return base.owner === openIdOf(by) && base.folder_token === '';
				return base.folder_token === folder && permissionOf(store, base, by) !== undefined;
			});
			const { items, has_more, page_token } = page(here, {
				size: query.page_size,
				token: query.page_token,
				scope: `files ${folder}`,
				invalidToken: () => new PlatformError(1061002, 'params error.'),
			});
			const files = items.map((base) => ({
				token: base.app_token,
				name: base.name,
				type: 'bitable',
				parent_token: folder,
				url: baseUrl(base),
				owner_id: store.directory.idFor(by.app, base.owner, idType),
			}));
			return { data: { files, has_more, next_page_token: page_token ?? '' } };
		},
	}),
];
