/** Plain text out of rich content: posts and the simplified form in which cards are received. */
import type { JsonObject } from '../../json';
import { isObject, object, text } from '../../json';

export interface RichText {
	text: string;
	title?: string;
	/** The first picture, where attachments of other types keep theirs. */
	image_key?: string;
	image_keys?: string[];
	file_key?: string;
}

/** What a node says as plain text; a node of another tag says its `text`, if it has one. */
const NODES: { readonly [tag: string]: (node: JsonObject) => string } = {
	a: (node) => link(text(node.text), text(node.href)),
	at: mention,
	img: () => '[Image]',
	media: () => '[Video]',
	emotion: (node) => `[${text(node.emoji_type) || 'Emoji'}]`,
	hr: () => '---',
	button: (node) => `[${words(node.text)}]`,
};

/**
 * Reads `{title, content: [[node…]…]}` (posts), the same inside of a language (`{zh_cn: {…}}`), and
 * `{title, elements: [[node…]…]}` (cards).
 */
export function readRichText(content: JsonObject): RichText {
	const { title, lines } = paragraphs(content);
	const nodes = lines.flat();
	const image_keys = nodes.map((node) => text(node.image_key)).filter((key) => key !== '');
	const [image_key] = image_keys;
	const file_key = nodes.map((node) => text(node.file_key)).find((key) => key !== '');
	const said = lines.map((line) => line.map(say).join(''));
	return {
		text: (title === '' ? said : [title, ...said]).join('\n'),
		...(title === '' ? {} : { title }),
		...(image_key === undefined ? {} : { image_key, image_keys }),
		...(file_key === undefined ? {} : { file_key }),
	};
}

/** The body itself, or that of its first language. */
function inLanguage(content: JsonObject): JsonObject {
	if (hasParagraphs(content)) return content;
	return Object.values(content).filter(isObject).find(hasParagraphs) ?? content;
}

function hasParagraphs(content: JsonObject): boolean {
	return Array.isArray(content.content) || Array.isArray(content.elements);
}

/** The title, and the nodes of each paragraph. */
export function paragraphs(content: JsonObject): { title: string; lines: JsonObject[][] } {
	const body = inLanguage(content);
	const lines: unknown = body.content ?? body.elements;
	return {
		title: text(body.title),
		lines: Array.isArray(lines)
			? lines.map((line: unknown) => (Array.isArray(line) ? line : [line]).filter(isObject))
			: [],
	};
}

function say(node: JsonObject): string {
	const tag = text(node.tag);
	return (Object.hasOwn(NODES, tag) ? NODES[tag]?.(node) : undefined) ?? words(node.text ?? node.content);
}

/** A text is a string in posts and `{tag, content}` in cards. */
export function words(value: unknown): string {
	return typeof value === 'string' ? value : text(object(value).content ?? object(value).text);
}

function link(label: string, href: string): string {
	return href === '' || label === href ? label : label === '' ? href : `${label} (${href})`;
}

/** Posts keep the placeholder of a mention in `user_id`; where it is an id, the name stands beside it. */
export function mention(node: JsonObject): string {
	const id = text(node.user_id);
	if (id.startsWith('@_')) return id;
	if (id === 'all') return '@_all';
	const name = text(node.user_name);
	return name === '' ? id : `@${name.replace(/^@/, '')}`;
}
