/** Bars, lines, areas and points between two axes. */
import { html } from 'htm/preact';
import { cartesian, points, ticks } from './data.js';

const WIDTH = 560;
const MARGIN = { top: 8, right: 12, bottom: 24, left: 44 };
const short = (value) =>
	Math.abs(value) >= 1e4 ? Intl.NumberFormat('en-US', { notation: 'compact' }).format(value) : String(value);
const clip = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** The box between the axes, and where a value lies on the axis of values. */
function frame(marks, height, { left = MARGIN.left } = {}) {
	const box = {
		x: left,
		y: MARGIN.top,
		width: WIDTH - left - MARGIN.right,
		height: height - MARGIN.top - MARGIN.bottom,
	};
	const low = marks[0];
	const part = (value) => (value - low) / (marks[marks.length - 1] - low || 1);
	return {
		box,
		across: (value) => box.x + part(value) * box.width,
		up: (value) => box.y + (1 - part(value)) * box.height,
	};
}

const valueAxis = (marks, { box, up }) =>
	marks.map(
		(mark) =>
			html`<line class="chart-grid" x1=${box.x} x2=${box.x + box.width} y1=${up(mark)} y2=${up(mark)} /><text class="chart-word" x=${box.x - 6} y=${up(mark) + 4} text-anchor="end">${short(mark)}</text>`,
	);

function categoryAxis(categories, { box }) {
	const band = box.width / (categories.length || 1);
	const every = Math.ceil(categories.length / Math.max(1, Math.floor(box.width / 52)));
	return categories.map(
		(name, index) =>
			index % every === 0 &&
			html`<text class="chart-word" x=${box.x + band * (index + 0.5)} y=${box.y + box.height + 16} text-anchor="middle">${clip(name, Math.max(4, Math.floor((band * every) / 7)))}</text>`,
	);
}

const present = (series) => series.flatMap((one) => one.values.filter((value) => value !== undefined));
const totals = (categories, series) =>
	categories.map((_name, index) => series.reduce((sum, one) => sum + (one.values[index] ?? 0), 0));

/** The rectangles of all bars along a unit axis: `at` and `size` across the categories, `from` and `to` in values. */
function barsOf({ categories, series }, stacked) {
	return categories.flatMap((category, index) => {
		let base = 0;
		const slots = stacked ? 1 : series.length;
		return series.map((one, order) => {
			const value = one.values[index] ?? 0;
			const from = stacked ? base : 0;
			base += value;
			const at = (index + 0.15 + (stacked ? 0 : (order / slots) * 0.7)) / categories.length;
			return {
				at,
				size: 0.7 / slots / categories.length,
				from,
				to: from + value,
				order,
				label: `${category} ${one.name}: ${value}`,
			};
		});
	});
}

export function bar(spec, height, colour) {
	const data = cartesian(spec);
	// Bars of one category and several series stand side by side only where the axis names the series too.
	const stacked =
		spec.stack === true ||
		(data.series.length > 1 &&
			spec.stack !== false &&
			!Array.isArray(spec.direction === 'horizontal' ? spec.yField : spec.xField));
	const marks = ticks(stacked ? totals(data.categories, data.series) : present(data.series));
	const bars = barsOf(data, stacked);
	if (spec.direction !== 'horizontal') {
		const area = frame(marks, height);
		return html`${valueAxis(marks, area)}${categoryAxis(data.categories, area)}
			${bars.map(({ at, size, from, to, order, label }) => html`<rect x=${area.box.x + at * area.box.width} width=${Math.max(1, size * area.box.width - 1)} y=${Math.min(area.up(from), area.up(to))} height=${Math.abs(area.up(from) - area.up(to))} rx="2" fill=${colour(order)}><title>${label}</title></rect>`)}`;
	}
	const area = frame(marks, height, { left: 92 });
	const { box, across } = area;
	const band = box.height / (data.categories.length || 1);
	return html`${marks.map((mark) => html`<line class="chart-grid" x1=${across(mark)} x2=${across(mark)} y1=${box.y} y2=${box.y + box.height} /><text class="chart-word" x=${across(mark)} y=${box.y + box.height + 16} text-anchor="middle">${short(mark)}</text>`)}
		${data.categories.map((name, index) => html`<text class="chart-word" x=${box.x - 6} y=${box.y + band * (index + 0.5) + 4} text-anchor="end">${clip(name, 12)}</text>`)}
		${bars.map(({ at, size, from, to, order, label }) => html`<rect y=${box.y + at * box.height} height=${Math.max(1, size * box.height - 1)} x=${Math.min(across(from), across(to))} width=${Math.abs(across(to) - across(from))} rx="2" fill=${colour(order)}><title>${label}</title></rect>`)}`;
}

const linear = (filled) => (spec, height, colour) => {
	const { categories, series } = cartesian(spec);
	const marks = ticks(present(series));
	const area = frame(marks, height);
	const { box, up } = area;
	const x = (index) => box.x + (box.width / (categories.length || 1)) * (index + 0.5);
	const drawn = series.map((one, order) => {
		const places = one.values.flatMap((value, index) =>
			value === undefined ? [] : [[x(index), up(value), value, categories[index]]],
		);
		const line = places.map(([left, top]) => `${left},${top}`).join(' ');
		const bottom = up(Math.max(0, marks[0]));
		return html`${filled && places.length > 0 && html`<polygon points=${`${places[0][0]},${bottom} ${line} ${places[places.length - 1][0]},${bottom}`} fill=${colour(order)} opacity="0.18" />`}
			<polyline points=${line} fill="none" stroke=${colour(order)} stroke-width="2" stroke-linejoin="round" />
			${places.map(([left, top, value, category]) => html`<circle cx=${left} cy=${top} r="3" fill=${colour(order)}><title>${`${category} ${one.name}: ${value}`}</title></circle>`)}`;
	});
	return html`${valueAxis(marks, area)}${categoryAxis(categories, area)}${drawn}`;
};

export const line = linear(false);
export const area = linear(true);

export function scatter(spec, height, colour) {
	const all = points(spec);
	const names = [...new Set(all.map((one) => one.name))];
	const marksX = ticks(all.map((one) => one.x));
	const marksY = ticks(all.map((one) => one.y));
	const vertical = frame(marksY, height);
	const { across } = frame(marksX, height);
	return html`${valueAxis(marksY, vertical)}
		${marksX.map((mark) => html`<text class="chart-word" x=${across(mark)} y=${vertical.box.y + vertical.box.height + 16} text-anchor="middle">${short(mark)}</text>`)}
		${all.map((one) => html`<circle cx=${across(one.x)} cy=${vertical.up(one.y)} r="4" fill=${colour(names.indexOf(one.name))} opacity="0.75"><title>${`${one.name} ${one.x}, ${one.y}`}</title></circle>`)}`;
}

/** The names of the series, for the legend. */
export const seriesNames = (spec) =>
	spec.type === 'scatter'
		? [...new Set(points(spec).map((one) => one.name))].filter(Boolean)
		: cartesian(spec)
				.series.map((one) => one.name)
				.filter(Boolean);
