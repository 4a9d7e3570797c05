import type { Asking } from '../client/asking';

/**
 * The sheets of a spreadsheet, read once in an execution: the platform answers 100 such requests a minute.
 */

export const GET_SHEETS = 'GET /open-apis/sheets/v3/spreadsheets/:spreadsheet_token/sheets/query';

/** Scopes of which one is enough to list the sheets. */
export const SHEETS_SCOPES = [
	'sheets:spreadsheet:read',
	'sheets:spreadsheet:readonly',
	'sheets:spreadsheet',
	'drive:drive:readonly',
	'drive:drive',
];

/** What the paths of a sheet's endpoints need. */
export interface SheetPath {
	spreadsheet_token: string;
	sheet_id: string;
	[parameter: string]: string;
}

/** A sheet as the list of its spreadsheet has it. Source: …/sheets-v3/spreadsheet-sheet/query */
export interface SheetEntry {
	sheet_id: string;
	title: string;
	index: number;
	hidden?: boolean;
	/** `sheet`; what holds a base or a diagram has no cells. */
	resource_type: string;
	grid_properties?: {
		row_count: number;
		column_count: number;
		frozen_row_count?: number;
		frozen_column_count?: number;
	};
	[more: string]: unknown;
}

const kept = new WeakMap<object, Map<string, Promise<readonly SheetEntry[]>>>();

/** All sheets in their order, hidden ones too. @throws CallError */
export async function sheetsOf({ feishu, context }: Asking, spreadsheet_token: string): Promise<readonly SheetEntry[]> {
	const lists = kept.get(context) ?? new Map<string, Promise<readonly SheetEntry[]>>();
	kept.set(context, lists);
	const list = lists.get(spreadsheet_token) ?? read(feishu, spreadsheet_token);
	lists.set(spreadsheet_token, list);
	// What was refused may be granted by the time the next item asks.
	list.catch(() => lists.delete(spreadsheet_token));
	return await list;
}

/** To be called when sheets were added, renamed, resized or taken away. */
export function forgetSheets({ context }: Asking, spreadsheet_token: string): void {
	kept.get(context)?.delete(spreadsheet_token);
}

async function read(feishu: Asking['feishu'], spreadsheet_token: string): Promise<readonly SheetEntry[]> {
	const { sheets } = await feishu.call<{ sheets?: SheetEntry[] }>(GET_SHEETS, {
		path: { spreadsheet_token },
		idempotent: true,
	});
	return sheets ?? [];
}
