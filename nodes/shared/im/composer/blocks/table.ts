import { tableFrom, type ColumnType, type TableColumn } from '../../../../../feishu/im/card';
import { text, type JsonObject } from '../../../../../feishu/json';
import { parseMoment, type Params } from '../../../operation/params';
import { allWithUploadedImages } from '../images';
import type { ComposeContext } from '../kind';
import type { BlockKind } from './block';
import { readObjects } from './objects';

export const table: BlockKind = {
	value: 'table',
	name: 'Table',
	description: 'Rows and columns from a list of objects',
	fields: () => [
		{
			displayName: 'Rows',
			name: 'tableRows',
			type: 'json',
			required: true,
			default: '[]',
			description: 'An array of objects, a row each, such as all items of another node',
		},
		{
			displayName: 'Table Columns',
			name: 'tableColumns',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add Column',
			default: {},
			description: 'Which columns to show, and how; all that the rows have when empty',
			options: [
				{
					displayName: 'Column',
					name: 'column',
					values: [
						{
							displayName: 'Key',
							name: 'key',
							type: 'string',
							required: true,
							default: '',
							placeholder: 'e.g. sales',
							description: 'The name under which the rows hold the value',
						},
						{
							displayName: 'Title',
							name: 'title',
							type: 'string',
							default: '',
							placeholder: 'e.g. Sales',
							description: 'The heading of the column; the key when empty',
						},
						{
							displayName: 'Type',
							name: 'columnType',
							type: 'options',
							options: [
								{ name: 'Automatic', value: 'auto', description: 'By what the rows hold' },
								{ name: 'Date', value: 'date', description: 'Milliseconds or an ISO date' },
								{ name: 'Markdown', value: 'markdown', description: 'Words with links and styles' },
								{ name: 'Number', value: 'number', description: 'Aligned and with separators' },
								{ name: 'Options', value: 'options', description: 'Colored tags' },
								{ name: 'People', value: 'persons', description: 'Open IDs, shown as people' },
								{ name: 'Text', value: 'text', description: 'Words as they are' },
							],
							default: 'auto',
							description: 'How the values are shown',
						},
					],
				},
			],
		},
		{
			displayName: 'Rows per Page',
			name: 'tablePageSize',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 10 },
			default: 5,
			description: 'How many rows are shown before the reader turns the page',
		},
	],
	async read(row, context) {
		const rows = readObjects(row, 'tableRows');
		const automatic = tableFrom(rows).columns;
		const chosen = row
			.rowParams('tableColumns', 'column', (_, index) => `Column ${index + 1}`)
			.map((column): TableColumn => {
				const key = column.text('key');
				const type = column.choice<ColumnType | 'auto'>('columnType');
				const known = automatic.find((one) => one.key === key);
				// How another type is shown does not go with the one chosen.
				const shown = type === 'auto' || known?.type === type ? known : { type };
				return { ...(type === 'number' && FIGURES), ...shown, key, title: column.optionalText('title') || key };
			});
		const columns = chosen.length > 0 ? chosen : automatic;
		return {
			type: 'table',
			rows: await withCells(rows, columns, row, context),
			columns,
			pageSize: row.number('tablePageSize', { min: 1, max: 10 }),
		};
	},
};

const FIGURES: Partial<TableColumn> = { align: 'right', format: { separator: true } };

/** A date that carries no offset. */
const LOCAL_DATE = /^\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?)?$/;

/** The rows with dates in the workflow's zone where they name none, and with images uploaded. */
async function withCells(
	rows: readonly JsonObject[],
	columns: readonly TableColumn[],
	row: Params,
	context: ComposeContext,
): Promise<JsonObject[]> {
	const field = row.label('tableRows');
	const zone = context.context.getTimezone();
	const inZone = (date: string) => {
		if (!LOCAL_DATE.test(date.trim())) return date;
		try {
			return new Date(parseMoment(field, date, zone) ?? NaN).toISOString();
		} catch {
			// The block complains, and names the row.
			return date;
		}
	};
	const cells = rows.map((one) => ({ ...one }));
	for (const { key, type } of columns) {
		if (type !== 'date' && type !== 'markdown') continue;
		const own = cells.filter((one) => typeof one[key] === 'string');
		const texts = own.map((one) => text(one[key]));
		const said =
			type === 'date' ? texts.map(inZone) : await allWithUploadedImages({ ...context, param: row }, texts, 'tableRows');
		own.forEach((one, index) => (one[key] = said[index]));
	}
	return cells;
}
