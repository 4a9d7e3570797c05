import type { INodeParameters } from 'n8n-workflow';

import type { Platform } from '..';
import { ownSheet } from '../sheetPlace';
import { late, type Cases } from './common';
import { SHEET } from './spreadsheet';

const VALUES = [
	['Name', 'Amount'],
	['a', 1],
	['b', 20],
];

export const conditions = (...condition: INodeParameters[]) => ({ filterConditions: { condition } });

const wanted = conditions({ column: 'B', rule: 'greater', values: '5' });

function filtered(p: Platform): INodeParameters {
	const { sheet, where } = ownSheet(p, VALUES);
	sheet.filter = { top: 0, left: 0, bottom: 9, right: 3, conditions: new Map() };
	return { ...where };
}

/** What no filter takes for a condition. */
export const CONDITIONS = [
	[conditions({ column: late(''), values: 'x' }), 'Condition 1 → Column'],
	[conditions({ column: late('3'), values: 'x' }), 'Condition 1 → Column'],
	[conditions({ column: 'A', rule: late('is') }), 'Show Rows Where It'],
	[conditions({ column: 'A', rule: 'greater', values: 'many' }), 'Values'],
	[conditions({ column: 'A', rule: 'between', values: '1' }), 'Values'],
	[conditions({ column: 'A', values: 'x' }, { column: 'a', values: 'y' }), 'Conditions'],
] as const;

export const filter: Cases = {
	get: { parameters: filtered, refused: SHEET },
	remove: { parameters: filtered, refused: SHEET },
	set: {
		parameters: (p) => ({ ...ownSheet(p, VALUES).where, filteredRange: 'A1:D10', ...wanted }),
		refused: [...SHEET, [{ filteredRange: late('?') }, 'Range'], [conditions(), 'Conditions'], ...CONDITIONS],
	},
	update: {
		parameters: (p) => ({ ...filtered(p), ...wanted }),
		refused: [...SHEET, [conditions(), 'Conditions'], ...CONDITIONS],
	},
};
