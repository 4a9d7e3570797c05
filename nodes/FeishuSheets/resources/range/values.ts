import { csvRows } from '../../../../feishu/sheets/csvRows';
import type { ReadyRow } from '../../../../feishu/sheets/evenFormats';
import { columnLetters } from '../../../../feishu/sheets/a1';
import { sheetCell } from '../../../../feishu/sheets/writeCell';
import type { CellContext } from '../../../../feishu/sheets/writtenCell';
import { isObject, type JsonObject } from '../../../../feishu/json';
import { collectionField } from '../../../shared/fields/nested';
import { choiceField, jsonField, listField, rawTextField } from '../../../shared/fields/plain';
import { variantField } from '../../../shared/fields/variants';
import { complaint, mappedField } from '../../../shared/operation/field';
import { timeZoneOption } from '../row/tableOptions';
import { formulasOption, mentionsOption, textOption } from '../row/writeOptions';

/** Rows of values as they were entered; undefined leaves a cell as it is. */
export type GivenRows = unknown[][];

/** `[[1, 2], [3, 4]]`, one row alone, or objects, whose keys become a row of their own. */
function rowsIn(value: unknown, label: string): GivenRows {
	if (!Array.isArray(value) || value.length === 0)
		throw complaint(label, 'must be a list of rows', 'Such as [["Name", "Amount"], ["Ada", 1]]');
	const values = value as unknown[];
	if (values.every(isObject)) return ofObjects(values);
	if (values.every((row) => Array.isArray(row))) return values.map((row) => [...(row as unknown[])]);
	if (values.some((row) => Array.isArray(row) || isObject(row)))
		throw complaint(
			label,
			'mixes rows with single values',
			'Give each row as a list, such as [["Ada", 1], ["Bob", 2]]',
		);
	return [values];
}

function ofObjects(objects: readonly JsonObject[]): GivenRows {
	const keys = [...new Set(objects.flatMap((one) => Object.keys(one)))];
	return [keys, ...objects.map((one) => keys.map((key) => one[key]))];
}

export const valuesJson = mappedField(
	jsonField({
		displayName: 'Rows',
		name: 'valuesJson',
		default: '[]',
		placeholder: '[["Ada", 1], ["Bob", 2]]',
		description:
			'A list of rows, each a list of values; null leaves a cell as it is, "" empties it. Of a list of objects the keys become the first row.',
	}),
	rowsIn,
);

const csv = mappedField(
	rawTextField({
		displayName: 'CSV',
		name: 'csv',
		typeOptions: { rows: 5 },
		placeholder: 'e.g. Ada,1',
		description: 'Lines with values between commas, semicolons or tabs; those with commas stand in quotation marks',
	}),
	(text, label): GivenRows => {
		const rows = csvRows(label, text);
		if (rows.length === 0) throw complaint(label, 'is empty', 'Enter a line of values, such as Ada,1');
		return rows;
	},
);

const keys = listField({
	displayName: 'Keys',
	name: 'itemKeys',
	placeholder: 'e.g. name, amount',
	description:
		'Which values of the item, in their order; all where nothing is entered. The items are rows below each other.',
});

/** From where the values come. */
export const valuesField = variantField(
	choiceField({
		displayName: 'Values From',
		name: 'valuesFrom',
		options: [
			{ name: 'CSV', value: 'csv', description: 'Text, as spreadsheets export it' },
			{ name: 'Input Items', value: 'item', description: 'Each item is a row' },
			{ name: 'JSON', value: 'json', description: 'A list of rows' },
		],
		default: 'item',
		description: 'What is written into the cells',
	}),
	{ csv, item: keys, json: valuesJson },
);

type ChosenValues = ReturnType<typeof valuesField.read>;

/** The rows of an item. @throws InputError where it has nothing */
export function givenRows(chosen: ChosenValues, json: JsonObject): GivenRows {
	if (chosen.choice !== 'item') return chosen.value;
	const names = chosen.value.length > 0 ? chosen.value : Object.keys(json);
	if (names.length > 0) return [names.map((name) => json[name])];
	throw complaint('Values From', 'takes the values of an item that has none', 'Give the item values before');
}

/** Values as cells take them. @param column in which the first of a row goes @throws InputError with the letter of the column */
export const readyRows = (rows: GivenRows, column: number, context: CellContext): ReadyRow[] =>
	rows.map((row) =>
		row.map((value, at) =>
			value === null || value === undefined ? undefined : sheetCell(columnLetters(column + at), value, context),
		),
	);

export const writeOptions = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	timeZoneOption,
	textOption,
	formulasOption,
	mentionsOption,
]);
