import { escapeMarkdown } from '../../../../../feishu/markdown';
import { fieldGroup, rowsField } from '../../../fields/nested';
import { jsonObjectField, plainField } from '../../../fields/plain';
import { complaint } from '../../../operation/field';
import { UPLOAD_IMAGE } from '../../upload';
import { originOf, uploadImagesInAll } from '../images';
import { trimmedMarkdown } from '../markdownField';
import type { BlockKind, MakeBlock } from './block';

/** Words of whatever an expression gives: here, data as it comes says something too. */
function words(value: unknown): string {
	if (value === undefined || value === null) return '';
	return typeof value === 'object' ? JSON.stringify(value) : trimmedMarkdown(String(value));
}

const name = plainField(
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Status',
		description: 'Shown in bold above the value',
	},
	words,
);

const value = plainField(
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		default: '',
		placeholder: 'e.g. Resolved',
		description: 'Markdown is allowed',
	},
	words,
);

const rows = rowsField(
	{
		displayName: 'Fields',
		name: 'fields',
		groupKey: 'field',
		groupName: 'Field',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Field',
		description: 'Each a name with its value',
	},
	[name, value],
);

const json = jsonObjectField({
	displayName: 'Fields From JSON',
	name: 'fieldsJson',
	description: "An object whose names and values are added as plain text, such as the item's data",
});

type Columns = 1 | 2 | 3;

const COLUMNS: readonly Columns[] = [1, 2, 3];

const columns = plainField(
	{
		displayName: 'Columns',
		name: 'columns',
		type: 'options',
		options: [
			{ name: 'One', value: 1 },
			{ name: 'Three', value: 3 },
			{ name: 'Two', value: 2 },
		],
		default: 2,
		description: 'How many fields stand beside each other',
	},
	(chosen, label): Columns => {
		const found = COLUMNS.find((count) => count === Number(chosen));
		if (found) return found;
		throw complaint(label, 'must be a number from 1 to 3');
	},
);

export const fields: BlockKind = {
	value: 'fields',
	name: 'Fields',
	description: 'Names with their values, side by side',
	calls: [UPLOAD_IMAGE],
	field: () =>
		fieldGroup('fields', [rows, json, columns], ({ read, refuse, label, panel }): MakeBlock => {
			const listed = read(rows).map((row) => ({ name: row.read(name), value: row.read(value) }));
			const given = Object.entries(read(json)).map(([key, data]) => ({
				name: key,
				// Data is no Markdown: it could name people, and notify them.
				value: escapeMarkdown(words(data)),
			}));
			const says = (one: { name: string; value: string }) => one.name.trim() !== '' || one.value.trim() !== '';
			if (![...listed, ...given].some(says)) throw refuse(rows, 'is empty', 'Add at least one field');
			const beside = read(columns);
			const origin = originOf(panel, label(rows));
			return async (tools) => {
				const values = listed.map((one) => one.value);
				const uploaded = await uploadImagesInAll(tools, values, origin);
				const shown = listed.map((one, index) => ({ ...one, value: uploaded[index] ?? '' }));
				return { type: 'fields', fields: [...shown, ...given].filter(says), columns: beside };
			};
		}),
};
