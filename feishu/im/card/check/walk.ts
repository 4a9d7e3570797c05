import { isObject, text, type JsonObject } from '../../../json';
import type { CardPath } from '../path';

/** Something with a tag: a component, a text, an icon. */
export interface Visit {
	element: JsonObject;
	tag: string;
	path: CardPath;
	/** The tagged things around it, outermost first. */
	around: readonly Visit[];
	/** The list of components that it stands in, such as `elements`; undefined where it belongs to a component itself. */
	slot?: string;
}

/** What belongs to the user or to others, whose objects may have tags of their own. */
const OPAQUE: ReadonlySet<string> = new Set(['chart_spec', 'value', 'rows', 'style', 'behaviors', 'fallback']);
const COMPONENT_LISTS: ReadonlySet<string> = new Set(['elements', 'columns', 'buttons', 'actions', 'text_tag_list']);

/** Everything with a tag, in the order of the card. */
export function visits(start: unknown, path: CardPath, slot?: string): Visit[] {
	const found: Visit[] = [];
	collect(start, path, [], slot, found);
	return found;
}

function collect(
	value: unknown,
	path: CardPath,
	around: readonly Visit[],
	slot: string | undefined,
	found: Visit[],
): void {
	if (Array.isArray(value)) {
		const list = path[path.length - 1];
		const name = typeof list === 'string' && COMPONENT_LISTS.has(list) ? list : slot;
		(value as unknown[]).forEach((one, index) => collect(one, [...path, index], around, name, found));
		return;
	}
	if (!isObject(value)) return;
	const tag = text(value.tag);
	// The columns of a table have no tags.
	const visit = tag === '' ? undefined : { element: value, tag, path, around, slot };
	if (visit) found.push(visit);
	const inner = visit ? [...around, visit] : around;
	for (const [key, child] of Object.entries(value)) {
		if (!OPAQUE.has(key)) collect(child, [...path, key], inner, undefined, found);
	}
}

/** `body.elements[3]` */
export function written(path: CardPath): string {
	return path.reduce<string>(
		(before, step) => (typeof step === 'number' ? `${before}[${step}]` : before === '' ? step : `${before}.${step}`),
		'',
	);
}

/** Which of a card's languages a path is in, where version 1.0 has one list for each: only one of them is shown. */
export function languageOf(path: CardPath): string {
	return path[0] === 'i18n_elements' ? String(path[1]) : '';
}
