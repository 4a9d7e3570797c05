export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

export const isSecond = (card: Json) => card.schema === '2.0';

/** An object with a `tag`, and where it stands. */
export interface Element {
	tag: string;
	json: Json;
	/** As the card service writes it: `ROOT -> body -> elements -> [0](tag: div)`. */
	path: string;
	/** The elements it stands in, outermost first. */
	around: readonly Element[];
}

/** The app's own data, and what is drawn in place of an element: not elements of the card. */
const DATA = ['value', 'chart_spec', 'behaviors', 'rows', 'fallback'];

const ROOTS = { first: ['header', 'i18n_header', 'elements', 'i18n_elements'], second: ['header', 'body'] };

function* within(value: unknown, path: string, around: readonly Element[]): Generator<Element> {
	if (Array.isArray(value)) {
		for (const [index, entry] of value.entries()) yield* within(entry, `${path} -> [${index}]`, around);
		return;
	}
	if (!isObject(value)) return;
	let inside = { path, around };
	if (typeof value.tag === 'string') {
		const element = { tag: value.tag, json: value, path: `${path}(tag: ${value.tag})`, around };
		yield element;
		inside = { path: element.path, around: [...around, element] };
	}
	for (const [name, entry] of Object.entries(value))
		if (!DATA.includes(name)) yield* within(entry, `${inside.path} -> ${name}`, inside.around);
}

/** Every element of a card, those of its header first, each before what stands in it. */
export function* elementsOf(card: Json): Generator<Element> {
	for (const name of isSecond(card) ? ROOTS.second : ROOTS.first) yield* within(card[name], `ROOT -> ${name}`, []);
}
