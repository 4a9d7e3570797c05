/** Writing, dates and ticks. */
import { html } from 'htm/preact';
import { change, send, sendsBack, callbackTitle } from './actions.js';
import { complaint, fieldAttributes, labelOf } from './selects.js';
import { textObject, wordsOf } from './text.js';
import { valueOf } from './values.js';

const picker = (type) => (element, ctx) => {
	const value = valueOf(element, ctx);
	const onChange = (event) => change(element, ctx, event.currentTarget.value.replace('T', ' '));
	return html`<span class="card-field"><input ...${fieldAttributes(element, ctx, 'Date or time')} type=${type} value=${type === 'datetime-local' ? value.replace(' ', 'T') : value}
		data-empty=${value === '' ? 'true' : undefined} data-placeholder=${wordsOf(element.placeholder) || undefined} onChange=${onChange} />${complaint(element, ctx)}</span>`;
};

export const datePicker = picker('date');
export const pickerTime = picker('time');
export const pickerDatetime = picker('datetime-local');

const FIELD_TYPES = { password: 'password' };

/** Outside a form a line is sent with Enter or the arrow beside it. */
function inputBox(element, ctx) {
	const value = valueOf(element, ctx);
	const multiline = element.input_type === 'multiline_text';
	const submit = () => value !== '' && send(element, ctx, { input_value: value });
	const attributes = {
		...fieldAttributes(element, ctx, 'Text'),
		name: element.name,
		placeholder: wordsOf(element.placeholder),
		required: element.required === true,
		maxLength: Number.isInteger(element.max_length) ? element.max_length : 1000,
		value,
		onInput: (event) => change(element, ctx, event.currentTarget.value, { quiet: true }),
		onKeyDown: (event) => {
			if (event.key !== 'Enter' || event.isComposing || multiline) return;
			event.preventDefault();
			if (!ctx.form) submit();
		},
	};
	const control = multiline
		? html`<textarea ...${attributes} rows=${element.rows ?? 5}></textarea>`
		: html`<input ...${attributes} type=${FIELD_TYPES[element.input_type] ?? 'text'} />`;
	if (ctx.form) return control;
	return html`<span class="input-with-send">${control}<button type="button" class="input-send" aria-label="Send" disabled=${value === '' || element.disabled === true || ctx.card.busy !== undefined} onClick=${submit}>➤</button></span>`;
}

export function input(element, ctx) {
	const label = wordsOf(element.label);
	return html`<label class=${`card-label${element.label_position === 'left' ? ' label-left' : ''}${element.width === 'fill' ? ' button-fill' : ''}`}>
		<span class=${label ? 'label-words' : 'visually-hidden'}>${labelOf(element, 'Text')}${element.required && html`<span class="required" aria-hidden="true"> *</span>`}</span>
		${inputBox(element, ctx)}${complaint(element, ctx)}
	</label>`;
}

export function checker(element, ctx) {
	const checked = valueOf(element, ctx);
	const style = checked
		? {
				textDecoration: element.checked_style?.show_strikethrough ? 'line-through' : undefined,
				opacity: Number.isFinite(element.checked_style?.opacity) ? element.checked_style.opacity : undefined,
			}
		: undefined;
	const locked = element.disabled === true || (ctx.card.busy !== undefined && sendsBack(element, ctx));
	return html`<div class="card-checker"><label style=${style}><input type="checkbox" checked=${checked} disabled=${locked} title=${callbackTitle(element)}
		onChange=${(event) => change(element, ctx, event.currentTarget.checked)} />${textObject(element.text, ctx, 'span')}</label>
		${element.button_area?.buttons && html`<span class="checker-buttons">${ctx.elements(element.button_area.buttons)}</span>`}</div>`;
}
