import type { Spreadsheet } from '../state/sheets';
import { recordOf, textOf } from './given';
import { isFormat } from './format';
import { cellFor } from './grid';
import { problem } from './problem';
import { type Place, placeOf, rangeOf } from './range';

const MAX_ROWS = 5000;
const MAX_COLUMNS = 100;
const MAX_BORDERED = 30_000;

const HEX = /^#[0-9a-f]{6}$/i;
const isOneOf = (most: number) => (value: unknown) =>
	Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most;
const isColor = (value: unknown) => typeof value === 'string' && HEX.test(value);
const BORDERS = ['FULL', 'OUTER', 'INNER', 'NO', 'LEFT', 'RIGHT', 'TOP', 'BOTTOM'].map((side) => `${side}_BORDER`);

/** What each part of a style may be. */
const PARTS: Readonly<Record<string, (value: unknown) => boolean>> = {
	font: (value) => typeof value === 'object' && value !== null,
	textDecoration: isOneOf(3),
	formatter: (value) => typeof value === 'string' && isFormat(value),
	hAlign: isOneOf(2),
	vAlign: isOneOf(2),
	foreColor: isColor,
	backColor: isColor,
	borderType: (value) => typeof value === 'string' && BORDERS.includes(value),
	borderColor: isColor,
	clean: (value) => typeof value === 'boolean',
};

export type Style = Readonly<Record<string, unknown>>;

/** A style that cells may have, for so many. */
export function styleFor(places: readonly Place[], given: unknown): Style {
	const style = Object.entries(recordOf(given)).filter(([, value]) => value !== undefined && value !== null);
	if (style.length === 0) throw problem(216);
	if (!style.every(([name, value]) => PARTS[name]?.(value))) throw problem(204);
	const read = Object.fromEntries(style);
	const cells = places.reduce((sum, place) => sum + sizeOf(place).updatedCells, 0);
	if (read.borderType !== undefined && cells > MAX_BORDERED) throw problem(226);
	return read;
}

/** The cells of a range that a style is for. */
export function styledPlace(book: Spreadsheet, range: unknown): Place {
	const place = placeOf(book, textOf(range) ?? '');
	if (place.bottom - place.top >= MAX_ROWS || place.right - place.left >= MAX_COLUMNS) throw problem(226);
	return place;
}

/** Adds a style to what cells have, or first takes all of that away. */
export function applyStyle(places: readonly Place[], { clean, formatter, ...style }: Style): void {
	for (const { sheet, top, left, bottom, right } of places)
		for (let row = top; row <= bottom; row++)
			for (let column = left; column <= right; column++) {
				const cell = cellFor(sheet, row, column);
				if (clean === true) {
					delete cell.style;
					delete cell.formatter;
				}
				if (typeof formatter === 'string') cell.formatter = formatter;
				if (Object.keys(style).length > 0) cell.style = { ...cell.style, ...style };
			}
}

export const sizeOf = (place: Place) => {
	const [updatedRows, updatedColumns] = [place.bottom - place.top + 1, place.right - place.left + 1];
	return { updatedRange: rangeOf(place), updatedRows, updatedColumns, updatedCells: updatedRows * updatedColumns };
};
