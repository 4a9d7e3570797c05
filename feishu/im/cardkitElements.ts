import { InputError } from '../input';
import type { JsonObject } from '../json';
import { checkCard, checkElements } from './card';
import { ELEMENT_ID } from './card/context';
import { isReference, type CardTemplate } from './content/cardContent';

/**
 * Card entities of any kind, and their single elements.
 * @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/cardkit-v1/card-element/create
 */
const ELEMENTS = '/open-apis/cardkit/v1/cards/:card_id/elements';
export const ADD_ELEMENTS = `POST ${ELEMENTS}`;
export const DELETE_ELEMENT = `DELETE ${ELEMENTS}/:element_id`;

/** What makes an entity; `data` is JSON as text. */
export interface EntityBody {
	type: 'card_json' | 'template';
	data: string;
}

/**
 * An entity of a card or of a template.
 * @param field the field on the panel that errors belong to
 * @throws InputError when it is a card that can't be one: only version 2.0 can
 */
export function entityBody(card: JsonObject | CardTemplate, field: string): EntityBody {
	const plain: JsonObject = { ...card };
	checkCard(plain, { field, use: 'entity' });
	if (isReference(plain)) return { type: 'template', data: JSON.stringify(plain.data) };
	return { type: 'card_json', data: JSON.stringify(card) };
}

/** Where elements are added: beside an element, or at the end of the card, or of a container. */
export type ElementPlace = 'before' | 'after' | 'end';

const PLACES: { readonly [place in ElementPlace]: string } = {
	before: 'insert_before',
	after: 'insert_after',
	end: 'append',
};

export interface AddedElements {
	elements: readonly JsonObject[];
	place: ElementPlace;
	/** The `element_id` beside which they go, or of the container. */
	target?: string;
}

/** @throws InputError when no element is named where one must be, or an added one could not be in a card */
export function addedElements({ elements, place, target = '' }: AddedElements, fields: AddedFields): JsonObject {
	if (elements.length === 0) throw new InputError(fields.elements, `The field '${fields.elements}' holds no elements`);
	const id = target.trim();
	if (id === '' && place !== 'end')
		throw new InputError(fields.target, `The field '${fields.target}' is empty`, 'Elements are added beside this one');
	if (id !== '') checkElementId(id, fields.target);
	checkElements(elements, { field: fields.elements });
	return {
		type: PLACES[place],
		...(id !== '' && { target_element_id: id }),
		elements: JSON.stringify(elements),
	};
}

/** The fields on the panel that errors belong to. */
export interface AddedFields {
	elements: string;
	target: string;
}

/** @throws InputError when no element can have this ID */
export function checkElementId(id: string, field: string): void {
	if (ELEMENT_ID.test(id)) return;
	throw new InputError(
		field,
		`The field '${field}' holds no ID of an element: ${id.slice(0, 60)}`,
		'A letter, then letters, digits and underscores, 20 characters at most, as "element_id" stands in the card',
	);
}
