import { html } from 'htm/preact';
import { resourceUrl } from '../api.js';
import { emojiGlyph } from '../emoji.js';
import { foldText } from '../markdown/fold.js';
import { codeBlock, renderMarkdown } from '../markdown/markdown.js';
import { link, mention } from '../markdown/tags.js';
import { asText, decodeEntities } from '../safe.js';
import { video } from './media.js';

const STYLES = { bold: 'bold', underline: 'underline', lineThrough: 'line-through', italic: 'italic' };

const styled = (node, children) => {
	const classes = (Array.isArray(node.style) ? node.style : []).map((name) => STYLES[name]).filter(Boolean);
	return classes.length ? html`<span class=${classes.join(' ')}>${children}</span>` : children;
};

const plain = (node) => (node.un_escape ? decodeEntities(asText(node.text)) : asText(node.text));

/** Post node tag → (node, ctx) → nodes. */
export const POST_NODES = {
	text: (node, ctx) =>
		styled(node, /@_user_\d|@_all/.test(node.text ?? '') ? foldText(plain(node), ctx, { mention, link }) : plain(node)),
	a: (node) => styled(node, link(node.href, plain(node) || node.href)),
	at: (node, ctx) =>
		styled(
			node,
			mention(
				ctx.mentions?.get(node.user_id)?.name ??
					node.user_name ??
					ctx.directory?.personName(node.user_id) ??
					node.user_id,
			),
		),
	img: (node) =>
		html`<img class="post-image" src=${resourceUrl(node.image_key)} alt="image in the post" loading="lazy" />`,
	media: (node) => video(node),
	emotion: (node) =>
		html`<span class="emotion" role="img" aria-label=${node.emoji_type}>${emojiGlyph(node.emoji_type) ?? `[${node.emoji_type}]`}</span>`,
	hr: () => html`<hr />`,
	code_block: (node) => codeBlock(node.language, asText(node.text)),
	md: (node, ctx) => renderMarkdown(node.text, ctx),
};

const node = (one, ctx) =>
	Object.hasOwn(POST_NODES, one?.tag)
		? POST_NODES[one.tag](one, ctx)
		: html`<span class="unknown">Unknown post element: ${asText(one?.tag)}</span>`;

/** The post in one language: sent posts are keyed by locale, received ones are flat. */
export const postBody = (content) =>
	Array.isArray(content?.content)
		? content
		: (content?.zh_cn ?? content?.en_us ?? Object.values(content ?? {})[0] ?? {});

/** A rich text message. */
export function post(content, ctx) {
	const { title, content: paragraphs } = postBody(content);
	return html`<div class="bubble post">
		${title && html`<div class="post-title">${title}</div>`}
		${(Array.isArray(paragraphs) ? paragraphs : []).map((row) => html`<div class="paragraph">${[row].flat().map((one) => node(one, ctx))}</div>`)}
	</div>`;
}
