import type { INodeParameters } from 'n8n-workflow';

import type { Platform } from '..';
import { ownSheet } from '../sheetPlace';
import { late, LIMIT, type Cases } from './common';
import { SHEET } from './spreadsheet';

const CF_ID = 'Ji2kSYb1Lk';

function formatted(p: Platform): INodeParameters {
	const { sheet, where } = ownSheet(p);
	sheet.conditionFormats.push({
		cf_id: CF_ID,
		areas: [{ top: 1, left: 2, bottom: 9, right: 2 }],
		rule_type: 'containsBlanks',
		attrs: [],
		style: { back_color: '#ff0000' },
	});
	return { ...where, conditionFormatId: CF_ID };
}

const wanted = {
	conditionRanges: 'C2:C10',
	conditionRule: 'greaterThan',
	conditionValues: '100',
	conditionStyle: { backColor: '#fc0', bold: true },
};

const FORM = [
	[{ conditionRanges: late('') }, 'Ranges'],
	[{ conditionRanges: late('?') }, 'Ranges'],
	[{ conditionRule: late('isRed') }, 'Format Cells That'],
	[{ conditionValues: late('') }, 'Values'],
	[{ conditionValues: '1, 2' }, 'Values'],
	[{ conditionStyle: {} }, 'Style'],
	[{ conditionStyle: { foreColor: late('red') } }, 'Text Color'],
] as const;
const ID = [[{ conditionFormatId: late(' ') }, 'Conditional Format ID']] as const;

export const conditionalFormat: Cases = {
	create: { parameters: (p) => ({ ...ownSheet(p).where, ...wanted }), refused: [...SHEET, ...FORM] },
	delete: { parameters: formatted, refused: [...SHEET, ...ID] },
	getAll: { parameters: formatted, refused: [...SHEET, ...LIMIT] },
	update: { parameters: (p) => ({ ...formatted(p), ...wanted }), refused: [...SHEET, ...ID, ...FORM] },
};
