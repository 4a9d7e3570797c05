import { ownSheet } from '../sheetPlace';
import { late, type Cases } from './common';
import { SHEET } from './spreadsheet';

/** What names no rows or columns. */
export const LINES = [
	[{ majorDimension: late('CELLS') }, 'Rows or Columns'],
	[{ firstRow: late('') }, 'First Row'],
	[{ firstRow: late('C') }, 'First Row'],
	[{ lastRow: '1' }, 'Last Row'],
	[{ majorDimension: 'COLUMNS', firstColumn: late('1.5') }, 'First Column'],
] as const;

const BEFORE = [
	[{ beforeRow: late('') }, 'Before Row'],
	[{ beforeRow: late('-1') }, 'Before Row'],
	[{ majorDimension: 'COLUMNS', beforeColumn: late('C4'), firstColumn: 'A' }, 'Before Column'],
] as const;

export const dimension: Cases = {
	add: {
		parameters: (p) => ({ ...ownSheet(p).where, majorDimension: 'ROWS', lineCount: 3 }),
		refused: [...SHEET, [{ majorDimension: late('x') }, 'Rows or Columns'], [{ lineCount: 0 }, 'How Many']],
	},
	delete: {
		parameters: (p) => ({ ...ownSheet(p).where, majorDimension: 'ROWS', firstRow: '2', lastRow: '3' }),
		refused: [...SHEET, ...LINES],
	},
	insert: {
		parameters: (p) => ({ ...ownSheet(p).where, majorDimension: 'ROWS', beforeRow: '2', lineCount: 2 }),
		refused: [...SHEET, ...BEFORE, [{ lineCount: 0 }, 'How Many'], [{ inheritStyle: late('both') }, 'Formats']],
	},
	move: {
		parameters: (p) => ({ ...ownSheet(p).where, majorDimension: 'ROWS', firstRow: '2', lastRow: '3', beforeRow: '9' }),
		refused: [...SHEET, ...LINES, ...BEFORE, [{ beforeRow: '3' }, 'Before']],
	},
	update: {
		parameters: (p) => ({
			...ownSheet(p).where,
			majorDimension: 'ROWS',
			firstRow: '2',
			lastRow: '3',
			lineFields: { hidden: true },
		}),
		refused: [...SHEET, ...LINES, [{ lineFields: {} }, 'Update Fields'], [{ lineFields: { size: -1 } }, 'Size']],
	},
};
