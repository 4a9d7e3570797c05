/** Makes a column, renames it, gives it another type, takes it away. */
import { html } from 'htm/preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { addField, changeField, deleteField } from './base-api.js';
import { FIELD_TYPES, fieldRequest, typeOf } from './field-types.js';

const kindSelect = (
	kind,
	setKind,
) => html`<label>Type <select name="type" value=${FIELD_TYPES.indexOf(kind)} onChange=${(event) => setKind(FIELD_TYPES[Number(event.currentTarget.value)])}>
	${FIELD_TYPES.map((one, index) => html`<option key=${one.ui_type} value=${index} selected=${one === kind}>${one.icon} ${one.name}</option>`)}
</select></label>`;

const ASKS = {
	options: () => html`<label>Options, one a line <textarea name="options" rows="4"></textarea></label>`,
	table: (base) =>
		html`<label>Leads to <select name="table_id">${base.tables.map(({ table_id: id, name }) => html`<option key=${id} value=${id}>${name}</option>`)}</select></label>`,
};

/** `field` is the column, or an empty object for a new one. */
export function FieldDialog({ place, field, env, onClose }) {
	const known = field.field_id !== undefined;
	const [kind, setKind] = useState(known ? typeOf(field) : FIELD_TYPES[0]);
	const box = useRef(null);
	useEffect(() => box.current.showModal(), []);
	const changed = !known || kind !== typeOf(field);
	const onSubmit = async (event) => {
		event.preventDefault();
		const { name, options, table_id } = Object.fromEntries(new FormData(event.currentTarget));
		if (known && !changed && name.trim() === field.field_name) return onClose();
		const request = fieldRequest({ name, kind, options, table_id, before: known ? field : undefined });
		const work = () =>
			known ? changeField(place, env.self, field.field_id, request) : addField(place, env.self, request);
		if (await env.act('The field was not saved', work)) onClose();
	};
	const onDelete = async () => {
		const work = () => deleteField(place, env.self, field.field_id);
		if (await env.act('The field was not deleted', work)) onClose();
	};
	return html`<dialog ref=${box} class="field-dialog" aria-label=${known ? `Field ${field.field_name}` : 'New field'} data-test-id="field-dialog" onClose=${onClose}>
		<form onSubmit=${onSubmit}>
			<label>Name <input name="name" required defaultValue=${field.field_name ?? ''} data-test-id="field-name" /></label>
			${kindSelect(kind, setKind)}
			${changed && kind.asks && ASKS[kind.asks](env.base)}
			${known && changed && html`<p class="muted">Cells are turned into the new type; what can't be turned is lost.</p>`}
			<div class="dialog-buttons">
				${known && !field.is_primary && html`<button type="button" class="danger" data-test-id="field-delete" onClick=${onDelete}>Delete field</button>`}
				<button type="button" onClick=${onClose}>Cancel</button>
				<button type="submit" class="done" data-test-id="field-save">Save</button>
			</div>
		</form>
	</dialog>`;
}
