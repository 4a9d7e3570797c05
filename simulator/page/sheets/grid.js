/** The cells of a sheet: a click or Enter opens one, Enter takes what is typed, Esc gives up, arrows walk. */
import { html } from 'htm/preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { mediaUrl, writeCell } from './sheets-api.js';

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Arrow keys go from cell to cell. */
function walk(event) {
	const step = STEPS[event.key];
	const cell = event.target;
	if (!step || cell.tagName !== 'TD') return;
	const rows = [...event.currentTarget.rows];
	rows[rows.indexOf(cell.parentElement) + step[0]]?.cells[cell.cellIndex + step[1]]?.focus();
	event.preventDefault();
}

/** The look of a cell; colors that are none are left out by the browser. */
const lookOf = ({ font = {}, foreColor, backColor, hAlign } = {}) => ({
	fontWeight: font.bold ? '600' : undefined,
	fontStyle: font.italic ? 'italic' : undefined,
	color: foreColor,
	background: backColor,
	textAlign: ['left', 'center', 'right'][hAlign],
});

/** Words to choose from, where a dropdown is there. */
export const choicesAt = (dropdowns, row, column) =>
	dropdowns.find(
		({ top, bottom, left, right }) => row - 1 >= top && row - 1 <= bottom && column - 1 >= left && column - 1 <= right,
	)?.values;

/** The first cell of merged ones stands for all of them; `covered` are the others. */
export function mergedAt(merges, row, column) {
	const area = merges.find(
		({ top, bottom, left, right }) => row - 1 >= top && row - 1 <= bottom && column - 1 >= left && column - 1 <= right,
	);
	if (!area) return {};
	if (area.top !== row - 1 || area.left !== column - 1) return { covered: true };
	return { rowSpan: area.bottom - area.top + 1, colSpan: area.right - area.left + 1 };
}

const editor = ({ cell, choices, onDone, onCancel }) => {
	const onKeyDown = (event) => {
		if (event.key === 'Enter') onDone(event.currentTarget.value);
		else if (event.key === 'Escape') onCancel();
		else return;
		event.preventDefault();
		event.stopPropagation();
	};
	return choices
		? html`<select data-test-id="cell-editor" onChange=${(event) => onDone(event.currentTarget.value)} onKeyDown=${onKeyDown}>
			<option value=""></option>${choices.map((value) => html`<option key=${value} value=${value} selected=${value === cell?.text}>${value}</option>`)}</select>`
		: html`<input data-test-id="cell-editor" value=${cell?.input ?? ''} onKeyDown=${onKeyDown} onBlur=${onCancel} />`;
};

function Cell({ cell, row, column, span, choices, place, env }) {
	const [editing, setEditing] = useState(false);
	const box = useRef(null);
	useEffect(() => {
		if (editing) box.current?.querySelector('input, select')?.focus();
	}, [editing]);
	const open = () => env.canEdit && !cell?.file && setEditing(true);
	const onDone = async (text) => {
		setEditing(false);
		box.current?.focus();
		await env.act('The cell was not changed', () => writeCell(place, env.self, row, column, text));
	};
	const onKeyDown = (event) => {
		if (event.target !== box.current || event.key !== 'Enter') return;
		open();
		event.preventDefault();
	};
	const shown = cell?.file ? html`<img src=${mediaUrl(cell.file)} alt="" />` : cell?.text;
	return html`<td ref=${box} tabindex="0" class=${`sheet-cell${cell?.number ? ' sheet-number' : ''}`} style=${lookOf(cell?.style)} ...${span}
		data-test-id=${`cell-${row}-${column}`} title=${cell?.input} onDblClick=${open} onClick=${open} onKeyDown=${onKeyDown}>
		${editing ? editor({ cell, choices, onDone, onCancel: () => setEditing(false) }) : shown}</td>`;
}

/** `found` is a window of rows with the columns; rows that are hidden or filtered out are not shown. */
export function Grid({ found, place, env }) {
	const gone = new Set(found.filtered_out);
	const columns = found.columns.map((column, at) => ({ ...column, at: at + 1 })).filter(({ hidden }) => !hidden);
	const rows = found.rows.filter(({ row, hidden }) => !hidden && !gone.has(row));
	return html`<div class="grid" tabindex="-1"><table aria-label="Cells">
		<thead><tr><th class="row-head"></th>${columns.map(({ name, size }) => html`<th key=${name} scope="col" class="sheet-column" style=${size ? { minWidth: `${size}px` } : {}}>${name}</th>`)}</tr></thead>
		<tbody onKeyDown=${walk}>${rows.map(
			({ row, cells }) =>
				html`<tr key=${row}><th scope="row" class="row-head">${row}</th>${columns.map(({ at }) => {
					const { covered, ...span } = mergedAt(found.merges, row, at);
					const choices = choicesAt(found.dropdowns, row, at);
					return (
						!covered &&
						html`<${Cell} key=${at} cell=${cells[at - 1]} row=${row} column=${at} span=${span} choices=${choices} place=${place} env=${env} />`
					);
				})}</tr>`,
		)}</tbody></table></div>`;
}
