import type { INodeListSearchResult } from 'n8n-workflow';

import type { NodeError } from '../client/errors';

/** What a list says where it has nothing. */
type ListWords = Pick<NodeError, 'message' | 'description'>;

/** So many characters of an entry n8n's list shows before it cuts them off, on the narrowest panel. */
const LINE = 50;

/** Longer words than these are those of a whole page: the list would push what it says out of sight. */
const MOST_LINES = 8;

/**
 * What happened and what to do first, in one piece, because n8n's list shows nothing but the message of an error. Its
 * hyphens are such as n8n does not cut it at; addresses can't be opened there, so they stand without what only a browser
 * needs.
 */
export function inList({ message, description }: ListWords): string {
	const [advice = ''] = (description ?? '').split('\n');
	const words = [message, advice].filter((one) => one !== '').join('. ');
	return words.replace(/https?:\/\/([^\s?#]+)[^\s]*/g, '$1').replaceAll('-', '\u2011');
}

/**
 * The same as entries, a line each: beside an error n8n takes away the box in which somebody would enter other words. Their
 * values are blank, each another number of blanks because a list shows a value once: who chooses one has chosen nothing.
 */
export function asEntries(words: ListWords): INodeListSearchResult {
	const lines = lined(inList(words)).slice(0, MOST_LINES);
	return { results: lines.map((name, at) => ({ name, value: ' '.repeat(at + 1) })) };
}

/** Broken at blanks; a word that is longer than a line has one to itself. */
function lined(words: string): string[] {
	const lines: string[] = [];
	for (const word of words.split(/\s+/)) {
		const last = lines.at(-1);
		if (last === undefined || last.length + word.length >= LINE) lines.push(word);
		else lines[lines.length - 1] = `${last} ${word}`;
	}
	return lines;
}
