import type { INodeParameters } from 'n8n-workflow';

import { ownSheet } from '../sheetPlace';
import { late, LIMIT, type Cases } from './common';
import { SHEET, SPREADSHEET } from './spreadsheet';

const fields = (sheetFields: INodeParameters): INodeParameters => ({ sheetFields });

export const sheet: Cases = {
	add: {
		parameters: (p) => ({ spreadsheet: ownSheet(p).where.spreadsheet, sheetTitle: 'January' }),
		refused: [
			...SPREADSHEET,
			[{ sheetTitle: late(' ') }, 'Name'],
			[{ sheetTitle: late('a/b') }, 'Name'],
			[{ sheetTitle: late('x'.repeat(101)) }, 'Name'],
			[{ addOptions: { position: 0 } }, 'Position'],
		],
	},
	copy: {
		parameters: (p) => ({ ...ownSheet(p).where, newSheetTitle: 'Copy' }),
		refused: [...SHEET, [{ newSheetTitle: late('a[1]') }, 'New Name']],
	},
	delete: {
		parameters: (p) => ownSheet(p).where,
		refused: [...SHEET, [{ sheet: { __rl: true, mode: 'list', value: '' } }, 'Sheet']],
	},
	get: { parameters: (p) => ownSheet(p).where, refused: SHEET },
	getAll: {
		parameters: (p) => ({ spreadsheet: ownSheet(p).where.spreadsheet, returnAll: true }),
		records: () => 2,
		refused: [...SPREADSHEET, ...LIMIT],
	},
	update: {
		parameters: (p) => ({ ...ownSheet(p).where, ...fields({ title: 'Renamed', frozenRows: 1, position: 2 }) }),
		refused: [
			...SHEET,
			[fields({}), 'Update Fields'],
			[fields({ title: '' }), 'Update Fields'],
			[fields({ title: 'a*b' }), 'Name'],
			[fields({ frozenRows: -1 }), 'Frozen Rows'],
			[fields({ protection: 'UNLOCK', lockInfo: 'x' }), 'Update Fields'],
			[fields({ protection: late('open') }), 'Protection'],
			[fields({ protection: 'LOCK', editors: { several: [{ list: 'ou_1, on_1' }] } }), 'Editors'],
		],
	},
};
