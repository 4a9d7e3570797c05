/** People in a card. */
import { html } from 'htm/preact';
import { avatar } from '../components/avatar.js';
import { icon } from './text.js';

const SIZES = new Set(['extra_small', 'small', 'medium', 'large']);

function chip(id, element, ctx) {
	const name = ctx.directory?.personName(id) ?? String(id);
	const classes = `person${SIZES.has(element.size) ? ` person-${element.size.replace('_', '-')}` : ''}${element.style === 'capsule' ? ' person-capsule' : ''}`;
	return html`<span class=${classes} title=${name}>${element.show_avatar !== false && avatar(id, name)}${element.show_name === false ? html`<span class="visually-hidden">${name}</span>` : html`<span>${name}</span>`}</span>`;
}

/** One person: avatar unless switched off; the name only when asked for. */
export const person = (element, ctx) =>
	html`<div class="person-list">${chip(element.user_id, { ...element, show_name: element.show_name === true }, ctx)}</div>`;

/** Without names, several faces overlap as a chain. */
export const personList = (element, ctx) =>
	html`<div class=${`person-list${element.show_name === false ? ' person-chain' : ''}`}>${icon(element.icon ?? (element.ud_icon && { tag: 'standard_icon', ...element.ud_icon }))}${(element.persons ?? []).map((one) => chip(one.id, element, ctx))}</div>`;

/** Chips for the `persons` columns of a table: one id, or a list of ids. */
export const personChips = (value, ctx) =>
	html`<span class="person-list">${[value]
		.flat()
		.filter(Boolean)
		.map((id) => chip(id?.id ?? id, {}, ctx))}</span>`;
