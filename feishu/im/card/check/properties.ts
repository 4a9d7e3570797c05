import { isObject, type JsonObject } from '../../../json';
import { CARD, COMMON, factsOf, KNOWN_TAGS, pageOf, removedTag, STRUCTURE_PAGE } from './facts';
import { judgeObject, type Problem } from './judge';
import type { ObjectFacts } from './kinds';
import { nearest } from '../../nearest';
import type { Reporter } from './reporter';
import type { Visit } from './walk';

/** @throws InputError on a tag, a property or a value that version 2.0 does not know, or a missing property */
export function checkProperties(visit: Visit, report: Reporter): void {
	const { element, tag, path } = visit;
	const facts = factsOf(tag);
	if (!facts) {
		if (visit.slot !== undefined) throw unknownTag(visit, report);
		return;
	}
	const problem = judgeObject(element, { ...facts, properties: { ...COMMON, ...facts.properties } });
	if (problem) throw report.error(path, tag, problem.message, adviceOn(problem, pageOf(tag)));
}

/** @throws InputError on what the card itself, its settings, its header or its link don't take */
export function checkParts(card: JsonObject, report: Reporter): void {
	for (const { path, found, message, advice } of EARLIER)
		if (found(card)) throw report.error(path, undefined, message, advice);
	checkPart(card, CARD, [], report);
}

/** Habits of version 1.0. */
const EARLIER: ReadonlyArray<{
	path: readonly string[];
	found: (card: JsonObject) => boolean;
	message: string;
	advice: string;
}> = [
	{
		path: [],
		found: ({ elements, i18n_elements: languages }) => elements !== undefined || languages !== undefined,
		message: 'the elements of version 2.0 stand in body',
		advice: '{"schema": "2.0", "body": {"elements": […]}}',
	},
	{
		path: ['config', 'update_multi'],
		found: ({ config }) => isObject(config) && config.update_multi === false,
		message: 'version 2.0 has no cards that differ for each person',
		advice: 'Set it to true or leave it out',
	},
];

/** Judges the objects of an object one by one, so that a complaint names the one it is about. */
function checkPart(value: JsonObject, facts: ObjectFacts, path: readonly string[], report: Reporter): void {
	const inner: Array<readonly [string, JsonObject, ObjectFacts]> = [];
	const flat = Object.fromEntries(
		Object.entries(facts.properties).map(([name, kind]) => {
			const entry = value[name];
			if (kind.type !== 'object' || !isObject(entry)) return [name, kind];
			inner.push([name, entry, kind.facts]);
			return [name, { type: 'free' as const }];
		}),
	);
	const problem = judgeObject(value, { ...facts, properties: flat });
	if (problem) throw report.error(path, undefined, problem.message, adviceOn(problem, STRUCTURE_PAGE));
	for (const [name, entry, deeper] of inner) checkPart(entry, deeper, [...path, name], report);
}

function unknownTag({ tag, path }: Visit, report: Reporter): Error {
	const removed = removedTag(tag);
	if (removed) return report.error(path, tag, removed.message, removed.instead);
	const guess = nearest(tag, KNOWN_TAGS);
	return report.error(path, tag, `the tag '${tag}' is unknown`, adviceOn({ message: '', guess }, pageOf(tag)));
}

function adviceOn({ advice, guess }: Problem, page: string): string {
	if (advice !== undefined) return advice;
	return guess === undefined ? `See ${page}` : `Did you mean '${guess}'? See ${page}`;
}
