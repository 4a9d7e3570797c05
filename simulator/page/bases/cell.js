/** One cell of the grid: what is in it, and its editor while it is edited. */
import { html } from 'htm/preact';
import { useRef, useState } from 'preact/hooks';
import { setCells, writeCells } from './base-api.js';
import { cellView } from './cells.js';
import { EDITORS, isEditable, isToggled, STAGE } from './editors/index.js';

const OPENS = new Set(['Enter', 'F2']);
const EMPTIES = new Set(['Delete', 'Backspace']);

export function Cell({ place, row, field, env }) {
	const [editing, setEditing] = useState(false);
	const box = useRef(null);
	const { [field.field_id]: cell } = row.cells;
	const writable = env.canEdit && isEditable(field);
	const close = () => {
		setEditing(false);
		box.current?.focus({ preventScroll: true });
	};
	const write = async (value) => {
		const put = field.type === STAGE ? setCells : writeCells;
		const work = () => put(place, env.self, row.record_id, { [field.field_name]: value });
		const written = await env.act(`“${field.field_name}” was not written`, work);
		if (written) close();
		return written;
	};
	const open = () => {
		if (!writable || editing) return;
		if (isToggled(field)) void write(cell?.value !== true);
		else setEditing(true);
	};
	const onClick = ({ target }) => {
		if (!target.closest('a')) open();
	};
	const onKeyDown = (event) => {
		if (event.target !== box.current) return;
		if (OPENS.has(event.key) || (event.key === ' ' && isToggled(field))) open();
		else if (EMPTIES.has(event.key) && writable && cell) void write(null);
		else return;
		event.preventDefault();
	};
	const Editor = editing && EDITORS[field.type];
	return html`<td ref=${box} tabindex="0" class=${`cell${writable ? ' cell-writable' : ''}${editing ? ' cell-editing' : ''}`} data-test-id=${`cell-${row.record_id}-${field.field_id}`}
		aria-readonly=${writable ? undefined : 'true'} onClick=${onClick} onKeyDown=${onKeyDown}>
		<div class="cell-view">${cellView(cell, field, env)}</div>
		${Editor && html`<${Editor} field=${field} cell=${cell} env=${env} onDone=${write} onCancel=${close} />`}
	</td>`;
}
