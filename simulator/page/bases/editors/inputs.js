/** Editors that are one input: it takes what is typed with Enter or by being left, and gives up with Esc. */
import { html } from 'htm/preact';
import { useEffect, useRef } from 'preact/hooks';
import { enteredDate, momentOf, showsTime } from '../formats.js';

/** Selects what is there, so that typing replaces it. */
function useFocus() {
	const box = useRef(null);
	useEffect(() => {
		box.current.focus();
		box.current.select?.();
	}, []);
	return box;
}

/** `read(text)` gives what is written into the cell; `null` empties it. */
const inputEditor = (shown, read, attributes = () => ({ type: 'text' })) =>
	function InputEditor({ field, cell, env, onDone, onCancel }) {
		const box = useFocus();
		const before = shown(cell, field, env);
		// What ends it takes the input away, which leaves it once more.
		const ended = useRef(false);
		const cancel = () => {
			ended.current = true;
			onCancel();
		};
		const done = async () => {
			if (ended.current) return;
			const text = box.current.value;
			if (text === before || !box.current.validity.valid) return cancel();
			ended.current = true;
			ended.current = await onDone(text.trim() === '' ? null : read(text, field, env));
		};
		const onKeyDown = (event) => {
			if (event.key === 'Escape') cancel();
			// Enter also ends the choice of a Chinese word in an input method.
			if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
			event.preventDefault();
			done();
		};
		const { tag = 'input', ...more } = attributes(field);
		return html`<${tag} ref=${box} class="editor-input" data-test-id="editor" aria-label=${field.field_name} ...${more}
			defaultValue=${before} onBlur=${done} onKeyDown=${onKeyDown} />`;
	};

const joined = (cell) => cell?.words.join(',') ?? '';
const same = (text) => text;

export const TextEditor = inputEditor(joined, same, ({ ui_type: look }) =>
	look === 'Text' ? { tag: 'textarea', rows: 3 } : { type: look === 'Email' ? 'email' : 'text' },
);
export const PhoneEditor = inputEditor(joined, same, () => ({ type: 'tel' }));
export const WordEditor = inputEditor(joined, same);

export const NumberEditor = inputEditor(
	(cell) => (cell ? String(cell.value) : ''),
	Number,
	({ ui_type: look, property }) => ({
		type: 'number',
		...(look === 'Rating' ? { min: property?.min ?? 0, max: property?.max ?? 10, step: 1 } : { step: 'any' }),
		...(look === 'Progress' && { title: '0.25 is 25 %' }),
	}),
);

export const DateEditor = inputEditor(
	(cell, { property }, { zone }) => enteredDate(cell?.value, showsTime(property), zone),
	(text, _field, { zone }) => momentOf(text, zone),
	({ property }) => ({ type: showsTime(property) ? 'datetime-local' : 'date' }),
);

export const LocationEditor = inputEditor(
	(cell) => cell?.value.location ?? '',
	same,
	() => ({
		type: 'text',
		placeholder: 'Longitude,latitude',
	}),
);
