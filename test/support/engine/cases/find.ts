import { ownSheet } from '../sheetPlace';
import type { Platform } from '..';
import { late, type Cases } from './common';
import { SHEET } from './spreadsheet';

const where = (p: Platform) => ({ ...ownSheet(p, [['Draft', 'draft 2', 3]]).where, find: 'draft' });
const SEARCH = [
	[{ find: late('') }, 'Find'],
	[{ searchedRange: late('A') }, 'Range'],
] as const;

export const find: Cases = {
	find: { parameters: where, records: () => 2, refused: [...SHEET, ...SEARCH] },
	replace: { parameters: (p) => ({ ...where(p), replacement: 'Final' }), refused: [...SHEET, ...SEARCH] },
};
