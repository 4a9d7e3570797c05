/** Words in a card: text objects, div, markdown, note, and the icons beside them. */
import { html } from 'htm/preact';
import { resourceUrl } from '../api.js';
import { renderMarkdown } from '../markdown/markdown.js';
import { asText, safeLengths } from '../safe.js';
import { customColour, toneClass } from '../tones.js';
import { iconPath } from './icons.js';

const firstOf = (i18n) => (i18n ? (i18n.en_us ?? i18n.zh_cn ?? Object.values(i18n)[0]) : undefined);

/** The words of a plain_text or lark_md object (or a bare string). */
export const wordsOf = (text) =>
	typeof text === 'string' ? text : asText(text?.content || firstOf(text?.i18n_content ?? text?.i18n));

const SIZES = new Set([
	'heading-0',
	'heading-1',
	'heading-2',
	'heading-3',
	'heading-4',
	'heading',
	'normal',
	'notation',
	'xxxx-large',
	'xxx-large',
	'xx-large',
	'x-large',
	'large',
	'medium',
	'small',
	'x-small',
]);
const ALIGNS = new Set(['left', 'center', 'right']);

/** A size may be the card's own name for one: `config.style.text_size`. */
const sizeClass = (size, ctx) => {
	const name = ctx.textSizes?.[size]?.pc ?? ctx.textSizes?.[size]?.default ?? size;
	return SIZES.has(name) ? `size-${name}` : '';
};

const styleOf = (text, ctx) => ({
	...(ALIGNS.has(text?.text_align) ? { textAlign: text.text_align } : {}),
	...(customColour(text?.text_color, ctx.colours, ctx.dark)
		? { color: customColour(text.text_color, ctx.colours, ctx.dark) }
		: {}),
	...(Number.isInteger(text?.lines) && text.lines > 0
		? { display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: String(text.lines), overflow: 'hidden' }
		: {}),
});

/** A text object, as markdown when it is lark_md. */
export function textObject(text, ctx, as = 'div') {
	if (!text) return null;
	const colour = toneClass(text.text_color);
	const classes = ['card-text', sizeClass(text.text_size, ctx), colour ? `font ${colour}` : '']
		.filter(Boolean)
		.join(' ');
	const isMarkdown = text.tag === 'lark_md' || text.tag === 'markdown';
	return html`<${as} class=${classes} style=${styleOf(text, ctx)}>${isMarkdown ? renderMarkdown(wordsOf(text), ctx) : wordsOf(text)}</${as}>`;
}

const pixels = (size) => safeLengths(size)?.split(/\s+/)[0];

/** Feishu's icon library is not part of this page: a standard icon is a similar drawing that names itself. */
export function icon(one) {
	if (!one) return null;
	const size = pixels(one.size);
	const style = size ? { width: size, height: size } : undefined;
	if (one.img_key) return html`<img class="card-icon" src=${resourceUrl(one.img_key)} alt="" style=${style} />`;
	const filled = String(one.token ?? '').includes('filled');
	return html`<svg class=${`card-icon standard-icon${filled ? ' icon-filled' : ''} font ${toneClass(one.color) ?? ''}`} style=${style} viewBox="0 0 24 24" data-icon=${one.token ?? ''} aria-hidden="true"><title>${one.token ?? 'icon'}</title><path d=${iconPath(one.token ?? '')} /></svg>`;
}

const field = (one, ctx) =>
	html`<div class=${one.is_short ? 'field field-short' : 'field'}>${textObject(one.text, ctx)}</div>`;

export const div = (element, ctx) => html`
	<div class="card-div">
		${icon(element.icon)}
		<div class="card-div-main">
			${textObject(element.text, ctx)}
			${Array.isArray(element.fields) && html`<div class="fields">${element.fields.map((one) => field(one, ctx))}</div>`}
		</div>
		${element.extra && html`<div class="card-extra">${ctx.elements([element.extra])}</div>`}
	</div>`;

export const markdown = (element, ctx) => html`
	<div class="card-markdown">${icon(element.icon)}${textObject({ ...element, tag: 'markdown' }, { ...ctx, hrefs: element.href })}</div>`;

export const note = (element, ctx) =>
	html`<div class="card-note">${icon(element.icon)}${ctx.elements(element.elements)}</div>`;

export const plainText = (element, ctx) => textObject(element, ctx, 'span');
