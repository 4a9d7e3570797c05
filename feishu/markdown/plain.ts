import { styledTokens } from './emphasis';
import { byType, type ByType } from './byType';
import type { ListItem, MarkdownNode } from './nodes';
import { parseMarkdown } from './parse';
import { referencesOf, resolved, type References } from './references';
import { attributeOf, CARD_TAGS, HTML_TAGS } from './tags';
import { alignedTable } from './tables';
import { endOfMention, opensMention, withoutBreaks, type Token, type TokenOf } from './tokens';

/** The words of a Markdown text without its marks: for summaries, notifications, and where nothing is formatted. */
export function plainText(markdown: string): string {
	const nodes = parseMarkdown(markdown);
	return blocks(nodes, referencesOf(nodes), '\n\n').trim();
}

/** The words of a line or paragraph. Images say their description. */
export function plainInline(text: string, references: References = new Map()): string {
	const said: string[] = [];
	const tokens = styledTokens(text).map(({ token }) => resolved(token, references));
	for (let index = 0; index < tokens.length; index++) {
		const token = tokens[index];
		if (!token) break;
		if (!opensMention(token)) {
			said.push(words(token, references));
			continue;
		}
		const end = endOfMention(tokens, index) ?? index;
		// A mention is called by the name in it, or else by its ID.
		const name = tokens.slice(index + 1, end).map((one) => words(one, references));
		said.push(`@${name.join('') || attributeOf(token.attributes, 'id', 'user_id', 'ids', 'email')}`);
		index = end;
	}
	return said.join('');
}

function blocks(nodes: readonly MarkdownNode[], references: References, gap: string): string {
	return nodes
		.map((node) => block(node, references))
		.filter((said) => said !== '')
		.join(gap);
}

function block(node: MarkdownNode, references: References): string {
	return byType(BLOCKS, node, references);
}

const sentence = ({ text }: { text: string }, references: References) => plainInline(withoutBreaks(text), references);

const BLOCKS: ByType<MarkdownNode, [References], string> = {
	heading: sentence,
	paragraph: sentence,
	code: ({ text }) => text,
	rule: () => '---',
	table(node, references) {
		const say = (cells: readonly string[]) => cells.map((cell) => plainInline(cell, references));
		return alignedTable({ ...node, header: say(node.header), rows: node.rows.map(say) });
	},
	quote: ({ children }, references) => blocks(children, references, '\n\n'),
	footnote: ({ label, text }, references) => `[${label}] ${plainInline(text, references)}`,
	definition: () => '',
	comment: () => '',
	list: ({ items }, references) =>
		items.map((item) => `${leadOf(item)} ${blocks(item.children, references, '\n').replace(/\n/g, '\n  ')}`).join('\n'),
};

export function leadOf({ marker, done }: ListItem): string {
	if (done === undefined) return /\d/.test(marker) ? marker : '•';
	const box = done ? '☑' : '☐';
	return /\d/.test(marker) ? `${marker} ${box}` : box;
}

function words(token: Token, references: References): string {
	return byType(WORDS, token, references);
}

const WORDS: ByType<Token, [References], string> = {
	text: ({ raw }) => unescaped(raw),
	mark: ({ raw }) => raw,
	reference: ({ raw }) => raw,
	escape: ({ character }) => character,
	code: ({ text }) => text,
	link: ({ label, url }, references) => {
		const said = plainInline(label, references);
		return said === '' || said === url ? url : `${said} (${url})`;
	},
	image: ({ alt }) => (alt === '' ? '[Image]' : `[${alt}]`),
	address: ({ url }) => url,
	footnote: ({ label }) => `[${label}]`,
	tag: tagWords,
};

function tagWords({ name, raw }: TokenOf<'tag'>): string {
	if (name === 'br' || name === 'hr') return '\n';
	return CARD_TAGS.has(name) || HTML_TAGS.has(name) ? '' : raw;
}

const NAMED: { readonly [name: string]: string } = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
	sim: '~',
};

/** Character references as the characters they stand for. */
function unescaped(text: string): string {
	return text.replace(
		/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi,
		(whole, decimal?: string, hex?: string, name?: string) => {
			if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
			const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
			return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
		},
	);
}
