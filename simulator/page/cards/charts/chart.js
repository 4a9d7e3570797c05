/** Charts of the common kinds, drawn simply; others name their kind, title and amount of data. */
import { html } from 'htm/preact';
import { safeLengths } from '../../safe.js';
import { wordsOf } from '../text.js';
import { area, bar, line, scatter, seriesNames } from './cartesian.js';
import { countValues } from './data.js';
import { funnel, partNames, pie } from './round.js';

/** Type → how it is drawn, and the words of its legend. */
const CHARTS = {
	bar: { draw: bar, legend: seriesNames },
	line: { draw: line, legend: seriesNames },
	area: { draw: area, legend: seriesNames },
	scatter: { draw: scatter, legend: seriesNames },
	pie: { draw: pie, legend: partNames },
	rose: { draw: pie, legend: partNames },
	funnel: { draw: funnel, legend: () => [] },
};

/** The colors of each `color_theme`, in order. */
const THEMES = {
	brand: ['#3370ff', '#85b1ff', '#1bcebf', '#a5e693', '#ffc60a', '#ff9f5a', '#f76964', '#b07cff'],
	rainbow: ['#3370ff', '#1bcebf', '#ffc60a', '#ff8800', '#f54a45', '#7f3bf5', '#14a9e5', '#34a853'],
	complementary: ['#3370ff', '#ff8800', '#85b1ff', '#ffc489', '#1c4cba', '#8f4700'],
	converse: ['#34a853', '#f54a45', '#8ad79c', '#fb9a96', '#186010', '#ac2f28'],
	primary: ['#3370ff', '#5c8fff', '#85aeff', '#adcbff', '#1c4cba', '#0f3280'],
};
const OWN_COLOUR = /^(?:#[0-9a-f]{3,8}|rgba?\([\d\s.,%]+\))$/i;

function palette(element, spec) {
	const own = (Array.isArray(spec.color) ? spec.color : []).filter((one) => OWN_COLOUR.test(String(one)));
	const colours = own.length > 0 ? own : (THEMES[element.color_theme] ?? THEMES.brand);
	return (index) => colours[Math.max(0, index) % colours.length];
}

const RATIOS = { '1:1': 1, '2:1': 2, '4:3': 4 / 3, '16:9': 16 / 9 };
const WIDTH = 560;

function heightOf(element) {
	const fixed = Number.parseFloat(safeLengths(element.height) ?? '');
	// The words above and below the drawing take their part of a given height.
	return Number.isFinite(fixed)
		? Math.max(80, fixed - 60)
		: WIDTH / (RATIOS[element.aspect_ratio] ?? RATIOS['16:9']) - 60;
}

const fallback = (spec, title) => html`
	<span class="chart-mark" aria-hidden="true"><i></i><i></i><i></i><i></i></span>
	<strong>${title || 'Chart'}</strong>
	<span class="muted">${spec.type ?? 'unknown'} chart · ${countValues(spec)} ${countValues(spec) === 1 ? 'value' : 'values'}</span>`;

export function chart(element) {
	const spec = element.chart_spec ?? {};
	const title = wordsOf(spec.title?.text ?? spec.title);
	const label = `${spec.type ?? ''} chart ${title}`;
	const kind = Object.hasOwn(CHARTS, spec.type) && countValues(spec) > 0 ? CHARTS[spec.type] : undefined;
	if (!kind)
		return html`<div class="card-chart chart-plain" role="img" aria-label=${label}>${fallback(spec, title)}</div>`;
	const colour = palette(element, spec);
	const height = heightOf(element);
	const names = [spec.legends].flat()[0]?.visible === false ? [] : kind.legend(spec);
	return html`<figure class="card-chart" role="img" aria-label=${label}>
		${title && html`<figcaption>${title}</figcaption>`}
		<svg viewBox=${`0 0 ${WIDTH} ${height}`}>${kind.draw(spec, height, colour)}</svg>
		${names.length > 0 && html`<div class="chart-legend">${names.map((name, index) => html`<span><i style=${{ background: colour(index) }}></i>${name}</span>`)}</div>`}
	</figure>`;
}
