/**
 * What a paragraph says without HTML: tags become what Markdown has for them, or go and leave their words. Only the
 * platform's own tags stay, for cards.
 */
import { withAddresses } from './labelAddresses';
import { labelWords, plainWords, saysAddress } from './plainWords';
import { attributeOf, cardTagWords, isCardTag, meaningOf, type TagMeaning } from './tags';
import type { Inline, Style, Tag } from './nodes';

type Simple = Exclude<Inline, { type: 'comment' }>;

/** What stands between two parts is decided when both are known. */
type Joint = { type: 'joint'; joint: 'edge' | 'cell' | 'raised' | 'lowered' | 'level' };
type Part = Simple | Joint;

const EDGE: Joint = { type: 'joint', joint: 'edge' };

/** Of what is made here: it stands nowhere in the text. */
const NOWHERE = { from: 0, to: 0 };

/** @param card whether the platform's own tags stay */
export function simplified(words: readonly Inline[], card = false): Simple[] {
	return joined(parts(words, card));
}

function parts(words: readonly Inline[], card: boolean): Part[] {
	return words.flatMap((node) => partsOf(node, card));
}

function partsOf(node: Inline, card: boolean): Part[] {
	if (node.type === 'comment') return [];
	if (node.type === 'style') return styled(node.style, parts(node.children, card), node.mark);
	if (node.type === 'link') return linkParts(node, card);
	if (node.type !== 'tag') return [node];
	if (node.loose === 'words') return [{ type: 'text', text: node.raw, from: node.from, to: node.to }];
	if (node.documents && !node.loose) return [{ ...node, children: simplified(node.children ?? [], card) }];
	const meaning = meaningOf(node.name);
	if (!meaning) return [];
	if (node.loose === 'elsewhere') return goingOn(node, meaning);
	if (!isCardTag(node)) return partsByMeaning(node, meaning, card);
	return card ? [{ ...node, children: simplified(node.children ?? [], card) }] : parts(cardTagWords(node), card);
}

/** What a client can open. */
const OPENED = /^(?:https?:\/\/|tel:)/i;

/** Without an address that opens, the words are none of a link, and an address among them is one by itself. */
function linkParts(link: Extract<Inline, { type: 'link' }>, card: boolean): Part[] {
	const { url, children } = link;
	const label = labelWords(children);
	if (url !== '' && (OPENED.test(url) || !label.includes('://')))
		return [{ ...link, children: simplified(children, card) }];
	return [...parts(withAddresses(children), card), ...(saysAddress(label, url) ? [] : [said(` (${url})`)])];
}

/** A tag whose other end is in another paragraph. */
function goingOn({ attributes, raw }: Tag, meaning: TagMeaning): Part[] {
	const url = meaning.as === 'link' && !raw.startsWith('</') ? attributeOf(attributes, 'href') : '';
	if (url !== '') return [linkTo(url, []), said(' ')];
	return meaning.as === 'lines' || meaning.as === 'numbered' ? [EDGE] : [];
}

type MeaningOf<As extends TagMeaning['as']> = Extract<TagMeaning, { as: As }>;
type Meanings = {
	readonly [As in TagMeaning['as']]: (tag: Tag, meaning: MeaningOf<As>, inner: Part[], card: boolean) => Part[];
};

const MEANINGS: Meanings = {
	style: (_tag, { style }, inner) => styled(style, inner),
	code: ({ children = [] }) => [{ type: 'code', text: writtenWords(children), ...NOWHERE }],
	break: ({ name }) => (name === 'wbr' ? [] : [{ type: 'break', hard: true, ...NOWHERE }]),
	image: ({ attributes }) => {
		const [url, alt] = [attributeOf(attributes, 'src'), attributeOf(attributes, 'alt')];
		return [{ type: 'image', url, alt, form: 'address', label: 0, ...NOWHERE }];
	},
	link: ({ attributes }, _meaning, inner) => {
		const url = attributeOf(attributes, 'href');
		return url === '' ? inner : [linkTo(url, joined(inner))];
	},
	words: (_tag, _meaning, inner) => inner,
	lines: (_tag, { lead, style }, inner) => lineOf(lead === undefined ? inner : [said(lead), ...inner], style),
	numbered: ({ attributes, children = [] }, _meaning, _inner, card) =>
		lineOf(numberedItems(children, attributeOf(attributes, 'start'), card)),
	row: (_tag, _meaning, inner) => [EDGE, ...inner.filter((part) => !isSpace(part)), EDGE],
	cell: (_tag, { style }, inner) => {
		const own = joined(inner).map((part) => (part.type === 'break' ? said(' ') : part));
		return [{ type: 'joint', joint: 'cell' }, ...(style ? styled(style, own) : own)];
	},
	script: (_tag, { sign }, inner) => [
		{ type: 'joint', joint: sign === '^' ? 'raised' : 'lowered' },
		...inner,
		{ type: 'joint', joint: 'level' },
	],
	card: (_tag, _meaning, inner) => inner,
};

function partsByMeaning<As extends TagMeaning['as']>(tag: Tag, meaning: MeaningOf<As>, card: boolean): Part[] {
	const say = MEANINGS[meaning.as as As] as Meanings[As];
	return say(tag, meaning, parts(tag.children ?? [], card), card);
}

const lineOf = (inner: Part[], style?: Style): Part[] => [EDGE, ...(style ? styled(style, inner) : inner), EDGE];

/** The items of an ordered list, each with its number. */
function numberedItems(children: readonly Inline[], start: string, card: boolean): Part[] {
	let number = /^\d{1,9}$/.test(start) ? Number(start) : 1;
	return children.flatMap((node) =>
		node.type === 'tag' && node.name === 'li' && !node.loose
			? lineOf([said(`${number++}. `), ...parts(node.children ?? [], card)])
			: partsOf(node, card),
	);
}

/** What stands in code: the marks in it are words. */
function writtenWords(children: readonly Inline[]): string {
	return children.map(writtenWord).join('');
}

function writtenWord(node: Inline): string {
	if (node.type === 'style') return node.mark + writtenWords(node.children) + node.mark;
	if (node.type === 'link' && node.form === 'inline') return `[${writtenWords(node.children)}](${node.url})`;
	return plainWords(simplified([node]));
}

const said = (text: string): Simple => ({ type: 'text', text, ...NOWHERE });

const linkTo = (url: string, children: Inline[]): Simple => ({
	type: 'link',
	url,
	children,
	form: 'address',
	label: 0,
	...NOWHERE,
});

const MARKS: { readonly [style in Style]: string } = { bold: '**', italic: '*', strike: '~~', underline: '' };

/** Lines that begin or end in a style begin or end around it, too. */
function styled(style: Style, inner: Part[], mark = MARKS[style]): Part[] {
	const children = joined(inner);
	if (children.length === 0) return inner.filter((part) => part === EDGE);
	const edge = (part: Part | undefined) => (part === EDGE ? [EDGE] : []);
	return [...edge(inner[0]), { type: 'style', style, mark, children, ...NOWHERE }, ...edge(inner[inner.length - 1])];
}

function isSpace(part: Part): boolean {
	return part.type === 'break' || (part.type === 'text' && part.text.trim() === '');
}

/** Ends of lines that tags make and those that are written become one; words beside one another stay beside one another. */
function joined(list: readonly Part[]): Simple[] {
	const found: Simple[] = [];
	let edge = false;
	list.forEach((part, index) => {
		if (part.type === 'joint' && part.joint === 'edge') {
			edge = true;
		} else if (part.type === 'break') {
			const lines = part.hard || (!edge && found.length > 0);
			edge &&= !part.hard;
			if (lines) found.push(part);
		} else if (!edge || !isSpace(part)) {
			const last = edge ? endLine(found) : found[found.length - 1];
			const begins = edge && part.type === 'text';
			edge = false;
			if (begins) add(found, { ...part, text: part.text.replace(/^[ \t]+/, '') });
			else if (part.type !== 'joint') add(found, part);
			else if (last && last.type !== 'break') found.push(...separator(part, last, list[index + 1]));
		}
	});
	const last = found[found.length - 1];
	return last?.type === 'break' && !last.hard ? found.slice(0, -1) : found;
}

/** Ends the line, unless there is nothing on it. */
function endLine(found: Simple[]): Simple | undefined {
	const last = found[found.length - 1];
	if (!last || last.type === 'break') return last;
	if (last.type === 'text') found[found.length - 1] = { ...last, text: last.text.replace(/[ \t]+$/, '') };
	const end: Simple = { type: 'break', hard: false, ...NOWHERE };
	found.push(end);
	return end;
}

function separator({ joint }: Joint, before: Simple, next: Part | undefined): Simple[] {
	if (joint === 'cell') return [said(' | ')];
	const after = next === undefined || next.type === 'joint' ? '' : plainWords([next]);
	const previous = plainWords([before]);
	// Of letters only one alone is a power: "2^n", but "1st" and "3ème".
	if (joint === 'raised')
		return /[\p{Letter}\p{Number})]$/u.test(previous) && /^(?:[\p{Number}+−-]|\p{Letter}(?!\p{Letter}))/u.test(after)
			? [said('^')]
			: [];
	const numbers = /\p{Number}$/u.test(previous) && /^\p{Number}/u.test(after);
	return numbers ? [said(joint === 'lowered' ? '_' : ' ')] : [];
}

function add(found: Simple[], part: Simple): void {
	const last = found[found.length - 1];
	if (last?.type === 'style' && part.type === 'style' && last.style === part.style)
		found[found.length - 1] = { ...last, children: [...last.children, ...part.children] };
	else found.push(part);
}
