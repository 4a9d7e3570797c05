import type { ObjectRule } from '../../../content/cardKinds';
import { checkObject } from '../../../content/cardProperties';
import { CARD } from '../../../content/cardSchema';
import { isObject, type Json } from '../../../content/cardWalk';
import { asCardKitErrors, refuse } from './cardKitErrors';
import type { Settings } from '../../../state/settings';
import { addElements, findElement, removeElement, replaceElement } from './tree';

const SETTINGS: ObjectRule = {
	properties: { config: CARD.properties.config ?? 'free', card_link: CARD.properties.card_link ?? 'free' },
};

/** The names of a card's configuration, which some clients send without `config` around them. */
const CONFIG_NAMES = new Set(Object.keys((CARD.properties.config as ObjectRule).properties));
const isBare = (settings: Json) => {
	const names = Object.keys(settings);
	return names.length > 0 && names.every((name) => CONFIG_NAMES.has(name));
};

/** Fields of `config` are added to those that are there; `card_link` is replaced. */
export function updateSettings(card: Json, given: unknown, bare: Settings['bareCardSettings']): void {
	if (!isObject(given)) throw refuse(300122);
	const settings = isBare(given) ? { config: bare === 'applied' ? given : {} } : given;
	asCardKitErrors(300122, () => checkObject(settings, SETTINGS, 'ROOT'));
	const { config, ...rest } = settings;
	Object.assign(card, rest);
	if (isObject(config)) card.config = { ...(card.config as Json | undefined), ...config };
}

export function updateElement(card: Json, elementId: unknown, element: unknown): void {
	if (!isObject(element)) throw refuse(300121);
	replaceElement(findElement(card, elementId, 300121), element);
}

/** An `element_id` in the new properties renames the element. */
export function patchElement(card: Json, elementId: unknown, partial: unknown): void {
	if (!isObject(partial)) throw refuse(300313);
	const { element } = findElement(card, elementId, 300313);
	if (partial.tag !== undefined && partial.tag !== element.tag) throw refuse(300312);
	Object.assign(element, partial);
}

export const deleteElement = (card: Json, elementId: unknown) => removeElement(findElement(card, elementId, 300314));

const TEXT_TAGS: readonly unknown[] = ['plain_text', 'markdown'];

export function streamText(card: Json, elementId: string, content: string): void {
	const { element } = findElement(card, elementId, 300313);
	if (!TEXT_TAGS.includes(element.tag)) throw refuse(300310);
	element.content = content;
}

/** By the `action` of batch_update. Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/cardkit-v1/card/batch_update */
const ACTIONS: Record<string, (card: Json, params: Json, answers: Settings) => void> = {
	partial_update_setting: (card, { settings }, answers) => updateSettings(card, settings, answers.bareCardSettings),
	add_elements: (card, { type, target_element_id: target, elements }) =>
		addElements(card, {
			type: String(type),
			target_element_id: typeof target === 'string' ? target : undefined,
			elements,
		}),
	delete_elements(card, { element_ids: ids }) {
		if (!Array.isArray(ids)) throw refuse(300314);
		for (const id of ids) deleteElement(card, id);
	},
	partial_update_element: (card, { element_id: id, partial_element: partial }) => patchElement(card, id, partial),
	update_element: (card, { element_id: id, element }) => updateElement(card, id, element),
};

export function applyActions(card: Json, actions: unknown, answers: Settings): void {
	if (!Array.isArray(actions) || actions.length === 0) throw refuse(10002);
	for (const entry of actions as unknown[]) {
		const { action, params } = isObject(entry) ? entry : {};
		const apply = ACTIONS[String(action)];
		if (!apply || !isObject(params)) throw refuse(10002);
		apply(card, params, answers);
	}
}
