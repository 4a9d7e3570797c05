/** Card and post markdown, drawn by walking marked's tokens: nothing here writes HTML as text. */
import { html } from 'htm/preact';
import { Marked } from 'marked';
import { resourceUrl } from '../api.js';
import { decodeEntities } from '../safe.js';
import { createFolder } from './fold.js';
import { link, withEmoji } from './tags.js';

// HTML blocks are read as paragraphs: Feishu's tags are inline wherever they stand.
// `text_tag` and `number_tag` are no HTML names to marked, because of the underscore.
const underscoreTag = {
	name: 'underscore_tag',
	level: 'inline',
	start: (source) => source.search(/<\/?[a-z]+_/i),
	tokenizer(source) {
		const raw = /^<\/?[a-z]+(?:_[a-z]+)+(?:\s[^<>]*)?>/i.exec(source)?.[0];
		return raw && { type: 'html', raw };
	},
};
const marked = new Marked({
	gfm: true,
	breaks: true,
	tokenizer: { html: () => undefined },
	extensions: [underscoreTag],
});

const text = (value) => withEmoji(decodeEntities(value));

function inline(tokens, ctx) {
	const folder = createFolder(ctx);
	for (const [index, token] of (tokens ?? []).entries()) {
		// The newline that ends a line of `<hr>` is not one more line.
		if (token.type === 'br' && /^<hr\b/i.test(tokens[index - 1]?.raw ?? '')) continue;
		if (token.type === 'html') folder.addTag(token.raw);
		else folder.add(inlineToken(token, ctx));
	}
	return folder.end();
}

/** `[text]($name)` in card 1.0 takes its target from the element's `href` table. */
const target = (href, ctx) => (href.startsWith('$') ? ctx.hrefs?.[href.slice(1)]?.url : href);

const INLINE = {
	text: (token, ctx) => (token.tokens ? inline(token.tokens, ctx) : text(token.text)),
	escape: (token) => decodeEntities(token.text),
	strong: (token, ctx) => html`<strong>${inline(token.tokens, ctx)}</strong>`,
	em: (token, ctx) => html`<em>${inline(token.tokens, ctx)}</em>`,
	del: (token, ctx) => html`<s>${inline(token.tokens, ctx)}</s>`,
	codespan: (token) => html`<code>${decodeEntities(token.text)}</code>`,
	br: () => html`<br />`,
	link: (token, ctx) => link(target(token.href, ctx), inline(token.tokens, ctx)),
	image: (token) =>
		html`<img class="md-image" src=${resourceUrl(token.href)} alt=${token.text || 'image'} loading="lazy" />`,
	checkbox: (token) =>
		html`<input type="checkbox" checked=${token.checked} disabled aria-label=${token.checked ? 'done' : 'to do'} />`,
};

const inlineToken = (token, ctx) => (Object.hasOwn(INLINE, token.type) ? INLINE[token.type](token, ctx) : token.raw);

function list(token, ctx) {
	const items = token.items.map(
		(item) => html`<li class=${item.task ? 'task' : undefined}>${blocks(item.tokens, ctx)}</li>`,
	);
	return token.ordered
		? html`<ol start=${token.start === '' ? 1 : token.start}>${items}</ol>`
		: html`<ul>${items}</ul>`;
}

const cell = (tag, ctx) => (one) =>
	html`<${tag} style=${one.align ? { textAlign: one.align } : undefined}>${inline(one.tokens, ctx)}</${tag}>`;

const table = (token, ctx) => html`
	<div class="table-scroll"><table>
		<thead><tr>${token.header.map(cell('th', ctx))}</tr></thead>
		<tbody>${token.rows.map((row) => html`<tr>${row.map(cell('td', ctx))}</tr>`)}</tbody>
	</table></div>`;

/** A code block; the language is shown as Feishu does. */
export const codeBlock = (language, code) => html`
	<figure class="code-block">${language && html`<figcaption>${language}</figcaption>`}<pre><code>${code}</code></pre></figure>`;

const BLOCK = {
	space: () => null,
	def: () => null,
	paragraph: (token, ctx) => html`<p>${inline(token.tokens, ctx)}</p>`,
	heading: (token, ctx) =>
		html`<div class=${`md-heading md-h${token.depth}`} role="heading" aria-level=${Math.min(token.depth + 2, 6)}>${inline(token.tokens, ctx)}</div>`,
	code: (token) => codeBlock(token.lang, token.text),
	hr: () => html`<hr />`,
	blockquote: (token, ctx) => html`<blockquote>${blocks(token.tokens, ctx)}</blockquote>`,
	list,
	table,
};

const blocks = (tokens, ctx) =>
	(tokens ?? []).map((token) =>
		Object.hasOwn(BLOCK, token.type) ? BLOCK[token.type](token, ctx) : inlineToken(token, ctx),
	);

/**
 * Nodes for markdown source. `ctx`: {directory, mentions, colours, dark, hrefs}, all optional.
 * Token types that are not known are shown as their source.
 */
export const renderMarkdown = (source, ctx = {}) =>
	html`<div class="markdown">${blocks(marked.lexer(String(source ?? '')), ctx)}</div>`;

/** Token types with a renderer of their own. */
export const KNOWN_TOKENS = [...new Set([...Object.keys(BLOCK), ...Object.keys(INLINE), 'html'])];
