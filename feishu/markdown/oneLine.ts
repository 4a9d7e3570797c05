import { trimmed } from './lines';
import type { Inline, Words } from './nodes';
import { plainWords } from './plainWords';
import { simplified } from './simplify';

/** Words without ends of lines, for where they have one line: headings, cells, labels. */
export function onOneLine(words: Words): Inline[] {
	return simplified(words, true).map(flat);
}

function flat(node: Inline): Inline {
	if (node.type === 'break') return { type: 'text', text: ' ', from: node.from, to: node.to };
	return node.type === 'style' ? { ...node, children: node.children.map(flat) } : node;
}

/** What a cell says where it is mere words. */
export function cellWords(words: Words): string {
	return trimmed(plainWords(simplified(words)).replace(/[ \t]*\n[ \t]*/g, ' '));
}
