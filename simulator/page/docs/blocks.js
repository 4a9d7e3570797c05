/** The blocks of a document as a person sees them. */
import { html } from 'htm/preact';
import { safeUrl } from '../safe.js';
import { mediaUrl } from './docs-api.js';

/** A part of a line; people and documents by what they are called. */
function element(given, names) {
	const [[kind, value]] = Object.entries(given);
	const style = value.text_element_style ?? {};
	const words = {
		text_run: value.content,
		equation: `$${value.content}$`,
		mention_user: `@${names.get(value.user_id) ?? 'somebody'}`,
		mention_doc: value.title,
		reminder: `⏰ ${new Date(Number(value.expire_time)).toLocaleDateString()}`,
	}[kind];
	let shown = words;
	if (style.inline_code) shown = html`<code>${shown}</code>`;
	if (style.bold) shown = html`<b>${shown}</b>`;
	if (style.italic) shown = html`<i>${shown}</i>`;
	if (style.underline) shown = html`<u>${shown}</u>`;
	if (style.strikethrough) shown = html`<s>${shown}</s>`;
	const address = safeUrl(style.link?.url ?? value.url);
	return address ? html`<a href=${address} target="_blank" rel="noreferrer">${shown}</a>` : shown;
}

const TEXTS = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 17];

/** The line of a block; with `onText` it is changed by writing into it. */
function line(block, name, { names, onText }) {
	const elements = block[name].elements ?? [];
	const plain = elements.every(
		(one) => one.text_run && Object.values(one.text_run.text_element_style ?? {}).every((v) => !v),
	);
	if (!onText || !plain || !TEXTS.includes(block.block_type)) return elements.map((one) => element(one, names));
	const words = elements.map(({ text_run: run }) => run.content).join('');
	const onBlur = ({ currentTarget }) => {
		if (currentTarget.innerText !== words) onText(block.block_id, currentTarget.innerText);
	};
	return html`<span contenteditable="plaintext-only" key=${words} data-test-id=${`text-${block.block_id}`} onBlur=${onBlur}>${words || '\u200b'}</span>`;
}

function table({ children = [], table: content }, show) {
	const { rows, columns } = content;
	return html`<table><tbody>${Array.from({ length: rows }, (_, row) => html`<tr>${children.slice(row * columns, (row + 1) * columns).map((id) => html`<td>${show([id])}</td>`)}</tr>`)}</tbody></table>`;
}

const placeholder = (words) => html`<p class="placeholder">${words}</p>`;

/** How the blocks of each type are drawn, by the name of its content. */
const DRAWN = {
	text: (block, show, of) => html`<p>${line(block, 'text', of)}</p>${show(block.children)}`,
	bullet: (block, show, of) => html`<ul><li>${line(block, 'bullet', of)}${show(block.children)}</li></ul>`,
	ordered: (block, show, of) =>
		html`<ol start=${of.number}><li>${line(block, 'ordered', of)}${show(block.children)}</li></ol>`,
	todo: (block, show, of) =>
		html`<p>${block.todo.style?.done ? '☑' : '☐'} ${line(block, 'todo', of)}</p>${show(block.children)}`,
	code: (block, _show, of) => html`<pre>${line(block, 'code', of)}</pre>`,
	quote: (block, _show, of) => html`<blockquote>${line(block, 'quote', of)}</blockquote>`,
	quote_container: (block, show) => html`<blockquote>${show(block.children)}</blockquote>`,
	callout: (block, show) => html`<div class="callout">${show(block.children)}</div>`,
	divider: () => html`<hr />`,
	image: ({ image }) =>
		image.token
			? html`<figure><img src=${mediaUrl(image.token)} alt=${image.caption?.content ?? ''} /><figcaption>${image.caption?.content}</figcaption></figure>`
			: placeholder('An image without a picture'),
	table,
	table_cell: (block, show) => show(block.children),
	grid: (block, show) => html`<div class="columns">${show(block.children)}</div>`,
	grid_column: (block, show) =>
		html`<div style=${`flex: ${block.grid_column.width_ratio}`}>${show(block.children)}</div>`,
	view: (block, show) => show(block.children),
	file: ({ file }) =>
		file.token ? html`<p><a href=${mediaUrl(file.token)}>${file.name}</a></p>` : placeholder('A file that is missing'),
};

function drawn(block, show, of) {
	const heading = Object.keys(block).find((name) => /^heading\d$/.test(name));
	if (heading) {
		const Tag = `h${Math.min(6, Number(heading.slice(7)) + 1)}`;
		return html`<${Tag}>${line(block, heading, of)}<//>${show(block.children)}`;
	}
	const name = Object.keys(DRAWN).find((one) => block[one]);
	if (name) return DRAWN[name](block, show, of);
	const other = Object.keys(block).find((one) => typeof block[one] === 'object' && !Array.isArray(block[one]));
	return placeholder(`Here is a block of another kind: ${other}`);
}

/** All that is below the page. `names` tells people, `onText(id, text)` is there for who may write. */
export function Blocks({ document, names, onText }) {
	const byId = new Map(document.items.map((block) => [block.block_id, block]));
	const show = (ids = []) => {
		let number = 0;
		return ids
			.map((id) => byId.get(id))
			.filter(Boolean)
			.map((block) => {
				number = block.ordered ? number + 1 : 0;
				return html`<div key=${block.block_id}>${drawn(block, show, { names, onText, number })}</div>`;
			});
	};
	return html`<article class="document" data-test-id="document">${show(byId.get(document.document_id)?.children)}</article>`;
}
