import { setTimeout as wait } from 'node:timers/promises';
import { type Call, defineRoute, type Route } from '../../gateway/route';
import { BOTH } from '../../gateway/tokens';
import { oneOf, type Shape, withDefault } from '../../platform/validate';
import { reachSpreadsheet } from '../../sheets/access';
import { problem, refusal, SheetProblem } from '../../sheets/problem';
import type { Permission } from '../../state/bases';
import type { Spreadsheet } from '../../state/sheets';

export const V2 = '/open-apis/sheets/v2/spreadsheets/:spreadsheetToken';
/** The same under the name that two of its pages have for the token. */
export const V2_NAMED = '/open-apis/sheets/v2/spreadsheets/:spreadsheet_token';
export const V3 = '/open-apis/sheets/v3/spreadsheets';
export const ONE_V3 = `${V3}/:spreadsheet_token`;
export const SHEETS_V3 = `${ONE_V3}/sheets`;

export const READ = ['drive:drive', 'drive:drive:readonly', 'sheets:spreadsheet', 'sheets:spreadsheet:readonly'];
export const WRITE = ['drive:drive', 'sheets:spreadsheet'];
/** The same with the finer one that the pages of version 3 name. */
export const READ_CELLS = [...READ, 'sheets:spreadsheet:read'];

/** Of version 2: a kind of ID that has no other name is given when nobody asks for one. */
export const peopleAs = withDefault(oneOf(['lark_id', 'open_id', 'union_id', 'user_id']), 'lark_id');

/** An endpoint of spreadsheets: its refusals are those of its version. */
export function sheetRoute<Q extends Shape = Record<never, never>, B extends Shape = Record<never, never>>(
	declared: Parameters<typeof defineRoute<Q, B>>[0],
): Route {
	const version = declared.path.startsWith(V3) ? 'v3' : 'v2';
	return defineRoute<Q, B>({
		tokens: BOTH,
		...(version === 'v2' ? { tier: 11 as const } : {}),
		...declared,
		async handle(call) {
			try {
				return await declared.handle(call);
			} catch (error) {
				if (error instanceof SheetProblem) throw refusal(version, error, call.platform.store.settings);
				throw error;
			}
		},
	});
}

type AnyCall = Pick<Call, 'platform' | 'by' | 'params'>;

export const bookOf = ({ platform: { store }, by, params }: AnyCall, needed: Permission): Spreadsheet =>
	reachSpreadsheet(store, by, params.spreadsheet_token ?? params.spreadsheetToken ?? '', needed);

/** One write at a time for each spreadsheet: another one meanwhile is refused. */
export async function writing<T>(call: AnyCall, work: (book: Spreadsheet) => T): Promise<T> {
	const { store } = call.platform;
	const book = bookOf(call, 'edit');
	if (book.writing) throw problem(store.settings.sheetConflict - 90_000);
	book.writing = true;
	try {
		const done = work(book);
		book.revision += 1;
		store.changed();
		await wait(store.settings.sheetWriteMs);
		return done;
	} finally {
		book.writing = false;
	}
}
