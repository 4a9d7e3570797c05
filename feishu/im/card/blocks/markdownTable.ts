import { isObject, type JsonObject } from '../../../json';
import type { Builder } from '../context';
import type { TableBlock } from '../types';
import { markdownText } from '../../../markdown';
import { written } from './cells';
import { table } from './table';

/** A table whose cells of Markdown are as people write it. */
export const markdownTable: Builder<TableBlock> = {
	name: table.name,
	build(block, context) {
		return table.build({ ...block, rows: translated(block) }, context);
	},
};

/** Rows and columns that are none are left to the table's own complaints. */
function translated({ columns, rows }: TableBlock): readonly JsonObject[] {
	if (!Array.isArray(columns) || !Array.isArray(rows)) return rows;
	const keys = columns.filter(({ type }) => type === 'markdown' || type === 'lark_md').map(({ key }) => key);
	if (keys.length === 0) return rows;
	return rows.map((row) =>
		isObject(row) ? { ...row, ...Object.fromEntries(keys.map((key) => [key, markdownText(written(row[key]))])) } : row,
	);
}
