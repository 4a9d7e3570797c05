import { anything } from '../../platform/validate';
import { entriesOf, recordOf } from '../../sheets/given';
import { requireOpen } from '../../sheets/protect';
import { applyStyle, sizeOf, styledPlace, styleFor } from '../../sheets/style';
import { sheetRoute, V2, WRITE, writing } from './sheetRoute';

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/ukjMzUjL5IzM14SOyMTN and its neighbor */
export const styleRoutes = [
	sheetRoute({
		method: 'PUT',
		path: `${V2}/style`,
		scopes: WRITE,
		body: { appendStyle: anything() },
		handle: async (call) => ({
			data: await writing(call, (book) => {
				const { range, style } = recordOf(call.body.appendStyle);
				const place = styledPlace(book, range);
				requireOpen(book, place.sheet, place, call.by);
				applyStyle([place], styleFor([place], style));
				return { spreadsheetToken: book.token, revision: book.revision + 1, ...sizeOf(place) };
			}),
		}),
	}),
	sheetRoute({
		method: 'PUT',
		path: `${V2}/styles_batch_update`,
		scopes: WRITE,
		body: { data: anything() },
		handle: async (call) => ({
			data: await writing(call, (book) => {
				const steps = entriesOf(call.body.data).map((given) => {
					const { ranges, style } = recordOf(given);
					const places = entriesOf(ranges).map((range) => styledPlace(book, range));
					return { places, style: styleFor(places, style) };
				});
				for (const place of steps.flatMap(({ places }) => places)) requireOpen(book, place.sheet, place, call.by);
				for (const { places, style } of steps) applyStyle(places, style);
				const { token: spreadsheetToken } = book;
				const responses = steps.flatMap(({ places }) =>
					places.map((place) => ({ spreadsheetToken, ...sizeOf(place) })),
				);
				const sum = (key: 'updatedRows' | 'updatedColumns' | 'updatedCells') =>
					responses.reduce((total, response) => total + response[key], 0);
				return {
					spreadsheetToken,
					totalUpdatedRows: sum('updatedRows'),
					totalUpdatedColumns: sum('updatedColumns'),
					totalUpdatedCells: sum('updatedCells'),
					revision: book.revision + 1,
					responses,
				};
			}),
		}),
	}),
];
