import { html } from 'htm/preact';
import { avatar } from '../components/avatar.js';

const tile = (id, name, caption) => html`
	<div class="bubble share">${avatar(id, name)}<span class="file-text"><span class="file-name">${name}</span><span class="muted">${caption}</span></span></div>`;

export function shareChat(content, ctx) {
	const id = content?.chat_id ?? content?.share_chat_id;
	const chat = ctx.directory?.chat(id);
	return tile(
		id,
		chat ? ctx.directory.chatTitle(chat) : String(id),
		chat ? `Group card · ${chat.members.length} members` : 'Group card',
	);
}

export const shareUser = (content, ctx) =>
	tile(content?.user_id, ctx.directory?.personName(content?.user_id) ?? String(content?.user_id), 'Contact card');
