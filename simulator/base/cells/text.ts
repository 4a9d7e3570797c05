import type { Kind, Place } from '../kind';
import { problem } from '../problem';

export interface Segment {
	type: 'text' | 'mention' | 'url';
	text: string;
	[name: string]: unknown;
}

const MAX_TEXT = 100_000;

function textOf(given: unknown): string {
	if (typeof given !== 'string') throw problem(1254060);
	if (given.length > MAX_TEXT) throw problem(1254130);
	return given;
}

const plain = (segments: readonly Segment[]) => segments.map(({ text }) => text).join('');

/** How a text shows itself: an e-mail address leads to its mailbox. */
const shown = (segments: readonly Segment[], { field }: Place): Segment[] =>
	field.ui_type === 'Email'
		? [{ type: 'url', text: plain(segments), link: `mailto:${plain(segments)}` }]
		: [...segments];

export const TEXT: Kind<Segment[]> = {
	write: (given) => [{ type: 'text', text: textOf(given) }],
	search: shown,
	legacy: (segments, place, { textsAsArrays }) => (textsAsArrays ? shown(segments, place) : plain(segments)),
	event: (segments, place) => JSON.stringify(shown(segments, place)),
	words: (segments) => [plain(segments)],
};

const MAX_PHONE = 64;

export const PHONE: Kind<string> = {
	write(given) {
		if (typeof given !== 'string' || given.length > MAX_PHONE || !/^\+?\d*$/.test(given)) throw problem(1254072);
		return given;
	},
	search: (phone) => phone,
	event: (phone) => phone,
	words: (phone) => [phone],
};

export interface Link {
	link: string;
	text: string;
}

export const URL_KIND: Kind<Link> = {
	write(given) {
		const { link, text } = (typeof given === 'object' && given !== null ? given : {}) as Partial<Link>;
		if (typeof link !== 'string' || typeof text !== 'string') throw problem(1254068);
		return { link, text };
	},
	search: (link) => link,
	event: ({ link, text }) => JSON.stringify([{ type: 'url', text, link }]),
	words: ({ text }) => [text],
};

export interface Spot {
	location: string;
	pname: string;
	cityname: string;
	adname: string;
	address: string;
	name: string;
	full_address: string;
}

/** The place of the page's own sample, so that an address is there to be looked for. */
const KNOWN: Readonly<Record<string, Omit<Spot, 'location'>>> = {
	'116.397755,39.903179': {
		pname: '北京市',
		cityname: '北京市',
		adname: '东城区',
		address: '东长安街',
		name: '天安门广场',
		full_address: '天安门广场，北京市东城区东长安街',
	},
};

export const LOCATION: Kind<Spot> = {
	write(given) {
		const match = typeof given === 'string' ? /^\s*(-?\d+(\.\d+)?)\s*,\s*(-?\d+(\.\d+)?)\s*$/.exec(given) : null;
		if (!match) throw problem(1254015);
		const location = `${match[1]},${match[3]}`;
		const empty = { pname: '', cityname: '', adname: '', address: '', name: '', full_address: location };
		return { location, ...(KNOWN[location] ?? empty) };
	},
	search: (spot) => spot,
	event: (spot) => JSON.stringify(spot),
	words: ({ full_address: address }) => [address],
};
