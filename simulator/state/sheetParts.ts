/** A rectangle of cells, counted from 0, its ends included. */
export interface Area {
	top: number;
	left: number;
	bottom: number;
	right: number;
}

/** By what rows or cells are told apart, in the words of the platform. */
export interface FilterCondition {
	filter_type: string;
	compare_type?: string;
	expected: readonly string[];
}

/** A range whose first row is its header, and by column what its rows have to be. */
export interface SheetFilter extends Area {
	/** By letters of a column. */
	conditions: Map<string, FilterCondition>;
}

export interface FilterView extends SheetFilter {
	filter_view_id: string;
	filter_view_name: string;
}

export interface ConditionFormat {
	cf_id: string;
	areas: Area[];
	rule_type: string;
	attrs: readonly Readonly<Record<string, unknown>>[];
	style: Readonly<Record<string, unknown>>;
}

/** Rows or columns, from 0, both ends included; without them it is the whole sheet. */
export interface Protection {
	protectId: string;
	lines?: { major: 'ROWS' | 'COLUMNS'; start: number; end: number };
	lockInfo: string;
	/** open_ids in the store of those who may still write. */
	editors: readonly string[];
	/** open_id in the store of who protected it, and may as well. */
	by: string;
}

export interface FloatImage {
	float_image_id: string;
	float_image_token: string;
	/** The cell at its upper left corner. */
	row: number;
	column: number;
	width: number;
	height: number;
	offset_x: number;
	offset_y: number;
}

/** What lies over the cells of a sheet. */
export interface SheetParts {
	filter?: SheetFilter;
	filterViews: FilterView[];
	conditionFormats: ConditionFormat[];
	protections: Protection[];
	floatImages: FloatImage[];
}
