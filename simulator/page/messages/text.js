import { html } from 'htm/preact';
import { foldText } from '../markdown/fold.js';
import { link, mention } from '../markdown/tags.js';
import { asText } from '../safe.js';

/** A text message: mentions, links and Feishu's few style tags. */
export const text = (content, ctx) =>
	html`<div class="bubble text">${foldText(asText(content?.text), ctx, { mention, link })}</div>`;
