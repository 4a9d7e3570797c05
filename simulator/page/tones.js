/** Feishu's colour names; the colours themselves are classes in cards.css. */

export const HEADER_TEMPLATES = [
	'blue',
	'wathet',
	'turquoise',
	'green',
	'yellow',
	'orange',
	'red',
	'carmine',
	'violet',
	'purple',
	'indigo',
	'grey',
	'default',
];

const TONES = new Set([...HEADER_TEMPLATES, 'lime', 'sunflower']);
const SYNONYMS = { neutral: 'grey', gray: 'grey', 'bg-white': 'white' };

/** The class for a colour name (`red`, `red-500`, `neutral`), or undefined when it is not one of Feishu's. */
export function toneClass(colour) {
	if (typeof colour !== 'string') return undefined;
	const base = colour.replace(/-\d+$/, '');
	const name = SYNONYMS[base] ?? base;
	return TONES.has(name) ? `tone-${name}` : undefined;
}

const RGBA = /^(?:rgba?\([\d\s.,%]+\)|#[0-9a-f]{3,8})$/i;

/** A literal colour, or one that the card defines itself in `config.style.color`; undefined for names. */
export function customColour(colour, cardColours = {}, dark = false) {
	const own = cardColours[colour];
	const value = own ? (dark ? own.dark_mode : own.light_mode) : colour;
	return typeof value === 'string' && RGBA.test(value) ? value : undefined;
}
