import { isObject, text, type JsonObject } from '../../../json';
import { HEADER_COLORS } from '../colors';
import { nearest } from './nearest';
import type { Reporter } from './reporter';
import { COMMON, pageOf, PARTS, REMOVED, STRUCTURE_PAGE, TAGS } from './tags';
import type { Visit } from './walk';

/** @throws InputError on a tag or a property that version 2.0 does not know, or a missing one that it needs */
export function checkProperties(visit: Visit, report: Reporter): void {
	const { element, tag, path } = visit;
	const facts = Object.hasOwn(TAGS, tag) ? TAGS[tag] : undefined;
	if (!facts) {
		if (visit.isComponent) throw unknownTag(visit, report);
		return;
	}
	const known = [...COMMON, ...facts.properties];
	const unknown = unknownProperty(element, known);
	if (unknown !== undefined)
		throw report.error(path, tag, `the property '${unknown}' is unknown`, meant(unknown, known, pageOf(tag)));
	for (const choices of facts.required ?? []) {
		if (choices.some((property) => element[property] !== undefined && element[property] !== null)) continue;
		throw report.error(path, tag, `the property '${choices[0]}' is missing`, `See ${pageOf(tag)}`);
	}
}

/** @throws InputError on what the card itself, its settings or its header don't take */
export function checkParts(card: JsonObject, report: Reporter): void {
	if (card.elements !== undefined || card.i18n_elements !== undefined)
		throw report.error(
			[],
			undefined,
			'the elements of version 2.0 stand in body',
			'{"schema": "2.0", "body": {"elements": […]}}',
		);
	const header = isObject(card.header) ? card.header : {};
	if (header.ud_icon !== undefined)
		throw report.error(
			['header', 'ud_icon'],
			undefined,
			'version 2.0 has no ud_icon',
			'Write "icon": {"tag": "standard_icon", "token": "…"}',
		);
	for (const [part, known] of Object.entries(PARTS)) {
		const value = part === 'card' ? card : card[part];
		if (!isObject(value)) continue;
		const unknown = unknownProperty(value, known);
		if (unknown === undefined) continue;
		const path = part === 'card' ? [] : [part];
		throw report.error(path, undefined, `the property '${unknown}' is unknown`, meant(unknown, known, STRUCTURE_PAGE));
	}
	if (isObject(card.config) && card.config.update_multi === false)
		throw report.error(
			['config', 'update_multi'],
			undefined,
			'version 2.0 has no cards that differ for each person',
			'Set it to true or leave it out',
		);
	checkHeaderColor(header, report);
}

function checkHeaderColor(header: JsonObject, report: Reporter): void {
	const color = text(header.template);
	if (color === '' || (HEADER_COLORS as readonly string[]).includes(color)) return;
	throw report.error(
		['header', 'template'],
		undefined,
		`the color '${color}' is unknown`,
		`One of ${HEADER_COLORS.join(', ')}`,
	);
}

function unknownTag({ tag, path }: Visit, report: Reporter): Error {
	const instead = Object.hasOwn(REMOVED, tag) ? REMOVED[tag] : undefined;
	if (instead) return report.error(path, tag, 'version 2.0 does not have this component any more', instead);
	return report.error(path, tag, `the tag '${tag}' is unknown`, meant(tag, Object.keys(TAGS), pageOf(tag)));
}

function unknownProperty(element: JsonObject, known: readonly string[]): string | undefined {
	return Object.keys(element).find((key) => !known.includes(key) && !key.startsWith('i18n_'));
}

function meant(word: string, known: readonly string[], page: string): string {
	const guess = nearest(word, known);
	return guess === undefined ? `See ${page}` : `Did you mean '${guess}'? See ${page}`;
}
