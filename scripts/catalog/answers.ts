import type { Answer, AnswerKey, Shape } from './types';

type ObjectShape = { [name: string]: Shape };

const isObject = (shape: Shape | undefined): shape is ObjectShape => typeof shape === 'object' && !Array.isArray(shape);

/** What paging needs to know of a shape, as of the SDK's answers. */
export function answerOf(shape: Shape | undefined): Answer | undefined {
	if (!isObject(shape)) return undefined;
	const names = Object.keys(shape);
	return {
		names,
		arrays: names.filter((name) => Array.isArray(shape[name])),
		texts: names.filter((name) => shape[name] === 'string'),
	};
}

/** What an answer says besides its list, which is nothing that an item would miss. */
const BESIDES = new Set(['has_more', 'page_token', 'next_page_token', 'total', 'count', 'offset', 'limit']);

/**
 * The one thing in an answer: an object alone in it is a record; so is each entry of a list of objects that has only
 * counts beside it. An answer that says more stays whole.
 */
export function answerKey(shape: Shape | undefined, answer?: Answer): AnswerKey | undefined {
	if (!isObject(shape)) return listAlone(answer);
	const [only, ...others] = Object.keys(shape);
	if (only !== undefined && others.length === 0) {
		const inner = shape[only];
		if (isObject(inner) && Object.keys(inner).length > 0) return '*' in inner || '*' in shape ? undefined : { record: only };
	}
	const rest = Object.keys(shape).filter((name) => !BESIDES.has(name));
	const [list] = rest;
	const entries = list === undefined ? undefined : shape[list];
	return list !== undefined && rest.length === 1 && Array.isArray(entries) && isObject(entries[0])
		? { records: list }
		: undefined;
}

/** By the SDK, which tells lists from the rest and not what is in them: `items` alone are records. */
function listAlone(answer: Answer | undefined): AnswerKey | undefined {
	const rest = answer?.names.filter((name) => !BESIDES.has(name)) ?? [];
	return rest.length === 1 && rest[0] === 'items' && answer?.arrays.includes('items') ? { records: 'items' } : undefined;
}
