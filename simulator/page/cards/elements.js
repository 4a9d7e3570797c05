/** Card element tag → (element, ctx) → nodes. A new element is one row here. */
import { html } from 'htm/preact';
import { asText, safeLengths } from '../safe.js';
import {
	button,
	checker,
	datePicker,
	input,
	multiSelectPerson,
	multiSelectStatic,
	overflow,
	pickerDatetime,
	pickerTime,
	selectImg,
	selectPerson,
	selectStatic,
} from './controls.js';
import { action, collapsiblePanel, column, columnSet, form, hr, interactiveContainer } from './layout.js';
import { person, personList } from './people.js';
import { audio, chart, img, imgCombination } from './pictures.js';
import { table } from './table.js';
import { div, icon, markdown, note, plainText } from './text.js';

export const ELEMENTS = {
	div,
	markdown,
	note,
	hr,
	img,
	chart,
	table,
	audio,
	action,
	button,
	form,
	input,
	overflow,
	checker,
	column,
	person,
	plain_text: plainText,
	lark_md: plainText,
	standard_icon: icon,
	custom_icon: icon,
	img_combination: imgCombination,
	column_set: columnSet,
	interactive_container: interactiveContainer,
	collapsible_panel: collapsiblePanel,
	person_list: personList,
	select_static: selectStatic,
	select_person: selectPerson,
	multi_select_static: multiSelectStatic,
	multi_select_person: multiSelectPerson,
	date_picker: datePicker,
	picker_time: pickerTime,
	picker_datetime: pickerDatetime,
	select_img: selectImg,
};

/** What stands where an element cannot be drawn: visible, with its source. */
const fallback = (element, why) =>
	html`<details class="unknown"><summary>${why}</summary><pre>${JSON.stringify(element, null, 2)}</pre></details>`;

/** One element; never throws, so that one bad element does not take the page down. */
export function renderElement(element, ctx) {
	const tag = asText(element?.tag);
	if (!Object.hasOwn(ELEMENTS, tag)) return fallback(element, `Unknown card element: ${tag || '(no tag)'}`);
	try {
		const drawn = ELEMENTS[tag](element, ctx);
		const margin = ctx.schema2 && !SELF_SPACED.has(tag) ? safeLengths(element.margin) : undefined;
		return margin ? html`<div style=${{ margin }}>${drawn}</div>` : drawn;
	} catch (error) {
		return fallback(element, `This ${tag} could not be drawn: ${error.message}`);
	}
}

/** Containers put their own margin on. */
const SELF_SPACED = new Set(['column', 'column_set', 'form', 'interactive_container']);

/** `ctx` for what stands inside a card. */
export function elementsContext(ctx) {
	const own = {
		...ctx,
		elements: (list) => (Array.isArray(list) ? list : []).map((element) => renderElement(element, own)),
	};
	return own;
}
