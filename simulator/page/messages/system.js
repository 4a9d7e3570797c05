import { html } from 'htm/preact';
import { asText } from '../safe.js';

/** System messages come as a template with `{name}` places, or as the divider that was sent. */
export function systemText(content) {
	const template = content?.template ?? content?.params?.divider_text?.text;
	if (!template) return asText(content);
	return template.replace(
		/\{(\w+)\}/g,
		(whole, name) =>
			asText(
				[content[name]]
					.flat()
					.map((one) => one?.text ?? one)
					.join(', '),
			) || whole,
	);
}

export const system = (content) => html`<div class="system">${systemText(content)}</div>`;
