import type { INodeParameters } from 'n8n-workflow';

import { byId, list, type Platform } from '..';
import { ownSheet } from '../sheetPlace';
import { late, LIMIT, type Cases } from './common';
import { conditions, CONDITIONS } from './filter';
import { SHEET } from './spreadsheet';

const VIEW_ID = 'pH9hbVcCXA';
const wanted = conditions({ column: 'B', rule: 'contains', values: 'x' });

function viewed(p: Platform): INodeParameters {
	const { sheet, where } = ownSheet(p);
	const area = { top: 0, left: 0, bottom: 9, right: 3, conditions: new Map() };
	sheet.filterViews.push({ filter_view_id: VIEW_ID, filter_view_name: 'Open', ...area });
	return { ...where, filterView: byId('Open') };
}

const VIEW = [[{ filterView: list(late('')) }, 'Filter View']] as const;

export const filterView: Cases = {
	create: {
		parameters: (p) => ({ ...ownSheet(p).where, filterViewName: 'Mine', filteredRange: 'A1:D10', ...wanted }),
		refused: [
			...SHEET,
			[{ filterViewName: late(' ') }, 'Name'],
			[{ filterViewName: late('x'.repeat(101)) }, 'Name'],
			[{ filteredRange: late('?') }, 'Range'],
			...CONDITIONS,
		],
	},
	delete: { parameters: viewed, refused: [...SHEET, ...VIEW] },
	get: { parameters: viewed, refused: [...SHEET, ...VIEW] },
	getAll: { parameters: viewed, refused: [...SHEET, ...LIMIT] },
	update: {
		parameters: (p) => ({ ...viewed(p), filterViewFields: { name: 'Renamed', range: 'A1:D5' }, ...wanted }),
		refused: [
			...SHEET,
			...VIEW,
			[{ filterViewFields: {}, ...conditions() }, 'Update Fields'],
			[{ filterViewFields: { name: '' } }, 'Update Fields'],
			[{ filterViewFields: { range: late('?') } }, 'Range'],
			...CONDITIONS,
		],
	},
};
