/** What several blocks have alike. */

import type { Language } from '../../languages';

export type { Language };

/** A text, or one with what it is in other languages: each reader sees the one of their client. */
export type Words = string | { text?: string; languages: { readonly [language in Language]?: string } };

/** A token of the icon library, with a color of its own where it is drawn in lines or filled, or an uploaded image. */
export type Icon = string | { token: string; color?: string } | { imageKey: string };

/** What a click opens, by device: `false` for nothing, the address of all others when left out. */
export type Link = string | { url?: string; pc?: string | false; ios?: string | false; android?: string | false };

export interface Confirmation {
	title: Words;
	text: Words;
}

export type Alignment = 'left' | 'center' | 'right';
export type VerticalAlignment = 'top' | 'center' | 'bottom';
export type Gap = 'small' | 'medium' | 'large' | 'extra_large' | number;

/** How what is in a container stands. Numbers are pixels. */
export interface Layout {
	direction?: 'vertical' | 'horizontal';
	align?: Alignment;
	verticalAlign?: VerticalAlignment;
	/** Between things beside each other, and below each other. */
	gap?: Gap;
	rowGap?: Gap;
	/** Of all sides, or as the platform writes it: `4px 12px`. */
	padding?: number | string;
}

/** As wide as the platform has it, as the place, or pixels from 100. */
export type ControlWidth = 'default' | 'fill' | number;

/** What a click does: opens something, tells the app, or both. A link when there is one, else a callback. */
export interface Clickable {
	action?: 'link' | 'callback' | 'both';
	url?: Link;
	/** What the callback carries; the platform's SDKs take objects only. */
	value?: { [key: string]: unknown };
	/** A question before the action. */
	confirm?: Confirmation;
	disabled?: boolean;
	/** Shown at a click on what is disabled. */
	disabledHint?: Words;
	/** Shown when the pointer rests on it. */
	hint?: Words;
}

export interface BlockBase {
	/** What errors call the block, instead of its position and kind. */
	label?: string;
	/** `element_id`, by which the block is updated later: a letter, then letters, digits and _, 20 characters at most. */
	id?: string;
	/** Outer margin: pixels from -99 to 99, or as the platform writes it: `4px -12px`. */
	margin?: number | string;
}
