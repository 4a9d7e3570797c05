/** Asks for the name of what is made. */
import { html } from 'htm/preact';
import { useEffect, useRef } from 'preact/hooks';

/** `onName(name)` gives whether it was made; then the dialog closes. */
export function NameDialog({ label, onName, onClose }) {
	const box = useRef(null);
	useEffect(() => box.current.showModal(), []);
	const onSubmit = async (event) => {
		event.preventDefault();
		const { name } = Object.fromEntries(new FormData(event.currentTarget));
		if (await onName(name)) onClose();
	};
	return html`<dialog ref=${box} class="field-dialog" aria-label=${label} data-test-id="name-dialog" onClose=${onClose}>
		<form onSubmit=${onSubmit}>
			<label>${label} <input name="name" required placeholder="Name" data-test-id="name" /></label>
			<div class="dialog-buttons">
				<button type="button" onClick=${onClose}>Cancel</button>
				<button type="submit" class="done" data-test-id="name-save">Make</button>
			</div>
		</form>
	</dialog>`;
}
