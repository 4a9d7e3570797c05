/** The list of chats with its search. */
import { html } from 'htm/preact';
import { useMemo, useState } from 'preact/hooks';
import { chatList } from '../conversation.js';
import { shortTime } from '../format.js';
import { preview } from '../messages/preview.js';
import { senderOf } from './message.js';
import { avatar } from './avatar.js';

const STEPS = { ArrowDown: 1, ArrowUp: -1 };

/** Arrow keys walk the list. */
function walk(event) {
	const step = STEPS[event.key];
	if (!step) return;
	const buttons = [...event.currentTarget.querySelectorAll('button')];
	buttons[buttons.indexOf(document.activeElement) + step]?.focus();
	event.preventDefault();
}

/** Who wrote the last message of a group; nobody where the platform tells of something. */
const writer = ({ chat, last }, directory) =>
	last && !last.deleted && chat.chat_type === 'group' ? senderOf(last, directory).name : '';

const entry = ({ chat, last, title, line }, selected, onSelect, directory) => html`
	<li key=${chat.chat_id}>
		<button type="button" class=${`chat${selected ? ' chat-selected' : ''}`} data-test-id=${`chat-${chat.chat_id}`} aria-current=${selected ? 'true' : undefined} onClick=${() => onSelect(chat.chat_id)}>
			${avatar(chat.chat_id, title)}
			<span class="chat-text">
				<span class="chat-line"><span class="chat-title">${title}</span>${last && html`<span class="chat-time">${shortTime(last.create_time)}</span>`}</span>
				<span class="chat-line"><span class="chat-last">${[writer({ chat, last }, directory), line].filter(Boolean).join(': ')}</span>
					${chat.bot_in_chat === false && html`<span class="chat-flag" title="The bot is not a member of this chat">no bot</span>`}</span>
			</span>
		</button>
	</li>`;

export function ChatList({ state, directory, selected, onSelect }) {
	const [query, setQuery] = useState('');
	const rows = useMemo(
		() => chatList(state, directory, (message) => preview(message, directory), query),
		[state, directory, query],
	);
	return html`<nav class="chats" aria-label="Chats">
		<label class="search"><span class="visually-hidden">Search chats</span>
			<input type="search" placeholder="Search chats" value=${query} data-test-id="chat-search" onInput=${(event) => setQuery(event.currentTarget.value)} /></label>
		<ul onKeyDown=${walk}>${rows.map((row) => entry(row, row.chat.chat_id === selected, onSelect, directory))}</ul>
		${rows.length === 0 && html`<p class="empty">${query ? `No chat matches “${query}”.` : 'There are no chats.'}</p>`}
	</nav>`;
}
