import { tableFrom, type TableColumn } from '../../../../feishu/card';
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
			description: 'An array of objects, a row each; an expression may give it, such as all items of another node',
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
	read(row) {
		const rows = readObjects(row, 'tableRows');
		const automatic = tableFrom(rows);
		const chosen = row
			.rowParams('tableColumns', 'column', (_, index) => `Column ${index + 1}`)
			.map((column) => columnOf(column.text('key'), column.optionalText('title'), column.choice('columnType')));
		return {
			type: 'table',
			rows: chosen.length > 0 ? rows : automatic.rows,
			columns: chosen.length > 0 ? chosen : automatic.columns,
			pageSize: row.number('tablePageSize', { min: 1, max: 10 }),
		};

		function columnOf(key: string, title: string, type: string): TableColumn {
			const known = automatic.columns.find((column) => column.key === key);
			return {
				...known,
				key,
				title: title || key,
				...(type !== 'auto' && { type: type as TableColumn['type'] }),
			};
		}
	},
};
