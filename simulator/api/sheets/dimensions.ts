import { anything } from '../../platform/validate';
import { sheetIn } from '../../sheets/access';
import { numberOf, recordOf, textOf } from '../../sheets/given';
import { countOf, insertLines, type Major, moveLines, removeLines } from '../../sheets/lines';
import { problem } from '../../sheets/problem';
import { requireOpen } from '../../sheets/protect';
import type { Area, Sheet, Spreadsheet } from '../../state/sheets';
import { SHEETS_V3, sheetRoute, V2, V2_NAMED, WRITE, writing } from './sheetRoute';

const MOST = 5000;

function majorOf(given: unknown): Major {
	if (given !== 'ROWS' && given !== 'COLUMNS') throw problem(212);
	return given;
}

interface Lines {
	sheet: Sheet;
	major: Major;
	/** From 0, and how many. */
	at: number;
	count: number;
}

function linesOf(book: Spreadsheet, given: unknown): Lines & { start: number; end: number } {
	const { sheetId, majorDimension, startIndex, endIndex } = recordOf(given);
	const sheet = sheetIn(book, textOf(sheetId) ?? '');
	const [start, end] = [numberOf(startIndex), numberOf(endIndex)];
	if (start === undefined || end === undefined) throw problem(212);
	return { sheet, major: majorOf(majorDimension), start, end, at: start, count: end - start };
}

/** Counted from 1, both ends included: all of them have to be there. */
function existing(book: Spreadsheet, given: unknown): Lines {
	const { start, end, ...lines } = linesOf(book, given);
	if (start < 1 || end < start || end > countOf(lines.sheet, lines.major)) throw problem(212);
	return { ...lines, at: start - 1, count: end - start + 1 };
}

/** Counted from 0, the end left out: at most behind the last one. */
function place(book: Spreadsheet, given: unknown): Lines {
	const lines = linesOf(book, given);
	if (lines.count < 1 || lines.at > countOf(lines.sheet, lines.major)) throw problem(212);
	if (lines.count > MOST) throw problem(226);
	return lines;
}

function likeOf(given: unknown, { at, sheet, major }: Lines): number | undefined {
	if (given === undefined || given === null) return undefined;
	if (given !== 'BEFORE' && given !== 'AFTER') throw problem(204);
	const like = given === 'BEFORE' ? at - 1 : at;
	return like >= 0 && like < countOf(sheet, major) ? like : undefined;
}

function change({ sheet, major, at, count }: Lines, given: unknown): void {
	const { visible, fixedSize } = recordOf(given ?? {});
	const size = numberOf(fixedSize);
	if (visible === undefined && size === undefined) throw problem(216);
	for (const line of (major === 'ROWS' ? sheet.rows : sheet.columns).slice(at, at + count))
		Object.assign(line, visible === undefined ? {} : { hidden: visible !== true }, size === undefined ? {} : { size });
}

const linesArea = ({ rows, columns }: Sheet, major: Major, at: number, count: number): Area =>
	major === 'ROWS'
		? { top: at, bottom: at + count - 1, left: 0, right: columns.length - 1 }
		: { top: 0, bottom: rows.length - 1, left: at, right: at + count - 1 };

/** Counted from 0, both ends included. */
function move(book: Spreadsheet, sheetId: string, { source, destination_index }: Record<string, unknown>): object {
	const { major_dimension, start_index, end_index } = recordOf(source);
	const sheet = sheetIn(book, sheetId);
	const major = majorOf(major_dimension);
	const [start, end, to] = [start_index, end_index, destination_index].map(numberOf);
	if (start === undefined || end === undefined || to === undefined) throw problem(204);
	const count = countOf(sheet, major);
	if (end < start || end >= count || to > count) throw problem(202);
	moveLines(sheet, major, start, end - start + 1, to);
	return {};
}

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uUjMzUjL1IzM14SNyMTN and its neighbors */
export const dimensionRoutes = [
	sheetRoute({
		method: 'POST',
		path: `${V2_NAMED}/dimension_range`,
		scopes: WRITE,
		body: { dimension: anything() },
		handle: async (call) => ({
			data: await writing(call, (book) => {
				const { sheetId, majorDimension, length } = recordOf(call.body.dimension);
				const sheet = sheetIn(book, textOf(sheetId) ?? '');
				const major = majorOf(majorDimension);
				const count = numberOf(length) ?? 0;
				if (count < 1 || count > MOST) throw problem(count < 1 ? 212 : 226);
				insertLines(sheet, major, countOf(sheet, major), count);
				return { addCount: count, majorDimension };
			}),
		}),
	}),
	sheetRoute({
		method: 'POST',
		path: `${V2}/insert_dimension_range`,
		scopes: WRITE,
		body: { dimension: anything(), inheritStyle: anything() },
		handle: async (call) => ({
			data: await writing(call, (book) => {
				const lines = place(book, call.body.dimension);
				insertLines(lines.sheet, lines.major, lines.at, lines.count, likeOf(call.body.inheritStyle, lines));
				return {};
			}),
		}),
	}),
	sheetRoute({
		method: 'PUT',
		path: `${V2}/dimension_range`,
		scopes: WRITE,
		body: { dimension: anything(), dimensionProperties: anything() },
		handle: async (call) => ({
			data: await writing(call, (book) => {
				change(existing(book, call.body.dimension), call.body.dimensionProperties);
				return {};
			}),
		}),
	}),
	sheetRoute({
		method: 'DELETE',
		path: `${V2}/dimension_range`,
		scopes: WRITE,
		body: { dimension: anything() },
		handle: async (call) => ({
			data: await writing(call, (book) => {
				const { sheet, major, at, count } = existing(book, call.body.dimension);
				requireOpen(book, sheet, linesArea(sheet, major, at, count), call.by);
				removeLines(sheet, major, at, count);
				return { delCount: count, majorDimension: major };
			}),
		}),
	}),
	sheetRoute({
		method: 'POST',
		path: `${SHEETS_V3}/:sheet_id/move_dimension`,
		scopes: [...WRITE, 'sheets:spreadsheet:write_only'],
		tier: 3,
		body: { source: anything(), destination_index: anything() },
		handle: async (call) => ({
			data: await writing(call, (book) => move(book, call.params.sheet_id ?? '', call.body)),
		}),
	}),
];
