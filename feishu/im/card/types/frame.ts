import type { HeaderColor, TagColor } from '../colors';
import type { Icon, Language, Layout, Link, Words } from './common';

/** What stands around the blocks of a card. */
export interface CardFrame {
	header?: CardHeader;
	/** What chat lists and notifications show instead of the card's beginning. */
	summary?: Words;
	/** 600 px at most by default, 400 px when compact, or as wide as the chat. */
	width?: 'default' | 'compact' | 'fill';
	/** Opens on a click anywhere in the card. */
	link?: Link;
	/** Whether the card may be forwarded; the platform allows it by default, except for cards with audio. */
	forward?: boolean;
	/** Whether a forwarded card still tells the app of clicks. */
	forwardClicks?: boolean;
	/** The languages that count; all that texts have when left out. */
	locales?: readonly Language[];
	/** Whether a reader who asks for a translation gets the texts of the card's own languages. */
	ownTranslation?: boolean;
	/** Sizes of texts under names of their own, by device. */
	textSizes?: { readonly [name: string]: { default?: string; pc?: string; mobile?: string } };
	/** Colors under names of their own, such as `rgba(5,157,178,0.52)`, for the light and the dark theme. */
	colors?: { readonly [name: string]: { light: string; dark: string } };
	/** How the blocks stand. */
	layout?: Layout;
	/** Text that is typed out in the client while it is updated. */
	streaming?: boolean | Streaming;
}

/** @see https://open.feishu.cn/document/feishu-cards/streaming-updates-openapi-overview */
export interface Streaming {
	/** Milliseconds between two steps. */
	frequency?: number;
	/** Characters a step. */
	step?: number;
	/** Whether text that is still being typed out appears at once when more arrives (fast), or is waited for (delay). */
	strategy?: 'fast' | 'delay';
}

export interface CardHeader {
	/** Without a title the subtitle takes its place. */
	title?: Words;
	subtitle?: Words;
	/** Whether title and subtitle may mention people and hold emoji such as `:OK:`. */
	rich?: boolean;
	color?: HeaderColor;
	icon?: Icon;
	/** Up to three; more are not shown. */
	tags?: readonly { text: Words; color?: TagColor }[];
	padding?: number | string;
}
