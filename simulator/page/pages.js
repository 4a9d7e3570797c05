/** The pages of the simulator, by their addresses. */
import { html } from 'htm/preact';

export const PAGES = [
	['/', 'Chats'],
	['/base', 'Bases'],
	['/sheets', 'Sheets'],
	['/docs', 'Documents'],
	['/drive', 'Drive'],
	['/calendar', 'Calendar'],
	['/tasks', 'Tasks'],
	['/approvals', 'Approvals'],
	['/app', 'Console'],
];

/** Links to all pages; `here` is the address of the one that shows them. */
export const PageLinks = ({ here }) =>
	html`<nav class="pages" aria-label="Pages">${PAGES.map(([address, name]) => html`<a key=${address} href=${address} aria-current=${address === here ? 'page' : undefined}>${name}</a>`)}</nav>`;
