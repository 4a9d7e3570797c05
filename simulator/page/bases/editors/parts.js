/** Editors of more than one part: a link with its words, the files of a cell. */
import { html } from 'htm/preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { uploadFile } from '../base-api.js';
import { useLeave } from './choice.js';

const onEscape = (onCancel) => (event) => {
	if (event.key === 'Escape') onCancel();
};

export function UrlEditor({ field, cell, onDone, onCancel }) {
	const [link, setLink] = useState(cell?.value.link ?? '');
	const [text, setText] = useState(cell?.value.text ?? '');
	const box = useLeave(() => finish());
	const input = useRef(null);
	useEffect(() => input.current.focus(), []);
	const finish = () => {
		if (link === (cell?.value.link ?? '') && text === (cell?.value.text ?? '')) return onCancel();
		onDone(link.trim() === '' ? null : { link: link.trim(), text: text.trim() || link.trim() });
	};
	const onSubmit = (event) => {
		event.preventDefault();
		finish();
	};
	return html`<form ref=${box} class="editor-pop" aria-label=${field.field_name} data-test-id="editor" onSubmit=${onSubmit} onKeyDown=${onEscape(onCancel)}>
		<label>Address <input ref=${input} name="link" value=${link} onInput=${(event) => setLink(event.currentTarget.value)} /></label>
		<label>Text <input name="text" value=${text} onInput=${(event) => setText(event.currentTarget.value)} /></label>
		<button type="submit" class="done" data-test-id="editor-done">Done</button>
	</form>`;
}

export function FilesEditor({ field, cell, env, onDone, onCancel }) {
	const [files, setFiles] = useState(cell?.value ?? []);
	const [busy, setBusy] = useState(false);
	const finish = () => {
		const tokens = files.map(({ file_token }) => ({ file_token }));
		if (tokens.map((one) => one.file_token).join() === (cell?.value ?? []).map((one) => one.file_token).join())
			onCancel();
		else onDone(tokens.length === 0 ? null : tokens);
	};
	const box = useLeave(() => !busy && finish());
	const input = useRef(null);
	useEffect(() => input.current.focus(), []);
	const onChange = async ({ currentTarget }) => {
		setBusy(true);
		try {
			for (const file of currentTarget.files) {
				const file_token = await uploadFile(env.base.app_token, env.self, file);
				setFiles((before) => [...before, { file_token, name: file.name }]);
			}
		} catch (error) {
			env.onError(error);
		}
		currentTarget.value = '';
		setBusy(false);
	};
	return html`<div ref=${box} class="editor-pop" role="group" aria-label=${field.field_name} data-test-id="editor" onKeyDown=${onEscape(onCancel)}>
		<ul>${files.map(
			({ file_token: token, name }) => html`<li key=${token} class="file-row"><span>${name}</span>
			<button type="button" aria-label=${`Remove ${name}`} onClick=${() => setFiles(files.filter((one) => one.file_token !== token))}>×</button></li>`,
		)}</ul>
		<label>Add files <input ref=${input} type="file" multiple disabled=${busy} data-test-id="editor-files" onChange=${onChange} /></label>
		<button type="button" class="done" data-test-id="editor-done" disabled=${busy} onClick=${finish}>Done</button>
	</div>`;
}
