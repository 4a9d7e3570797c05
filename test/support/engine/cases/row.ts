import type { INodeParameters } from 'n8n-workflow';

import type { Platform } from '..';
import { OwnSheet } from '../sheetRuns';
import { late, LIMIT, type Cases } from './common';
import { SHEET } from './spreadsheet';

/** A fresh sheet with some rows. */
export const ownRows = (p: Platform): INodeParameters =>
	new OwnSheet(p, ['Name', 'n'], ['a', 1], ['b', 2], ['c', 3]).where;

const values = (value: Record<string, unknown>) => ({ columns: `={{ ${JSON.stringify(value)} }}` });

const COLUMNS = [
	[{ columns: late('x') }, 'Columns'],
	[values({ Name: [{ odd: 1 }] }), 'Name'],
	[{ options: { timeZone: late('Mars/Base') } }, 'Time Zone'],
	[{ options: { headerRow: 3, dataRow: 2 } }, 'First Data Row'],
] as const;

export const row: Cases = {
	append: {
		parameters: (p) => ({ ...ownRows(p), ...values({ Name: 'd', n: 4 }) }),
		refused: [...SHEET, ...COLUMNS, [values({ Name: '' }), 'Columns']],
	},
	upsert: {
		parameters: (p) => ({ ...ownRows(p), ...values({ Name: 'd', n: 4 }), options: { matchOn: 'Name' } }),
		refused: [...SHEET, ...COLUMNS.slice(0, 2), [{ options: {} }, 'Columns']],
	},
	update: {
		parameters: (p) => ({ ...ownRows(p), ...values({ row_number: 2, n: 4 }), options: { matchOn: 'row_number' } }),
		refused: [
			...SHEET,
			...COLUMNS.slice(0, 1),
			[values({ row_number: 1, n: 4 }), 'row_number'],
			[values({ n: 4 }), 'row_number'],
		],
	},
	getAll: {
		parameters: (p) => ({ ...ownRows(p), returnAll: true }),
		records: () => 3,
		refused: [
			...SHEET,
			...LIMIT,
			[{ conditions: { condition: [{ column: late(''), operator: 'equals', value: 'x' }] } }, 'Column Name or ID'],
			[{ options: { range: late('B-F') } }, 'Range'],
		],
	},
	delete: {
		parameters: (p) => ({ ...ownRows(p), rowNumbers: '2' }),
		refused: [
			...SHEET,
			[{ rowNumbers: late('') }, 'Row Numbers'],
			[{ rowNumbers: late('x') }, 'Row Numbers'],
			[{ rowNumbers: '1' }, 'Row Numbers'],
			[{ deleteBy: 'conditions', conditions: {} }, 'Conditions'],
		],
	},
	clear: {
		parameters: ownRows,
		refused: [...SHEET, [{ clearWhat: 'numbers', rowNumbers: late('2-x') }, 'Row Numbers']],
	},
};
