import { isObject, type Json } from '../../../content/cardWalk';
import { type CardKitCode, noElement, refuse } from './cardKitErrors';

/** An element, and the list or object that holds it. */
interface Place {
	element: Json;
	holder: Json | unknown[];
	key: string | number;
}

const DATA = ['value', 'chart_spec', 'rows'];

function placeIn(holder: unknown, elementId: string): Place | undefined {
	if (typeof holder !== 'object' || holder === null) return undefined;
	for (const [key, element] of Object.entries(holder)) {
		if (DATA.includes(key)) continue;
		if (isObject(element) && element.element_id === elementId)
			return Array.isArray(holder) ? { element, holder, key: Number(key) } : { element, holder: holder as Json, key };
		const found = placeIn(element, elementId);
		if (found) return found;
	}
	return undefined;
}

/** Where the element of this id stands; `failure` when there is none. */
export function findElement(card: Json, elementId: unknown, failure: CardKitCode): Place {
	const place = placeIn(card, String(elementId));
	if (!place) throw noElement(failure, elementId);
	return place;
}

export function replaceElement({ holder, key }: Place, element: Json): void {
	(holder as Record<string | number, unknown>)[key] = element;
}

export function removeElement({ holder, key }: Place): void {
	if (Array.isArray(holder)) holder.splice(Number(key), 1);
	else delete holder[key];
}

/** Containers, and the property that lists what stands in them. */
const LISTS: Record<string, string> = {
	column_set: 'columns',
	column: 'elements',
	form: 'elements',
	interactive_container: 'elements',
	collapsible_panel: 'elements',
};

/** The list that new elements at the end of a container, or of the card's body, go into. */
function listOf(card: Json, containerId: string): unknown[] {
	if (containerId === '') {
		const body = (card.body ??= {}) as Json;
		return (body.elements ??= []) as unknown[];
	}
	const { element } = findElement(card, containerId, 300315);
	const name = LISTS[String(element.tag)];
	if (name === undefined) throw refuse(300315, `${String(element.tag)} is not a container`);
	return (element[name] ??= []) as unknown[];
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/cardkit-v1/card-element/create */
export function addElements(
	card: Json,
	{ type, target_element_id: target = '', elements }: { type: string; target_element_id?: string; elements: unknown },
): void {
	if (!Array.isArray(elements) || !elements.every(isObject)) throw refuse(300315);
	if (elements.length === 0) throw refuse(300307);
	if (type === 'append') {
		listOf(card, target).push(...elements);
		return;
	}
	if (target === '') throw refuse(300315, 'target_element_id is required');
	const { holder, key } = findElement(card, target, 300315);
	if (!Array.isArray(holder)) throw refuse(300315, `nothing can stand beside ${target}`);
	holder.splice(Number(key) + (type === 'insert_after' ? 1 : 0), 0, ...elements);
}
