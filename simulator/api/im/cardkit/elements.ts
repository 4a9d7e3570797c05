import type { Json } from '../../../content/cardWalk';
import { oneOf, required, text } from '../../../platform/validate';
import { defineRoute } from '../../../gateway/route';
import { changeCard, ELEMENT_PARAMS, ORDER, PARAMS, parseJson, SCOPES } from './change';
import { deleteElement, patchElement, streamText, updateElement } from './edits';
import { addElements } from './tree';

const ELEMENT = '/open-apis/cardkit/v1/cards/:card_id/elements/:element_id';
const json = required(text({ max: 1_000_000 }));

/** An edit in place. */
const editing = (work: (card: Json) => void) => (card: Json) => {
	work(card);
	return card;
};

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/cardkit-v1/card-element/create and its neighbors. */
export const cardElementRoutes = [
	defineRoute({
		method: 'POST',
		path: '/open-apis/cardkit/v1/cards/:card_id/elements',
		scopes: SCOPES,
		params: PARAMS,
		body: {
			type: required(oneOf(['insert_before', 'insert_after', 'append'])),
			target_element_id: text({ max: 20 }),
			elements: json,
			...ORDER,
		},
		handle: (call) =>
			changeCard(call, call.body, {
				failure: 300315,
				edit: editing((card) => addElements(card, { ...call.body, elements: parseJson(call.body.elements) })),
			}),
	}),
	defineRoute({
		method: 'PUT',
		path: ELEMENT,
		scopes: SCOPES,
		params: ELEMENT_PARAMS,
		body: { element: json, ...ORDER },
		handle: (call) =>
			changeCard(call, call.body, {
				failure: 300121,
				edit: editing((card) => updateElement(card, call.params.element_id, parseJson(call.body.element))),
			}),
	}),
	defineRoute({
		method: 'PATCH',
		path: ELEMENT,
		scopes: SCOPES,
		params: ELEMENT_PARAMS,
		body: { partial_element: json, ...ORDER },
		handle: (call) =>
			changeCard(call, call.body, {
				failure: 300313,
				edit: editing((card) => patchElement(card, call.params.element_id, parseJson(call.body.partial_element))),
			}),
	}),
	defineRoute({
		method: 'DELETE',
		path: ELEMENT,
		scopes: SCOPES,
		params: ELEMENT_PARAMS,
		body: ORDER,
		handle: (call) =>
			changeCard(call, call.body, {
				failure: 300314,
				edit: editing((card) => deleteElement(card, call.params.element_id)),
			}),
	}),
	defineRoute({
		method: 'PUT',
		path: `${ELEMENT}/content`,
		scopes: SCOPES,
		params: ELEMENT_PARAMS,
		body: { content: required(text({ max: 100_000 })), ...ORDER },
		handle: (call) =>
			changeCard(call, call.body, {
				failure: 300313,
				streamed: true,
				edit: editing((card) => streamText(card, call.params.element_id ?? '', call.body.content)),
			}),
	}),
];
