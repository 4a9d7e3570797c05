import { text } from '../../platform/validate';
import { sheetIn } from '../../sheets/access';
import { protectedRanges } from './protections';
import { newerSheet, olderSheet } from './shape';
import { bookOf, peopleAs, READ, READ_CELLS, sheetRoute, SHEETS_V3, V2 } from './sheetRoute';

/**
 * Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/sheets-v3/spreadsheet-sheet/query and its
 * neighbor; https://open.feishu.cn/document/ukTMukTMukTM/uETMzUjLxEzM14SMxMTN
 */
export const sheetListRoutes = [
	sheetRoute({
		method: 'GET',
		path: `${SHEETS_V3}/query`,
		scopes: READ_CELLS,
		handle: (call) => ({ data: { sheets: bookOf(call, 'view').sheets.map(newerSheet) } }),
	}),
	sheetRoute({
		method: 'GET',
		path: `${SHEETS_V3}/:sheet_id`,
		scopes: READ_CELLS,
		handle(call) {
			const book = bookOf(call, 'view');
			const sheet = sheetIn(book, call.params.sheet_id ?? '');
			return { data: { sheet: newerSheet(sheet, book.sheets.indexOf(sheet)) } };
		},
	}),
	sheetRoute({
		method: 'GET',
		path: `${V2}/metainfo`,
		scopes: READ,
		query: { extFields: text(), user_id_type: peopleAs },
		handle(call) {
			const { token, title, owner, revision, sheets } = bookOf(call, 'view');
			const { user_id_type: asked } = call.query;
			const { directory } = call.platform.store;
			const ownerUser = directory.idFor(call.by.app, owner, asked === 'lark_id' ? 'user_id' : asked);
			const properties = { title, ownerUser, ownerUserID: ownerUser, sheetCount: sheets.length, revision };
			const withRanges = call.query.extFields === 'protectedRange';
			const all = sheets.map((sheet, index) => {
				const shown = olderSheet(sheet, index);
				return withRanges && sheet.protections.length > 0
					? { ...shown, protectedRange: protectedRanges(sheet) }
					: shown;
			});
			return { data: { spreadsheetToken: token, properties, sheets: all } };
		},
	}),
];
