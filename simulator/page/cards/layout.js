/** Containers of a card. `ctx.elements(list)` draws what is inside. */
import { html } from 'htm/preact';
import { safeLengths, spacing } from '../safe.js';
import { customColour, toneClass } from '../tones.js';
import { send, sendsBack, targetOf } from './actions.js';
import { icon, textObject, wordsOf } from './text.js';

const VERTICAL = { top: 'flex-start', center: 'center', bottom: 'flex-end' };
const HORIZONTAL = { left: 'flex-start', center: 'center', right: 'flex-end' };

/** Class and colour of a container's background. */
function background(name, ctx) {
	const custom = customColour(name, ctx.colours, ctx.dark);
	const tone = custom ? undefined : toneClass(name);
	return { className: tone && name !== 'default' ? `filled ${tone}` : '', colour: custom };
}

const box = (element, extra = {}) => ({
	padding: safeLengths(element.padding),
	margin: safeLengths(element.margin),
	...extra,
});

const direction = (element) => (element.direction === 'horizontal' ? 'row-direction' : '');

/** `weighted` columns share the row by weight, `auto` ones take what they need, and a pixel value is itself. */
function columnFlex(column) {
	const pixels = safeLengths(column.width);
	if (pixels) return `0 0 ${pixels.split(/\s+/)[0]}`;
	if (column.width !== 'weighted' && column.weight === undefined) return '0 1 auto';
	return `${Number.isInteger(column.weight) ? column.weight : 1} 1 0`;
}

export function column(element, ctx) {
	const { className, colour } = background(element.background_style, ctx);
	const style = box(element, {
		flex: columnFlex(element),
		justifyContent: VERTICAL[element.vertical_align],
		alignItems: HORIZONTAL[element.horizontal_align],
		gap: spacing(element.vertical_spacing, '8px'),
		backgroundColor: colour,
	});
	return html`<div class=${`card-column ${direction(element)} ${className}`} style=${style}>${ctx.elements(element.elements)}</div>`;
}

const MODES = new Set(['flow', 'bisect', 'trisect', 'stretch']);

export function columnSet(element, ctx) {
	const { className, colour } = background(element.background_style, ctx);
	const mode = MODES.has(element.flex_mode) ? `flex-${element.flex_mode}` : '';
	const style = box(element, {
		gap: spacing(element.horizontal_spacing, '8px'),
		justifyContent: HORIZONTAL[element.horizontal_align],
		backgroundColor: colour,
	});
	return html`<div class=${`column-set ${mode} ${className}`} style=${style}>${ctx.elements((element.columns ?? []).map((one) => ({ tag: 'column', ...one })))}</div>`;
}

const keepOnPage = (event) => event.preventDefault();

/** Fields inside send nothing by themselves: the form's button sends all of them. */
export const form = (element, ctx) => html`
	<form class=${`card-form ${direction(element)}`} onSubmit=${keepOnPage} style=${box(element, { gap: spacing(element.direction === 'horizontal' ? element.horizontal_spacing : element.vertical_spacing) })} aria-label=${`form ${element.name ?? ''}`}>${ctx.within({ form: element }).elements(element.elements)}</form>`;

const OWN_CLICK = 'a, button, input, select, textarea, label, summary';

/** What makes a container clickable; whatever can be clicked inside goes first. */
function clicks(element, ctx) {
	const url = targetOf(element);
	if (element.disabled || (!url && !sendsBack(element, ctx))) return {};
	const click = () => {
		if (url) open(url, '_blank', 'noopener');
		if (sendsBack(element, ctx)) send(element, ctx);
	};
	return {
		role: 'button',
		tabIndex: 0,
		title: wordsOf(element.hover_tips) || url,
		onClick: (event) => !event.target.closest(OWN_CLICK) && click(),
		onKeyDown: (event) => event.key === 'Enter' && event.target === event.currentTarget && click(),
	};
}

export function interactiveContainer(element, ctx) {
	const { className, colour } = background(element.background_style, ctx);
	const border = element.has_border ? `bordered ${toneClass(element.border_color) ?? ''}` : '';
	const actions = clicks(element, ctx);
	const classes = ['card-container', direction(element), className, border, actions.role ? 'clickable' : ''];
	const style = box(element, {
		width: safeLengths(element.width),
		height: safeLengths(element.height),
		borderRadius: safeLengths(element.corner_radius),
		gap: spacing(element.direction === 'horizontal' ? element.horizontal_spacing : element.vertical_spacing),
		backgroundColor: colour,
	});
	return html`<div class=${classes.filter(Boolean).join(' ')} style=${style} ...${actions}>${ctx.elements(element.elements)}</div>`;
}

export function collapsiblePanel(element, ctx) {
	const header = element.header ?? {};
	const { className, colour } = background(header.background_color, ctx);
	const border = element.border ? `bordered ${toneClass(element.border.color) ?? ''}` : '';
	return html`<details class=${`card-panel ${border}`} open=${element.expanded === true} style=${{ borderRadius: safeLengths(element.border?.corner_radius) }}>
		<summary class=${className} style=${box(header, { backgroundColor: colour })}>${icon(header.icon)}${textObject(header.title, ctx, 'span')}</summary>
		<div class="card-panel-body" style=${box(element)}>${ctx.elements(element.elements)}</div>
	</details>`;
}

const ROWS = new Set(['bisected', 'trisection', 'flow']);

/** The row of buttons and menus of card 1.0. */
export const action = (element, ctx) => html`
	<div class=${`card-actions ${ROWS.has(element.layout) ? `actions-${element.layout}` : ''}`}>${ctx.elements(element.actions)}</div>`;

export const hr = () => html`<hr class="card-hr" />`;
