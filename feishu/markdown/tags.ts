/**
 * Which tags there are in Markdown, and what each stands for. Neither cards nor posts take HTML: what Markdown or the
 * platform says as well is said so, the other tags go and their words stay. What is not listed, or lacks what makes it a
 * tag, is words: "if a<b && c>d", "List<String>".
 */
import type { Inline, Style, Tag } from './nodes';

export type TagMeaning =
	| { as: 'style'; style: Style }
	| { as: 'code' }
	/** Has no end. */
	| { as: 'break' }
	| { as: 'image' }
	| { as: 'link' }
	/** Only dresses words. */
	| { as: 'words' }
	/** Begins and ends a line. */
	| { as: 'lines'; lead?: string; style?: Style }
	/** Lines, each with its number. */
	| { as: 'numbered' }
	| { as: 'row' }
	| { as: 'cell'; style?: Style }
	/** The sign between what it is raised above or lowered below, where the two would become another number. */
	| { as: 'script'; sign: string }
	/**
	 * The platform's own, in the Markdown of cards 2.0.
	 * @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/rich-text
	 */
	| { as: 'card'; /** Attributes of which it must have one. */ needs?: readonly string[]; void?: boolean };

const bold: TagMeaning = { as: 'style', style: 'bold' };
const italic: TagMeaning = { as: 'style', style: 'italic' };
const strike: TagMeaning = { as: 'style', style: 'strike' };
const underline: TagMeaning = { as: 'style', style: 'underline' };
const code: TagMeaning = { as: 'code' };
const words: TagMeaning = { as: 'words' };
const lines: TagMeaning = { as: 'lines' };
const boldLines: TagMeaning = { as: 'lines', style: 'bold' };
const lineBreak: TagMeaning = { as: 'break' };

const TAGS: { readonly [name: string]: TagMeaning } = {
	a: { as: 'link' },
	abbr: words,
	address: lines,
	article: lines,
	aside: lines,
	audio: { as: 'card', needs: ['file_key'], void: true },
	b: bold,
	bdi: words,
	bdo: words,
	big: words,
	blockquote: lines,
	body: lines,
	br: lineBreak,
	caption: lines,
	center: lines,
	cite: italic,
	code,
	dd: lines,
	del: strike,
	details: lines,
	dfn: italic,
	div: lines,
	dl: lines,
	dt: boldLines,
	em: italic,
	figcaption: lines,
	figure: lines,
	font: { as: 'card', needs: ['color'] },
	footer: lines,
	h1: boldLines,
	h2: boldLines,
	h3: boldLines,
	h4: boldLines,
	h5: boldLines,
	h6: boldLines,
	header: lines,
	hr: lineBreak,
	i: italic,
	img: { as: 'image' },
	ins: underline,
	kbd: code,
	label: words,
	li: { as: 'lines', lead: '• ' },
	link: { as: 'card', needs: ['url', 'pc_url', 'ios_url', 'android_url'] },
	local_datetime: { as: 'card' },
	main: lines,
	mark: words,
	nav: lines,
	number_tag: { as: 'card' },
	ol: { as: 'numbered' },
	p: lines,
	person: { as: 'card', needs: ['id'] },
	picture: words,
	pre: lines,
	q: words,
	raw: { as: 'card' },
	rp: words,
	rt: words,
	ruby: words,
	s: strike,
	samp: code,
	section: lines,
	small: words,
	span: words,
	strike,
	strong: bold,
	sub: { as: 'script', sign: '_' },
	summary: boldLines,
	sup: { as: 'script', sign: '^' },
	table: lines,
	tbody: lines,
	td: { as: 'cell' },
	text_tag: { as: 'card' },
	tfoot: lines,
	th: { as: 'cell', style: 'bold' },
	thead: lines,
	time: words,
	tr: { as: 'row' },
	tt: code,
	u: underline,
	ul: lines,
	var: italic,
	wbr: lineBreak,
};

export function meaningOf(name: string): TagMeaning | undefined {
	return Object.hasOwn(TAGS, name) ? TAGS[name] : undefined;
}

/** Attributes that stand without a value. Other words without one are words: "x <a and y> z". */
const BARE: ReadonlySet<string> = new Set(['checked', 'controls', 'disabled', 'hidden', 'nowrap', 'open', 'reversed']);

const ATTRIBUTE = /\s+([a-z_:][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/iy;

/** What is written behind the name of a tag; undefined when it is something else than attributes. */
export function attributesIn(written: string): Map<string, string> | undefined {
	const text = written.replace(/\s*\/?\s*$/, '');
	const found = new Map<string, string>();
	for (let at = 0; at < text.length; at = ATTRIBUTE.lastIndex) {
		ATTRIBUTE.lastIndex = at;
		const [whole, name = '', double, single, plain] = ATTRIBUTE.exec(text) ?? [];
		const value = double ?? single ?? plain;
		if (whole === undefined || (value === undefined && !BARE.has(name.toLowerCase()))) return undefined;
		if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), value ?? '');
	}
	return found;
}

/** The first of the attributes that is there and says something; otherwise empty. */
export function attributeOf(attributes: ReadonlyMap<string, string>, ...names: readonly string[]): string {
	return names.map((name) => attributes.get(name) ?? '').find((value) => value !== '') ?? '';
}

export function namesPeople(attributes: ReadonlyMap<string, string>): boolean {
	const { ids, email } = peopleIn(attributes);
	return ids.length > 0 || email !== '';
}

/** IDs of chats, messages, threads, files and apps: nobody is named by them, and the platform refuses the message. */
const OF_THINGS = /^(?:oc|om|omt|bm|img|file|cli)[_-]/;

/** Whom a mention names: cards say `id` or `ids`, messages `user_id`. */
export function peopleIn(attributes: ReadonlyMap<string, string>): { ids: string[]; email: string } {
	const ids = attributeOf(attributes, 'ids', 'user_id', 'id', 'open_id')
		.split(',')
		.map((id) => id.trim())
		.filter((id) => id !== '' && !OF_THINGS.test(id));
	return { ids, email: ids.length === 0 ? attributeOf(attributes, 'email') : '' };
}

/** Whether the tag has all that makes it one, apart from its end. */
export function isTag(name: string, attributes: ReadonlyMap<string, string>): boolean {
	const meaning = meaningOf(name);
	if (!meaning) return false;
	if (meaning.as === 'image') return attributeOf(attributes, 'src') !== '';
	if (meaning.as === 'link') return ['href', 'name', 'id'].some((one) => attributes.has(one));
	if (meaning.as !== 'card' || !meaning.needs) return true;
	// Without its colour a `font` only dresses words, as in HTML.
	return name === 'font' || attributeOf(attributes, ...meaning.needs) !== '';
}

/** Whether it stands alone: nothing has to close it. */
export function isVoid(name: string): boolean {
	const meaning = meaningOf(name);
	return meaning?.as === 'break' || meaning?.as === 'image' || (meaning?.as === 'card' && meaning.void === true);
}

/** Whether it is one of the platform's own as it stands there. */
export function isCardTag({ name, attributes }: Tag): boolean {
	const meaning = meaningOf(name);
	return meaning?.as === 'card' && (!meaning.needs || attributeOf(attributes, ...meaning.needs) !== '');
}

/** What a tag of cards says where there is none: the words within, or what it would show. */
export function cardTagWords(tag: Tag): Inline[] {
	const { name, attributes, children = [] } = tag;
	const said = (text: string): Inline[] => (text === '' ? children : [{ type: 'text', text, from: 0, to: 0 }]);
	if (name === 'person') return said(children.length > 0 ? '' : `@${attributeOf(attributes, 'id')}`);
	if (name === 'audio') return said(attributeOf(attributes, 'fallback_text') || '[Audio]');
	if (name === 'local_datetime') return said(timeIn(attributes));
	if (name !== 'link') return children;
	const url = attributeOf(attributes, 'url', 'pc_url', 'ios_url', 'android_url');
	return [{ type: 'link', url, children, form: 'address', label: 0, from: 0, to: 0 }];
}

/** How much of an ISO time each format shows. */
const TIMES: { readonly [format: string]: (iso: string) => string } = {
	time: (iso) => `${iso.slice(11, 16)} UTC`,
	time_sec: (iso) => `${iso.slice(11, 19)} UTC`,
};

/** Each reader is shown a time in their own zone; where that can't be, in UTC. */
function timeIn(attributes: ReadonlyMap<string, string>): string {
	const written = attributeOf(attributes, 'millisecond');
	const time = new Date(Number(written));
	if (written === '' || Number.isNaN(time.getTime())) return '';
	const format = TIMES[attributeOf(attributes, 'format_type')];
	return format ? format(time.toISOString()) : time.toISOString().slice(0, 10);
}
