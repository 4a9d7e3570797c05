import { kilobytes, sizeOverLimit, TooMuchError } from '../../content/contentLimits';
import { isObject, text, type JsonObject } from '../../../json';
import type { CardPath } from '../path';
import type { Reporter } from './reporter';

/** @throws TooMuchError that names the field and the largest element */
export function checkCardSize(card: JsonObject, field: string, limit: number, report: Reporter): void {
	const size = bytes(card);
	if (size <= limit) return;
	const largest = elementLists(card)
		.flatMap(({ elements, path }) =>
			elements.map((element, index) => ({ element, path: [...path, index], size: bytes(element) })),
		)
		.reduce<Sized | undefined>((most, one) => (most === undefined || one.size > most.size ? one : most), undefined);
	const tag = largest && isObject(largest.element) ? text(largest.element.tag) : '';
	const part = largest
		? `; the largest part is ${report.place(largest.path, tag || undefined)} with ${kilobytes(largest.size)}`
		: '';
	throw new TooMuchError(
		field,
		`The card in '${field}' ${sizeOverLimit(size, limit)}${part}`,
		'Shorten it, split it into several cards, or send the rest as a file',
	);
}

interface Sized {
	element: unknown;
	path: CardPath;
	size: number;
}

export interface ElementList {
	elements: readonly unknown[];
	path: CardPath;
}

/** The elements of a card: 2.0, 1.0, and 1.0 in several languages. */
export function elementLists(card: JsonObject): ElementList[] {
	const body = isObject(card.body) ? card.body : {};
	const languages = isObject(card.i18n_elements) ? Object.entries(card.i18n_elements) : [];
	const lists: Array<[unknown, CardPath]> = [
		[body.elements, ['body', 'elements']],
		[card.elements, ['elements']],
		...languages.map(([language, elements]): [unknown, CardPath] => [elements, ['i18n_elements', language]]),
	];
	return lists.flatMap(([elements, path]) =>
		Array.isArray(elements) ? [{ elements: elements as unknown[], path }] : [],
	);
}

function bytes(value: unknown): number {
	return Buffer.byteLength(JSON.stringify(value) ?? '', 'utf8');
}
