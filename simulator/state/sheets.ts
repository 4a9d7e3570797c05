import type { Member } from './bases';
import type { Area, SheetParts } from './sheetParts';

export type { Area } from './sheetParts';

/** A part of a text: with a style, a link, or somebody or something that is mentioned. */
export interface Segment {
	type: 'text' | 'url' | 'mention';
	text: string;
	[name: string]: unknown;
}

export interface Formula {
	formula: string;
}

/** A picture or file in a cell: a cell that holds one holds nothing else. */
export interface CellFile {
	type: 'embed-image' | 'attachment';
	fileToken: string;
	text: string;
	[name: string]: unknown;
}

/** What was put into a cell; numbers are dates where the format says so. */
export type CellContent = string | number | boolean | readonly Segment[] | Formula | CellFile;

export type CellStyle = Readonly<Record<string, unknown>>;

export interface SheetCell {
	content?: CellContent;
	/** In the words of the platform, without the number format. */
	style?: CellStyle;
	/** The number format; none is the general one. */
	formatter?: string;
}

/** A row or column; its size in pixels. */
export interface Line {
	hidden: boolean;
	size?: number;
}

export interface Row extends Line {
	/** Sparse, by column. */
	cells: (SheetCell | undefined)[];
}

export interface Dropdown extends Area {
	values: readonly string[];
	options: { multipleValues: boolean; highlightValidData: boolean; colors: readonly string[] };
}

export interface Sheet extends SheetParts {
	sheet_id: string;
	title: string;
	hidden: boolean;
	frozen_rows: number;
	frozen_columns: number;
	/** All that there are, empty ones too. */
	rows: Row[];
	columns: Line[];
	merges: Area[];
	dropdowns: Dropdown[];
}

export interface Spreadsheet {
	token: string;
	title: string;
	/** open_id in the store of a person, or of an app's bot. */
	owner: string;
	folder_token: string;
	/** It lies in a wiki, and in no folder. */
	in_wiki: boolean;
	revision: number;
	/** A write is under way. */
	writing: boolean;
	sheets: Sheet[];
	members: Member[];
}

/** Spreadsheets, by their tokens. */
export class Sheets {
	readonly all = new Map<string, Spreadsheet>();
	/** Tokens of those that were deleted. */
	readonly deleted = new Set<string>();
}
