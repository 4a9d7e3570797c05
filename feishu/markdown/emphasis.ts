import { tokensOf, type Token } from './tokens';

export type Style = 'bold' | 'italic' | 'strike';

export interface StyledToken {
	token: Token;
	styles: ReadonlySet<Style>;
}

const STYLES: { readonly [run: string]: readonly Style[] } = {
	'*': ['italic'],
	_: ['italic'],
	'**': ['bold'],
	__: ['bold'],
	'***': ['bold', 'italic'],
	___: ['bold', 'italic'],
	'~': ['strike'],
	'~~': ['strike'],
};

/** The tokens without the marks of emphasis that belong together; marks that stand alone are text. */
export function styledTokens(text: string): StyledToken[] {
	const tokens = tokensOf(text);
	const pairs = pairsOf(tokens);
	const open: string[] = [];
	return tokens.flatMap((token, index): StyledToken[] => {
		if (token.type !== 'mark') return [{ token, styles: stylesOf(open) }];
		const partner = pairs.get(index);
		if (partner === undefined) return [{ token: { type: 'text', raw: token.raw }, styles: stylesOf(open) }];
		if (partner > index) open.push(token.raw);
		else open.splice(open.lastIndexOf(token.raw), 1);
		return [];
	});
}

/** For each mark that opens or closes an emphasis, the index of its partner. */
export function pairsOf(tokens: readonly Token[]): Map<number, number> {
	const pairs = new Map<number, number>();
	/** Marks that wait for their end, by how they are written; what lies within a pair is settled. */
	const waiting = new Map<string, number[]>();
	tokens.forEach((token, index) => {
		if (token.type !== 'mark') return;
		const stack = waiting.get(token.raw) ?? [];
		waiting.set(token.raw, stack);
		const opener = token.closes ? stack.pop() : undefined;
		if (opener !== undefined && index > opener + 1) {
			pairs.set(opener, index);
			pairs.set(index, opener);
			for (const others of waiting.values()) while ((others[others.length - 1] ?? -1) > opener) others.pop();
		} else if (token.opens) {
			stack.push(index);
		}
	});
	return pairs;
}

function stylesOf(open: readonly string[]): ReadonlySet<Style> {
	return new Set(open.flatMap((run) => STYLES[run] ?? []));
}
