import { malformed } from './cardProblem';
import type { Kind, ObjectRule } from './cardKinds';
import { CARD, COMPONENTS } from './cardSchema';
import { type Element, isObject, type Json } from './cardWalk';
import type { CardContext } from './types';
import type { Settings } from '../state/settings';

type Check = (value: unknown, name: string, path: string) => void;

const unexpected = (what: string, name: string, value: unknown, path: string) =>
	malformed(`expected ${what} for ${name}, but: ${JSON.stringify(value).slice(0, 100)}, path: ${path}`);

const ofType =
	(...types: string[]): Check =>
	(value, name, path) => {
		if (!types.includes(typeof value)) throw unexpected(types.join(' or '), name, value, path);
	};

const eachOf =
	(check: Check): Check =>
	(value, name, path) => {
		if (!Array.isArray(value)) throw unexpected('array', name, value, path);
		for (const [index, entry] of value.entries()) check(entry, name, `${path} -> [${index}]`);
	};

type UnknownValues = Settings['unknownCardValues'];

const oneOf =
	(values: readonly string[], unknownValues: UnknownValues): Check =>
	(value, name, path) => {
		if (typeof value !== 'string') throw unexpected('string', name, value, path);
		if (unknownValues === 'refused' && value !== '' && !values.includes(value))
			throw unexpected(`one of ${values.join(', ')}`, name, value, path);
	};

const within =
	({ from, to = Infinity }: { from: number; to?: number }, unknownValues: UnknownValues): Check =>
	(value, name, path) => {
		if (typeof value !== 'number') throw unexpected('number', name, value, path);
		const fits = Number.isInteger(value) && value >= from && value <= to;
		if (unknownValues === 'refused' && !fits) throw unexpected(`${from} to ${to}`, name, value, path);
	};

const asObject =
	(rule: ObjectRule, unknownValues: UnknownValues): Check =>
	(value, name, path) => {
		if (!isObject(value)) throw unexpected('object', name, value, path);
		checkObject(value, rule, path, unknownValues);
	};

/** What has a tag is checked where it is met as an element; without one it is plain text. */
const asTagged: Check = (value, name, path) => {
	if (!isObject(value)) throw unexpected('object', name, value, path);
	if (value.tag === undefined && COMPONENTS.plain_text) checkObject(value, COMPONENTS.plain_text, path);
	else ofType('string')(value.tag, 'tag', path);
};

const asElement: Check = (value, name, path) => {
	if (!isObject(value)) throw unexpected('object', name, value, path);
	if (typeof value.tag !== 'string') throw malformed(`tag is required, path: ${path}`);
};

const CHECKS: Record<Extract<Kind, string>, Check> = {
	string: ofType('string'),
	number: ofType('number'),
	boolean: ofType('boolean'),
	size: ofType('string', 'number'),
	free: () => undefined,
	tagged: asTagged,
	elements: eachOf(asElement),
};

function checkOf(kind: Kind, unknownValues: UnknownValues): Check {
	if (typeof kind === 'string') return CHECKS[kind];
	if ('oneOf' in kind) return oneOf(kind.oneOf, unknownValues);
	if ('from' in kind) return within(kind, unknownValues);
	if (!('listOf' in kind)) return asObject(kind, unknownValues);
	return eachOf(kind.listOf === 'string' ? ofType('string') : asObject(kind.listOf, unknownValues));
}

/** Throws CardProblem 200621 for a property that the object doesn't have, of another type, or missing. */
export function checkObject(
	value: Json,
	{ properties, required = [] }: ObjectRule,
	path: string,
	unknownValues: UnknownValues = 'refused',
): void {
	for (const [name, entry] of Object.entries(value)) {
		const kind = Object.hasOwn(properties, name) ? properties[name] : undefined;
		if (!kind) throw malformed(`unknown property, property: ${name}, path: ${path}`);
		if (entry !== null) checkOf(kind, unknownValues)(entry, name, `${path} -> ${name}`);
	}
	for (const name of required)
		if (value[name] === undefined || value[name] === null) throw malformed(`${name} is required, path: ${path}`);
}

/** Cards of JSON 2.0 are refused for what JSON 1.0 ignores. Source: …/feishu-cards/card-json-v2-breaking-changes-release-notes */
export function checkProperties(card: Json, elements: readonly Element[], { store }: Pick<CardContext, 'store'>): void {
	const { unknownCardValues, requiredInCards } = store.settings;
	checkObject(card, CARD, 'ROOT', unknownCardValues);
	for (const { tag, json, path } of elements) {
		const rule = COMPONENTS[tag];
		if (!rule) continue;
		checkObject(json, rule, path, unknownCardValues);
		if (requiredInCards === 'samples') continue;
		for (const name of rule.requiredByPage ?? [])
			if (json[name] === undefined) throw malformed(`${name} is required, path: ${path}`);
	}
}
