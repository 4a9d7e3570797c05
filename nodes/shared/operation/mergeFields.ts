import type { INodeProperties } from 'n8n-workflow';

import { propertyShownFor } from './field';

/** Fields that are shown for one choice of a dropdown. */
export interface FieldGroup {
	/** The choice. */
	value: string;
	fields: readonly INodeProperties[];
}

interface Placed {
	/** The field as JSON: equal fields of several groups become one. */
	key: string;
	field: INodeProperties;
	values: string[];
}

/**
 * The fields of all choices, each shown for the choices that have it. Every choice keeps the order of its
 * fields; a field that several share appears once, unless that would break an order.
 * @param dropdown the name of the parameter that holds the choice
 */
export function mergeFields(dropdown: string, groups: readonly FieldGroup[]): INodeProperties[] {
	return mergeGroups(groups).map(({ field, values }) => propertyShownFor(field, { [dropdown]: values }));
}

/** A resource with the fields of its operations. */
export interface ResourceFields {
	resource: string;
	operations: readonly FieldGroup[];
}

/**
 * The same over two dropdowns, Resource and Operation. Fields that operations of several resources share appear once
 * where that shows them for no other operation: n8n shows a field for each pair of a resource and an operation that
 * it names.
 */
export function mergeResourceFields(resources: readonly ResourceFields[]): INodeProperties[] {
	const operationsOf = new Map(
		resources.map(({ resource, operations }) => [resource, operations.map(({ value }) => value)]),
	);
	const lists = resources.map(({ resource, operations }) =>
		mergeGroups(operations).map((placed) => ({ ...placed, pairs: new Map([[resource, placed.values]]) })),
	);
	const merged = interleave(lists, (present, added) => {
		if (present.key !== added.key) return undefined;
		const pairs = new Map([...present.pairs, ...added.pairs]);
		const named = new Set([...pairs.values()].flat());
		const shownElsewhere = [...pairs].some(([resource, own]) =>
			operationsOf.get(resource)?.some((operation) => named.has(operation) && !own.includes(operation)),
		);
		return shownElsewhere ? undefined : { ...present, pairs };
	});
	return merged.map(({ field, pairs }) => {
		const operation = [...new Set([...pairs.values()].flat())];
		// Where the operation tells the resource, the resource is not named: in all, that is kilobytes.
		const isElsewhere = [...operationsOf].some(
			([resource, own]) => !pairs.has(resource) && own.some((one) => operation.includes(one)),
		);
		return propertyShownFor(field, isElsewhere ? { resource: [...pairs.keys()], operation } : { operation });
	});
}

function mergeGroups(groups: readonly FieldGroup[]): Placed[] {
	const lists = groups.map(({ value, fields }) =>
		fields.map((field): Placed => ({ key: JSON.stringify(field), field, values: [value] })),
	);
	return interleave(lists, (present, added) =>
		present.key === added.key ? { ...present, values: [...present.values, ...added.values] } : undefined,
	);
}

/** An entry of the merged list, and what must come behind it. */
interface Place<T> {
	entry: T;
	behind: Set<Place<T>>;
}

/**
 * One list out of several, each of which keeps its order.
 * @param join an entry for both, or undefined where the two must stay apart
 */
function interleave<T>(lists: ReadonlyArray<readonly T[]>, join: (present: T, added: T) => T | undefined): T[] {
	const places: Array<Place<T>> = [];
	for (const list of lists) {
		let before: Place<T> | undefined;
		for (const added of list) {
			const place = placeFor(places, added, before, join);
			before?.behind.add(place);
			before = place;
		}
	}
	return sortPlaces(places).map(({ entry }) => entry);
}

/** The place of an equal entry unless that would stand before what comes first; else a new one. */
function placeFor<T>(
	places: Array<Place<T>>,
	added: T,
	before: Place<T> | undefined,
	join: (present: T, added: T) => T | undefined,
): Place<T> {
	for (const place of places) {
		const joined = join(place.entry, added);
		if (joined === undefined || (before && leadsTo(place, before))) continue;
		place.entry = joined;
		return place;
	}
	const place: Place<T> = { entry: added, behind: new Set() };
	places.push(place);
	return place;
}

function leadsTo<T>(from: Place<T>, to: Place<T>): boolean {
	const seen = new Set([from]);
	for (const place of seen) {
		if (place === to) return true;
		for (const next of place.behind) seen.add(next);
	}
	return false;
}

/** Each place before those behind it, and otherwise in the order in which they were made. */
function sortPlaces<T>(places: ReadonlyArray<Place<T>>): Array<Place<T>> {
	const left = new Set(places);
	const order: Array<Place<T>> = [];
	while (left.size > 0) {
		const waiting = new Set([...left].flatMap(({ behind }) => [...behind]));
		const next = [...left].find((place) => !waiting.has(place));
		if (!next) throw new Error('The order of the fields contradicts itself');
		left.delete(next);
		order.push(next);
	}
	return order;
}
