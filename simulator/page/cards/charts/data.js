/** A chart's numbers out of its VChart spec. No DOM here. Source: https://www.visactor.io/vchart/option/barChart */

const rowsOf = (spec) => {
	const sets = [spec.data].flat().filter(Boolean);
	return sets.flatMap((one) => (Array.isArray(one.values) ? one.values : []));
};

const first = (field) => (Array.isArray(field) ? field[0] : field);
const number = (value) => (Number.isFinite(Number(value)) ? Number(value) : 0);

/** `{categories, series: [{name, values}]}`; a value is undefined where a series has none. */
export function cartesian(spec) {
	const rows = rowsOf(spec);
	const horizontal = spec.direction === 'horizontal';
	const categoryField = first(horizontal ? spec.yField : spec.xField);
	const valueField = first(horizontal ? spec.xField : spec.yField);
	// Bars may be grouped by a second field on the axis of the categories.
	const grouping = [horizontal ? spec.yField : spec.xField].flat()[1];
	const seriesField = spec.seriesField ?? grouping;
	const categories = [...new Set(rows.map((row) => String(row[categoryField] ?? '')))];
	const names = seriesField ? [...new Set(rows.map((row) => String(row[seriesField] ?? '')))] : [''];
	const series = names.map((name) => ({
		name,
		values: categories.map((category) => {
			const found = rows.filter(
				(row) =>
					String(row[categoryField] ?? '') === category && (!seriesField || String(row[seriesField] ?? '') === name),
			);
			return found.length === 0 ? undefined : found.reduce((sum, row) => sum + number(row[valueField]), 0);
		}),
	}));
	return { categories, series };
}

/** `[{name, value}]` of a pie, funnel or progress. */
export const parts = (spec) =>
	rowsOf(spec).map((row) => ({
		name: String(row[first(spec.categoryField ?? spec.seriesField ?? spec.xField ?? spec.nameField)] ?? ''),
		value: number(row[first(spec.valueField ?? spec.angleField ?? spec.yField)]),
	}));

/** Points of a scatter chart. */
export const points = (spec) =>
	rowsOf(spec).map((row) => ({
		x: number(row[first(spec.xField)]),
		y: number(row[first(spec.yField)]),
		name: spec.seriesField ? String(row[spec.seriesField] ?? '') : '',
	}));

export const countValues = (spec) => rowsOf(spec).length;

/** Round marks from 0 (or below) to above the largest value. */
export function ticks(values, wanted = 5) {
	const low = Math.min(0, ...values);
	const high = Math.max(0, ...values);
	const rough = (high - low || 1) / wanted;
	const unit = 10 ** Math.floor(Math.log10(rough));
	const step = [1, 2, 5, 10].map((factor) => factor * unit).find((one) => one >= rough) ?? rough;
	const marks = [];
	for (let mark = Math.floor(low / step); mark <= Math.ceil(high / step); mark += 1)
		marks.push(Number((mark * step).toPrecision(12)));
	return marks;
}
