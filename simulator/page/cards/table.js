/** The table element: cells by the data type of their column. */
import { html } from 'htm/preact';
import { renderMarkdown } from '../markdown/markdown.js';
import { asText, safeLengths } from '../safe.js';
import { toneClass } from '../tones.js';
import { personChips } from './people.js';
import { keyOf } from './values.js';

function number(value, column) {
	const { precision, symbol = '', separator = false } = column.format ?? {};
	if (!Number.isFinite(Number(value)) || value === '' || value === null || value === undefined) return asText(value);
	const options = {
		useGrouping: separator === true,
		...(Number.isInteger(precision)
			? { minimumFractionDigits: precision, maximumFractionDigits: precision }
			: { maximumFractionDigits: 10 }),
	};
	return `${symbol}${Number(value).toLocaleString('en-US', options)}`;
}

/** Feishu's date formats use YYYY, MM, DD, HH, mm, ss; the value is milliseconds. */
function date(value, column) {
	const day = new Date(Number(value));
	if (Number.isNaN(day.getTime())) return asText(value);
	const two = (part) => String(part).padStart(2, '0');
	const parts = {
		YYYY: day.getFullYear(),
		MM: two(day.getMonth() + 1),
		DD: two(day.getDate()),
		HH: two(day.getHours()),
		mm: two(day.getMinutes()),
		ss: two(day.getSeconds()),
	};
	return (column.date_format ?? 'YYYY-MM-DD').replace(/YYYY|MM|DD|HH|mm|ss/g, (part) => parts[part]);
}

const options = (value) =>
	[value]
		.flat()
		.filter(Boolean)
		.map(
			(one) =>
				html`<span class=${`text-tag ${toneClass(one.color) ?? 'tone-grey'}`}>${asText(one.text ?? one)}</span> `,
		);

/** Column data type → (value, column, ctx) → nodes. */
export const CELLS = {
	text: (value) => asText(value),
	lark_md: (value, _column, ctx) => renderMarkdown(value, ctx),
	markdown: (value, _column, ctx) => renderMarkdown(value, ctx),
	options,
	number,
	date,
	persons: (value, _column, ctx) => personChips(value, ctx),
};

const ALIGNS = new Set(['left', 'center', 'right']);
const VERTICAL = { top: 'top', center: 'middle', bottom: 'bottom' };
const WIDTH = /^\d+(?:\.\d+)?(?:px|%)$/;

const align = (column) => ({
	textAlign: ALIGNS.has(column.horizontal_align) ? column.horizontal_align : undefined,
	verticalAlign: VERTICAL[column.vertical_align],
	width: WIDTH.test(column.width) ? column.width : undefined,
	minWidth: WIDTH.test(column.width) ? column.width : undefined,
});

const headAlign = (column, head) => ({
	...align(column),
	...(ALIGNS.has(head.text_align) && { textAlign: head.text_align }),
	fontWeight: head.bold === false ? '400' : undefined,
});

const ROW_HEIGHTS = { low: '32px', middle: '48px', high: '64px' };
const rowStyle = (element) => ({
	height: ROW_HEIGHTS[element.row_height] ?? safeLengths(element.row_height) ?? ROW_HEIGHTS.low,
});

const cell = (row, column, ctx) =>
	(Object.hasOwn(CELLS, column.data_type) ? CELLS[column.data_type] : CELLS.text)(row?.[column.name], column, ctx);

const PAGE_SIZE = 5;

function pager(page, pages, turn) {
	const step = (to, words, mark) =>
		html`<button type="button" aria-label=${words} disabled=${to < 0 || to >= pages} onClick=${() => turn(to)}>${mark}</button>`;
	return html`<div class="table-pages">${step(page - 1, 'Previous page', '‹')}<span>${page + 1} / ${pages}</span>${step(page + 1, 'Next page', '›')}</div>`;
}

/** Rows come in pages of `page_size` (1 to 10, 5 unless told). */
export function table(element, ctx) {
	const columns = element.columns ?? [];
	const rows = element.rows ?? [];
	const size = Math.min(Math.max(Math.trunc(Number(element.page_size)) || PAGE_SIZE, 1), 10);
	const pages = Math.ceil(rows.length / size);
	const key = `${keyOf(element, ctx)}#page`;
	const page = Math.min(ctx.card.value(key, 0), Math.max(pages - 1, 0));
	const head = element.header_style ?? {};
	const classes = `table-scroll${element.freeze_first_column ? ' table-frozen' : ''}${head.background_style === 'none' ? ' head-plain' : ''}`;
	return html`<div class="card-table"><div class=${classes} tabindex="0"><table>
		<thead class=${toneClass(head.text_color) && head.text_color !== 'default' ? `font ${toneClass(head.text_color)}` : undefined}><tr>${columns.map((column) => html`<th scope="col" style=${headAlign(column, head)}>${column.display_name ?? column.name}</th>`)}</tr></thead>
		<tbody>${rows.slice(page * size, (page + 1) * size).map((row) => html`<tr style=${rowStyle(element)}>${columns.map((column) => html`<td style=${align(column)}>${cell(row, column, ctx)}</td>`)}</tr>`)}</tbody>
	</table></div>${pages > 1 && pager(page, pages, (to) => ctx.card.set(key, to, 0))}</div>`;
}
