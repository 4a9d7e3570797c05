import { sheetAddress } from '../../../feishu/sheets/sheetAddress';
import { complaint } from '../operation/field';
import { fromList, optionalLocatorField, TEXT } from '../fields/locator';
import { fieldGroup } from '../fields/nested';
import { GET_SHEETS } from './contents';
import { searchSheets } from './searchSheets';
import { Sheet } from './sheetPlace';
import { spreadsheetField } from './spreadsheet';

const spreadsheet = spreadsheetField();

const entered = optionalLocatorField({
	displayName: 'Sheet',
	name: 'sheet',
	description: 'Where nothing is chosen it is the one that the address names, or else the first one that people see',
	modes: [
		fromList('searchSheets', 'Choose a sheet…'),
		{ displayName: 'By Name or ID', name: 'id', ...TEXT, placeholder: 'e.g. Sheet1' },
	],
	searches: { searchSheets },
	calls: [GET_SHEETS],
});

/** A spreadsheet and one of its sheets. */
export const sheetField = fieldGroup('sheetOfSpreadsheet', [spreadsheet, entered], ({ read, label }): Sheet => {
	const chosen = read(spreadsheet);
	const { value } = read(entered) ?? {};
	const name = label(entered);
	return new Sheet(chosen, value === undefined ? chosen.address.sheet : entry(name, value), name);
});

/** An address in the place of a sheet says which one. */
function entry(label: string, value: string): string {
	if (!/^https?:\/\//i.test(value)) return value;
	const { sheet } = sheetAddress(label, value);
	if (sheet !== undefined) return sheet;
	throw complaint(
		label,
		'holds an address without a sheet',
		'Open the sheet and copy the address, which ends in ?sheet=…',
	);
}
