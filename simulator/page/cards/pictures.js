/** Pictures, sound and charts in a card. */
import { html } from 'htm/preact';
import { resourceUrl } from '../api.js';
import { safeLengths } from '../safe.js';
import { wordsOf } from './text.js';

const SIZES = { stretch: '100%', large: '160px', medium: '100px', small: '60px', tiny: '16px' };

/** `size` is a name or `100px 100px` (card 2.0), `mode` is the older way to say it. */
function imageStyle(element) {
	const [width, height] = (safeLengths(element.size) ?? '').split(/\s+/);
	const named = SIZES[element.size] ?? (element.mode === 'tiny' ? SIZES.tiny : undefined);
	const custom = Number.isFinite(element.custom_width) ? `${element.custom_width}px` : undefined;
	return {
		width: custom ?? (width || named),
		height: height || (named && named !== SIZES.stretch ? named : undefined),
		objectFit: String(element.scale_type ?? '').startsWith('crop') ? 'cover' : 'contain',
		borderRadius: safeLengths(element.corner_radius),
	};
}

export const img = (element) => html`
	<figure class="card-img">
		${element.title && wordsOf(element.title) && html`<figcaption>${wordsOf(element.title)}</figcaption>`}
		<img src=${resourceUrl(element.img_key)} alt=${wordsOf(element.alt) || 'image'} style=${imageStyle(element)} loading="lazy" />
	</figure>`;

const COLUMNS = { double: 2, triple: 3, bisect: 2, trisect: 3 };

export const imgCombination = (element) => html`
	<div class="img-combination" style=${{ gridTemplateColumns: `repeat(${COLUMNS[element.combination_mode] ?? 2}, 1fr)` }}>
		${(element.img_list ?? []).map((one) => html`<img src=${resourceUrl(one.img_key)} alt="image" loading="lazy" />`)}
	</div>`;

/** A chart is not plotted: its kind, title and amount of data are named. */
export function chart(element) {
	const spec = element.chart_spec ?? {};
	const data = [spec.data].flat().flatMap((one) => one?.values ?? []);
	const title = wordsOf(spec.title?.text ?? spec.title);
	const height = safeLengths(element.height);
	return html`<div class="card-chart" role="img" aria-label=${`${spec.type ?? ''} chart ${title}`} style=${height ? { minHeight: height } : undefined}>
		<span class="chart-mark" aria-hidden="true"><i></i><i></i><i></i><i></i></span>
		<strong>${title || 'Chart'}</strong>
		<span class="muted">${spec.type ?? 'unknown'} chart · ${data.length} ${data.length === 1 ? 'value' : 'values'}</span>
	</div>`;
}

export const audio = (element) =>
	html`<audio class="card-audio" controls preload="none" src=${resourceUrl(element.file_key ?? element.audio_id)} aria-label="audio"></audio>`;
