/** Message type → what it looks like. A new type is one row here. */
import { html } from 'htm/preact';
import { interactive } from '../cards/card.js';
import { CardMessage } from '../components/card-message.js';
import { mergeForward } from './forwarded.js';
import { audio, file, image, media, sticker } from './media.js';
import { post } from './post.js';
import { shareChat, shareUser } from './share.js';
import { system } from './system.js';
import { text } from './text.js';

/** A card that can be clicked where the conversation offers it, and stands still in what was forwarded. */
const card = (common, ctx) => {
	// A card that is not shared may have changed for the chosen person alone.
	const content = ctx.message?.private_cards?.[ctx.self] ?? common;
	return ctx.onCardAction
		? html`<${CardMessage} content=${content} ctx=${ctx} onAction=${ctx.onCardAction} />`
		: interactive(content, ctx);
};

/** msg_type → (content, ctx) → nodes. */
export const MESSAGES = {
	text,
	post,
	image,
	file,
	audio,
	media,
	sticker,
	interactive: card,
	system,
	share_chat: shareChat,
	share_user: shareUser,
	merge_forward: mergeForward,
};

const unknown = (message) => html`
	<details class="bubble unknown"><summary>This page does not draw messages of type ${message.msg_type}</summary><pre>${JSON.stringify(message.content, null, 2)}</pre></details>`;

/** The body of a message, whatever its type. */
export const renderContent = (message, ctx) =>
	Object.hasOwn(MESSAGES, message.msg_type) ? MESSAGES[message.msg_type](message.content, ctx) : unknown(message);
