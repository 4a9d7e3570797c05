/** Card element tag → (element, ctx) → nodes. A new element is one row here. */
import { html } from 'htm/preact';
import { Fragment, h } from 'preact';
import { asText, safeLengths } from '../safe.js';
import { button, overflow } from './buttons.js';
import { checker, datePicker, input, pickerDatetime, pickerTime } from './inputs.js';
import { action, collapsiblePanel, column, columnSet, form, hr, interactiveContainer } from './layout.js';
import { chart } from './charts/chart.js';
import { person, personList } from './people.js';
import { audio, img, imgCombination } from './pictures.js';
import { multiSelectPerson, multiSelectStatic, selectImg, selectPerson, selectStatic } from './selects.js';
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

/** What a card does that nobody can click: in a forwarded conversation, and until the page lends it a state. */
const STILL = {
	value: (_key, initial) => initial,
	set: () => undefined,
	reset: () => undefined,
	act: () => undefined,
	complain: () => undefined,
	/** Keys of fields that must be filled in. */
	wrong: [],
	/** The key of the element whose callback is under way. */
	busy: undefined,
};

/** Elements with an id keep their state and place when others come before them. */
const keyed = (element, drawn) => {
	const key = element?.element_id ?? element?.name;
	return key ? h(Fragment, { key }, drawn) : drawn;
};

/** `ctx` for what stands inside a card; `path` tells elements without a name apart. */
export function elementsContext(ctx, path = '') {
	const own = {
		card: STILL,
		...ctx,
		path,
		elements: (list) =>
			(Array.isArray(list) ? list : []).map((element, index) =>
				keyed(element, renderElement(element, elementsContext(own, `${path}/${index}`))),
			),
		/** The same with more in it. */
		within: (more) => elementsContext({ ...own, ...more }, path),
	};
	return own;
}
