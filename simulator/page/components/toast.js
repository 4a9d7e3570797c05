/** The short word at the top of the window that a callback's answer may bring. */
import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';

const SHOWN_MS = 4_000;
const MARKS = { success: '✓', error: '✕', warning: '!', info: 'i' };

export function Toast({ toast, onGone }) {
	useEffect(() => {
		if (!toast) return undefined;
		const timer = setTimeout(onGone, SHOWN_MS);
		return () => clearTimeout(timer);
	}, [toast]);
	if (!toast) return null;
	return html`<div class=${`toast toast-${toast.type}`} role="status" data-test-id="toast"><span class="toast-mark" aria-hidden="true">${MARKS[toast.type] ?? MARKS.info}</span>${toast.content}</div>`;
}
