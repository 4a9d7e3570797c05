/** The tree of what a paragraph says, out of the library's flat list. */
import type MarkdownIt from 'markdown-it';
import type { Inline, LinkForm, Stretch, Style, Tag } from '../nodes';
import { labelWords } from '../plainWords';
import { simplified } from '../simplify';
import { isDocumentTag, isOwnTag } from '../documentTags';
import { attributesIn, isTag, isVoid, meaningOf, peopleIn } from '../tags';
import { placeOf } from './places';
import { SourceMap, type Leaf } from './sourceMap';
import { pairedTags } from './tagPairs';
import { withHosts } from './hosts';

/** What is found on the way and decides about the whole text. */
export interface Found {
	/** Labels that a link or image refers to. */
	labels: Set<string>;
	/** Tags that nothing in their paragraph closes or opens, in the order of the text. */
	unpaired: Tag[];
}

const STYLES: { readonly [type: string]: Style } = { em: 'italic', strong: 'bold', s: 'strike' };

interface Open {
	token?: MarkdownIt.Token;
	children: Inline[];
}

interface Reading extends Found {
	md: MarkdownIt.MarkdownIt;
	leaf: Leaf;
	documents: boolean;
}

export function readWords(md: MarkdownIt.MarkdownIt, leaf: Leaf, env: MarkdownIt.Env, found: Found): Inline[] {
	const tokens: MarkdownIt.Token[] = [];
	md.inline.parse(leaf.text, md, env, tokens);
	return treeOf(tokens, { ...found, md, leaf, documents: env.documents === true });
}

function treeOf(tokens: readonly MarkdownIt.Token[], reading: Reading): Inline[] {
	const open: Open[] = [{ children: [] }];
	for (const token of tokens) {
		const top = open[open.length - 1];
		if (!top) break;
		if (token.nesting > 0) open.push({ token, children: [] });
		else if (token.nesting === 0) top.children.push(...nodesOf(token, reading));
		else if (open.length > 1) {
			open.pop();
			open[open.length - 1]?.children.push(...closed(top, token, reading));
		}
	}
	return withHosts(pairedTags(open[0]?.children ?? [], reading.unpaired));
}

/** A style or link with all that it has. */
function closed({ token, children: read }: Open, end: MarkdownIt.Token, reading: Reading): Inline[] {
	if (!token) return [];
	const children = pairedTags(read, reading.unpaired);
	const [start, stop] = [placeOf(token), placeOf(end)];
	const style = STYLES[token.tag];
	if (style) {
		// Of a mark of two signs only the inner ones are here.
		const outer = token.tag === 'strong' ? 1 : 0;
		return [
			{ type: 'style', style, mark: token.markup, children, ...placed(start.from - outer, stop.to + outer, reading) },
		];
	}
	const { text } = reading.leaf;
	if (isByLabel(token)) {
		if (isHead(text, start.from, stop.to))
			return [
				literal(text.slice(start.from, start.to), start, reading),
				...children,
				literal(text.slice(stop.from, stop.to), stop, reading),
			];
		reading.labels.add(String(token.meta?.label));
	}
	const form = token.markup === 'autolink' ? 'address' : formOf(token);
	const url = String(token.attrGet('href') ?? '');
	return [
		{
			type: 'link',
			url,
			children,
			form,
			label: reading.leaf.map.at(stop.from),
			...placed(start.from, stop.to, reading),
		},
	];
}

/** A link by reference, `[words][label]` or `[label]` alone, has its label. */
const isByLabel = ({ meta }: MarkdownIt.Token): boolean => typeof meta?.label === 'string';

const formOf = (token: MarkdownIt.Token): LinkForm => (isByLabel(token) ? 'reference' : 'inline');

/** `[words]: ` at the beginning of a line refers to nothing, though there may be such a label. */
function isHead(text: string, from: number, to: number): boolean {
	return /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, from - 100), from)) && text.charAt(to) === ':';
}

type Reader = (token: MarkdownIt.Token, place: Stretch, reading: Reading) => Inline;

const READERS: { readonly [type: string]: Reader } = {
	softbreak: (_token, place) => ({ type: 'break', hard: false, ...place }),
	hardbreak: (_token, place) => ({ type: 'break', hard: true, ...place }),
	code_inline: ({ content }, place) => ({ type: 'code', text: content, ...place }),
	text_special: ({ content, markup }, place) => ({
		type: 'text',
		text: asFeishu(markup, content),
		...(content !== markup && { written: markup }),
		...place,
	}),
	address: ({ content }, place, { md }) => {
		// `&amp;` in an address is the sign, as in the target of a link.
		const url = md.utils.unescapeAll(content);
		const children: Inline[] = [{ type: 'text', text: url, ...place }];
		return { type: 'link', url, children, form: 'bare', label: place.to, ...place };
	},
	footnote: ({ content }, place) => ({ type: 'footnote', label: content, ...place }),
	mention: ({ info, children }, place, reading) => ({
		type: 'mention',
		...peopleIn(attributesIn(info) ?? new Map()),
		children: within(children, place, reading),
		...place,
	}),
	image: (token, place, reading) => {
		const labelEnd = placeOf(token).from + 2 + token.content.length;
		if (isByLabel(token)) reading.labels.add(String(token.meta?.label));
		const alt = labelWords(simplified(within(token.children, place, reading))).replace(/\n/g, ' ');
		return {
			type: 'image',
			url: String(token.attrGet('src') ?? ''),
			alt,
			form: formOf(token),
			label: reading.leaf.map.at(labelEnd),
			...place,
		};
	},
	equation: ({ content }, place) => ({
		type: 'tag',
		name: 'equation',
		attributes: new Map(),
		raw: content,
		children: [{ type: 'text', text: content, ...place }],
		documents: true,
		...place,
	}),
	html_inline: ({ content }, place, { documents }) =>
		(documents && documentTag(content, place)) || tagOf(content, place),
};

function nodesOf(token: MarkdownIt.Token, reading: Reading): Inline[] {
	const { from, to } = placeOf(token);
	const place = placed(from, to, reading);
	const read = Object.hasOwn(READERS, token.type) ? READERS[token.type] : undefined;
	if (read) return [read(token, place, reading)];
	return token.content === '' ? [] : [{ type: 'text', text: token.content, ...place }];
}

/** What stands within a mention or a description: its places are of no interest. */
function within(tokens: MarkdownIt.Token[] | null, place: Stretch, reading: Reading): Inline[] {
	const map = new SourceMap();
	map.add(0, place.from);
	return treeOf(tokens ?? [], { ...reading, unpaired: [], labels: new Set(), leaf: { text: '', map } });
}

/** The page of special characters names `&sim;` for the tilde. */
function asFeishu(written: string, character: string): string {
	return written === '&sim;' ? '~' : character;
}

const TAG = /^<(\/?)([a-z][\w-]*)([^]*)>$/i;

/** A tag that says in documents what it says nowhere else. */
function documentTag(raw: string, place: Stretch): Inline | undefined {
	const [whole, slash = '', written = '', rest = ''] = TAG.exec(raw) ?? [];
	const name = written.toLowerCase();
	const attributes = whole === undefined ? undefined : attributesIn(rest);
	if (!attributes || !(slash === '/' ? isOwnTag(name) : isDocumentTag(name, attributes))) return undefined;
	const alone = raw.endsWith('/>');
	return {
		type: 'tag',
		name,
		attributes,
		raw,
		documents: true,
		...(alone ? { children: [] } : { loose: 'words' }),
		...place,
	};
}

/** A tag that has all that makes it one, apart from its end; otherwise words. */
function tagOf(raw: string, place: Stretch): Inline {
	if (raw.startsWith('<!--')) return { type: 'comment', ...place };
	const [whole, slash = '', written = '', rest = ''] = TAG.exec(raw) ?? [];
	const name = written.toLowerCase();
	const attributes = whole === undefined ? undefined : attributesIn(rest);
	const isEnd = slash === '/';
	// Written by mistake as often as `<br/>`, and read as that everywhere.
	const alone = isEnd ? name === 'br' : isVoid(name);
	const known = isEnd ? meaningOf(name) || name === 'at' : attributes && isTag(name, attributes);
	if (!attributes || !known) return { type: 'text', text: raw, ...place };
	return { type: 'tag', name, attributes, raw, ...(alone ? { children: [] } : { loose: 'words' }), ...place };
}

function literal(text: string, { from, to }: Stretch, reading: Reading): Inline {
	return { type: 'text', text, ...placed(from, to, reading) };
}

function placed(from: number, to: number, { leaf }: Reading): Stretch {
	const start = leaf.map.at(from);
	return { from: start, to: to > from ? leaf.map.at(to - 1) + 1 : start };
}
