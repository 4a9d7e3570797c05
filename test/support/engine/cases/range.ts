import { late, type Cases } from './common';
import { ownRows } from './row';
import { SHEET } from './spreadsheet';

const json = (values: unknown) => ({ valuesFrom: 'json', valuesJson: JSON.stringify(values) });

const VALUES = [
	[{ ...json([]) }, 'Rows'],
	[{ ...json([[1], 2]) }, 'Rows'],
	[{ ...json([[{ odd: 1 }]]) }, "'A'"],
	[{ valuesFrom: 'csv', csv: late('"a') }, 'CSV'],
	[{ valuesFrom: 'csv', csv: late(' ') }, 'CSV'],
] as const;

const RANGE = (name: string, label: string) => [[{ [name]: late('C3-D') }, label]] as const;

export const range: Cases = {
	read: {
		parameters: (p) => ({ ...ownRows(p), readRanges: 'A1:B3' }),
		refused: [...SHEET, ...RANGE('readRanges', 'Ranges')],
	},
	write: {
		parameters: (p) => ({ ...ownRows(p), writtenRange: 'A2', ...json([['z', 9]]) }),
		refused: [
			...SHEET,
			...VALUES,
			...RANGE('writtenRange', 'Range'),
			[{ writtenRange: 'A1:A2' }, 'room for 1 columns'],
			[{ writtenRange: late('') }, 'Range'],
		],
	},
	append: {
		parameters: (p) => ({ ...ownRows(p), ...json([['z', 9]]) }),
		refused: [...SHEET, ...VALUES, ...RANGE('appendedColumns', 'Columns')],
	},
	insertAbove: {
		parameters: (p) => ({ ...ownRows(p), insertedAbove: 'A2', ...json([['z', 9]]) }),
		refused: [...SHEET, ...VALUES, ...RANGE('insertedAbove', 'Above')],
	},
	writeSeveral: {
		parameters: (p) => ({ ...ownRows(p), ranges: { part: [{ range: 'A2', valuesJson: '[["z", 9]]' }] } }),
		refused: [
			...SHEET,
			[{ ranges: {} }, 'Ranges'],
			[{ ranges: { part: [{ range: late('x y'), valuesJson: '[[1]]' }] } }, 'Range'],
			[{ ranges: { part: [{ range: 'A1', valuesJson: late('x') }] } }, 'Rows'],
		],
	},
	clear: {
		parameters: (p) => ({ ...ownRows(p), clearedRanges: 'A2:B' }),
		refused: [...SHEET, ...RANGE('clearedRanges', 'Ranges'), [{ clearedRanges: late('') }, 'Ranges']],
	},
};
