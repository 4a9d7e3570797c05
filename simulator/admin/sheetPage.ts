import type { FastifyInstance } from 'fastify';
import type { Platform } from '../gateway/platform';
import { filteredOut } from '../sheets/filterRules';
import { numberText } from '../sheets/format';
import { isFile, isFormula, plainOf } from '../sheets/formula';
import { cellAt, cellFor } from '../sheets/grid';
import { typed } from '../sheets/typed';
import { requireOpen } from '../sheets/protect';
import { lettersOf } from '../sheets/range';
import { isEnough, permissionIn } from '../state/permission';
import type { Sheet, SheetCell, Spreadsheet } from '../state/sheets';
import type { Store } from '../state/store';
import { anyApp } from './bases';
import { adminError } from './errors';
import { type OfSheet, saidOfSheets, sheetOf } from './sheets';
import { appsView } from './state';

const CELLS = '/_sim/sheets/:token/sheets/:sheet_id/cells';
const MAX_ROWS = 500;

/** What each person may do with a spreadsheet; who may nothing is not there. */
function accessTo(platform: Platform, book: Spreadsheet): Record<string, string> {
	const { store } = platform;
	const app = anyApp(platform);
	const people = [...store.contact.users.values()].flatMap((user) => {
		const permission = permissionIn(store, book.token, book, { app, user, scopes: null });
		return permission ? [[user.open_id, permission] as const] : [];
	});
	return Object.fromEntries(people);
}

const ownerOf = ({ contact, apps }: Store, owner: string) =>
	contact.users.get(owner)?.name ?? apps.byBot(owner)?.name ?? owner;

const bookView = (platform: Platform, book: Spreadsheet) => ({
	token: book.token,
	title: book.title,
	owner: ownerOf(platform.store, book.owner),
	access: accessTo(platform, book),
	sheets: book.sheets.map(({ sheet_id, title, hidden, rows, columns }) => ({
		...{ sheet_id, title, hidden },
		...{ rows: rows.length, columns: columns.length },
	})),
});

/** What a cell shows, and what stands in its editor. */
function cellView(sheet: Sheet, cell: SheetCell | undefined) {
	const { content, formatter, style } = cell ?? {};
	if (cell === undefined || (content === undefined && style === undefined)) return null;
	const value = plainOf(content, sheet);
	const text = typeof value === 'number' ? numberText(value, formatter) : String(value ?? '');
	const shown = typeof value === 'boolean' ? text.toUpperCase() : text;
	return {
		text: shown,
		input: content !== undefined && isFormula(content) ? content.formula : shown,
		...(content !== undefined && isFile(content) ? { file: content.fileToken } : {}),
		...(typeof value === 'number' ? { number: true } : {}),
		...(style ? { style } : {}),
	};
}

function rowView(sheet: Sheet, row: number) {
	const { hidden = false, cells = [] } = sheet.rows[row] ?? {};
	return { row: row + 1, hidden, cells: cells.map((cell) => cellView(sheet, cell)) };
}

interface Window {
	offset?: string;
	limit?: string;
}

/** What the page of spreadsheets shows: all but the cells, and a window of those of one sheet; and what people write. */
export function sheetPageRoutes(server: FastifyInstance, platform: Platform): void {
	const { store } = platform;

	server.get('/_sim/sheets/overview', () => ({
		apps: appsView(platform),
		people: [...store.contact.users.values()].map(({ open_id, name }) => ({ open_id, name })),
		spreadsheets: [...store.sheets.all.values()].map((book) => bookView(platform, book)),
	}));

	server.get<OfSheet & { Querystring: Window }>(CELLS, ({ params, query }) => {
		const { sheet } = sheetOf(platform, params);
		const offset = Math.max(0, Number(query.offset ?? 0) || 0);
		const limit = Math.min(MAX_ROWS, Math.max(0, Number(query.limit ?? 100) || 0));
		const count = Math.max(0, Math.min(limit, sheet.rows.length - offset));
		return {
			total: sheet.rows.length,
			columns: sheet.columns.map(({ hidden, size }, at) => ({ name: lettersOf(at), hidden, size })),
			rows: Array.from({ length: count }, (_, at) => rowView(sheet, offset + at)),
			merges: sheet.merges,
			dropdowns: sheet.dropdowns,
			filtered_out: sheet.filter ? filteredOut(sheet, sheet.filter) : [],
			images: sheet.floatImages,
			frozen_rows: sheet.frozen_rows,
		};
	});

	// As somebody types it: numbers, dates and formulas become what they look like.
	server.put<OfSheet & { Body: { open_id: string; row: number; column: number; text: string } }>(
		CELLS,
		({ params, body: { open_id: openId, row, column, text } }) => {
			const { book, sheet } = sheetOf(platform, params);
			const user = store.contact.users.get(openId);
			if (!user) throw adminError(404, 'There is no such person');
			const by = { app: anyApp(platform), user, scopes: null };
			const permission = permissionIn(store, book.token, book, by);
			if (!permission || !isEnough(permission, 'edit')) throw adminError(403, 'They may not edit it');
			const [at, across] = [row - 1, column - 1];
			if (!sheet.rows[at] || !sheet.columns[across]) throw adminError(404, 'There is no such cell');
			saidOfSheets(() => requireOpen(book, sheet, { top: at, bottom: at, left: across, right: across }, by));
			const cell = cellFor(sheet, at, across);
			Object.assign(cell, typed(text, cell.formatter));
			book.revision += 1;
			store.changed();
			return { cell: cellView(sheet, cellAt(sheet, at, across)) };
		},
	);
}
