/** A whole card: frame, header and body, in JSON 1.0 and 2.0. */
import { html } from 'htm/preact';
import { safeLengths, safeUrl, spacing } from '../safe.js';
import { toneClass } from '../tones.js';
import { elementsContext } from './elements.js';
import { icon, textObject, wordsOf } from './text.js';

const WIDTHS = new Set(['compact', 'fill']);

const tags = (header) => header.text_tag_list ?? Object.values(header.i18n_text_tag_list ?? {})[0] ?? [];

export function cardHeader(header, ctx) {
	if (!header) return null;
	const ownIcon = header.icon ?? (header.ud_icon && { tag: 'standard_icon', ...header.ud_icon });
	const title = header.title ?? header.subtitle;
	return html`<header class=${`card-header ${toneClass(header.template) ?? 'tone-default'}`} style=${{ padding: safeLengths(header.padding) }}>
		${icon(ownIcon)}
		<div class="card-titles">
			<div class="card-title">${textObject(title, ctx, 'span')}${tags(header)
				.slice(0, 3)
				.map(
					(tag) => html`<span class=${`text-tag ${toneClass(tag.color) ?? 'tone-grey'}`}>${wordsOf(tag.text)}</span>`,
				)}</div>
			${header.title && wordsOf(header.subtitle) && html`<div class="card-subtitle">${wordsOf(header.subtitle)}</div>`}
		</div>
	</header>`;
}

/** The elements of either version: `body.elements`, which only 2.0 has, `elements`, or the first language of `i18n_elements`. */
export const cardElements = (card) =>
	(card.schema === '2.0' ? card.body?.elements : undefined) ??
	card.elements ??
	card.i18n_elements?.en_us ??
	card.i18n_elements?.zh_cn ??
	Object.values(card.i18n_elements ?? {})[0] ??
	[];

const isReference = (card) => (card.type === 'card' || card.type === 'template') && card.data;

const reference = (card) =>
	html`<div class="card card-compact" data-test-id="card"><div class="card-body muted">${
		card.type === 'card' ? `Card entity ${card.data.card_id}` : `Card template ${card.data.template_id}`
	}</div></div>`;

/** An interactive message. */
export function interactive(content, ctx) {
	const card = content && typeof content === 'object' ? content : {};
	if (isReference(card)) return reference(card);
	const inner = elementsContext({
		...ctx,
		schema2: card.schema === '2.0',
		colours: card.config?.style?.color,
		textSizes: card.config?.style?.text_size,
	});
	const width = card.config?.width_mode ?? (card.config?.wide_screen_mode === false ? 'compact' : 'default');
	const link = safeUrl(card.card_link?.url || card.card_link?.pc_url);
	const body = card.body ?? {};
	const style = {
		padding: safeLengths(body.padding),
		gap: spacing(body.direction === 'horizontal' ? body.horizontal_spacing : body.vertical_spacing),
	};
	const streaming = card.config?.streaming_mode === true;
	const classes = ['card', WIDTHS.has(width) ? `card-${width}` : '', streaming ? 'card-streaming' : ''].filter(Boolean);
	return html`<article class=${classes.join(' ')} data-test-id="card" aria-label=${wordsOf(card.header?.title) || 'card'}>
		${cardHeader(card.header, inner)}
		<div class=${`card-body${body.direction === 'horizontal' ? ' row-direction' : ''}`} style=${style}>${inner.elements(cardElements(card))}</div>
		${streaming && html`<div class="card-generating" role="status"><i></i><i></i><i></i> Generating</div>`}
		${link && html`<a class="card-link" href=${link} target="_blank" rel="noopener noreferrer">Open ${new URL(link).host || link}</a>`}
	</article>`;
}
