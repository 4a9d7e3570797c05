/** Choosing one or several: words, people, pictures. */
import { html } from 'htm/preact';
import { resourceUrl } from '../api.js';
import { avatar } from '../components/avatar.js';
import { safeLengths } from '../safe.js';
import { callbackTitle, change } from './actions.js';
import { closeOnLeave } from './buttons.js';
import { wordsOf } from './text.js';
import { keyOf, valueOf } from './values.js';

export const labelOf = (element, fallback) =>
	wordsOf(element.label) || wordsOf(element.placeholder) || element.name || fallback;

/** Classes and attributes that every field has. */
export function fieldAttributes(element, ctx, fallback) {
	const wrong = ctx.card.wrong.includes(keyOf(element, ctx));
	return {
		class: `card-input${element.width === 'fill' ? ' button-fill' : ''}${element.type === 'text' ? ' input-plain' : ''}${wrong ? ' input-wrong' : ''}`,
		style: { width: safeLengths(element.width) },
		disabled: element.disabled === true,
		'aria-label': labelOf(element, fallback),
		'aria-invalid': wrong ? 'true' : undefined,
		title: (element.disabled && wordsOf(element.disabled_tips)) || callbackTitle(element),
		'data-test-id': element.name ? `card-field-${element.name}` : undefined,
	};
}

/** The red word under a required field that was left empty. */
export const complaint = (element, ctx) =>
	ctx.card.wrong.includes(keyOf(element, ctx)) && html`<span class="field-wrong" role="alert">Required</span>`;

const listOf = (element) => (Array.isArray(element.options) ? element.options : []);

/** Without people to choose from, everybody in the chat can be chosen. */
function peopleOf(element, ctx) {
	const known = listOf(element).filter((option) => ctx.directory?.person(option.value));
	if (known.length > 0 || !ctx.message) return listOf(element);
	return (ctx.directory.chat(ctx.message.chat_id)?.members ?? []).map((value) => ({ value }));
}

const optionText = (option, ctx) => wordsOf(option.text) || ctx.directory?.personName(option.value) || option.value;

const single = (optionsOf, fallback) => (element, ctx) => {
	const chosen = valueOf(element, ctx);
	const onChange = (event) => change(element, ctx, event.currentTarget.value);
	return html`<span class="card-field"><select ...${fieldAttributes(element, ctx, fallback)} data-empty=${chosen === '' ? 'true' : undefined} onChange=${onChange}>
		<option value="" selected=${chosen === ''}>${wordsOf(element.placeholder) || fallback}</option>
		${optionsOf(element, ctx).map((option) => html`<option value=${option.value} selected=${chosen === option.value}>${optionText(option, ctx)}</option>`)}
	</select>${complaint(element, ctx)}</span>`;
};

function chips(chosen, options, ctx, person) {
	return options
		.filter((option) => chosen.includes(option.value))
		.map(
			(option) =>
				html`<span class="chip">${person && avatar(option.value, optionText(option, ctx))}${optionText(option, ctx)}</span>`,
		);
}

const several =
	(optionsOf, fallback, person = false) =>
	(element, ctx) => {
		const chosen = valueOf(element, ctx);
		const options = optionsOf(element, ctx);
		const toggle = (value) =>
			change(element, ctx, chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value], {
				quiet: true,
			});
		// What was chosen is sent when the menu closes, if it is another choice than when it opened.
		const onToggle = ({ currentTarget: menu }) => {
			if (menu.open) menu.dataset.before = chosen.join('\n');
			else if ((menu.dataset.before ?? '') !== chosen.join('\n')) change(element, ctx, chosen);
		};
		const { disabled, ...attributes } = fieldAttributes(element, ctx, fallback);
		return html`<span class="card-field"><details class="card-menu" onFocusOut=${closeOnLeave} onToggle=${onToggle}>
			<summary ...${attributes} aria-disabled=${disabled ? 'true' : undefined} onClick=${(event) => disabled && event.preventDefault()}>
				${chosen.length > 0 ? chips(chosen, options, ctx, person) : html`<span class="placeholder">${wordsOf(element.placeholder) || fallback}</span>`}</summary>
			<div class="card-options" tabindex="-1">${options.map((option) => html`<label class="menu-option"><input type="checkbox" value=${option.value} checked=${chosen.includes(option.value)} onChange=${() => toggle(option.value)} />${person && avatar(option.value, optionText(option, ctx))}${optionText(option, ctx)}</label>`)}</div>
		</details>${complaint(element, ctx)}</span>`;
	};

export const selectStatic = single(listOf, 'Select');
export const selectPerson = single(peopleOf, 'Select a person');
export const multiSelectStatic = several(listOf, 'Select some');
export const multiSelectPerson = several(peopleOf, 'Select people', true);

const LAYOUTS = new Set(['stretch', 'bisect', 'trisect']);
const RATIOS = { '1:1': '1 / 1', '16:9': '16 / 9', '4:3': '4 / 3' };

/** Outside a form one picture is sent as soon as it is chosen; in a form several may be. */
export function selectImg(element, ctx) {
	const chosen = valueOf(element, ctx);
	const many = element.multi_select === true;
	const pick = (value) => {
		const others = many ? chosen.filter((one) => one !== value) : [];
		change(element, ctx, chosen.includes(value) && many ? others : [...others, value]);
	};
	const option = (one) => html`<label class=${chosen.includes(one.value) ? 'picked' : undefined}>
		<input type=${many ? 'checkbox' : 'radio'} name=${`${ctx.message?.message_id ?? ''}-${keyOf(element, ctx)}`} value=${one.value} checked=${chosen.includes(one.value)}
			disabled=${element.disabled === true || one.disabled === true} onChange=${() => pick(one.value)} />
		<img src=${resourceUrl(one.img_key)} alt=${one.value ?? 'image'} style=${{ aspectRatio: RATIOS[element.aspect_ratio] ?? RATIOS['16:9'] }} /></label>`;
	return html`<div class=${`select-img select-${LAYOUTS.has(element.layout) ? element.layout : 'bisect'}`} role="group" aria-label=${labelOf(element, 'Choose an image')}>
		${listOf(element).map(option)}${complaint(element, ctx)}</div>`;
}
