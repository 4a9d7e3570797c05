import { isObject, type JsonObject } from '../../../json';
import { TABLE_COLUMNS_LIMIT, TABLE_PAGE_LIMIT } from '../limits';
import { filledList, oneOf, optionalText, requiredText, within, type BuildContext, type Builder } from '../context';
import type { ColumnType, NumberFormat, TableBlock, TableColumn } from '../types';
import { CELLS, isEmpty } from './cells';

const TYPES = Object.keys(CELLS) as ColumnType[];
const ALIGNMENTS = ['left', 'center', 'right'] as const;

interface ReadColumn {
	key: string;
	title: string;
	type: ColumnType;
	element: JsonObject;
}

export const table: Builder<TableBlock> = {
	name: 'Table',
	build(block, context) {
		if (!context.root)
			throw context.error('a table can stand only directly in the card', 'Take it out of the block around it');
		const columns = readColumns(context, block);
		const rows = readRows(context, block, columns);
		const pageSize = Number(block.pageSize ?? Math.min(TABLE_PAGE_LIMIT, Math.max(1, rows.length)));
		return [
			{
				tag: 'table',
				page_size: within(context, 'the page size', pageSize, 1, TABLE_PAGE_LIMIT),
				// Rows as high as their text; others cut it off.
				row_height: 'auto',
				header_style: { bold: true, background_style: 'grey', lines: 1 },
				columns: columns.map(({ element }) => element),
				rows,
			},
		];
	},
};

function readColumns(context: BuildContext, block: TableBlock): ReadColumn[] {
	const listed = filledList(context, 'Columns', block.columns);
	if (listed.length > TABLE_COLUMNS_LIMIT)
		throw context.error(
			`there are ${listed.length} columns; Feishu shows at most ${TABLE_COLUMNS_LIMIT}`,
			'Leave some out, or send the data as a file',
		);
	const keys = new Set<string>();
	return listed.map((column, index) => {
		const which = `column ${index + 1}`;
		const key = requiredText(context, `the key of ${which}`, column.key);
		if (keys.has(key)) throw context.error(`the key '${key}' belongs to two columns`, 'Keys must differ');
		keys.add(key);
		const type = oneOf(context, `the type of ${which}`, column.type, TYPES, 'text');
		const title = optionalText(column.title) || key;
		const align = column.align && oneOf(context, `the alignment of ${which}`, column.align, ALIGNMENTS, 'left');
		const element = {
			name: key,
			display_name: title,
			data_type: type,
			...widthOf(context, which, column.width),
			...(align && { horizontal_align: align }),
			...formatOf(context, which, type, column.format),
		};
		return { key, title, type, element };
	});
}

function widthOf(context: BuildContext, which: string, width: TableColumn['width']): JsonObject {
	if (width === undefined || width === '' || width === 'auto') return {};
	const [, amount = '', unit = 'px'] = /^(\d+)\s*(px|%)?$/.exec(String(width).trim()) ?? [];
	const number = Number(amount);
	const fits = amount !== '' && (unit === '%' ? number >= 1 && number <= 100 : number >= 80 && number <= 600);
	if (fits) return { width: `${number}${unit}` };
	throw context.error(`the width '${width}' of ${which} is not possible`, 'auto, 80px to 600px, or 1% to 100%');
}

function formatOf(context: BuildContext, which: string, type: ColumnType, format: TableColumn['format']): JsonObject {
	if (format === undefined || format === '') return {};
	if (type === 'date' && typeof format === 'string') return { date_format: format };
	if (type !== 'number' || !isObject(format))
		throw context.error(
			`the format of ${which} does not go with its type`,
			'A date takes a text such as YYYY-MM-DD, a number an object with precision, symbol, separator',
		);
	const { precision, symbol, separator } = format as NumberFormat;
	if (precision !== undefined) within(context, `the precision of ${which}`, Number(precision), 0, 10);
	if (symbol !== undefined && [...symbol].length > 1)
		throw context.error(`the symbol '${symbol}' of ${which} has more than one character`);
	return {
		format: {
			...(precision !== undefined && { precision: Number(precision) }),
			...(symbol && { symbol }),
			...(separator && { separator: true }),
		},
	};
}

/** Only what the columns show, so that hidden properties don't fill the card. */
function readRows(context: BuildContext, block: TableBlock, columns: readonly ReadColumn[]): JsonObject[] {
	if (!Array.isArray(block.rows)) throw context.error('rows are missing', 'A list of objects');
	return (block.rows as readonly unknown[]).map((row, index) => {
		if (!isObject(row)) throw context.error(`row ${index + 1} is no object`);
		const cells: JsonObject = {};
		for (const { key, title, type } of columns) {
			const value = row[key];
			if (isEmpty(value)) continue;
			const cell = CELLS[type](value);
			if ('problem' in cell) throw context.error(`row ${index + 1}, column '${title}': ${cell.problem}`);
			cells[key] = cell.value;
		}
		return cells;
	});
}
