import { byType, type ByType } from './byType';
import { trimmed } from './lines';
import type { ListItem, MarkdownNode, Words } from './nodes';
import { cellWords } from './oneLine';
import { parseMarkdown } from './parse';
import { plainWords } from './plainWords';
import { simplified } from './simplify';
import { alignedTable } from './tables';

/** The words of a Markdown text without its marks: for summaries, notifications, and where nothing is formatted. */
export function plainText(markdown: string): string {
	return trimmed(blocks(parseMarkdown(markdown), '\n\n'));
}

function blocks(nodes: readonly MarkdownNode[], gap: string): string {
	return nodes
		.map((node) => byType(BLOCKS, node))
		.filter((said) => said !== '')
		.join(gap);
}

const sentence = ({ words }: { words: Words }) => plainWords(simplified(words));

const BLOCKS: ByType<MarkdownNode, [], string> = {
	heading: sentence,
	paragraph: sentence,
	code: ({ text }) => text,
	rule: () => '---',
	table: ({ header, alignments, rows }) =>
		alignedTable({ alignments, header: header.map(cellWords), rows: rows.map((row) => row.map(cellWords)) }),
	quote: ({ children }) => blocks(children, '\n\n'),
	footnote: ({ label, children }) => `[${label}] ${blocks(children, '\n\n')}`.trimEnd(),
	definition: () => '',
	comment: () => '',
	list: ({ items }) =>
		items.map((item) => `${leadOf(item)} ${blocks(item.children, '\n').replace(/\n/g, '\n  ')}`).join('\n'),
};

/** What stands in front of an item; in an ordered list the number that it has, whatever was typed. */
export function leadOf({ marker, number, done }: ListItem): string {
	const box = done === undefined ? '' : done ? '☑' : '☐';
	if (number === undefined) return box || '•';
	return `${number}${marker.endsWith(')') ? ')' : '.'}${box === '' ? '' : ` ${box}`}`;
}
