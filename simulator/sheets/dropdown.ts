import type { Dropdown, Sheet } from '../state/sheets';
import { entriesOf, recordOf, textOf } from './given';
import { problem } from './problem';
import { overlap, type Place, rangeOf } from './range';

const MAX_VALUES = 500;
const MAX_LENGTH = 100;

type Rule = Pick<Dropdown, 'values' | 'options'>;

/** The words of a dropdown, which have no comma. */
export function ruleOf(type: unknown, given: unknown): Rule {
	if (type !== 'list') throw problem(204);
	const { conditionValues, options } = recordOf(given);
	const values = entriesOf(conditionValues).map((value) => textOf(value) ?? '');
	if (values.length === 0) throw problem(216);
	if (values.some((value) => value.includes(','))) throw problem(204);
	if (values.length > MAX_VALUES || values.some((value) => value.length > MAX_LENGTH)) throw problem(226);
	const { multipleValues, highlightValidData, colors = [] } = recordOf(options ?? {});
	const shown = entriesOf(colors).map((color) => textOf(color) ?? '');
	return {
		values,
		options: {
			multipleValues: multipleValues === true,
			highlightValidData: highlightValidData === true,
			colors: shown,
		},
	};
}

/** Dropdowns that have a cell in a range. */
export const dropdownsIn = (place: Place): Dropdown[] => place.sheet.dropdowns.filter((each) => overlap(each, place));

/** What is left of a dropdown without a range: up to four pieces around it. */
function around(one: Dropdown, { top, left, bottom, right }: Place): Dropdown[] {
	const middle = { ...one, top: Math.max(one.top, top), bottom: Math.min(one.bottom, bottom) };
	return [
		{ ...one, bottom: top - 1 },
		{ ...middle, right: left - 1 },
		{ ...middle, left: right + 1 },
		{ ...one, top: bottom + 1 },
	].filter((piece) => piece.top <= piece.bottom && piece.left <= piece.right);
}

export function clearDropdowns(place: Place): void {
	const { sheet } = place;
	sheet.dropdowns = sheet.dropdowns.flatMap((one) => (overlap(one, place) ? around(one, place) : [one]));
}

export function setDropdown({ sheet, ...area }: Place, rule: Rule): void {
	clearDropdowns({ sheet, ...area });
	sheet.dropdowns.push({ ...area, ...rule });
}

export const shownDropdown = (sheet: Sheet, { values, options, ...area }: Dropdown) => ({
	dataValidationType: 'list',
	conditionValues: values,
	ranges: [rangeOf({ sheet, ...area })],
	options: {
		multipleValues: options.multipleValues,
		highlightValidData: options.highlightValidData,
		colorValueMap: Object.fromEntries(values.map((value, index) => [value, options.colors[index] ?? ''])),
	},
});
