import type { Operator } from '../state/operator';
import type { CellContent, Segment, Sheet, SheetCell } from '../state/sheets';
import type { Store } from '../state/store';
import { dateText, isDateFormat, numberText } from './format';
import { isFile, isFormula, plainOf } from './formula';
import { cellAt } from './grid';
import type { Place } from './range';

export const RENDER_OPTIONS = ['ToString', 'Formula', 'FormattedValue', 'UnformattedValue'] as const;

/** How a call reads. */
export interface Reading {
	store: Store;
	by: Operator;
	option?: (typeof RENDER_OPTIONS)[number];
	/** Dates in words. */
	dates: boolean;
	idType: 'lark_id' | 'open_id' | 'union_id' | 'user_id';
}

const TYPES = { lark_id: 'userId', user_id: 'userId', open_id: 'openId', union_id: 'unionId' } as const;

/** People by the kind of ID that is asked for. */
function segmentFor(segment: Segment, { store, by, idType }: Reading): Segment {
	if (segment.type !== 'mention' || segment.textType !== 'openId') return segment;
	const text = store.directory.idFor(by.app, segment.text, idType === 'lark_id' ? 'user_id' : idType);
	return { ...segment, text, textType: TYPES[idType] };
}

function numberFor(value: number, formatter: string | undefined, { option, dates }: Reading): string | number {
	if (dates && isDateFormat(formatter)) return dateText(value, formatter);
	return option === 'FormattedValue' ? numberText(value, formatter) : value;
}

function plainFor(content: CellContent, sheet: Sheet, { formatter }: SheetCell, reading: Reading): unknown {
	const value = plainOf(content, sheet);
	if (typeof value === 'number') return numberFor(value, formatter, reading);
	if (typeof value !== 'boolean') return value;
	const asText = reading.option === 'ToString' || reading.option === 'FormattedValue';
	return asText || reading.store.settings.sheetBooleans === 'text' ? String(value).toUpperCase() : value;
}

/** What a read gives for a cell. */
function rendered(cell: SheetCell | undefined, sheet: Sheet, reading: Reading): unknown {
	const { content } = cell ?? {};
	if (cell === undefined || content === undefined) return null;
	const { option } = reading;
	if (typeof content !== 'object') return plainFor(content, sheet, cell, reading);
	if (isFormula(content))
		return option === undefined || option === 'Formula' ? content.formula : plainFor(content, sheet, cell, reading);
	if (isFile(content)) return content;
	return option === 'ToString' ? plainOf(content, sheet) : content.map((segment) => segmentFor(segment, reading));
}

const MAX_COLUMNS = 100;

/** All rows of a range, empty ones too; of more columns than one read gives the first ones. */
export function valuesIn(place: Place, reading: Reading): { place: Place; values: unknown[][] } {
	const { sheet, top, left, bottom } = place;
	const right = Math.min(place.right, left + MAX_COLUMNS - 1);
	const values = Array.from({ length: bottom - top + 1 }, (_row, row) =>
		Array.from({ length: right - left + 1 }, (_column, column) =>
			rendered(cellAt(sheet, top + row, left + column), sheet, reading),
		),
	);
	return { place: { ...place, right }, values };
}
