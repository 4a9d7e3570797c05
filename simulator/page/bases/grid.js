/** The records of a table: one a row, its columns with their menus, and a row to add one. */
import { html } from 'htm/preact';
import { deleteRecord } from './base-api.js';
import { Cell } from './cell.js';
import { typeOf } from './field-types.js';

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Arrow keys go from cell to cell. */
function walk(event) {
	const step = STEPS[event.key];
	const cell = event.target;
	if (!step || cell.tagName !== 'TD') return;
	const body = event.currentTarget;
	const rows = [...body.rows];
	rows[rows.indexOf(cell.parentElement) + step[0]]?.cells[cell.cellIndex + step[1]]?.focus();
	event.preventDefault();
}

const heading = (field, env, onField) => {
	const { icon, name } = typeOf(field);
	const label = html`<span class="field-icon" aria-hidden="true">${icon}</span><span class="field-name">${field.field_name}</span>`;
	const title = [name, field.is_primary && 'primary', field.description, field.field_id].filter(Boolean).join(' · ');
	return html`<th scope="col" key=${field.field_id} title=${title}>${
		env.canEdit
			? html`<button type="button" class="field" data-test-id=${`field-${field.field_id}`} onClick=${() => onField(field)}>${label}</button>`
			: html`<span class="field">${label}</span>`
	}</th>`;
};

const record = ({ place, row, number, fields, env }) => html`
	<tr key=${row.record_id} data-test-id=${`record-${row.record_id}`}>
		<th scope="row" class="row-head" title=${row.record_id}><span class="row-number">${number}</span>${
			env.canEdit &&
			html`<button type="button" class="row-delete" aria-label=${`Delete record ${number}`} title="Delete the record" data-test-id=${`delete-${row.record_id}`}
				onClick=${() => env.act('The record was not deleted', () => deleteRecord(place, env.self, row.record_id))}>×</button>`
		}</th>
		${fields.map((field) => html`<${Cell} key=${field.field_id} place=${place} row=${row} field=${field} env=${env} />`)}
		<td class="filler"></td>
	</tr>`;

/** `fields` are those that the view shows; `offset` is that of the first row among all. */
export function Grid({ place, table, fields, rows, offset, env, onField, onAdd }) {
	return html`<div class="grid" tabindex="-1">
		<table aria-label=${table.name}>
			<thead><tr>
				<th scope="col" class="row-head"><span class="visually-hidden">Record</span></th>
				${fields.map((field) => heading(field, env, onField))}
				<th scope="col" class="filler">${env.canEdit && html`<button type="button" class="add" data-test-id="add-field" onClick=${() => onField({})}>+ Field</button>`}</th>
			</tr></thead>
			<tbody onKeyDown=${walk}>${rows.map((row, index) => record({ place, row, number: offset + index + 1, fields, env }))}</tbody>
		</table>
		${rows.length === 0 && html`<p class="empty">No records.</p>`}
		${env.canEdit && html`<button type="button" class="add" data-test-id="add-record" onClick=${onAdd}>+ Record</button>`}
	</div>`;
}
