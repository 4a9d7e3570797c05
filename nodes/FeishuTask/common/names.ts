import { isObject, text, type JsonObject } from '../../../feishu/json';
import type { Asking } from '../../shared/client/asking';
import { namesOf } from '../../shared/contact/namesOf';

/** Names by open_id, each asked for once in an execution; empty where it may not be known. */
const kept = new WeakMap<object, Map<string, Promise<string>>>();

/** People in an answer, however deep, that have no name. */
function nameless(value: unknown): JsonObject[] {
	if (Array.isArray(value)) return value.flatMap(nameless);
	if (!isObject(value)) return [];
	const isOne = value.type === 'user' && text(value.id).startsWith('ou_') && text(value.name) === '';
	return [...(isOne ? [value] : []), ...Object.values(value).flatMap(nameless)];
}

/**
 * Puts names beside the IDs of people: not every answer has them. One request for all who are new in an execution; an app
 * that may not read the directory leaves the IDs.
 * @param output of one or several records; it is changed
 */
export async function withNames<T>({ feishu, context }: Omit<Asking, 'errorContext'>, output: T): Promise<T> {
	const people = nameless(output);
	const known = kept.get(context) ?? new Map<string, Promise<string>>();
	kept.set(context, known);
	const unknown = [...new Set(people.map(({ id }) => text(id)))].filter((id) => !known.has(id));
	if (unknown.length > 0) {
		const found = namesOf(feishu, unknown);
		for (const id of unknown)
			known.set(
				id,
				found.then((names) => names.get(id) ?? ''),
			);
	}
	for (const person of people) {
		const name = await known.get(text(person.id));
		if (name) person.name = name;
	}
	return output;
}
