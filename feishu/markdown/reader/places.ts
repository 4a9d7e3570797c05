/**
 * The library says of blocks in which lines they stand, but not of words where they do. Splitting a text and putting
 * keys in place of the addresses of images need that, so every token is given its place while it is made.
 */
import type MarkdownIt from 'markdown-it';
import type { Stretch } from '../nodes';

type State = MarkdownIt.StateInline & { pendingFrom?: number; label?: Stretch };

const places = new WeakMap<MarkdownIt.Token, Stretch>();

/** Offsets in the words of the paragraph. */
export function placeOf(token: MarkdownIt.Token): Stretch {
	return places.get(token) ?? { from: 0, to: 0 };
}

/** @returns where the token ends */
export function place(token: MarkdownIt.Token, from: number, to: number): number {
	places.set(token, { from, to });
	return to;
}

/** Runs the library's rules as its own `tokenize` does, and notes between which offsets each of them has read. */
export function withPlaces(md: MarkdownIt.MarkdownIt): void {
	const { inline } = md;
	const Base = inline.State;
	inline.State = class extends Base {
		pendingFrom = 0;

		override pushPending(): MarkdownIt.Token {
			const token = super.pushPending();
			place(token, this.pendingFrom, this.pendingFrom + token.content.length);
			return token;
		}
	};
	inline.tokenize = (state: State) => {
		const rules = inline.ruler.getRules('');
		const { pos: start, posMax: end } = state;
		while (state.pos < end) {
			const from = state.pos;
			const known = state.tokens.length;
			if (state.pending === '') state.pendingFrom = from;
			const read = state.level < md.options.maxNesting && rules.some((rule) => rule(state, false));
			if (read) placeRead(state, known, from);
			else state.pending += state.src[state.pos++] ?? '';
		}
		if (state.pending !== '') state.pushPending();
		state.label = { from: start, to: end };
	};
}

/** The tokens that one rule has made; those of a label have their places already. */
function placeRead({ tokens, pos: to, label }: State, first: number, from: number): void {
	let at = from;
	for (let index = first; index < tokens.length; index++) {
		const token = tokens[index];
		if (!token) continue;
		const automatic = token.markup === 'autolink';
		const known = places.get(token);
		if (known) at = known.to;
		else if (token.type === 'link_open') at = place(token, from, automatic ? from + 1 : (label?.from ?? to));
		else if (token.type === 'link_close') at = place(token, automatic ? to - 1 : (label?.to ?? from), to);
		else if (token.type === 'text') at = place(token, at, at + token.content.length);
		else at = place(token, from, to);
	}
}
