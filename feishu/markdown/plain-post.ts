import type { PostNode } from '../content/post';
import { byType, type ByType } from './by-type';
import { isImageKey } from './card-inline';
import { styledTokens } from './emphasis';
import type { MarkdownNode } from './nodes';
import { parseMarkdown } from './parse';
import { leadOf, plainInline } from './plain';
import { referencesOf, resolved, type References } from './references';
import { attributeOf } from './tags';
import { withoutBreaks } from './tokens';

/**
 * The same for a custom bot, whose posts have words, links, mentions and images, and no formatting at all.
 * @see https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
 */
export function plainPost(markdown: string): PostNode[][] {
	const nodes = parseMarkdown(markdown);
	return blocks(nodes, referencesOf(nodes)).map(joinWords);
}

type Lines = PostNode[][];

const word = (text: string): PostNode => ({ tag: 'text', text });

function blocks(nodes: readonly MarkdownNode[], references: References): Lines {
	return nodes.flatMap((node) => byType(LINES, node, references));
}

const sentences = ({ text }: { text: string }, references: References): Lines =>
	withoutBreaks(text)
		.split('\n')
		.flatMap((line) => sentence(line, references));

const LINES: ByType<MarkdownNode, [References], Lines> = {
	heading: sentences,
	paragraph: sentences,
	code: ({ text }) => text.split('\n').map((line) => [word(line)]),
	rule: () => [[word('---')]],
	definition: () => [],
	footnote: ({ label, text }, references) => before(`[${label}] `, sentences({ text }, references)),
	quote: ({ children }, references) => blocks(children, references).map((line) => [word('> '), ...line]),
	table: ({ header, rows }, references) => {
		const say = (cells: readonly string[]) => cells.map((cell) => plainInline(cell, references)).join(' | ');
		return [header, ...rows].map((row) => [word(say(row))]);
	},
	list: ({ items }, references) =>
		items.flatMap((item) => before(`${leadOf(item)} `, blocks(item.children, references))),
};

/** Puts something in front of the first line; the others are moved in. */
function before(lead: string, lines: Lines): Lines {
	if (lines.length === 0) return [[word(lead)]];
	return lines.map((line, index) => {
		const own = line[0]?.tag === 'img';
		return own ? line : [word(index === 0 ? lead : '    '), ...line];
	});
}

/** One line; an image takes a line of its own. */
function sentence(line: string, references: References): Lines {
	const lines: Lines = [];
	let nodes: PostNode[] = [];
	let inMention = false;
	const end = () => {
		if (nodes.length > 0) lines.push(nodes);
		nodes = [];
	};
	for (const { token: read } of styledTokens(line)) {
		const token = resolved(read, references);
		if (token.type === 'tag' && token.name === 'at') {
			inMention = !token.closing;
			if (inMention) nodes.push(...mentions(token.attributes));
		} else if (token.type === 'image' && isImageKey(token.url)) {
			end();
			lines.push([{ tag: 'img', image_key: token.url }]);
		} else if (token.type === 'tag' && token.name === 'br') end();
		else if (token.type === 'image') nodes.push(link(token.alt, token.url));
		else if (token.type === 'link') nodes.push(link(plainInline(token.label), token.url));
		else if (token.type === 'address') nodes.push(link(token.url, token.url));
		else if (!inMention) nodes.push(word(plainInline(token.raw)));
	}
	end();
	return lines;
}

function link(label: string, url: string): PostNode {
	if (/^https?:\/\//i.test(url)) return { tag: 'a', text: label || url, href: url };
	return word(label === '' || label === url ? url : `${label} (${url})`);
}

function mentions(attributes: string): PostNode[] {
	const ids = attributeOf(attributes, 'ids', 'user_id', 'id', 'open_id')
		.split(',')
		.filter((id) => id !== '');
	if (ids.length === 0) return [word(`@${attributeOf(attributes, 'email')}`)];
	return ids.map((id) => ({ tag: 'at', user_id: id }));
}

function joinWords(nodes: readonly PostNode[]): PostNode[] {
	const joined: PostNode[] = [];
	for (const node of nodes) {
		const last = joined[joined.length - 1];
		if (node.tag === 'text' && last?.tag === 'text') last.text = String(last.text) + String(node.text);
		else if (node.tag !== 'text' || node.text !== '') joined.push({ ...node });
	}
	return joined;
}
