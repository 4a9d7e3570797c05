/** What stands within words here and in no other Markdown: bare addresses, mentions, footnotes. */
import type MarkdownIt from 'markdown-it';
import { addressEnd } from '../addresses';
import { attributesIn, meaningOf, namesPeople } from '../tags';
import { place } from './places';

type Rule = (state: MarkdownIt.StateInline, silent: boolean) => boolean;

/** Characters that the name in a mention may have. */
const NAME_LIMIT = 200;

const SCHEME = /(?:^|[^a-z/])(https?)$/i;
const MENTION = /<at(?=[\s/>])([^<>]{0,4000})>/iy;
const MENTION_END = /<\/at[ \t\n]*>/i;
const UNDERSCORED_TAG = /<\/?([a-z]+_[a-z_]+)(?:\s[^<>]{0,4000})?\/?>/iy;
const FOOTNOTE = /\[\^([^\]\s]{1,100})\]/y;

export function ownInlineRules({ inline }: MarkdownIt.MarkdownIt): void {
	inline.ruler.before('newline', 'address', address);
	inline.ruler.before('html_inline', 'mention', mention);
	inline.ruler.before('html_inline', 'underscored_tag', underscoredTag);
	inline.ruler.before('link', 'footnote', footnote);
}

/** An address by itself. The library's own search takes Chinese words along, and names without a scheme, too. */
const address: Rule = (state, silent) => {
	const { src, pos, posMax } = state;
	if (!src.startsWith('://', pos) || state.linkLevel > 0) return false;
	const scheme = SCHEME.exec(src.slice(Math.max(0, pos - 6), pos))?.[1] ?? '';
	if (scheme === '' || !state.pending.endsWith(scheme)) return false;
	const end = Math.min(posMax, addressEnd(src, pos + 3));
	if (end <= pos + 3) return false;
	if (!silent) {
		const from = pos - scheme.length;
		state.pending = state.pending.slice(0, -scheme.length);
		const token = state.push('address', '', 0);
		token.content = src.slice(from, end);
		place(token, from, end);
	}
	state.pos = end;
	return true;
};

/** The platform's mention; the name within is nobody's Markdown. What follows the tag and is no name stays outside. */
const mention: Rule = (state, silent) => {
	const { src, pos } = state;
	MENTION.lastIndex = pos;
	const [opening, written = ''] = MENTION.exec(src) ?? [];
	const attributes = opening === undefined ? undefined : attributesIn(written);
	if (opening === undefined || !attributes || !namesPeople(attributes)) return false;
	const from = pos + opening.length;
	const name = src.slice(from, Math.min(state.posMax, from + NAME_LIMIT + 10));
	const closing = MENTION_END.exec(name);
	const named = closing !== null && closing.index <= NAME_LIMIT && !/<at\b/i.test(name.slice(0, closing.index));
	if (!silent) {
		const token = state.push('mention', '', 0);
		token.info = written;
		token.content = named ? name.slice(0, closing.index) : '';
		token.children = [];
		state.md.inline.parse(token.content, state.md, state.env, token.children);
	}
	state.pos = named ? from + closing.index + closing[0].length : from;
	return true;
};

/** The platform's tags such as `local_datetime`: an underscore in a name makes it none for CommonMark. */
const underscoredTag: Rule = (state, silent) => {
	UNDERSCORED_TAG.lastIndex = state.pos;
	const [written, name = ''] = UNDERSCORED_TAG.exec(state.src) ?? [];
	if (written === undefined || state.pos + written.length > state.posMax || !meaningOf(name.toLowerCase()))
		return false;
	if (!silent) state.push('html_inline', '', 0).content = written;
	state.pos += written.length;
	return true;
};

/** `[^1]` refers to a footnote when it has one, or a number, so that a part of a longer text says the same as the whole. */
const footnote: Rule = (state, silent) => {
	FOOTNOTE.lastIndex = state.pos;
	const [written, label = ''] = FOOTNOTE.exec(state.src) ?? [];
	if (written === undefined || state.pos + written.length > state.posMax) return false;
	const defined = state.env.footnotes;
	if (!/^\d+$/.test(label) && !(defined instanceof Set && defined.has(label))) return false;
	// Within a label its brackets are looked at one by one: no link stands within a link, but a footnote may.
	if (silent) return false;
	state.push('footnote', '', 0).content = label;
	state.pos += written.length;
	return true;
};
