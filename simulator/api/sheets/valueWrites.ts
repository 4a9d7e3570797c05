import type { Call } from '../../gateway/route';
import { anything, oneOf, withDefault } from '../../platform/validate';
import { entriesOf } from '../../sheets/given';
import type { Writing } from '../../sheets/input';
import { problem } from '../../sheets/problem';
import { requireOpen } from '../../sheets/protect';
import { rangeOf } from '../../sheets/range';
import { append, type Block, blockOf, INSERT_OPTIONS, prepare, prepend, takenBy, updates } from '../../sheets/write';
import type { Spreadsheet } from '../../state/sheets';
import { sheetRoute, V2, WRITE, writing } from './sheetRoute';

/** A request may have 10 MB. */
const MOST = 10 * 1024 * 1024;
/** The revision that a write makes. */
const after = ({ revision }: Spreadsheet) => revision + 1;
const inBook = (book: Spreadsheet) => ({ revision: after(book), spreadsheetToken: book.token });

type AnyCall = Pick<Call, 'platform' | 'by' | 'params' | 'raw'>;

function write<T>(call: AnyCall, work: (book: Spreadsheet, writes: Writing) => T): Promise<T> {
	if (call.raw.length > MOST) throw problem(227);
	return writing(call, (book) => work(book, { store: call.platform.store, by: call.by, mentions: 0 }));
}

/** What appending and prepending answer. */
function added(book: Spreadsheet, asked: Block, done: Block) {
	const tableRange = rangeOf({ ...takenBy(done), top: asked.place.top });
	return { ...inBook(book), tableRange, updates: { ...inBook(book), ...updates(done) } };
}

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uAjMzUjLwIzM14CMyMTN and its neighbors */
export const valueWriteRoutes = [
	sheetRoute({
		method: 'PUT',
		path: `${V2}/values`,
		scopes: WRITE,
		body: { valueRange: anything() },
		handle: async (call) => ({
			data: await write(call, (book, writes) => {
				const block = blockOf(book, call.body.valueRange);
				requireOpen(book, block.place.sheet, takenBy(block), call.by);
				prepare(block, writes)();
				return { ...inBook(book), ...updates(block) };
			}),
		}),
	}),
	sheetRoute({
		method: 'POST',
		path: `${V2}/values_batch_update`,
		scopes: WRITE,
		body: { valueRanges: anything() },
		handle: async (call) => ({
			data: await write(call, (book, writes) => {
				const blocks = entriesOf(call.body.valueRanges).map((given) => blockOf(book, given));
				if (blocks.length === 0) throw problem(216);
				for (const block of blocks) requireOpen(book, block.place.sheet, takenBy(block), call.by);
				for (const change of blocks.map((block) => prepare(block, writes))) change();
				return {
					...inBook(book),
					responses: blocks.map((block) => ({ spreadsheetToken: book.token, ...updates(block) })),
				};
			}),
		}),
	}),
	sheetRoute({
		method: 'POST',
		path: `${V2}/values_append`,
		scopes: WRITE,
		query: { insertDataOption: withDefault(oneOf(INSERT_OPTIONS), 'OVERWRITE') },
		body: { valueRange: anything() },
		handle: async (call) => ({
			data: await write(call, (book, writes) => {
				const block = blockOf(book, call.body.valueRange, true);
				return added(book, block, append(block, call.query.insertDataOption, writes));
			}),
		}),
	}),
	sheetRoute({
		method: 'POST',
		path: `${V2}/values_prepend`,
		scopes: WRITE,
		body: { valueRange: anything() },
		handle: async (call) => ({
			data: await write(call, (book, writes) => {
				const block = blockOf(book, call.body.valueRange, true);
				return added(book, block, prepend(block, writes));
			}),
		}),
	}),
];
