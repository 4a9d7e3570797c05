import { anything } from '../../platform/validate';
import { textOf } from '../../sheets/given';
import { merge, unmerge } from '../../sheets/merge';
import { placeOf } from '../../sheets/range';
import { sheetRoute, V2, WRITE, writing } from './sheetRoute';

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/ukDNzUjL5QzM14SO0MTN and its neighbor */
export const mergeRoutes = [
	sheetRoute({
		method: 'POST',
		path: `${V2}/merge_cells`,
		scopes: WRITE,
		body: { range: anything(), mergeType: anything() },
		handle: async ({ body, ...call }) => ({
			data: await writing(call, (book) => {
				merge(placeOf(book, textOf(body.range) ?? ''), body.mergeType);
				return { spreadsheetToken: book.token };
			}),
		}),
	}),
	sheetRoute({
		method: 'POST',
		path: `${V2}/unmerge_cells`,
		scopes: WRITE,
		body: { range: anything() },
		handle: async ({ body, ...call }) => ({
			data: await writing(call, (book) => {
				unmerge(placeOf(book, textOf(body.range) ?? ''));
				return { spreadsheetToken: book.token };
			}),
		}),
	}),
];
