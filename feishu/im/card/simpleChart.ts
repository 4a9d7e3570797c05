import { InputError } from '../../input';
import type { JsonObject } from '../../json';

export type ChartKind = 'area' | 'bar' | 'line' | 'pie';

export interface SimpleChart {
	kind: ChartKind;
	data: readonly JsonObject[];
	/** The property that a bar, point or slice stands for; the first that holds words when empty. */
	category?: string;
	/** The property that holds the figure; the first that holds numbers when empty. */
	value?: string;
	/** The property that tells lines or colors apart; one series when empty. */
	series?: string;
	title?: string;
}

/** Whether a value is a number, or the text of one, as tables and web services give it. */
function isFigure(value: unknown): boolean {
	return Number.isFinite(typeof value === 'string' && value.trim() !== '' ? Number(value) : value);
}

/**
 * A VChart specification of the everyday kinds, from a list of objects.
 * @param field what complaints call the data
 * @throws InputError when a property does not exist, or none holds figures
 * @see https://www.visactor.io/vchart/guide/tutorial_docs/Chart_Types
 */
export function simpleChart(field: string, { kind, data, category, value, series, title }: SimpleChart): JsonObject {
	const properties = [...new Set(data.flatMap((record) => Object.keys(record)))];
	const holding = (fits: (entry: unknown) => boolean) =>
		properties.find((property) => data.some((record) => fits(record[property])));
	const chosen = {
		category: category || holding((entry) => typeof entry === 'string' && !isFigure(entry)) || properties[0],
		value: value || properties.find((property) => data.every((record) => isFigure(record[property]))),
		series: series || undefined,
	};
	for (const [role, property] of Object.entries(chosen)) {
		if (property !== undefined && !properties.includes(property))
			throw new InputError(
				field,
				`The ${role} key '${property}' is in none of the objects of '${field}'`,
				`They hold: ${properties.join(', ')}`,
			);
	}
	if (chosen.value === undefined || chosen.category === undefined)
		throw new InputError(
			field,
			`No property of the objects of '${field}' holds a number in each of them`,
			'Name the one that holds the figures as Value Key, and make sure that every object has it',
		);
	const { category: x, value: y, series: tellsApart } = chosen;
	const wrong = data.findIndex((record) => !isFigure(record[y]));
	if (wrong >= 0)
		throw new InputError(
			field,
			`The object ${wrong + 1} of '${field}' has no number in '${y}'`,
			'Give each object a figure',
		);
	const values = data.map((record) => ({
		[x]: String(record[x] ?? ''),
		...(tellsApart && { [tellsApart]: String(record[tellsApart] ?? '') }),
		[y]: Number(record[y]),
	}));
	return {
		type: kind,
		...(title && { title: { text: title } }),
		data: { values },
		...(kind === 'pie'
			? { categoryField: x, valueField: y, legends: { visible: true }, label: { visible: true } }
			: {
					xField: kind === 'bar' && tellsApart ? [x, tellsApart] : x,
					yField: y,
					...(tellsApart && { seriesField: tellsApart, legends: { visible: true } }),
				}),
	};
}
