import type { IDataObject } from 'n8n-workflow';

import { columnLetters } from '../../../../feishu/sheets/a1';
import { optionalPeopleField } from '../../../shared/contact/severalPeople';
import { textField } from '../../../shared/fields/plain';
import { outputOf } from '../../../shared/operation/output';

/** Rows and columns that only some people may change. A whole sheet is protected by Sheet → Update. */

export const ADD = 'POST /open-apis/sheets/v2/spreadsheets/:spreadsheet_token/protected_dimension';
const RANGES = '/open-apis/sheets/v2/spreadsheets/:spreadsheetToken/protected_range_batch';
export const DETAILS = `GET ${RANGES}_get`;
export const CHANGE = `POST ${RANGES}_update`;
export const REMOVE = `DELETE ${RANGES}_del`;

/** Counted from 1, both ends included. */
export interface Dimension {
	sheetId: string;
	majorDimension: string;
	startIndex: number;
	endIndex: number;
}

export interface ProtectedRange {
	protectId: string;
	sheetId?: string;
	/** Missing where the whole sheet is protected. */
	dimension?: Partial<Dimension>;
	lockInfo?: string;
	editors?: { users?: Array<{ memberType?: string; memberId?: string }> };
}

export const PROTECTION = outputOf({
	spreadsheet_token: 'string',
	sheet_id: 'string',
	protect_id: 'string',
	whole_sheet: 'boolean',
	'dimension?': 'string',
	'first?': 'string',
	'last?': 'string',
	reason: 'string',
	'editors?': ['string'],
});

/** A protection as an item: its rows or columns as people see them. */
export function protectionItem(
	spreadsheet_token: string,
	sheet_id: string,
	{ protectId, dimension, lockInfo = '', editors }: ProtectedRange,
): IDataObject {
	const { majorDimension, startIndex, endIndex } = dimension ?? {};
	const name = (at: number) => (majorDimension === 'COLUMNS' ? columnLetters(at) : String(at));
	const lines = startIndex !== undefined && endIndex !== undefined && endIndex > 0;
	return {
		spreadsheet_token,
		sheet_id,
		protect_id: protectId,
		whole_sheet: !lines,
		...(lines && {
			dimension: majorDimension === 'COLUMNS' ? 'columns' : 'rows',
			first: name(startIndex),
			last: name(endIndex),
		}),
		reason: lockInfo,
		...(editors && { editors: (editors.users ?? []).map(({ memberId = '' }) => memberId) }),
	};
}

export const editors = optionalPeopleField({
	displayName: 'Editors',
	name: 'protectionEditors',
	placeholder: 'Add Editors',
	description: 'Who may still change the cells, beside the owner of the spreadsheet',
});

export const reason = textField({
	displayName: 'Reason',
	name: 'protectionReason',
	placeholder: 'e.g. Figures of last year',
	description: 'What people read who try to change a cell',
});

export const protectId = textField({
	displayName: 'Protection ID',
	name: 'protectId',
	required: true,
	placeholder: 'e.g. 6947012837346058260',
	description: 'As Get Many gives it',
});
