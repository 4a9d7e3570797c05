import { ownSheet } from '../sheetPlace';
import { late, type Cases } from './common';
import { SHEET } from './spreadsheet';

const range = (p: Parameters<typeof ownSheet>[0]) => ({ ...ownSheet(p).where, mergedRange: 'A1:B2' });
const RANGE = [
	[{ mergedRange: late('') }, 'Range'],
	[{ mergedRange: late('A') }, 'Range'],
] as const;

export const cellFormat: Cases = {
	merge: { parameters: range, refused: [...SHEET, ...RANGE, [{ mergeType: late('ALL') }, 'Merge']] },
	setStyle: {
		parameters: (p) => ({ ...ownSheet(p).where, styledRanges: 'A1:C1, 2:2', style: { bold: true, backColor: '#fc0' } }),
		refused: [
			...SHEET,
			[{ styledRanges: late('') }, 'Ranges'],
			[{ styledRanges: 'A1:C1, nothing at all' }, 'Ranges'],
			[{ style: {} }, 'Style'],
			[{ style: { foreColor: late('red') } }, 'Text Color'],
			[{ style: { fontSize: 40 } }, 'Font Size'],
			[{ style: { formatter: late('yyyy-mm-dd') } }, 'Number Format'],
		],
	},
	unmerge: { parameters: range, refused: [...SHEET, ...RANGE] },
};
