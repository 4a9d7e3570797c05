import type { PostNode } from '../im/content/postContent';
import { byType, type ByType } from './byType';
import { isImageKey } from './cardInline';
import { styledTokens } from './emphasis';
import type { MarkdownNode } from './nodes';
import { parseMarkdown } from './parse';
import { leadOf, plainInline } from './plain';
import { referencesOf, resolved, type References } from './references';
import { attributeOf } from './tags';
import { endOfMention, opensMention, withoutBreaks } from './tokens';

/**
 * The same in the older form, of custom bots and batch messages: words, links, mentions and images, and no formatting.
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

const LINES: ByType<MarkdownNode, [References], Lines> = {
	heading: sentences,
	paragraph: sentences,
	code: ({ text }) => text.split('\n').map((line) => [word(line)]),
	rule: () => [[word('---')]],
	definition: () => [],
	comment: () => [],
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

/** The lines of a paragraph; an image takes a line of its own. */
function sentences({ text }: { text: string }, references: References): Lines {
	const lines: Lines = [[]];
	const say = (...nodes: PostNode[]) => lines[lines.length - 1]?.push(...nodes);
	const tokens = styledTokens(withoutBreaks(text)).map(({ token }) => resolved(token, references));
	for (let index = 0; index < tokens.length; index++) {
		const token = tokens[index];
		if (!token) break;
		if (opensMention(token)) {
			say(...mentions(token.attributes));
			// The name within is the platform's business.
			index = endOfMention(tokens, index) ?? index;
		} else if (token.type === 'image' && isImageKey(token.url)) lines.push([{ tag: 'img', image_key: token.url }], []);
		else if (token.type === 'tag' && token.name === 'br') lines.push([]);
		else if (token.type === 'image') say(link(token.alt, token.url));
		else if (token.type === 'link') say(link(plainInline(token.label).replace(/\n/g, ' '), token.url));
		else if (token.type === 'address') say(link(token.url, token.url));
		else {
			const [first = '', ...others] = plainInline(token.raw).split('\n');
			say(word(first));
			lines.push(...others.map((line) => [word(line)]));
		}
	}
	return lines.filter((nodes) => nodes.some(({ tag, text: said }) => tag !== 'text' || said !== ''));
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
