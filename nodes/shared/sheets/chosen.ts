import { InputError } from '../../../feishu/input';
import { sheetAddress } from '../../../feishu/sheets/sheetAddress';
import { askingFor, filledIn, type Panel } from '../fields/panel';
import type { SheetPath } from './contents';
import { Sheet } from './sheetPlace';
import { Spreadsheet } from './spreadsheetPlace';

/** The spreadsheet that the panel holds. @throws InputError while there is none, or an expression that has no value yet */
export function chosenSpreadsheet(panel: Panel): Spreadsheet {
	const value = filledIn(panel, 'spreadsheet');
	if (value === '')
		throw new InputError(
			'Spreadsheet',
			'Choose the spreadsheet first',
			'What is in this list belongs to a spreadsheet',
		);
	return new Spreadsheet(sheetAddress('Spreadsheet', value), 'Spreadsheet', value);
}

/** The sheet that the panel's Spreadsheet and Sheet fields hold. @throws InputError as `chosenSpreadsheet` */
export function chosenSheet(panel: Panel): Sheet {
	const spreadsheet = chosenSpreadsheet(panel);
	return new Sheet(spreadsheet, filledIn(panel, 'sheet') || spreadsheet.address.sheet, 'Sheet');
}

export async function chosenSheetPath(panel: Panel): Promise<SheetPath> {
	return await chosenSheet(panel).path(askingFor(panel));
}

/** Tells lists of one spreadsheet, or of one sheet, from those of others. @throws InputError as `chosenSpreadsheet` */
export function keyOfSpreadsheet(panel: Panel): string {
	return JSON.stringify(chosenSpreadsheet(panel).address);
}

export function keyOfSheet(panel: Panel): string {
	return `${keyOfSpreadsheet(panel)} ${filledIn(panel, 'sheet')}`;
}
