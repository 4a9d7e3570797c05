import { html } from 'htm/preact';
import { clockTime } from '../format.js';

/** A merged forward: its messages are in the content, or are those that name it as `upper_message_id`. */
export function mergeForward(content, ctx) {
	const children = content?.messages ?? ctx.children?.(ctx.message.message_id) ?? [];
	return html`<details class="bubble merged" open>
		<summary>Chat history · ${children.length} ${children.length === 1 ? 'message' : 'messages'}</summary>
		${children.length === 0 && html`<p class="muted">${content?.title ?? 'Merged and Forwarded Message'}</p>`}
		${children.map(
			(child) => html`<div class="merged-line">
			<span class="muted">${ctx.senderName(child)} · ${clockTime(child.create_time)}</span>${ctx.renderContent(child)}
		</div>`,
		)}
	</details>`;
}
