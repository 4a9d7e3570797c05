/** The place where VChart draws, in a browser. */
import { html } from 'htm/preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { boxOf, summaryOf, titleOf, vchartSpec } from './chart-spec.js';

const LIBRARY = '/_sim/vendor/@visactor/vchart/build/index.min.js';
let library;

/** The library is large, so it comes only when a card has a chart. Its file puts it on `globalThis`. */
const vchart = () => (library ??= import(LIBRARY).then(() => globalThis.VChart.VChart));

/** Draws into the element, and gives what takes the drawing away. Throws for a spec that VChart can't draw. */
async function draw(dom, spec) {
	const VChart = await vchart();
	if (!dom.isConnected) return () => undefined;
	const theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
	const drawing = new VChart(spec, { dom, theme, animation: false });
	drawing.renderSync();
	return () => drawing.release();
}

const plain = (element) => html`<div class="chart-plain">
	<span class="chart-mark" aria-hidden="true"><i></i><i></i><i></i><i></i></span>
	<strong>${titleOf(element) || 'Chart'}</strong>
	<span class="muted">${summaryOf(element)}</span>
</div>`;

export function ChartCanvas({ element }) {
	const place = useRef(null);
	const [failed, fail] = useState(false);
	const spec = vchartSpec(element);
	const written = JSON.stringify(spec);
	useEffect(() => {
		let gone = false;
		let release = () => undefined;
		fail(false);
		draw(place.current, spec).then(
			(done) => (gone ? done() : (release = done)),
			() => !gone && fail(true),
		);
		return () => {
			gone = true;
			release();
		};
	}, [written]);
	return html`<div class="chart-place" ref=${place} style=${failed ? { display: 'none' } : boxOf(element)}></div>${failed && plain(element)}`;
}
