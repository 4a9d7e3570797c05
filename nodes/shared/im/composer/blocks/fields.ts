import { InputError } from '../../../../../feishu/input';
import { escapeMarkdown } from '../../../../../feishu/markdown';
import { allWithUploadedImages } from '../images';
import type { BlockKind } from './block';

export const fields: BlockKind = {
	value: 'fields',
	name: 'Fields',
	description: 'Names with their values, side by side',
	fields: () => [
		{
			displayName: 'Fields',
			name: 'fields',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add Field',
			default: {},
			description: 'Each a name with its value',
			options: [
				{
					displayName: 'Field',
					name: 'field',
					values: [
						{
							displayName: 'Name',
							name: 'name',
							type: 'string',
							default: '',
							placeholder: 'e.g. Status',
							description: 'Shown in bold above the value',
						},
						{
							displayName: 'Value',
							name: 'value',
							type: 'string',
							default: '',
							placeholder: 'e.g. Resolved',
							description: 'Markdown is allowed',
						},
					],
				},
			],
		},
		{
			displayName: 'Fields From JSON',
			name: 'fieldsJson',
			type: 'json',
			default: '',
			description: "An object whose names and values are added as plain text, such as the item's data",
		},
		{
			displayName: 'Columns',
			name: 'columns',
			type: 'options',
			options: [
				{ name: 'One', value: 1, description: 'Each field on a line of its own' },
				{ name: 'Three', value: 3, description: 'Three fields beside each other' },
				{ name: 'Two', value: 2, description: 'Two fields beside each other' },
			],
			default: 2,
			description: 'How many fields stand beside each other',
		},
	],
	async read(row, context) {
		const rows = row.rows<{ name?: unknown; value?: unknown }>('fields', 'field');
		const values = rows.map(({ value }) => words(value));
		const uploaded = await allWithUploadedImages({ ...context, param: row }, values, 'fields');
		const listed = rows.map(({ name }, index) => ({ name: words(name), value: uploaded[index] ?? '' }));
		// Data is no Markdown: it could name people, and notify them.
		const given = Object.entries(row.jsonObject('fieldsJson')).map(([name, value]) => ({
			name,
			value: escapeMarkdown(words(value)),
		}));
		const all = [...listed, ...given].filter(({ name, value }) => name !== '' || value !== '');
		if (all.length === 0)
			throw new InputError(
				row.label('fields'),
				`The field '${row.label('fields')}' is empty`,
				'Add at least one field',
			);
		return { type: 'fields', fields: all, columns: row.number('columns', { min: 1, max: 3 }) as 1 | 2 | 3 };
	},
};

function words(value: unknown): string {
	if (value === undefined || value === null) return '';
	return typeof value === 'object' ? JSON.stringify(value) : String(value).trim();
}
