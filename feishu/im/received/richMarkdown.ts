/**
 * Markdown out of posts, and out of the simplified form in which cards are received. Lists and quotes of a post arrive
 * as plain text that looks like Markdown already.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/im-v1/message/events/message_content
 */
import type { JsonObject } from '../../json';
import { isObject, object, text } from '../../json';
import { mention, paragraphs, words } from './richText';

/** Marks around a text, by its style in a post. */
const STYLES: ReadonlyArray<readonly [style: string, open: string, close: string]> = [
	['bold', '**', '**'],
	['italic', '*', '*'],
	['lineThrough', '~~', '~~'],
	['underline', '<u>', '</u>'],
];

const NODES: { readonly [tag: string]: (node: JsonObject) => string } = {
	text: (node) => styled(node, escaped(words(node.text))),
	a: (node) => styled(node, markdownLink(escaped(text(node.text)), text(node.href))),
	at: (node) => styled(node, mention(node)),
	img: (node) => image(text(node.image_key)),
	media: (node) => (text(node.image_key) === '' ? '[Video]' : image(text(node.image_key), 'Video')),
	emotion: (node) => `[${text(node.emoji_type) || 'Emoji'}]`,
	hr: () => '---',
	code_block: (node) => codeBlock(text(node.text), text(node.language)),
	md: (node) => text(node.text),
	markdown: (node) => text(node.content),
	button: (node) => `[${words(node.text)}]`,
	note: (node) => list(node.elements).filter(isObject).map(nodeMarkdown).join(''),
	select_static: choices,
	multi_select_static: choices,
	select_person: choices,
	multi_select_person: choices,
	overflow: choices,
	date_picker: (node) => `[${text(node.initial_date) || text(node.placeholder) || 'Date'}]`,
};

/** Elements of a simplified card that are no line of their own in the text form either. */
const BLOCKS = new Set(['code_block', 'hr', 'md', 'markdown']);

/** A post, or a simplified card, with its title as a heading. */
export function richMarkdown(content: JsonObject): string {
	const { title, lines } = paragraphs(content);
	const blocks: string[] = title === '' ? [] : [`# ${escaped(title)}`];
	for (const line of lines) {
		// What is a block in Markdown stands apart from the words around it.
		let inline = '';
		for (const node of line) {
			if (!BLOCKS.has(text(node.tag))) inline += nodeMarkdown(node);
			else {
				if (inline !== '') blocks.push(inline);
				inline = '';
				blocks.push(nodeMarkdown(node));
			}
		}
		if (inline !== '') blocks.push(inline);
	}
	return joined(blocks);
}

export function image(key: string, alt = ''): string {
	return `![${alt}](${key})`;
}

export function markdownLink(label: string, href: string): string {
	if (href === '') return label;
	return `[${label === '' ? href : label}](${/[\s()]/.test(href) ? `<${href}>` : href})`;
}

/** A fence longer than any in the code. */
export function codeBlock(code: string, language: string): string {
	const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = '`'.repeat(longest + 1);
	return `${fence}${language.toLowerCase()}\n${code.replace(/\n$/, '')}\n${fence}`;
}

/** The text with what Markdown would take for marks escaped; lines that look like lists and quotes stay such. */
export function escaped(plain: string): string {
	return plain.replace(/[\\`*[\]~]|(?<!\w)_|_(?!\w)/g, '\\$&');
}

/** Lines of a list follow one another; everything else is a paragraph of its own. */
export function joined(blocks: readonly string[]): string {
	return blocks.reduce((all, block, index) => {
		if (index === 0) return block;
		const together = isListItem(blocks[index - 1] ?? '') && isListItem(block);
		return `${all}${together ? '\n' : '\n\n'}${block}`;
	}, '');
}

function isListItem(block: string): boolean {
	return /^\s*([-*+]|\d+[.)])\s/.test(block) && !block.includes('\n\n');
}

function nodeMarkdown(node: JsonObject): string {
	const tag = text(node.tag);
	const render = Object.hasOwn(NODES, tag) ? NODES[tag] : undefined;
	return render?.(node) ?? escaped(words(node.text ?? node.content));
}

/** Marks don't hold spaces at their edges: those go outside. */
function styled(node: JsonObject, content: string): string {
	const inner = content.trim();
	if (inner === '') return content;
	const start = content.indexOf(inner);
	const styles = list(node.style);
	const marked = STYLES.filter(([style]) => styles.includes(style)).reduce(
		(marks, [, open, close]) => `${open}${marks}${close}`,
		inner,
	);
	return content.slice(0, start) + marked + content.slice(start + inner.length);
}

function choices(node: JsonObject): string {
	const options = list(node.options).map((option) => words(isObject(option) ? object(option).text : option));
	const shown = [words(node.placeholder), ...options].filter((one) => one !== '');
	return `[${shown.join(' | ')}]`;
}

function list(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}
