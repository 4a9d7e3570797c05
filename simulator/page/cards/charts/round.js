/** Pies and rings, and the bars of funnels and progress. */
import { html } from 'htm/preact';
import { parts } from './data.js';

const WIDTH = 560;
const turn = (share) => share * 2 * Math.PI - Math.PI / 2;
const share = (value, most) => Math.min(1, Math.max(0, Number(value))) * most;

/** One slice as a path; a whole turn is drawn as a hair less, since an arc to its own start is nothing. */
function slice([x, y], outer, inner, from, to) {
	const end = Math.min(to, from + 0.9999);
	const point = (radius, at) => `${x + radius * Math.cos(turn(at))} ${y + radius * Math.sin(turn(at))}`;
	const large = end - from > 0.5 ? 1 : 0;
	return `M${point(outer, from)} A${outer} ${outer} 0 ${large} 1 ${point(outer, end)} L${point(inner, end)} A${inner} ${inner} 0 ${large} 0 ${point(inner, from)} Z`;
}

export function pie(spec, height, colour) {
	const all = parts(spec);
	const total = all.reduce((sum, one) => sum + one.value, 0) || 1;
	const most = height / 2 - 8;
	const outer = share(spec.outerRadius ?? 0.95, most);
	const inner = share(spec.innerRadius ?? 0, most);
	let from = 0;
	return all.map((one, index) => {
		const start = from;
		from += one.value / total;
		const percent = Math.round((one.value / total) * 1000) / 10;
		const middle = turn((start + from) / 2);
		const label = (outer + inner) / 2 + (inner > 0 ? 0 : outer * 0.15);
		return html`<path class="chart-slice" d=${slice([WIDTH / 2, height / 2], outer, inner, start, from)} fill=${colour(index)}><title>${`${one.name}: ${one.value} (${percent}%)`}</title></path>
			${percent >= 6 && html`<text class="chart-share" x=${WIDTH / 2 + label * Math.cos(middle)} y=${height / 2 + label * Math.sin(middle) + 4} text-anchor="middle">${percent}%</text>`}`;
	});
}

export function funnel(spec, height, colour) {
	const all = parts(spec);
	const most = Math.max(1, ...all.map((one) => one.value));
	const step = height / (all.length || 1);
	const wide = (one) => ((one?.value ?? 0) / most) * 420;
	return all.map((one, index) => {
		const next = all[index + 1] ?? one;
		const y = index * step + 2;
		const [top, bottom] = [wide(one) / 2, wide(next) / 2];
		const c = WIDTH / 2;
		return html`<polygon points=${`${c - top},${y} ${c + top},${y} ${c + bottom},${y + step - 4} ${c - bottom},${y + step - 4}`} fill=${colour(index)} />
			<text class="chart-share" x=${c} y=${y + step / 2} text-anchor="middle">${one.name} ${one.value}</text>`;
	});
}

export const partNames = (spec) => parts(spec).map((one) => one.name);
