/** How the cells of each type are shown. `cell` is {value, words} as the simulator gives it. */
import { html } from 'htm/preact';
import { avatar } from '../components/avatar.js';
import { fileSize } from '../format.js';
import { asText, safeUrl } from '../safe.js';
import { HEADER_TEMPLATES, toneClass } from '../tones.js';
import { mediaUrl } from './base-api.js';
import { dateWords, numberWords } from './formats.js';

const words = ({ words: texts }) => html`<span class="cell-text">${texts.join(', ')}</span>`;

const outside = (address, text) => {
	const safe = safeUrl(address);
	return safe ? html`<a href=${safe} target="_blank" rel="noreferrer">${text}</a>` : html`<span>${text}</span>`;
};

const SEGMENTS = {
	url: ({ link, text }) => outside(link, text),
	mention: ({ text }) => html`<span class="mention">${text}</span>`,
};
const segments = ({ value }) =>
	html`<span class="cell-text">${[value].flat().map((one) => SEGMENTS[one?.type]?.(one) ?? asText(one?.text ?? one))}</span>`;

const COLOURS = HEADER_TEMPLATES.filter((name) => name !== 'default');

/** The class of an option's colour: Feishu has 55, the page fewer. */
export const optionTone = ({ property }, name) => {
	const option = property?.options?.find((one) => one.name === name);
	return option ? toneClass(COLOURS[option.color % COLOURS.length]) : '';
};
const chips = ({ value }, field) =>
	html`<span class="chips">${[value].flat().map((name) => html`<span key=${name} class=${`chip ${optionTone(field, name)}`}>${asText(name)}</span>`)}</span>`;

const people = ({ value }) =>
	html`<span class="chips">${[value].flat().map(({ id, name }) => html`<span key=${id} class="chip chip-person">${avatar(id, name)}${name}</span>`)}</span>`;

const links = ({ value, words: titles }) =>
	html`<span class="chips">${(value?.link_record_ids ?? []).map((id, index) => html`<span key=${id} class="chip chip-link" title=${id}>${titles[index] || 'No title'}</span>`)}</span>`;

/** Shown small where it is a picture; its name leads to it. */
export const fileView = ({ file_token: token, name, type = '', size }) => html`
	<a class="chip chip-file" key=${token} href=${mediaUrl(token)} download=${name} title=${[name, type, fileSize(size)].filter(Boolean).join(' · ')}>
		${type.startsWith('image/') ? html`<img src=${mediaUrl(token)} alt="" />` : html`<span aria-hidden="true">⊕</span>`}${name}</a>`;

const date = ({ value }, { property }, { zone }) =>
	html`<span class="cell-text">${dateWords(value, property?.date_formatter, zone)}</span>`;

const number = (cell, field) =>
	html`<span class="cell-number">${field.ui_type === 'Progress' && html`<progress value=${cell.value} max=${field.property?.max ?? 1}></progress> `}${numberWords(cell.value, field)}</span>`;

/** What a formula or a lookup came to: values of one type, or, where a setting wants it, bare ones. */
function computed(cell, field, env) {
	const { type, ui_type: look, value } = cell.value ?? {};
	const view = VIEWS[type];
	if (!view || !Array.isArray(value) || type === 19 || type === 20) return words(cell);
	const inner = { type, ui_type: look, property: field.property };
	const each = LISTS.has(type) ? [value] : value;
	return html`<span class="chips">${each.map((one, index) => html`<span key=${index}>${view({ value: one, words: cell.words }, inner, env)}</span>`)}</span>`;
}

/** Types whose values are lists by themselves. */
const LISTS = new Set([1, 3, 4, 11, 17, 23, 1003, 1004]);

const VIEWS = {
	1: segments,
	2: number,
	3: chips,
	4: chips,
	5: date,
	7: ({ value }) =>
		html`<span class="cell-check" role="img" aria-label=${value ? 'Ticked' : 'Not ticked'}>${value ? '☑' : '☐'}</span>`,
	11: people,
	15: ({ value }) => html`<span class="cell-text">${outside(value.link, value.text || value.link)}</span>`,
	17: ({ value }) => html`<span class="chips">${value.map(fileView)}</span>`,
	18: links,
	19: computed,
	20: computed,
	21: links,
	23: people,
	1001: date,
	1002: date,
	1003: people,
	1004: people,
};

/** A cell as a person reads it; nothing for an empty one. `env`: {zone}. */
export function cellView(cell, field, env) {
	if (!cell) return field.type === 7 ? VIEWS[7]({ value: false }) : null;
	return (VIEWS[field.type] ?? words)(cell, field, env);
}
