import type { InputError } from '../../../input';
import { isObject, text, type JsonObject } from '../../../json';
import { TABLE_COLUMNS_LIMIT, TABLE_PAGE_LIMIT } from '../limits';

/** What the platform reads cells of a type from; other values it refuses (200914, 200915). */
const CELLS: { readonly [type: string]: { fits: (value: unknown) => boolean; wanted: string } } = {
	number: {
		fits: (value) => ['number', 'string'].includes(typeof value) && Number.isFinite(Number(value)),
		wanted: 'a number',
	},
	options: { fits: Array.isArray, wanted: 'a list of {"text", "color"}' },
};

/** @throws InputError of `error` */
export function checkTable(table: JsonObject, error: (message: string, advice?: string) => InputError): void {
	if (!Array.isArray(table.columns)) throw error('columns are no list');
	const columns = (table.columns as unknown[]).filter(isObject);
	if (columns.length > TABLE_COLUMNS_LIMIT)
		throw error(`it has ${columns.length} columns; Feishu shows at most ${TABLE_COLUMNS_LIMIT}`, 'Take some out');
	const nameless = columns.findIndex((column) => text(column.name) === '');
	if (nameless >= 0)
		throw error(`column ${nameless + 1} has no name`, 'The name says which property of a row it shows');
	const size = table.page_size;
	if (size !== undefined && !(Number.isInteger(size) && Number(size) >= 1 && Number(size) <= TABLE_PAGE_LIMIT))
		throw error(`page_size ${String(size)} is outside of 1 to ${TABLE_PAGE_LIMIT}`);
	if (table.rows === undefined) return;
	if (!Array.isArray(table.rows)) throw error('rows are no list', 'A list of objects');
	(table.rows as unknown[]).forEach((row, index) => {
		if (!isObject(row)) throw error(`row ${index + 1} is no object`, 'Each row is {"name of a column": value}');
		for (const column of columns) checkCell(row[text(column.name)], column, index, error);
	});
}

function checkCell(
	value: unknown,
	column: JsonObject,
	index: number,
	error: (message: string, advice?: string) => InputError,
): void {
	const type = text(column.data_type);
	const facts = Object.hasOwn(CELLS, type) ? CELLS[type] : undefined;
	if (!facts || value === undefined || value === null || value === '' || facts.fits(value)) return;
	throw error(`row ${index + 1}, column '${text(column.name)}': ${JSON.stringify(value)} is not ${facts.wanted}`);
}
