/** Writing into a chat as one of its people. */
import { html } from 'htm/preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { sendText } from '../api.js';
import { preview } from '../messages/preview.js';
import { senderOf } from './message.js';

/** What follows the last @, when the person is still typing a name. */
export const mentionQuery = (text) => /(?:^|\s)@([^\s@]*)$/.exec(text)?.[1];

export function Composer({ chat, directory, self, onSelf, answering, onAnswering, onSent, onError }) {
	const [text, setText] = useState('');
	const [busy, setBusy] = useState(false);
	const box = useRef(null);
	const writers = directory.writers(chat);
	useEffect(() => {
		if (answering) box.current?.focus();
	}, [answering]);

	const query = mentionQuery(text)?.toLowerCase();
	const offered =
		query === undefined
			? []
			: directory
					.mentionable(chat)
					.filter((person) => person.id !== self && person.name.toLowerCase().includes(query))
					.slice(0, 6);

	async function send(event) {
		event?.preventDefault();
		if (!text.trim() || busy || !self) return;
		setBusy(true);
		try {
			await sendText(chat.chat_id, self, text, answering?.message_id);
			setText('');
			onAnswering(undefined);
			onSent();
		} catch (error) {
			onError(`The message was not sent: ${error.message}`);
		} finally {
			setBusy(false);
			box.current?.focus();
		}
	}

	function onKeyDown(event) {
		// Enter also ends the choice of a Chinese word in an input method; that one must not send.
		if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
		send(event);
	}

	function complete(name) {
		setText(text.replace(/@[^\s@]*$/, `@${name} `));
		box.current?.focus();
	}

	if (writers.length === 0) return html`<p class="composer composer-none">Nobody in this chat can write from here.</p>`;
	return html`<form class="composer" onSubmit=${send}>
		${answering && html`<div class="answering"><span>Reply to <strong>${senderOf(answering, directory).name}</strong> ${preview(answering, directory)}</span><button type="button" aria-label="Do not reply" onClick=${() => onAnswering(undefined)}>×</button></div>`}
		${offered.length > 0 && html`<div class="mention-menu" role="group" aria-label="Mention">${offered.map((person) => html`<button type="button" key=${person.id} onClick=${() => complete(person.name)}>@${person.name}</button>`)}</div>`}
		<div class="composer-row">
			<label>Write as <select data-test-id="composer-user" value=${self} onChange=${(event) => onSelf(event.currentTarget.value)}>
				${writers.map((person) => html`<option key=${person.id} value=${person.id} selected=${person.id === self}>${person.name}</option>`)}
			</select></label>
			<span class="muted hint">Enter sends, Shift+Enter makes a new line, @ mentions</span>
		</div>
		<div class="composer-row">
			<textarea ref=${box} rows="2" data-test-id="composer" aria-label="Message" placeholder=${`Message ${directory.chatTitle(chat)}`} value=${text}
				onInput=${(event) => setText(event.currentTarget.value)} onKeyDown=${onKeyDown}></textarea>
			<button type="submit" class="send" data-test-id="send" disabled=${busy || !text.trim()}>Send</button>
		</div>
	</form>`;
}
