import { placeOf, wordsIn } from '../base/cellsOf';
import { rawContent } from '../docs/rawContent';
import { valuesIn } from '../sheets/render';
import type { Item } from '../state/documents';
import type { Operator } from '../state/operator';
import type { Sheet } from '../state/sheets';
import type { Store } from '../state/store';
import { csv, type Grid, pdf, wordDocument, workbook } from './office';

/** What becomes of each type; nothing else does. */
export const EXPORTS: Readonly<Record<string, readonly string[]>> = {
	doc: ['docx', 'pdf'],
	docx: ['docx', 'pdf'],
	sheet: ['xlsx', 'csv'],
	bitable: ['xlsx', 'csv'],
};

const isEmpty = (value: unknown) => value === null || value === undefined || value === '';

/** Up to the last one that is something. */
function upToLast<T>(all: readonly T[], isSome: (one: T) => boolean): T[] {
	const empty = [...all].reverse().findIndex(isSome);
	return empty < 0 ? [] : all.slice(0, all.length - empty);
}

/** Without the empty rows and cells at the end. */
const trimmed = (rows: ReadonlyArray<readonly unknown[]>): unknown[][] =>
	upToLast(
		rows.map((row) => upToLast(row, (value) => !isEmpty(value))),
		(row) => row.length > 0,
	);

function ofSheet(store: Store, by: Operator, sheet: Sheet): Grid {
	const place = { sheet, top: 0, left: 0, bottom: sheet.rows.length - 1, right: sheet.columns.length - 1 };
	const { values } = valuesIn(place, { store, by, option: 'ToString', dates: true, idType: 'open_id' });
	return { name: sheet.title, rows: trimmed(values) };
}

function gridsOf(store: Store, by: Operator, { type, token }: Item): Array<Grid & { id: string }> {
	const { sheets = [] } = (type === 'sheet' && store.sheets.all.get(token)) || {};
	const base = type === 'bitable' ? store.bases.all.get(token) : undefined;
	const tables = [...(base?.tables.values() ?? [])].flatMap((table) => {
		if (!base) return [];
		const places = table.fields.map((field) => placeOf({ store, base, table, app: by.app, idType: 'open_id' }, field));
		const head = table.fields.map(({ field_name: name }) => name);
		const rows = [...table.records.values()].map((record) => places.map((place) => wordsIn(record, place).join(',')));
		return [{ id: table.table_id, name: table.name, rows: [head, ...rows] }];
	});
	return [...sheets.map((sheet) => ({ id: sheet.sheet_id, ...ofSheet(store, by, sheet) })), ...tables];
}

/** Whether there is such a sheet or table in it. */
export const hasPart = (store: Store, by: Operator, item: Item, id: string): boolean =>
	gridsOf(store, by, item).some((grid) => grid.id === id);

/** The bytes of a document as a file of this kind; of a CSV, one sheet or table of it. */
export function exported(store: Store, by: Operator, item: Item, extension: string, part = ''): Buffer {
	if (extension === 'docx' || extension === 'pdf') {
		const { tree } = store.docs.all.get(item.token) ?? {};
		const lines = tree ? rawContent(store, tree.all(), false).split('\n') : [];
		return extension === 'docx' ? wordDocument(lines) : pdf(lines);
	}
	const grids = gridsOf(store, by, item);
	const one = grids.find(({ id }) => id === part);
	return extension === 'csv' && one ? csv(one) : workbook(grids);
}
