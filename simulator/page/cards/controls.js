/** What a person presses or fills in. They work in the page; callbacks are not sent from here, and the tooltip says what would be. */
import { html } from 'htm/preact';
import { resourceUrl } from '../api.js';
import { safeUrl } from '../safe.js';
import { icon, textObject, wordsOf } from './text.js';

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

const behaviour = (element, type) =>
	(Array.isArray(element.behaviors) ? element.behaviors : []).find((one) => one.type === type);

/** Where an element leads, in card 1.0 (`url`, `multi_url`) or 2.0 (`behaviors`). */
const targetOf = (element) => {
	const open = behaviour(element, 'open_url');
	return safeUrl(element.url ?? element.multi_url?.url ?? open?.default_url ?? open?.pc_url);
};

/** What the element would send back, in words, for its tooltip. */
function callbackTitle(element) {
	const value = behaviour(element, 'callback')?.value ?? element.value;
	if (element.form_action_type ?? element.action_type)
		return `Form: ${element.form_action_type ?? element.action_type}`;
	return value === undefined ? undefined : `Callback value: ${JSON.stringify(value)}`;
}

export function button(element, ctx) {
	const classes = [
		'card-button',
		`button-${BUTTON_TYPES.has(element.type) ? element.type.replace('_', '-') : 'default'}`,
		BUTTON_SIZES.has(element.size) ? `button-${element.size}` : '',
		element.width === 'fill' ? 'button-fill' : '',
	]
		.filter(Boolean)
		.join(' ');
	const label = html`${icon(element.icon)}${textObject(element.text, ctx, 'span')}`;
	const url = targetOf(element);
	if (url && !element.disabled)
		return html`<a class=${classes} href=${url} target="_blank" rel="noopener noreferrer" title=${url}>${label}</a>`;
	return html`<button type="button" class=${classes} disabled=${element.disabled === true} title=${callbackTitle(element)}>${label}</button>`;
}

const labelOf = (element, fallback) =>
	wordsOf(element.label) || wordsOf(element.placeholder) || element.name || fallback;
const selectClass = (element) => `card-input${element.width === 'fill' ? ' button-fill' : ''}`;

const optionText = (option, ctx) => wordsOf(option.text) || ctx.directory?.personName(option.value) || option.value;

const menu = (multiple, fallback) => (element, ctx) => {
	const options = Array.isArray(element.options) ? element.options : [];
	const chosen = new Set(
		multiple ? (element.selected_values ?? []) : [element.initial_option ?? options[element.initial_index - 1]?.value],
	);
	return html`<select class=${selectClass(element)} multiple=${multiple} size=${multiple ? Math.min(Math.max(options.length, 2), 4) : undefined}
		disabled=${element.disabled === true} aria-label=${labelOf(element, fallback)} title=${callbackTitle(element)}>
		${!multiple && html`<option value="">${wordsOf(element.placeholder) || fallback}</option>`}
		${options.map((option) => html`<option value=${option.value} selected=${chosen.has(option.value)}>${optionText(option, ctx)}</option>`)}
	</select>`;
};

export const selectStatic = menu(false, 'Select');
export const selectPerson = menu(false, 'Select a person');
export const multiSelectStatic = menu(true, 'Select some');
export const multiSelectPerson = menu(true, 'Select people');

export const overflow = (element, ctx) => html`
	<details class="card-overflow"><summary aria-label="More">⋯</summary>
		<ul>${(element.options ?? []).map((option) => html`<li>${button({ type: 'text', ...option, value: option.value }, ctx)}</li>`)}</ul>
	</details>`;

/** Feishu writes times with a zone (`2024-01-01 12:30 +0800`); the browser's own pickers do not. */
const picker = (type, initial) => (element) => {
	const value = String(element[initial] ?? '').replace(/\s*[+-]\d{4}$/, '');
	return html`<input class=${selectClass(element)} type=${type} value=${type === 'datetime-local' ? value.replace(' ', 'T') : value}
		disabled=${element.disabled === true} aria-label=${labelOf(element, 'Date or time')} title=${wordsOf(element.placeholder) || undefined} />`;
};

export const datePicker = picker('date', 'initial_date');
export const pickerTime = picker('time', 'initial_time');
export const pickerDatetime = picker('datetime-local', 'initial_datetime');

const FIELD_TYPES = { password: 'password' };

export function input(element) {
	const attributes = {
		class: 'card-input',
		name: element.name,
		placeholder: wordsOf(element.placeholder),
		required: element.required === true,
		disabled: element.disabled === true,
		maxLength: Number.isInteger(element.max_length) ? element.max_length : undefined,
	};
	const control =
		element.input_type === 'multiline_text'
			? html`<textarea ...${attributes} rows=${element.rows ?? 3}>${element.default_value ?? ''}</textarea>`
			: html`<input ...${attributes} type=${FIELD_TYPES[element.input_type] ?? 'text'} value=${element.default_value ?? ''} />`;
	return html`<label class=${`card-label${element.label_position === 'left' ? ' label-left' : ''}`}>
		<span class=${wordsOf(element.label) ? '' : 'visually-hidden'}>${labelOf(element, 'Text')}${element.required && html`<span class="required" aria-hidden="true"> *</span>`}</span>${control}
	</label>`;
}

export const checker = (element, ctx) => html`
	<label class="card-checker"><input type="checkbox" checked=${element.checked === true} disabled=${element.disabled === true} title=${callbackTitle(element)} />${textObject(element.text, ctx, 'span')}</label>`;

export const selectImg = (element) => html`
	<div class="select-img" role="group" aria-label=${labelOf(element, 'Choose an image')}>
		${(element.options ?? []).map((option) => html`<label><input type=${element.multi_select ? 'checkbox' : 'radio'} name=${element.name} value=${option.value} /><img src=${resourceUrl(option.img_key)} alt=${option.value ?? 'image'} /></label>`)}
	</div>`;
