import { anything, required, text } from '../../platform/validate';
import { sheetIn } from '../../sheets/access';
import { clearDropdowns, dropdownsIn, ruleOf, setDropdown, shownDropdown } from '../../sheets/dropdown';
import { entriesOf, recordOf, textOf } from '../../sheets/given';
import { problem, SheetProblem } from '../../sheets/problem';
import { placeOf } from '../../sheets/range';
import { sizeOf } from '../../sheets/style';
import type { Spreadsheet } from '../../state/sheets';
import { bookOf, sheetRoute, V2, WRITE, writing } from './sheetRoute';

const MOST = 100;

/** Each range by itself: some may fail. */
function clearOne(book: Spreadsheet, given: unknown): object {
	const range = textOf(recordOf(given).range) ?? '';
	try {
		const place = placeOf(book, range);
		clearDropdowns(place);
		return { range, success: true, msg: '', updatedCells: sizeOf(place).updatedCells };
	} catch (error) {
		if (!(error instanceof SheetProblem)) throw error;
		return { range, success: false, msg: error.words, updatedCells: 0 };
	}
}

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uATMzUjLwEzM14CMxMTN/datavalidation/set-dropdown and its neighbors */
export const dropdownRoutes = [
	sheetRoute({
		method: 'GET',
		path: `${V2}/dataValidation`,
		scopes: WRITE,
		query: { range: required(text()), dataValidationType: required(text()) },
		handle(call) {
			const book = bookOf(call, 'view');
			const place = placeOf(book, call.query.range);
			const dataValidations = dropdownsIn(place).map((each) => shownDropdown(place.sheet, each));
			const { sheet_id: sheetId } = place.sheet;
			return { data: { spreadsheetToken: book.token, sheetId, revision: book.revision, dataValidations } };
		},
	}),
	sheetRoute({
		method: 'POST',
		path: `${V2}/dataValidation`,
		scopes: WRITE,
		body: { range: anything(), dataValidationType: anything(), dataValidation: anything() },
		handle: async ({ body, ...call }) => ({
			data: await writing(call, (book) => {
				setDropdown(placeOf(book, textOf(body.range) ?? ''), ruleOf(body.dataValidationType, body.dataValidation));
				return {};
			}),
		}),
	}),
	sheetRoute({
		method: 'PUT',
		path: `${V2}/dataValidation/:sheetId`,
		scopes: WRITE,
		body: { ranges: anything(), dataValidationType: anything(), dataValidation: anything() },
		handle: async ({ body, ...call }) => ({
			data: await writing(call, (book) => {
				const sheet = sheetIn(book, call.params.sheetId ?? '');
				const places = entriesOf(body.ranges).map((range) => placeOf(book, textOf(range) ?? ''));
				if (places.some((place) => place.sheet !== sheet)) throw problem(202);
				const rule = ruleOf(body.dataValidationType, body.dataValidation);
				for (const place of places) setDropdown(place, rule);
				const { spreadsheetToken, sheetId } = { spreadsheetToken: book.token, sheetId: sheet.sheet_id };
				return { spreadsheetToken, sheetId, dataValidation: body.dataValidation };
			}),
		}),
	}),
	sheetRoute({
		method: 'DELETE',
		path: `${V2}/dataValidation`,
		scopes: WRITE,
		body: { dataValidationRanges: anything() },
		handle: async ({ body, ...call }) => ({
			data: await writing(call, (book) => {
				const ranges = entriesOf(body.dataValidationRanges);
				if (ranges.length > MOST) throw problem(226);
				return { rangeResults: ranges.map((given) => clearOne(book, given)) };
			}),
		}),
	}),
];
