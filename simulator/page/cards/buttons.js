/** Buttons and the menu that hides several of them. */
import { html } from 'htm/preact';
import { safeLengths } from '../safe.js';
import { callbackTitle, formAction, send, sendsBack, targetOf } from './actions.js';
import { icon, textObject, wordsOf } from './text.js';
import { fieldsOf, keyOf, readForm } from './values.js';

const BUTTON_TYPES = new Set([
	'default',
	'primary',
	'danger',
	'text',
	'primary_text',
	'danger_text',
	'primary_filled',
	'danger_filled',
	'laser',
]);
const BUTTON_SIZES = new Set(['tiny', 'small', 'medium', 'large']);

const classesOf = (element, busy) =>
	[
		'card-button',
		`button-${BUTTON_TYPES.has(element.type) ? element.type.replace('_', '-') : 'default'}`,
		BUTTON_SIZES.has(element.size) ? `button-${element.size}` : '',
		element.width === 'fill' ? 'button-fill' : '',
		busy ? 'button-busy' : '',
	]
		.filter(Boolean)
		.join(' ');

const tips = (element) =>
	wordsOf((element.disabled && element.disabled_tips) || element.hover_tips) || callbackTitle(element);

function submit(element, ctx) {
	const { form_value, missing } = readForm(ctx.form, ctx);
	ctx.card.complain(missing);
	if (missing.length === 0) send(element, ctx, { form_value });
}

const FORM_CLICKS = {
	submit,
	reset: (_element, ctx) => ctx.card.reset(fieldsOf(ctx.form.elements).map((field) => keyOf(field, ctx))),
};

function click(element, ctx) {
	const inForm = ctx.form && formAction(element);
	if (inForm) FORM_CLICKS[inForm](element, ctx);
	else if (sendsBack(element, ctx)) send(element, ctx);
}

export function button(element, ctx) {
	const busy = ctx.card.busy === keyOf(element, ctx);
	const attributes = { class: classesOf(element, busy), style: { width: safeLengths(element.width) } };
	const label = html`${icon(element.icon)}${textObject(element.text, ctx, 'span')}`;
	const url = targetOf(element);
	if (url && !element.disabled)
		return html`<a ...${attributes} href=${url} target="_blank" rel="noopener noreferrer" title=${wordsOf(element.hover_tips) || url} onClick=${() => click(element, ctx)}>${label}</a>`;
	return html`<button type="button" ...${attributes} disabled=${element.disabled === true || ctx.card.busy !== undefined} aria-busy=${busy ? 'true' : undefined}
		title=${tips(element)} data-test-id=${element.name ? `card-button-${element.name}` : undefined} onClick=${() => click(element, ctx)}>${label}</button>`;
}

/** A menu closes when the focus leaves it. */
export const closeOnLeave = (event) => {
	if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false;
};

function overflowOption(element, option, ctx) {
	const url = targetOf(option);
	if (url)
		return html`<a class="menu-option" href=${url} target="_blank" rel="noopener noreferrer">${wordsOf(option.text)}</a>`;
	const choose = (event) => {
		event.currentTarget.closest('details').open = false;
		send(element, ctx, { option: option.value });
	};
	return html`<button type="button" class="menu-option" onClick=${choose}>${wordsOf(option.text) || option.value}</button>`;
}

export const overflow = (element, ctx) => html`
	<details class="card-menu card-overflow" onFocusOut=${closeOnLeave}><summary class="card-button button-default" aria-label="More"><span class="dots">⋯</span></summary>
		<div class="card-options" tabindex="-1">${(element.options ?? []).map((option) => overflowOption(element, option, ctx))}</div>
	</details>`;
