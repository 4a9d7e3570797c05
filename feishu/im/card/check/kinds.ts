/**
 * How the properties of card JSON 2.0 are described: by the form of their values, as far as the platform's pages fix it.
 * @see https://open.feishu.cn/document/feishu-cards/card-json-v2-structure
 */
export type Kind =
	/** A text, one of a fixed list where there is one. An empty text counts as none: the card builder writes it so. */
	| { type: 'text'; oneOf?: readonly string[]; gone?: Gone }
	| { type: 'number'; whole?: boolean; least?: number; most?: number; oneOf?: readonly number[] }
	/** Pixels or a share of something within bounds, or one of the names beside them; of the sides several with blanks between. */
	| { type: 'pixels'; least: number; most?: number; names?: readonly string[]; sides?: number; percent?: true }
	| { type: 'boolean' }
	/** Number or text: the pages show both. */
	| { type: 'size' }
	/** The sender's own data, or what no page describes. */
	| { type: 'free' }
	/** By language: `{"en_us": …}`. */
	| { type: 'languages'; of: Kind }
	/** Something with a tag: a text or an icon. Without a tag it is a plain text. */
	| { type: 'tagged'; tags: readonly string[] }
	/** A list of things with tags. */
	| { type: 'elements'; most?: number }
	| { type: 'list'; of: Kind }
	| { type: 'object'; facts: ObjectFacts };

/** A value that earlier versions had, and what takes its place. */
export interface Gone {
	value: string;
	instead: string;
}

export type Properties = { readonly [name: string]: Kind };

export interface ObjectFacts {
	properties: Properties;
	/** One of each must be there, unless the object is empty and `emptyIsNone`. */
	required?: ReadonlyArray<readonly string[]>;
	emptyIsNone?: boolean;
	/** Properties that earlier versions had, and what takes their place. */
	gone?: { readonly [name: string]: string };
}

export const TEXT: Kind = { type: 'text' };
export const BOOLEAN: Kind = { type: 'boolean' };
export const NUMBER: Kind = { type: 'number' };
export const FREE: Kind = { type: 'free' };
export const SIZE: Kind = { type: 'size' };
export const ELEMENTS: Kind = { type: 'elements' };
export const TEXTS_BY_LANGUAGE: Kind = { type: 'languages', of: TEXT };

/** What may stand where a page says `plain_text`. `lark_md` shows as a text too, and earlier samples have it. */
export const WORDS: Kind = { type: 'tagged', tags: ['plain_text', 'lark_md'] };
export const ICON: Kind = { type: 'tagged', tags: ['standard_icon', 'custom_icon'] };

export const oneOf = (...values: readonly string[]): Kind => ({ type: 'text', oneOf: values });
export const listOf = (of: Kind): Kind => ({ type: 'list', of });
export const objectOf = (properties: Properties, more: Omit<ObjectFacts, 'properties'> = {}): Kind => ({
	type: 'object',
	facts: { properties, ...more },
});
/** @param names what may stand in the place of pixels */
export const pixels = (
	least: number,
	most?: number,
	names: readonly string[] = [],
	more: { sides?: number; percent?: true } = {},
): Kind => ({ type: 'pixels', least, most, names, ...more });
/** Pixels of all sides, of two, three or four. */
export const sides = (least: number): Kind => pixels(least, 99, [], { sides: 4 });
/** A whole number. */
export const whole = (least: number, most?: number): Kind => ({ type: 'number', whole: true, least, most });

/** The same kind for several names, with blanks between. */
export function each(kind: Kind, names: string): Properties {
	return Object.fromEntries(names.split(' ').map((name) => [name, kind]));
}
