import { html } from 'htm/preact';
import { avatarColour, initials } from '../format.js';

/** A round avatar with initials; decoration only, since the name always stands beside it. */
export const avatar = (id, name, bot = false) => html`
	<span class=${`avatar avatar-${avatarColour(id ?? name)}${bot ? ' avatar-bot' : ''}`} aria-hidden="true">${bot ? '🤖' : initials(name)}</span>`;
