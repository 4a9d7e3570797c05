import { markdownElements, markdownPost, plainPost, plainText } from '../../../feishu/markdown';
import type { Exception } from './exceptions';
import { bare, broken, cardLeaves, essence, hasOwn, leavesOf, postLeaves, visibleWords, type Leaf } from './reading';

export interface Example {
	number: number;
	section: string;
	markdown: string;
	html: string;
}

/** Holds all forms of the examples against what the specification shows of them. */
export function saysAsExpected(examples: readonly Example[], exceptions: readonly Exception[]): void {
	const reasons = new Map(exceptions.flatMap((one) => one.examples.map((number) => [number, one] as const)));

	it.each(examples)('$number, $section', ({ number, markdown, html }) => {
		const differences = differencesIn(markdown, html);
		const exception = reasons.get(number);
		if (exception) {
			// An exception that is none any more goes.
			expect(differences).not.toEqual([]);
			for (const said of formsOf(markdown)) expect(missing(html, said)).toBe(exception.hides ?? '');
		} else {
			expect(differences).toEqual([]);
		}
	});

	it('has no exception for what is no example', () => {
		const known = new Set(examples.map(({ number }) => number));
		expect([...reasons.keys()].filter((one) => !known.has(one))).toEqual([]);
	});
}

interface Difference {
	form: string;
	said: unknown;
	expected: unknown;
}

function differencesIn(markdown: string, html: string): Difference[] {
	const leaves = leavesOf(html);
	const own = hasOwn(leaves);
	const tables = leaves.some(({ kind }) => kind === 'table');
	const words = essence(leaves);
	const judged: Difference[] = [
		{
			form: 'card',
			said: broken(cardLeaves(markdownElements(markdown)), own),
			expected: broken(leaves, own),
		},
		{ form: 'post', said: essence(postLeaves(markdownPost(markdown)), tables), expected: words },
		{ form: 'plain post', said: essence(postLeaves(plainPost(markdown))), expected: words },
		{ form: 'words', said: bare(plainText(markdown), tables), expected: essence(leavesOf(html, 'words')) },
	];
	return judged.filter(({ said, expected }) => JSON.stringify(said) !== JSON.stringify(expected));
}

/** What each form says. */
function formsOf(markdown: string): string[] {
	const joined = (leaves: readonly Leaf[]) => leaves.map(({ says }) => says).join(' ');
	return [
		joined(cardLeaves(markdownElements(markdown))),
		joined(postLeaves(markdownPost(markdown))),
		joined(postLeaves(plainPost(markdown))),
		plainText(markdown),
	];
}

const SIGNS = /[^\p{Letter}\p{Number}]+/gu;

/** What is left of the words that the specification shows when those that the form says are taken away, in their order. */
function missing(html: string, said: string): string {
	let at = 0;
	const characters = said.replace(SIGNS, '');
	return [...visibleWords(html).replace(SIGNS, '')]
		.filter((character) => {
			const found = characters.indexOf(character, at);
			if (found !== -1) at = found + character.length;
			return found === -1;
		})
		.join('');
}
