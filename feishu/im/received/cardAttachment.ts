/**
 * What comes beside a card in the form `json_card`: the names of people and the keys of pictures, by the IDs in the card.
 * The form is in no documentation; the official clients read it so.
 */
import type { JsonObject } from '../../json';
import { isObject, object, parseObject, text } from '../../json';

export interface CardAttachment {
	nameOf(id: string): string;
	imageKey(id: string): string;
}

export function attachmentOf(value: unknown): CardAttachment {
	const attachment: JsonObject = isObject(value) ? value : (parseObject(text(value)) ?? {});
	const entry = (group: string, id: string): JsonObject => {
		const entries = object(attachment[group]);
		return Object.hasOwn(entries, id) ? object(entries[id]) : {};
	};
	return {
		nameOf: (id) => text(entry('at_users', id).content) || text(entry('persons', id).content),
		imageKey: (id) => text(entry('images', id).token) || id,
	};
}
