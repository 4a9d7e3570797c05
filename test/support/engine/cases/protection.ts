import type { INodeParameters } from 'n8n-workflow';

import type { Platform } from '..';
import { ownSheet } from '../sheetPlace';
import { late, LIMIT, type Cases } from './common';
import { LINES } from './dimension';
import { SHEET, SPREADSHEET } from './spreadsheet';

const PROTECT_ID = '7034065500711796764';

function protectedSheet(p: Platform): INodeParameters {
	const { book, sheet, where } = ownSheet(p);
	sheet.protections.push({
		protectId: PROTECT_ID,
		lines: { major: 'ROWS', start: 1, end: 3 },
		lockInfo: 'Last year',
		editors: [],
		by: book.owner,
	});
	return { ...where, protectId: PROTECT_ID };
}

const EDITORS = { several: [{ list: 'ou_1, on_1' }] };

export const protection: Cases = {
	add: {
		parameters: (p) => ({ ...ownSheet(p).where, majorDimension: 'ROWS', firstRow: '2', lastRow: '3' }),
		refused: [...SHEET, ...LINES, [{ protectionEditors: EDITORS }, 'Editors']],
	},
	getAll: { parameters: protectedSheet, refused: [...SHEET, ...LIMIT] },
	remove: {
		parameters: (p) => ({ spreadsheet: protectedSheet(p).spreadsheet, protectIds: PROTECT_ID }),
		refused: [...SPREADSHEET, [{ protectIds: late('') }, 'Protection IDs']],
	},
	update: {
		parameters: (p) => ({ ...protectedSheet(p), protectionFields: { reason: 'Closed', lines: 'A:B' } }),
		refused: [
			...SHEET,
			[{ protectId: late('') }, 'Protection ID'],
			[{ protectionFields: {} }, 'Update Fields'],
			[{ protectionFields: { lines: 'A1:B2' } }, 'Rows or Columns'],
			[{ protectionFields: { addEditors: EDITORS } }, 'Add Editors'],
		],
	},
};
