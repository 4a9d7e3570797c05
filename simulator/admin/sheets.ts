import type { FastifyInstance } from 'fastify';
import type { Platform } from '../gateway/platform';
import { freeTitle, addSpreadsheet, newSheet } from '../sheets/make';
import { SheetProblem } from '../sheets/problem';
import type { Member } from '../state/bases';
import type { Sheet, Spreadsheet } from '../state/sheets';
import { memberOf, type SharedWith } from './bases';
import { adminError } from './errors';

export type OfBook = { Params: { token: string } };
export type OfSheet = { Params: { token: string; sheet_id: string } };

/** Refusals of the platform in the words of this API. */
export function saidOfSheets<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		if (error instanceof SheetProblem) throw adminError(400, error.message);
		throw error;
	}
}

export function bookOf({ store }: Platform, { token }: OfBook['Params']): Spreadsheet {
	const book = store.sheets.all.get(token);
	if (!book) throw adminError(404, 'There is no such spreadsheet');
	return book;
}

export function sheetOf(platform: Platform, params: OfSheet['Params']): { book: Spreadsheet; sheet: Sheet } {
	const book = bookOf(platform, params);
	const sheet = book.sheets.find(({ sheet_id: id }) => id === params.sheet_id);
	if (!sheet) throw adminError(404, 'There is no such sheet');
	return { book, sheet };
}

/** What people do with spreadsheets beside writing into them: make one, add a sheet, share it. */
export function sheetAdminRoutes(server: FastifyInstance, platform: Platform): void {
	const { store } = platform;

	server.get('/_sim/sheets', () =>
		[...store.sheets.all.values()].map(({ sheets, writing: _writing, ...book }) => ({
			...book,
			sheets: sheets.map(({ sheet_id, title, hidden, rows, columns }) => ({
				...{ sheet_id, title, hidden },
				...{ row_count: rows.length, column_count: columns.length },
			})),
		})),
	);

	server.post<{ Body: { open_id: string; title: string } }>('/_sim/sheets', ({ body }) => {
		if (!store.contact.users.has(body.open_id)) throw adminError(404, 'There is no such person');
		const book = addSpreadsheet(store, { title: body.title, owner: body.open_id });
		store.changed();
		return { token: book.token, sheet_id: book.sheets[0]?.sheet_id };
	});

	server.post<OfBook & { Body: { title: string } }>('/_sim/sheets/:token/sheets', ({ params, body }) => {
		const book = bookOf(platform, params);
		const sheet = newSheet(saidOfSheets(() => freeTitle(book, body.title)));
		book.sheets.push(sheet);
		store.changed();
		return { sheet_id: sheet.sheet_id };
	});

	server.post<OfBook & { Body: SharedWith }>('/_sim/sheets/:token/members', ({ params, body }): Member[] => {
		const book = bookOf(platform, params);
		const member = memberOf(body);
		book.members = [...book.members.filter(({ member_id: id }) => id !== member.member_id), member];
		store.changed();
		return book.members;
	});
}
