import { tableFrom, type ColumnType, type TableColumn } from '../../../../../feishu/im/card';
import { text, type JsonObject } from '../../../../../feishu/json';
import { fieldGroup, rowsField } from '../../../fields/nested';
import { choiceField, numberField, textField } from '../../../fields/plain';
import { parseMoment } from '../../../fields/values';
import { UPLOAD_IMAGE } from '../../upload';
import { originOf, uploadImagesInAll, type Origin } from '../images';
import type { Tools } from '../tools';
import type { BlockKind, MakeBlock } from './block';
import { checkedProperties, properties } from './blockOptions';
import { objectsField } from './objects';

const rows = objectsField({
	displayName: 'Rows',
	name: 'tableRows',
	default: '[]',
	description: 'An array of objects, a row each, such as all items of another node',
});

const key = textField({
	displayName: 'Key',
	name: 'key',
	required: true,
	placeholder: 'e.g. sales',
	description: 'The name under which the rows hold the value',
});

const title = textField({
	displayName: 'Title',
	name: 'title',
	placeholder: 'e.g. Sales',
	description: 'The heading of the column; the key when empty',
});

const columnType = choiceField({
	displayName: 'Type',
	name: 'columnType',
	options: [
		{ name: 'Automatic', value: 'auto', description: 'By what the rows hold' },
		{ name: 'Date', value: 'date', description: 'Milliseconds or an ISO date' },
		{ name: 'Markdown', value: 'markdown', description: 'Words with links and styles' },
		{ name: 'Number', value: 'number', description: 'Aligned and with separators' },
		{ name: 'Options', value: 'options', description: 'Colored tags' },
		{ name: 'People', value: 'persons', description: 'Open IDs, shown as people' },
		{ name: 'Text', value: 'text' },
	],
	default: 'auto',
	description: 'How the values are shown',
});

const columnWidth = textField({
	displayName: 'Width',
	name: 'columnWidth',
	placeholder: 'e.g. 120px, 25%',
	description: 'As it fits when empty',
});

const chosenColumns = rowsField(
	{
		displayName: 'Table Columns',
		name: 'tableColumns',
		groupKey: 'column',
		groupName: 'Column',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Column',
		description: 'Which columns to show, and how; all that the rows have when empty',
	},
	[key, title, columnType, columnWidth, properties],
);

const pageSize = numberField({
	displayName: 'Rows per Page',
	name: 'tablePageSize',
	typeOptions: { minValue: 1, maxValue: 10 },
	default: 5,
	description: 'How many rows are shown before the reader turns the page',
});

export const table: BlockKind = {
	value: 'table',
	name: 'Table',
	description: 'Rows and columns from a list of objects',
	calls: [UPLOAD_IMAGE],
	field: () =>
		fieldGroup('table', [rows, chosenColumns, pageSize], ({ read, label, panel }): MakeBlock => {
			const given = read(rows);
			const automatic = tableFrom(given).columns;
			const chosen = read(chosenColumns).map((column): TableColumn => {
				const name = column.read(key);
				const type = column.read(columnType);
				const known = automatic.find((one) => one.key === name);
				// How another type is shown does not go with the one chosen.
				const shown = type === 'auto' || known?.type === type ? known : { type };
				const width = column.read(columnWidth);
				const more = checkedProperties<TableColumn>('column', column.read(properties), column.label(properties));
				return {
					...(type === 'number' && FIGURES),
					...shown,
					key: name,
					title: column.read(title) || name,
					...(width !== '' && { width }),
					...more,
				};
			});
			const columns = chosen.length > 0 ? chosen : automatic;
			const origin = originOf(panel, label(rows));
			const dated = withMoments(given, columns, origin.label, panel.timeZone);
			const perPage = read(pageSize);
			return async (tools) => {
				const shown = await withImages(dated, columns, tools, origin);
				return { type: 'table', rows: shown, columns, pageSize: perPage };
			};
		}),
};

const FIGURES: Partial<TableColumn> = { align: 'right', format: { separator: true } };

/** A date that carries no offset. */
const LOCAL_DATE = /^\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?)?$/;

/** The rows with dates in the workflow's zone where they name none. */
function withMoments(
	given: readonly JsonObject[],
	columns: readonly TableColumn[],
	field: string,
	timeZone: string,
): JsonObject[] {
	const inZone = (date: string) => {
		if (!LOCAL_DATE.test(date.trim())) return date;
		try {
			return new Date(parseMoment(field, date, timeZone) ?? NaN).toISOString();
		} catch {
			// The block complains, and names the row.
			return date;
		}
	};
	const cells = given.map((one) => ({ ...one }));
	for (const { key: name, own } of textsOf(cells, columns, 'date'))
		for (const one of own) one[name] = inZone(text(one[name]));
	return cells;
}

/** The rows with the images of their Markdown uploaded. */
async function withImages(
	given: readonly JsonObject[],
	columns: readonly TableColumn[],
	tools: Tools,
	origin: Origin,
): Promise<JsonObject[]> {
	const cells = given.map((one) => ({ ...one }));
	for (const { key: name, own } of textsOf(cells, columns, 'markdown')) {
		const texts = own.map((one) => text(one[name]));
		const uploaded = await uploadImagesInAll(tools, texts, origin);
		own.forEach((one, index) => (one[name] = uploaded[index]));
	}
	return cells;
}

/** The rows that have text in a column of this type, for each such column. */
function textsOf(cells: readonly JsonObject[], columns: readonly TableColumn[], type: ColumnType) {
	return columns
		.filter((column) => column.type === type)
		.map(({ key: name }) => ({ key: name, own: cells.filter((one) => typeof one[name] === 'string') }));
}
