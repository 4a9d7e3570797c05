import { anything } from '../../platform/validate';
import { sheetIn } from '../../sheets/access';
import { copyOf, freeTitle, isTitle, newSheet, putSheet } from '../../sheets/make';
import { entriesOf, numberOf, recordOf, textOf } from '../../sheets/given';
import { problem } from '../../sheets/problem';
import { type Operator, openIdOf } from '../../state/operator';
import type { Sheet, Spreadsheet } from '../../state/sheets';
import type { Store } from '../../state/store';
import { newId } from '../../platform/ids';
import { peopleAs, sheetRoute, V2_NAMED, WRITE, writing } from './sheetRoute';

type Given = Readonly<Record<string, unknown>>;

const made = ({ sheets }: Spreadsheet, sheet: Sheet) => ({
	properties: { sheetId: sheet.sheet_id, title: sheet.title, index: sheets.indexOf(sheet) },
});

function addOne(book: Spreadsheet, { properties }: Given) {
	const { title, index } = recordOf(properties);
	return made(book, putSheet(book, newSheet(freeTitle(book, textOf(title) ?? '')), numberOf(index) ?? 0));
}

function copyOne(book: Spreadsheet, { source, destination }: Given) {
	const sheet = sheetIn(book, textOf(recordOf(source).sheetId) ?? '');
	const title = textOf(recordOf(destination ?? {}).title) ?? `${sheet.title} (副本)`;
	return made(book, putSheet(book, copyOf(sheet, freeTitle(book, title)), book.sheets.indexOf(sheet) + 1));
}

/** The last sheet that people see stays. */
function deleteOne(book: Spreadsheet, { sheetId }: Given) {
	const sheet = sheetIn(book, textOf(sheetId) ?? '');
	if (!book.sheets.some((other) => other !== sheet && !other.hidden)) throw problem(203);
	book.sheets.splice(book.sheets.indexOf(sheet), 1);
	return { result: true, sheetId };
}

/** A title that can't be one is left out without a word. */
function renameOne(book: Spreadsheet, sheet: Sheet, given: string): void {
	const title = given.trim();
	if (title === '' || !isTitle(title) || title === sheet.title) return;
	sheet.title = freeTitle(book, title);
}

interface Asked {
	store: Store;
	by: Operator;
	idType: 'open_id' | 'union_id' | 'user_id';
}

/** The whole sheet, for all but those who are named. */
function protectOne(sheet: Sheet, given: unknown, { store, by, idType }: Asked): void {
	const { lock, lockInfo, userIDs } = recordOf(given);
	if (lock !== 'LOCK' && lock !== 'UNLOCK') throw problem(204);
	const editors = entriesOf(userIDs ?? []).map((id) => {
		const user = store.directory.find(by.app, idType, textOf(id) ?? '');
		if (!user) throw problem(205);
		return user.open_id;
	});
	sheet.protections = sheet.protections.filter(({ lines }) => lines);
	if (lock === 'LOCK')
		sheet.protections.push({ protectId: newId.long(), lockInfo: textOf(lockInfo) ?? '', editors, by: openIdOf(by) });
}

function updateOne(book: Spreadsheet, { properties }: Given, asked: Asked) {
	const given = recordOf(properties);
	const sheet = sheetIn(book, textOf(given.sheetId) ?? '');
	const { title, index, frozenRowCount, frozenColCount } = given;
	const hidden = given.hidden === undefined ? sheet.hidden : given.hidden === true;
	if (hidden && !book.sheets.some((other) => other !== sheet && !other.hidden)) throw problem(203);
	const frozen = { rows: numberOf(frozenRowCount), columns: numberOf(frozenColCount) };
	if ((frozen.rows ?? 0) > sheet.rows.length || (frozen.columns ?? 0) > sheet.columns.length) throw problem(212);
	renameOne(book, sheet, textOf(title) ?? '');
	sheet.hidden = hidden;
	sheet.frozen_rows = frozen.rows ?? sheet.frozen_rows;
	sheet.frozen_columns = frozen.columns ?? sheet.frozen_columns;
	if (given.protect !== undefined) protectOne(sheet, given.protect, asked);
	const place = numberOf(index);
	if (place !== undefined) {
		book.sheets.splice(book.sheets.indexOf(sheet), 1);
		book.sheets.splice(place, 0, sheet);
	}
	return { properties: given };
}

const DEEDS: Readonly<Record<string, (book: Spreadsheet, given: Given, asked: Asked) => object>> = {
	addSheet: addOne,
	copySheet: copyOne,
	deleteSheet: deleteOne,
	updateSheet: updateOne,
};

function doOne(book: Spreadsheet, request: unknown, asked: Asked): object {
	const [entry, ...more] = Object.entries(recordOf(request));
	const deed = entry && DEEDS[entry[0]];
	if (!deed || more.length > 0) throw problem(204);
	return { [entry[0]]: deed(book, recordOf(entry[1]), asked) };
}

/** One after the other; all or nothing. Source: https://open.feishu.cn/document/ukTMukTMukTM/ugjMzUjL4IzM14COyMTN */
export const sheetChangeRoutes = [
	sheetRoute({
		method: 'POST',
		path: `${V2_NAMED}/sheets_batch_update`,
		scopes: WRITE,
		query: { user_id_type: peopleAs },
		body: { requests: anything() },
		handle: async (call) => ({
			data: await writing(call, (book) => {
				const before = { all: [...book.sheets], each: book.sheets.map((sheet) => ({ ...sheet })) };
				const requests = entriesOf(call.body.requests);
				const kind = call.query.user_id_type;
				const { store } = call.platform;
				const asked = { store, by: call.by, idType: kind === 'lark_id' ? 'user_id' : kind } as const;
				if (requests.length === 0) throw problem(204);
				try {
					return { replies: requests.map((request) => doOne(book, request, asked)) };
				} catch (error) {
					book.sheets = before.all.map((sheet, index) => Object.assign(sheet, before.each[index]));
					throw error;
				}
			}),
		}),
	}),
];
