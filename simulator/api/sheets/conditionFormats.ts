import { newId } from '../../platform/ids';
import { anything, required, text } from '../../platform/validate';
import { sheetIn } from '../../sheets/access';
import { formatOf, requireFew } from '../../sheets/conditionFormat';
import { entriesOf, recordOf, textOf } from '../../sheets/given';
import { problem, SheetProblem } from '../../sheets/problem';
import { rangeOf } from '../../sheets/range';
import type { ConditionFormat } from '../../state/sheetParts';
import type { Sheet, Spreadsheet } from '../../state/sheets';
import { bookOf, READ, sheetRoute, V2_NAMED, WRITE, writing } from './sheetRoute';

const PATH = `${V2_NAMED}/condition_formats`;
const MOST = 10;
const MOST_SHEETS = 10;

const shown = (sheet: Sheet, { areas, ...format }: ConditionFormat) => ({
	sheet_id: sheet.sheet_id,
	condition_format: { ...format, ranges: areas.map((area) => rangeOf({ sheet, ...area })) },
});

type Given = Readonly<Record<string, unknown>>;

/** Each one by itself: some may fail, and the request succeeds. */
function each(given: unknown, work: (one: Given) => { sheet_id: string; cf_id: string }): object {
	const all = entriesOf(given);
	if (all.length === 0) throw problem(216);
	if (all.length > MOST) throw problem(226);
	const responses = all.map((one) => {
		const { sheet_id, cf_id, condition_format: format } = recordOf(one);
		const named = textOf(cf_id) ?? textOf(recordOf(format ?? {}).cf_id) ?? '';
		try {
			return { ...work(recordOf(one)), res_code: 0, res_msg: 'success' };
		} catch (error) {
			if (!(error instanceof SheetProblem)) throw error;
			return { sheet_id, cf_id: named, res_code: 90_000 + error.last, res_msg: error.words };
		}
	});
	return { responses };
}

function formatIn(sheet: Sheet, id: unknown): ConditionFormat {
	const found = sheet.conditionFormats.find(({ cf_id }) => cf_id === id);
	if (!found) throw problem(204);
	return found;
}

const sheetFor = (book: Spreadsheet, given: unknown): Sheet => sheetIn(book, textOf(given) ?? '');

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uATMzUjLwEzM14CMxMTN/conditionformat/condition-format-get and its neighbors */
export const conditionFormatRoutes = [
	sheetRoute({
		method: 'GET',
		path: PATH,
		scopes: READ,
		query: { sheet_ids: required(text()) },
		handle(call) {
			const book = bookOf(call, 'view');
			const ids = call.query.sheet_ids.split(',');
			if (ids.length > MOST_SHEETS) throw problem(226);
			const sheets = ids.map((id) => sheetIn(book, id));
			const all = sheets.flatMap((sheet) => sheet.conditionFormats.map((format) => shown(sheet, format)));
			return { data: { sheet_condition_formats: all } };
		},
	}),
	sheetRoute({
		method: 'POST',
		path: `${PATH}/batch_create`,
		scopes: WRITE,
		body: { sheet_condition_formats: anything() },
		handle: async (call) => ({
			data: await writing(call, (book) =>
				each(call.body.sheet_condition_formats, ({ sheet_id, condition_format }) => {
					const sheet = sheetFor(book, sheet_id);
					requireFew(sheet.conditionFormats);
					const made = { cf_id: newId.sheetPart(), ...formatOf(book, sheet.sheet_id, condition_format) };
					sheet.conditionFormats.push(made);
					return { sheet_id: sheet.sheet_id, cf_id: made.cf_id };
				}),
			),
		}),
	}),
	sheetRoute({
		method: 'POST',
		path: `${PATH}/batch_update`,
		scopes: WRITE,
		body: { sheet_condition_formats: anything() },
		handle: async (call) => ({
			data: await writing(call, (book) =>
				each(call.body.sheet_condition_formats, ({ sheet_id, condition_format: given }) => {
					const sheet = sheetFor(book, sheet_id);
					const format = formatIn(sheet, recordOf(given).cf_id);
					Object.assign(format, formatOf(book, sheet.sheet_id, given));
					return { sheet_id: sheet.sheet_id, cf_id: format.cf_id };
				}),
			),
		}),
	}),
	sheetRoute({
		method: 'DELETE',
		path: `${PATH}/batch_delete`,
		scopes: WRITE,
		body: { sheet_cf_ids: anything() },
		handle: async (call) => ({
			data: await writing(call, (book) =>
				each(call.body.sheet_cf_ids, ({ sheet_id, cf_id }) => {
					const sheet = sheetFor(book, sheet_id);
					const format = formatIn(sheet, cf_id);
					sheet.conditionFormats.splice(sheet.conditionFormats.indexOf(format), 1);
					return { sheet_id: sheet.sheet_id, cf_id: format.cf_id };
				}),
			),
		}),
	}),
];
