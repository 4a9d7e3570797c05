import type { Platform } from '..';
import { ownSheet } from '../sheetPlace';
import { late, type Cases } from './common';
import { SHEET } from './spreadsheet';

function withDropdown(p: Platform) {
	const { sheet, where } = ownSheet(p);
	const options = { multipleValues: false, highlightValidData: false, colors: [] };
	sheet.dropdowns.push({ top: 1, bottom: 9, left: 2, right: 2, values: ['Open', 'Done'], options });
	return { ...where, dropdownRanges: 'C2:C10', dropdownValues: 'Open, Done' };
}

const RANGES = [
	[{ dropdownRanges: late('') }, 'Ranges'],
	[{ dropdownRanges: 'C2:C10, ?' }, 'Ranges'],
] as const;
const RULE = [
	[{ dropdownValues: late(' , ') }, 'Values'],
	[{ dropdownValues: 'x'.repeat(101) }, 'Values'],
	[{ dropdownOptions: { hues: '#FFF2CC' } }, 'Options'],
	[{ dropdownOptions: { hues: 'red, blue' } }, 'Options'],
] as const;

export const dropdown: Cases = {
	delete: { parameters: withDropdown, refused: [...SHEET, ...RANGES] },
	getAll: { parameters: withDropdown, refused: [...SHEET, [{ dropdownRange: late('?') }, 'Range']] },
	set: { parameters: withDropdown, refused: [...SHEET, ...RANGES, ...RULE] },
	update: { parameters: withDropdown, refused: [...SHEET, ...RANGES, ...RULE] },
};
