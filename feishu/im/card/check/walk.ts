import { isObject, text, type JsonObject } from '../../../json';
import type { CardPath } from '../build';

/** Something with a tag: a component, a text, an icon. */
export interface Visit {
	element: JsonObject;
	tag: string;
	path: CardPath;
	/** The tagged things around it, outermost first. */
	around: readonly Visit[];
	/** Whether it stands where components stand, so that its tag must be one. */
	isComponent: boolean;
}

/** What belongs to the user or to others, whose objects may have tags of their own. */
const OPAQUE: ReadonlySet<string> = new Set(['chart_spec', 'value', 'rows', 'style', 'behaviors', 'fallback']);
const COMPONENT_LISTS: ReadonlySet<string> = new Set(['elements', 'columns', 'buttons', 'actions']);

/** Everything with a tag, in the order of the card. */
export function visits(start: unknown, path: CardPath): Visit[] {
	const found: Visit[] = [];
	collect(start, path, [], false, found);
	return found;
}

function collect(value: unknown, path: CardPath, around: readonly Visit[], listed: boolean, found: Visit[]): void {
	if (Array.isArray(value)) {
		const list = path[path.length - 1];
		const components = typeof list === 'string' && COMPONENT_LISTS.has(list);
		(value as unknown[]).forEach((one, index) => collect(one, [...path, index], around, components, found));
		return;
	}
	if (!isObject(value)) return;
	const tag = text(value.tag);
	// The columns of a table have no tags.
	const visit = tag === '' ? undefined : { element: value, tag, path, around, isComponent: listed };
	if (visit) found.push(visit);
	const inner = visit ? [...around, visit] : around;
	for (const [key, child] of Object.entries(value)) {
		if (!OPAQUE.has(key)) collect(child, [...path, key], inner, false, found);
	}
}

/** `body.elements[3]` */
export function written(path: CardPath): string {
	return path.reduce<string>(
		(before, step) => (typeof step === 'number' ? `${before}[${step}]` : before === '' ? step : `${before}.${step}`),
		'',
	);
}
