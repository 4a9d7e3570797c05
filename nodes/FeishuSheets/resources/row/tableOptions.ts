import { isPlace } from '../../../../feishu/zones';
import type { TablePlace } from '../../cells/tableEnds';
import { numberField, textField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';

const whole = { minValue: 1, numberPrecision: 0 };

export const headerRowOption = numberField({
	displayName: 'Header Row',
	name: 'headerRow',
	typeOptions: whole,
	default: 1,
	description: 'The number of the row with the names of the columns',
});

export const dataRowOption = numberField({
	displayName: 'First Data Row',
	name: 'dataRow',
	typeOptions: whole,
	default: 2,
	description: 'The number of the first row that belongs to the table; the one below the header unless given',
});

/** Undefined where the workflow's is meant. */
export const timeZoneOption = mappedField(
	textField({
		displayName: 'Time Zone',
		name: 'timeZone',
		placeholder: 'e.g. Asia/Shanghai',
		description:
			'Of the spreadsheet, which you see under File → Spreadsheet settings: what its cells show of a moment; the workflow’s unless given',
	}),
	(given, label): string | undefined => {
		if (given === '') return undefined;
		if (isPlace(given)) return given;
		throw complaint(label, `holds no time zone: ${given.slice(0, 40)}`, 'Use a name such as Asia/Shanghai or UTC');
	},
);

/** @throws InputError where the data would begin above the header, or in it */
export function placeOf({ headerRow = 1, dataRow }: { headerRow?: number; dataRow?: number }): TablePlace {
	const place = { headerRow: Math.floor(headerRow), dataRow: Math.floor(dataRow ?? headerRow + 1) };
	if (place.dataRow > place.headerRow) return place;
	throw dataRowOption.refuse(
		`is ${place.dataRow}, which is not below the header row ${place.headerRow}`,
		'The header stands above the rows',
	);
}
