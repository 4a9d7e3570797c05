/** The form by which a person starts an approval, with an editor for what most forms ask. */
import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

const LEAVE = {
	type: 'widgetLeaveGroupType',
	start: 'widgetLeaveGroupStartTime',
	end: 'widgetLeaveGroupEndTime',
	reason: 'widgetLeaveGroupReason',
};

/** With the offset of the browser, as the platform wants it. */
function moment(local) {
	const minutes = -new Date(local).getTimezoneOffset();
	const two = (number) => String(Math.abs(number)).padStart(2, '0');
	const sign = minutes < 0 ? '-' : '+';
	return `${local}:00${sign}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
}

const words = (widget, set) =>
	html`<input required=${widget.required} onInput=${(event) => set(event.target.value)} />`;
const number = (widget, set) =>
	html`<input type="number" step="any" required=${widget.required} onInput=${(event) => set(Number(event.target.value))} />`;
const time = (widget, set) =>
	html`<input type="datetime-local" required=${widget.required} onInput=${(event) => set(moment(event.target.value))} />`;
const choice = (widget, set) => html`<select required=${widget.required} onChange=${(event) => set(event.target.value)}>
	<option value=""></option>
	${widget.option.map(({ value, text }) => html`<option key=${value} value=${value}>${text}</option>`)}
</select>`;

/** By the type of a widget; what has no editor here is left out. */
const EDITORS = {
	input: words,
	textarea: words,
	number,
	amount: number,
	date: time,
	radio: choice,
	radioV2: choice,
};

const editorOf = (widget) =>
	Array.isArray(widget.option) || !/^radio/.test(widget.type) ? EDITORS[widget.type] : undefined;

/** What is asked one by one; of a leave its parts. */
const asked = (form) =>
	form.flatMap((widget) => (widget.type === 'leaveGroupV2' ? (widget.children ?? []) : [widget])).filter(editorOf);

/** The values as the platform takes them. */
function entriesOf(form, values) {
	const entry = (widget) => ({
		id: widget.id,
		type: widget.type,
		value: values[widget.id],
		...(widget.type === 'amount' && { currency: widget.value || 'CNY' }),
	});
	const filled = (widgets) => widgets.filter(({ id }) => values[id] !== undefined && values[id] !== '').map(entry);
	return form.flatMap((widget) => {
		if (widget.type !== 'leaveGroupV2') return filled([widget]);
		const inside = filled(widget.children ?? []);
		return inside.some(({ id }) => id === LEAVE.start) ? [{ id: widget.id, type: widget.type, value: inside }] : [];
	});
}

export function StartForm({ definitions, people, onStart }) {
	const [code, setCode] = useState('');
	const [values, setValues] = useState({});
	const [approver, setApprover] = useState('');
	const definition = definitions.find(({ approval_code: own }) => own === code);
	const isChosen = definition?.nodes.some(({ need_approver: chosen }) => chosen);
	const submit = (event) => {
		event.preventDefault();
		onStart({
			approval_code: code,
			form: entriesOf(definition.form, values),
			approvers: approver === '' ? [] : [approver],
		});
		setCode('');
		setValues({});
	};
	return html`<form class="approvals-form" data-test-id="start" onSubmit=${submit}>
		<label>Start <select value=${code} data-test-id="definition" onChange=${(event) => setCode(event.target.value)}>
			<option value="">…</option>
			${definitions.map(({ approval_code: own, approval_name: name }) => html`<option key=${own} value=${own}>${name}</option>`)}
		</select></label>
		${
			definition &&
			asked(definition.form).map(
				(widget) =>
					html`<label key=${widget.id} data-test-id=${`field-${widget.id}`}>${widget.name}
						${editorOf(widget)(widget, (value) => setValues((all) => ({ ...all, [widget.id]: value })))}</label>`,
			)
		}
		${
			isChosen &&
			html`<label>Approver <select required value=${approver} onChange=${(event) => setApprover(event.target.value)}>
				<option value=""></option>
				${people.map(({ open_id: id, name }) => html`<option key=${id} value=${id}>${name}</option>`)}
			</select></label>`
		}
		${definition && html`<button type="submit">Submit</button>`}
	</form>`;
}
