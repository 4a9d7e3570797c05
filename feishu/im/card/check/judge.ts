import { isObject, text, type JsonObject } from '../../../json';
import { factsOf } from './facts';
import type { Kind, ObjectFacts } from './kinds';
import { nearest } from '../../nearest';
import { isWritten, possible } from './pixels';

/** What is wrong with a value, in words that go on from the name of its place. */
export interface Problem {
	message: string;
	/** How to mend it; the page of the component otherwise. */
	advice?: string;
	/** The known name that was probably meant. */
	guess?: string;
}

/**
 * The first thing in an object that its facts don't allow. What stands in it with a tag of its own is judged where it is
 * met itself.
 * @param at the object's own name within its component, such as `behaviors[0]`; empty for the component
 */
export function judgeObject(value: JsonObject, facts: ObjectFacts, at = ''): Problem | undefined {
	if (facts.emptyIsNone && Object.keys(value).length === 0) return undefined;
	for (const [name, entry] of Object.entries(value)) {
		// JSON knows no such value: the property is not written.
		if (entry === undefined) continue;
		const path = within(at, name);
		const kind = Object.hasOwn(facts.properties, name) ? facts.properties[name] : undefined;
		if (!kind) return unknown({ name, at, facts, missing: missingIn(value, facts) });
		if (entry === null) continue;
		const problem = judge(entry, kind, path);
		if (problem) return problem;
	}
	const [missing] = missingIn(value, facts) ?? [];
	return missing === undefined ? undefined : { message: `the property '${within(at, missing)}' is missing` };
}

const within = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`);

/** The first that an object must have and lacks, with those that would do in its place. */
const missingIn = (value: JsonObject, { required = [] }: ObjectFacts): readonly string[] | undefined =>
	required.find((choices) => !choices.some((name) => value[name] !== undefined && value[name] !== null));

interface Unknown {
	name: string;
	at: string;
	facts: ObjectFacts;
	missing: readonly string[] | undefined;
}

/** A name that nobody knows may be meant for what is missing, however far it is from it: the nearest one would mislead. */
function unknown({ name, at, facts: { properties, gone = {} }, missing = [] }: Unknown): Problem {
	const path = within(at, name);
	if (Object.hasOwn(gone, name)) return { message: `version 2.0 has no ${path} any more`, advice: gone[name] };
	const guess = nearest(name, Object.keys(properties));
	const [first] = missing;
	if (first === undefined || (guess !== undefined && missing.includes(guess)))
		return { message: `the property '${path}' is unknown`, guess };
	return { message: `the property '${within(at, first)}' is missing, and '${path}' is unknown` };
}

function judge(value: unknown, kind: Kind, path: string): Problem | undefined {
	return JUDGES[kind.type](value, kind as never, path);
}

type Judges = { readonly [T in Kind['type']]: (value: unknown, kind: KindOf<T>, path: string) => Problem | undefined };
type KindOf<T extends Kind['type']> = Extract<Kind, { type: T }>;

const JUDGES: Judges = {
	free: () => undefined,
	boolean: (value, _kind, path) => (typeof value === 'boolean' ? undefined : notA('true or false', path, value)),
	size: (value, _kind, path) =>
		typeof value === 'string' || typeof value === 'number' ? undefined : notA('a text', path, value),
	text(value, { oneOf, gone }, path) {
		if (typeof value !== 'string') return notA('a text', path, value);
		if (value === gone?.value)
			return { message: `version 2.0 has no ${path} '${value}' any more`, advice: gone.instead };
		if (value === '' || !oneOf || oneOf.includes(value)) return undefined;
		return { message: `the ${path} '${value}' is unknown`, advice: `One of ${oneOf.join(', ')}` };
	},
	pixels(value, kind, path) {
		if (typeof value !== 'string' && typeof value !== 'number') return notA('a text', path, value);
		const written = String(value).trim();
		if (isWritten(written, kind)) return undefined;
		return { message: `${path} '${written}' is not possible`, advice: possible(kind) };
	},
	number(value, { whole, least, most, oneOf }, path) {
		if (typeof value !== 'number' || !Number.isFinite(value)) return notA('a number', path, value);
		if (oneOf && !oneOf.includes(value))
			return { message: `${path} ${value} is not possible`, advice: `One of ${oneOf.join(', ')}` };
		const inside = value >= (least ?? -Infinity) && value <= (most ?? Infinity);
		if (inside && (!whole || Number.isInteger(value))) return undefined;
		if (most === undefined)
			return { message: `${path} ${value} is not possible`, advice: `A whole number from ${least}` };
		return { message: `${path} ${value} is outside of ${least} to ${most}${inside ? ': it is no whole number' : ''}` };
	},
	languages(value, { of }, path) {
		if (!isObject(value)) return notA('an object by language', path, value);
		return first(Object.entries(value), ([language, entry]) =>
			entry === null || entry === undefined ? undefined : judge(entry, of, `${path}.${language}`),
		);
	},
	tagged(value, { tags }, path) {
		if (!isObject(value)) return notA('an object with a tag', path, value);
		const { tag } = value;
		if (tag === undefined) return judgeObject(value, factsOf('plain_text') ?? { properties: {} }, path);
		if (typeof tag === 'string' && tags.includes(tag)) return undefined;
		return { message: `${path} can't be a '${text(tag)}'`, advice: `Its tag is ${tags.join(' or ')}` };
	},
	elements(value, { most = Infinity }, path) {
		if (!Array.isArray(value)) return notA('a list', path, value);
		if (value.length > most) return { message: `${path} has ${value.length} entries; Feishu takes at most ${most}` };
		return first([...(value as unknown[]).entries()], ([index, entry]) =>
			isObject(entry) && text(entry.tag) !== ''
				? undefined
				: { message: `${path}[${index}] is no object with a tag`, advice: 'For example {"tag": "hr"}' },
		);
	},
	list(value, { of }, path) {
		if (!Array.isArray(value)) return notA('a list', path, value);
		return first([...(value as unknown[]).entries()], ([index, entry]) => judge(entry, of, `${path}[${index}]`));
	},
	object: (value, { facts }, path) =>
		isObject(value) ? judgeObject(value, facts, path) : notA('an object', path, value),
};

function notA(what: string, path: string, value: unknown): Problem {
	const shown = JSON.stringify(value) ?? 'nothing';
	return { message: `${path} is ${shown.length > 40 ? `${shown.slice(0, 40)}…` : shown}, not ${what}` };
}

function first<Item>(items: readonly Item[], judged: (item: Item) => Problem | undefined): Problem | undefined {
	for (const item of items) {
		const problem = judged(item);
		if (problem) return problem;
	}
	return undefined;
}
