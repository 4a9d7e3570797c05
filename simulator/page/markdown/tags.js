/** Feishu's own tags inside markdown and text: parsing of the tags, and what each becomes. */
import { html } from 'htm/preact';
import { emojiGlyph } from '../emoji.js';
import { decodeEntities, safeUrl } from '../safe.js';
import { customColour, toneClass } from '../tones.js';

const TAG = /^<(\/?)([a-z][\w-]*)((?:\s[^>]*)?)>$/i;
const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>/]+))/g;

/** {name, close, selfClose, attributes} of one raw tag, or undefined. */
export function parseTag(raw) {
	const match = TAG.exec(raw.trim());
	if (!match) return undefined;
	const attributes = {};
	for (const [, name, double, single, bare] of match[3].matchAll(ATTRIBUTE)) {
		attributes[name.toLowerCase()] = decodeEntities(double ?? single ?? bare ?? '');
	}
	return { name: match[2].toLowerCase(), close: match[1] === '/', selfClose: /\/\s*$/.test(match[3]), attributes };
}

/** A mention as Feishu shows it. */
export const mention = (name, self = false) =>
	html`<span class=${self ? 'mention mention-self' : 'mention'}>@${name}</span>`;

/** A link that opens outside, or plain text when its target is not safe to follow. */
export function link(href, children) {
	const url = safeUrl(href);
	return url
		? html`<a href=${url} target="_blank" rel="noopener noreferrer">${children}</a>`
		: html`<span class="dead-link" title=${`Not a link that can be opened: ${href ?? ''}`}>${children}</span>`;
}

/** `:OK:` becomes the emoji where it is one of Feishu's. */
export const withEmoji = (text) => text.replace(/:([A-Za-z]{2,20}):/g, (whole, type) => emojiGlyph(type) ?? whole);

function at({ attributes }, children, ctx) {
	const ids = (attributes.ids ?? attributes.id ?? attributes.user_id ?? attributes.email ?? '')
		.split(',')
		.filter(Boolean);
	return ids.map((id) => {
		const known = ctx.mentions?.get(id);
		return mention(
			known?.name ??
				ctx.directory?.person(id)?.name ??
				(id === 'all' ? 'All' : children.find((child) => typeof child === 'string') || id),
		);
	});
}

function font({ attributes }, children, ctx) {
	const colour = customColour(attributes.color, ctx.colours, ctx.dark);
	return html`<span class=${`font ${toneClass(attributes.color) ?? ''}`} style=${colour ? { color: colour } : undefined}>${children}</span>`;
}

/** By `format_type`; those that are not here look like a date. */
const TIME_FORMATS = {
	date_num: { dateStyle: 'medium' },
	week: { weekday: 'long' },
	week_short: { weekday: 'short' },
	time: { timeStyle: 'short' },
	time_sec: { timeStyle: 'medium' },
};

const localTime = ({ attributes }, children) => {
	const date = new Date(Number(attributes.millisecond));
	if (!attributes.millisecond || Number.isNaN(date.getTime())) return children;
	const format = TIME_FORMATS[attributes.format_type] ?? TIME_FORMATS.date_num;
	return html`<time dateTime=${date.toISOString()}>${date.toLocaleString('en-GB', format)}</time>`;
};

const wrap = (element) => (_tag, children) => html`<${element}>${children}</${element}>`;

/** Tag name → (tag, children, ctx) → nodes. */
export const TAGS = {
	at,
	font,
	person: ({ attributes }, children, ctx) =>
		html`<span class="person-inline">${ctx.directory?.personName(attributes.id) ?? children}</span>`,
	text_tag: ({ attributes }, children) =>
		html`<span class=${`text-tag ${toneClass(attributes.color ?? 'neutral') ?? 'tone-grey'}`}>${children}</span>`,
	number_tag: ({ attributes }, children) =>
		html`<span class=${`number-tag ${toneClass(attributes.background_color) ?? 'tone-grey'}`}>${children}</span>`,
	a: ({ attributes }, children) => link(attributes.href, children),
	link: ({ attributes }, children) => link(attributes.url ?? attributes.pc_url, children),
	local_datetime: localTime,
	b: wrap('strong'),
	strong: wrap('strong'),
	i: wrap('em'),
	em: wrap('em'),
	u: wrap('u'),
	s: wrap('s'),
	del: wrap('s'),
};

/** Tags without an end. */
export const VOID_TAGS = {
	br: () => html`<br />`,
	hr: () => html`<hr />`,
};
