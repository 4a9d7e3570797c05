/** One message with what stands around its content: sender, time, quote, reactions, thread. */
import { html } from 'htm/preact';
import { countReactions } from '../conversation.js';
import { emojiGlyph, QUICK_REACTIONS } from '../emoji.js';
import { clockTime, fullTime } from '../format.js';
import { renderContent } from '../messages/index.js';
import { preview } from '../messages/preview.js';
import { mentionMap } from '../people.js';
import { avatar } from './avatar.js';

/** {id, name, bot} of a message's sender. */
export function senderOf(message, directory) {
	const known = directory.person(message.sender?.id);
	return {
		id: known?.id ?? message.sender?.id,
		name: message.sender?.name ?? known?.name ?? message.sender?.id,
		bot: message.sender?.sender_type === 'app',
		custom: message.sender?.custom_bot === true,
	};
}

const quote = (parent, directory) => html`
	<a class="quote" href=${`#message-${parent.message_id}`} onClick=${(event) => jumpTo(event, parent.message_id)} title="Show the message that this answers">
		<strong>${senderOf(parent, directory).name}</strong> ${preview(parent, directory)}
	</a>`;

function jumpTo(event, messageId) {
	event.preventDefault();
	const target = document.querySelector(`[data-test-id="message-${CSS.escape(messageId)}"]`);
	target?.scrollIntoView({ block: 'center' });
	target?.focus({ preventScroll: true });
}

const glyph = (type) => emojiGlyph(type) ?? type;

const reactions = (message, { directory, onReact, self }) => {
	const counted = countReactions(message.reactions, directory);
	return (
		counted.length > 0 &&
		html`<div class="reactions">
		${counted.map(
			(
				one,
			) => html`<button type="button" class=${`reaction${one.operators.includes(self) ? ' reaction-own' : ''}`} key=${one.emoji_type} data-test-id=${`reaction-${one.emoji_type}`}
			title=${`${one.emoji_type}: ${one.names.join(', ')}`} aria-label=${`${one.emoji_type}, ${one.count}: ${one.names.join(', ')}. React with the same.`}
			onClick=${() => onReact(message, one.emoji_type)}><span aria-hidden="true">${glyph(one.emoji_type)}</span> ${one.count}</button>`,
		)}
	</div>`
	);
};

/** What the bot offers as the next words; one click writes them. */
const followUps = (message, { onFollowUp }) =>
	message.follow_ups?.length > 0 &&
	html`<div class="follow-ups">${message.follow_ups.map((words) => html`<button type="button" key=${words} data-test-id="follow-up" onClick=${() => onFollowUp(message, words)}>${words}</button>`)}</div>`;

const KINDS = { app: 'Urgent', sms: 'Urgent by SMS', phone: 'Urgent by phone' };

/** What stands beside the sender: only one person sees it, it is pinned, somebody was nudged. */
function marks(message, { directory }) {
	const kinds = [...new Set((message.urgents ?? []).map(({ type }) => type))];
	return html`${message.visible_to && html`<span class="only-for" data-test-id="only-for">Only visible to ${directory.personName(message.visible_to)}</span>`}
		${kinds.map((type) => html`<span class="only-for mark-urgent" title=${message.urgents.map((one) => directory.personName(one.open_id)).join(', ')}>${KINDS[type] ?? 'Urgent'}</span>`)}
		${message.pinned && html`<span class="only-for">📌 Pinned</span>`}`;
}

const toolbar = (message, { onReact, onReply }) => html`
	<div class="message-tools" role="toolbar" aria-label="React or reply">
		${QUICK_REACTIONS.map((type) => html`<button type="button" key=${type} data-test-id=${`react-${type}`} title=${type} aria-label=${`React with ${type}`} onClick=${() => onReact(message, type)}>${glyph(type)}</button>`)}
		<button type="button" class="reply" data-test-id="reply" onClick=${() => onReply(message)}>Reply</button>
	</div>`;

function body(message, env) {
	const { directory, talk, dark, self, onCardAction } = env;
	if (message.deleted) return html`<div class="recalled">${senderOf(message, directory).name} recalled a message</div>`;
	const ctx = {
		onCardAction,
		self,
		directory,
		dark,
		message,
		mentions: mentionMap(message.mentions),
		children: talk.children,
		senderName: (child) => senderOf(child, directory).name,
		renderContent: (child) =>
			renderContent(child, { ...ctx, onCardAction: undefined, message: child, mentions: mentionMap(child.mentions) }),
	};
	return renderContent(message, ctx);
}

const EDITED = { interactive: 'updated' };

const threadOf = (message, env) => {
	const replies = env.talk.thread(message.message_id);
	return (
		replies.length > 0 &&
		html`<details class="thread" open>
		<summary>${replies.length} ${replies.length === 1 ? 'reply' : 'replies'} in thread</summary>
		${replies.map((reply) => messageView(reply, env))}
	</details>`
	);
};

/**
 * A message of the conversation.
 * `env`: {directory, talk: conversation(), dark, self: open_id of the chosen writer, onReact(message, emojiType), onReply(message),
 * onCardAction(message, action), onFollowUp(message, words)}.
 */
export function messageView(message, env) {
	const sender = senderOf(message, env.directory);
	const parent = env.talk.parent(message);
	if (message.msg_type === 'system' && !message.deleted)
		return html`<div key=${message.message_id} data-test-id=${`message-${message.message_id}`} tabindex="-1">${body(message, env)}</div>`;
	return html`<article class=${`message${sender.bot ? ' from-bot' : ''}`} key=${message.message_id} data-test-id=${`message-${message.message_id}`} tabindex="-1"
		aria-label=${`${sender.name}: ${preview(message, env.directory)}`}>
		${avatar(sender.id, sender.name, sender.bot)}
		<div class="message-main">
			<div class="message-head">
				<span class="sender">${sender.name}</span>${sender.bot && html`<span class="bot-badge" title=${sender.custom ? 'A custom bot: it has a webhook and no app' : undefined}>${sender.custom ? 'CUSTOM BOT' : 'BOT'}</span>`}
				${marks(message, env)}
				<time dateTime=${new Date(Number(message.create_time)).toISOString()} title=${`${fullTime(message.create_time)} · ${message.message_id}`}>${clockTime(message.create_time)}</time>
				${message.updated && !message.deleted && html`<span class="edited" title=${fullTime(message.update_time)}>(${EDITED[message.msg_type] ?? 'edited'})</span>`}
			</div>
			<div class="message-content">
				${parent && html`${quote(parent, env.directory)}`}
				${body(message, env)}
				${!message.deleted && toolbar(message, env)}
			</div>
			${!message.deleted && reactions(message, env)}
			${!message.deleted && followUps(message, env)}
			${threadOf(message, env)}
		</div>
	</article>`;
}
