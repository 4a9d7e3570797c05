/** Pictures and sound in a card. */
import { html } from 'htm/preact';
import { resourceUrl } from '../api.js';
import { safeLengths } from '../safe.js';
import { wordsOf } from './text.js';

const SIZES = {
	stretch: '100%',
	stretch_without_padding: '100%',
	large: '160px',
	medium: '80px',
	small: '40px',
	tiny: '16px',
};
const SQUARES = new Set(['large', 'medium', 'small', 'tiny']);

const ratio = (value) => (/^\d+(?:\.\d+)?%$/.test(String(value)) ? value : undefined);

/**
 * `size` is a name or `100px 100px` and counts only where the picture is cropped; `mode` is the older way to say it.
 * A cropped picture without a size fills the card and is as high as 16:9 at most.
 */
function imageStyle(element) {
	const [width, height] = (safeLengths(element.size) ?? '').split(/\s+/);
	const whole = element.scale_type === 'fit_horizontal' || (!element.scale_type && element.mode === 'fit_horizontal');
	const name = element.size ?? element.mode;
	const custom = Number.isFinite(element.custom_width) ? `${element.custom_width}px` : undefined;
	const side = whole ? undefined : SIZES[name];
	return {
		width: custom ?? (whole ? '100%' : width || side || '100%'),
		height: whole ? undefined : height || (SQUARES.has(name) ? side : undefined),
		maxHeight: whole ? 'none' : undefined,
		objectFit: whole ? 'contain' : 'cover',
		objectPosition: element.scale_type === 'crop_top' ? 'top' : undefined,
		borderRadius: safeLengths(element.corner_radius) ?? ratio(element.corner_radius),
	};
}

const BLEEDING = new Set(['stretch_without_padding']);

export function img(element) {
	const picture = html`<img src=${resourceUrl(element.img_key)} alt=${wordsOf(element.alt) || 'image'} title=${wordsOf(element.alt)} style=${imageStyle(element)} loading="lazy" />`;
	return html`<figure class=${`card-img${BLEEDING.has(element.size) ? ' img-bleeding' : ''}${element.transparent ? ' img-transparent' : ''}`}>
		${element.title && wordsOf(element.title) && html`<figcaption>${wordsOf(element.title)}</figcaption>`}
		${element.preview === false ? picture : html`<a href=${resourceUrl(element.img_key)} target="_blank" rel="noopener">${picture}</a>`}
	</figure>`;
}

/** Columns of a layout, and how many pictures it holds at most. */
const LAYOUTS = {
	double: { columns: 2, most: 2 },
	triple: { columns: 3, most: 3 },
	bisect: { columns: 2, most: 6 },
	trisect: { columns: 3, most: 9 },
};

export function imgCombination(element) {
	const mode = Object.hasOwn(LAYOUTS, element.combination_mode) ? element.combination_mode : 'bisect';
	const { columns, most } = LAYOUTS[mode];
	const style = { gridTemplateColumns: `repeat(${columns}, 1fr)` };
	return html`<div class=${`img-combination combination-${mode}`} style=${style}>
		${(element.img_list ?? []).slice(0, most).map((one) => html`<img src=${resourceUrl(one.img_key)} alt="image" loading="lazy" style=${{ borderRadius: safeLengths(element.corner_radius) }} />`)}
	</div>`;
}

export const audio = (element) =>
	html`<audio class="card-audio" controls preload="none" src=${resourceUrl(element.file_key ?? element.audio_id)} aria-label="audio"></audio>`;
