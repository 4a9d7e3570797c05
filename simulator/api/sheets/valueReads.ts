import type { Call } from '../../gateway/route';
import { oneOf, required, text } from '../../platform/validate';
import { problem } from '../../sheets/problem';
import { placeOf, rangeOf } from '../../sheets/range';
import { RENDER_OPTIONS, type Reading, valuesIn } from '../../sheets/render';
import type { Spreadsheet } from '../../state/sheets';
import { bookOf, peopleAs, READ, sheetRoute, V2 } from './sheetRoute';

const QUERY = {
	valueRenderOption: oneOf(RENDER_OPTIONS),
	dateTimeRenderOption: oneOf(['FormattedString']),
	user_id_type: peopleAs,
};

type ReadCall = Pick<Call, 'platform' | 'by'> & {
	query: {
		valueRenderOption?: Reading['option'];
		dateTimeRenderOption?: string;
		user_id_type: Reading['idType'];
	};
};

/** An answer may have 10 MB. */
const MOST = 10 * 1024 * 1024;

function limited<T extends object>(data: T): { data: T } {
	if (Buffer.byteLength(JSON.stringify(data)) > MOST) throw problem(221);
	return { data };
}

function read({ platform: { store }, by, query }: ReadCall, book: Spreadsheet, range: string) {
	const reading = {
		store,
		by,
		option: query.valueRenderOption,
		dates: query.dateTimeRenderOption !== undefined,
		idType: query.user_id_type,
	};
	const { place, values } = valuesIn(placeOf(book, range), reading);
	return { majorDimension: 'ROWS', range: rangeOf(place), revision: book.revision, values };
}

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/ugTMzUjL4EzM14COxMTN and https://open.feishu.cn/document/ukTMukTMukTM/ukTMzUjL5EzM14SOxMTN */
export const valueReadRoutes = [
	sheetRoute({
		method: 'GET',
		path: `${V2}/values/:range`,
		scopes: READ,
		query: QUERY,
		handle(call) {
			const book = bookOf(call, 'view');
			const valueRange = read(call, book, call.params.range ?? '');
			return limited({ revision: book.revision, spreadsheetToken: book.token, valueRange });
		},
	}),
	sheetRoute({
		method: 'GET',
		path: `${V2}/values_batch_get`,
		scopes: READ,
		query: { ...QUERY, ranges: required(text()) },
		handle(call) {
			const book = bookOf(call, 'view');
			const valueRanges = call.query.ranges.split(',').map((range) => read(call, book, range));
			const totalCells = valueRanges.reduce((sum, { values }) => sum + values.flat().length, 0);
			return limited({ revision: book.revision, spreadsheetToken: book.token, totalCells, valueRanges });
		},
	}),
];
