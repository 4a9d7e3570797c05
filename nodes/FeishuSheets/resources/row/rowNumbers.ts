import { enteredRows } from '../../../../feishu/sheets/enteredRows';
import { plainField } from '../../../shared/fields/plain';
import type { TablePlace } from '../../cells/tableEnds';

/** Which rows are meant, by their numbers. */
export const rowNumbersField = plainField(
	{
		displayName: 'Row Numbers',
		name: 'rowNumbers',
		type: 'string',
		default: '={{ $json.row_number }}',
		placeholder: 'e.g. 2, 5-9',
		description: 'As people see them, and as Get Many gives them; several separated by commas',
	},
	(value, label) => enteredRows(label, value),
);

/** @throws InputError about rows that do not belong to the table */
export function checkRows(rows: readonly number[], { dataRow }: TablePlace): readonly number[] {
	const above = rows.find((row) => row < dataRow);
	if (above === undefined) return rows;
	throw rowNumbersField.refuse(
		`names row ${above}, which stands above the first row of the table, ${dataRow}`,
		'Choose another First Data Row among the options, if that row belongs to it',
	);
}
