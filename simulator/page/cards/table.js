/** The table element: cells by the data type of their column. */
import { html } from 'htm/preact';
import { renderMarkdown } from '../markdown/markdown.js';
import { asText } from '../safe.js';
import { toneClass } from '../tones.js';
import { personChips } from './people.js';

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
const align = (column) => (ALIGNS.has(column.horizontal_align) ? { textAlign: column.horizontal_align } : undefined);

const cell = (row, column, ctx) =>
	(Object.hasOwn(CELLS, column.data_type) ? CELLS[column.data_type] : CELLS.text)(row?.[column.name], column, ctx);

/** Every row is shown at once; Feishu shows `page_size` (5 unless told) a page, so the page count is named below. */
export function table(element, ctx) {
	const columns = element.columns ?? [];
	const rows = element.rows ?? [];
	const pages = Math.ceil(rows.length / (element.page_size ?? 5));
	return html`<div class="card-table"><div class="table-scroll"><table>
		<thead><tr>${columns.map((column) => html`<th scope="col" style=${align(column)}>${column.display_name ?? column.name}</th>`)}</tr></thead>
		<tbody>${rows.map((row) => html`<tr>${columns.map((column) => html`<td style=${align(column)}>${cell(row, column, ctx)}</td>`)}</tr>`)}</tbody>
	</table></div>${pages > 1 && html`<div class="muted table-pages">${pages} pages in Feishu</div>`}</div>`;
}
