import type { IDataObject } from 'n8n-workflow';

import { outputOf } from '../../../shared/operation/output';
import type { SheetPath } from '../../../shared/sheets/contents';
import { shownRange } from '../../areas';
import { SHOWN_CONDITION } from '../../filterFields';
import type { ViewEntry } from './views';

const SHAPE = {
	spreadsheet_token: 'string',
	sheet_id: 'string',
	filter_view_id: 'string',
	name: 'string',
	range: 'string',
} as const;

export const FILTER_VIEW = outputOf(SHAPE);

export const WHOLE_FILTER_VIEW = outputOf({ ...SHAPE, conditions: [SHOWN_CONDITION] });

export const viewItem = (
	{ spreadsheet_token, sheet_id }: Pick<SheetPath, 'spreadsheet_token' | 'sheet_id'>,
	{ filter_view_id, filter_view_name: name, range }: ViewEntry,
): IDataObject => ({ spreadsheet_token, sheet_id, filter_view_id, name, range: shownRange(range) });
