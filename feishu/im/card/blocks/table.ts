import { isObject, type JsonObject } from '../../../json';
import { TABLE_COLUMNS_LIMIT, TABLE_PAGE_LIMIT } from '../limits';
import {
	choice,
	filledList,
	given,
	oneOf,
	optionalText,
	pixels,
	requiredText,
	within,
	type BuildContext,
	type Builder,
} from '../context';
import type { ColumnType, NumberFormat, TableBlock, TableColumn } from '../types';
import { CELLS, isEmpty } from './cells';

const TYPES = Object.keys(CELLS) as ColumnType[];
const ALIGNMENTS = ['left', 'center', 'right'] as const;
const VERTICAL = ['top', 'center', 'bottom'] as const;

interface ReadColumn {
	key: string;
	title: string;
	type: ColumnType;
	element: JsonObject;
}

/** Takes cells as they are; those of Markdown must be what a card takes. */
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
				...heightOf(context, block),
				...(block.freezeFirstColumn && { freeze_first_column: true }),
				header_style: headerOf(context, block.header),
				columns: columns.map(({ element }) => element),
				rows,
			},
		];
	},
};

const HEIGHTS: readonly string[] = ['low', 'middle', 'high'];

/** Rows are as high as their text unless asked otherwise; and as that ends at 124 pixels by default, up to the most. */
function heightOf(context: BuildContext, { rowHeight = 'auto', rowMaxHeight }: TableBlock): JsonObject {
	if (rowHeight !== 'auto' && optionalText(rowHeight) !== '')
		return {
			row_height: HEIGHTS.includes(String(rowHeight))
				? rowHeight
				: pixels(context, 'the height of rows', rowHeight, 32, 124),
		};
	return {
		row_height: 'auto',
		row_max_height: pixels(context, 'the greatest height of rows', rowMaxHeight ?? 999, 32, 999),
	};
}

function headerOf(context: BuildContext, header: TableBlock['header']): JsonObject {
	const { align, size, gray = true, color, bold = true, lines = 1 } = header ?? {};
	return {
		bold,
		background_style: gray ? 'grey' : 'none',
		lines: within(context, 'the number of lines of the header', lines, 1, Infinity),
		...choice(context, 'text_align', 'the alignment of the header', align, ALIGNMENTS),
		...choice(context, 'text_size', 'the size of the header', size, ['normal', 'heading']),
		...given('text_color', color),
	};
}

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
		const element = {
			name: key,
			display_name: title,
			data_type: type,
			...widthOf(context, which, column.width),
			...choice(context, 'horizontal_align', `the alignment of ${which}`, column.align, ALIGNMENTS),
			...choice(context, 'vertical_align', `the alignment of ${which}`, column.verticalAlign, VERTICAL),
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
