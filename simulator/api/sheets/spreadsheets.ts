import { USER_ID_TYPES } from '../../platform/ids';
import { oneOf, text, withDefault } from '../../platform/validate';
import { requireFolder } from '../../sheets/access';
import { addSpreadsheet } from '../../sheets/make';
import { problem } from '../../sheets/problem';
import { openIdOf } from '../../state/operator';
import { bookOf, ONE_V3, READ, sheetRoute, V3, WRITE } from './sheetRoute';
import { spreadsheetUrl } from './shape';

const MAX_TITLE = 255;

function spreadsheetTitle(given: string): string {
	if (given.length > MAX_TITLE) throw problem(250);
	return given;
}

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/sheets-v3/spreadsheet/create and its neighbors */
export const spreadsheetRoutes = [
	sheetRoute({
		method: 'POST',
		path: V3,
		scopes: [...WRITE, 'sheets:spreadsheet:create'],
		tier: 2,
		body: { title: text(), folder_token: text() },
		handle({ platform: { store }, by, body: { title = '', folder_token } }) {
			requireFolder(store, by, folder_token);
			const owner = openIdOf(by);
			const book = addSpreadsheet(store, { title: spreadsheetTitle(title), owner, folder_token });
			store.changed();
			const { token } = book;
			const spreadsheet = {
				title,
				folder_token: book.folder_token,
				url: spreadsheetUrl(token),
				spreadsheet_token: token,
			};
			return { data: { spreadsheet } };
		},
	}),
	sheetRoute({
		method: 'GET',
		path: ONE_V3,
		scopes: [...READ, 'sheets:spreadsheet.meta:read'],
		tier: 3,
		query: { user_id_type: withDefault(oneOf(USER_ID_TYPES), 'open_id') },
		handle(call) {
			const { title, owner, token } = bookOf(call, 'view');
			const owner_id = call.platform.store.directory.idFor(call.by.app, owner, call.query.user_id_type);
			return { data: { spreadsheet: { title, owner_id, token, url: spreadsheetUrl(token) } } };
		},
	}),
	sheetRoute({
		method: 'PATCH',
		path: ONE_V3,
		scopes: [...WRITE, 'sheets:spreadsheet.meta:write_only'],
		tier: 2,
		body: { title: text() },
		handle(call) {
			const book = bookOf(call, 'edit');
			book.title = spreadsheetTitle(call.body.title ?? book.title);
			book.revision += 1;
			call.platform.store.changed();
			return { data: {} };
		},
	}),
];
