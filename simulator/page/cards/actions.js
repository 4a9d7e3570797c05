/** What happens when somebody clicks: where an element leads and what it sends back. */
import { safeUrl } from '../safe.js';
import { FIELDS, keyOf } from './values.js';

const behaviour = (element, type) =>
	(Array.isArray(element.behaviors) ? element.behaviors : []).find((one) => one?.type === type);

/** Where an element leads, in card 1.0 (`url`, `multi_url`) or 2.0 (`behaviors`). */
export const targetOf = (element) => {
	const open = behaviour(element, 'open_url');
	const multi = element.multi_url ?? element.action?.multi_url;
	return [element.url, multi?.url, multi?.pc_url, open?.default_url, open?.pc_url].map(safeUrl).find(Boolean);
};

export const callbackValue = (element) => behaviour(element, 'callback')?.value ?? element.value;

/** Fields and menus send what was chosen without being told to; buttons, checkers and containers only where they say so. */
const SENDS_ALWAYS = new Set([...Object.keys(FIELDS).filter((tag) => tag !== 'checker'), 'overflow']);

export function sendsBack(element, ctx) {
	if (SENDS_ALWAYS.has(element.tag) || behaviour(element, 'callback')) return true;
	if (ctx.schema2) return false;
	return element.value !== undefined || (element.tag === 'button' && !targetOf(element));
}

/** Sends the callback of an element, after its question where it has one. */
export function send(element, ctx, more = {}) {
	const value = callbackValue(element);
	ctx.card.act(keyOf(element, ctx), element.confirm, {
		tag: element.tag,
		...(value !== undefined && { value }),
		...(element.name && { name: element.name }),
		...more,
	});
}

/** A field has a new value: kept, and sent unless a form or the lack of a callback holds it back. */
export function change(element, ctx, value, { quiet = false } = {}) {
	const { initial, sent, field } = FIELDS[element.tag];
	ctx.card.set(keyOf(element, ctx), value, initial(element));
	const given = sent(value);
	if (quiet || ctx.form || !sendsBack(element, ctx) || given === undefined) return;
	send(element, ctx, { [field]: given });
}

const FORM_ACTIONS = { submit: 'submit', reset: 'reset', form_submit: 'submit', form_reset: 'reset' };

/** `submit` or `reset` for the buttons of a form. */
export const formAction = (element) => FORM_ACTIONS[element.form_action_type ?? element.action_type];

/** What the element would send back, in words, for its tooltip. */
export function callbackTitle(element) {
	const value = callbackValue(element);
	const action = element.form_action_type ?? element.action_type;
	if (formAction(element)) return `Form: ${action}`;
	return value === undefined ? undefined : `Callback value: ${JSON.stringify(value)}`;
}
