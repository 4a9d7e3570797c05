import { checkLinks } from './cardAddresses';
import { tablesIn } from './cardMarkdown';
import { CardProblem, malformed } from './cardProblem';
import { checkProperties } from './cardProperties';
import { checkResources } from './cardResources';
import {
	COMPONENTS,
	FIRST_ONLY_TAGS,
	FIRST_PLACES,
	FIRST_PROPERTIES,
	FORM_ONLY,
	HEADER_TEMPLATES,
	LIMITS,
	NAMED_IN_FORMS,
	NESTING,
	PARTS,
	ROOT_ONLY,
} from './cardSchema';
import { checkTables } from './cardTables';
import { type Element, elementsOf, isObject, isSecond, type Json } from './cardWalk';
import type { CardContext } from './types';

type Rule = (card: Json, elements: readonly Element[], context: CardContext) => void;

/** All that JSON 1.0 has may be missing, but a wrapper around a card is none. Source: …/feishu-cards/card-json-structure */
const checkFirstForm: Rule = (card) => {
	const names = Object.keys(card);
	if (names.length > 0 && !names.some((name) => FIRST_PROPERTIES.includes(name)))
		throw malformed('elements is required, path: ROOT');
	if (card.elements !== undefined && !Array.isArray(card.elements))
		throw malformed('expected array for elements, path: ROOT');
};

/** What JSON 1.0 does not know it ignores. */
const checkTags: Rule = (card, elements) => {
	if (!isSecond(card)) return;
	for (const { tag, path } of elements) {
		if (FIRST_ONLY_TAGS.includes(tag))
			throw new CardProblem(
				200861,
				'cards of schema V2 no longer support this capability',
				`unsupported tag ${tag}`,
				path,
			);
		if (!(tag in COMPONENTS)) throw malformed(`unknown tag ${tag}, path: ${path}`);
	}
};

const checkHeader: Rule = (card, _elements, { store }) => {
	const { header } = card;
	if (header === undefined || header === null) return;
	if (!isObject(header)) throw malformed('header is not an object, path: ROOT');
	const { title, subtitle, template } = header;
	if (!title && !subtitle) throw malformed('title is required, path: ROOT -> header');
	for (const text of [title, subtitle])
		if (isObject(text) && !['plain_text', 'lark_md', undefined].includes(text.tag as string | undefined))
			throw malformed(`unsupported tag ${String(text.tag)}, path: ROOT -> header`);
	const isStrict = isSecond(card) && store.settings.unknownCardValues === 'refused';
	if (isStrict && template !== undefined && template !== '' && !HEADER_TEMPLATES.includes(String(template)))
		throw malformed(`invalid template ${String(template)}, path: ROOT -> header`);
};

const checkShared: Rule = ({ config }) => {
	if (isObject(config) && config.update_multi === false)
		throw new CardProblem(300302, 'update_multi property is false');
};

const checkPlaces: Rule = (_card, elements) => {
	for (const { tag, path, around } of elements) {
		const outer = around.at(-1);
		if (outer && ROOT_ONLY.includes(tag)) throw malformed(`${tag} can not stand in ${outer.tag}, path: ${path}`);
		const containers = around.filter((one) => NESTING.includes(one.tag));
		if (NESTING.includes(tag) && containers.length >= LIMITS.depth)
			throw malformed(`nested more than ${LIMITS.depth} levels deep, path: ${path}`);
	}
};

const DIRECTLY = / -> (?:elements|columns) -> \[\d+\]\(tag: \w+\)$/;

/** Lists hold components, and columns nothing but columns. */
const checkLists: Rule = (_card, elements) => {
	for (const { tag, path } of elements) {
		const list = DIRECTLY.exec(path)?.[0];
		if (list === undefined) continue;
		const fits = list.startsWith(' -> columns') ? tag === 'column' : !PARTS.includes(tag);
		if (!fits) throw malformed(`${tag} can not stand here, path: ${path}`);
	}
};

const checkFirstPlaces: Rule = (_card, elements) => {
	for (const { tag, path, around } of elements) {
		const broken = FIRST_PLACES.find(
			({ holder, deep, tags }) =>
				tags.includes(tag) && (deep ? around : around.slice(-1)).some((one) => one.tag === holder),
		);
		if (broken && DIRECTLY.test(path)) throw malformed(`${tag} can not stand in ${broken.holder}, path: ${path}`);
	}
};

const isInForm = ({ around }: Element) => around.some((one) => one.tag === 'form');

/** Several at once are chosen in a form only, values tell choices apart, and what opens an address has one. */
const checkChoices: Rule = (_card, elements, { store }) => {
	for (const element of elements) {
		const { tag, json, path } = element;
		if (FORM_ONLY.includes(tag) && !isInForm(element)) throw malformed(`${tag} only works in a form, path: ${path}`);
		if (tag === 'img' && json.size === 'stretch_without_padding')
			throw malformed(`unsupported size ${json.size}, path: ${path}`);
		const values = Array.isArray(json.options) ? (json.options as Json[]).map(({ value }) => value) : [];
		const given = values.filter((value) => typeof value === 'string' && value !== '');
		if (tag.endsWith('select_static') && new Set(given).size < given.length)
			throw malformed(`duplicate value of options, path: ${path}`);
		const needsBehaviors = store.settings.requiredInCards === 'pages' && tag === 'interactive_container';
		if (needsBehaviors && json.behaviors === undefined) throw malformed(`behaviors is required, path: ${path}`);
	}
};

const checkNumbers: Rule = (card, elements, { store }) => {
	if (isSecond(card) && elements.length > LIMITS.elements)
		throw new CardProblem(11310, 'element exceeds the limit', 'element');
	const written = elements
		.filter(({ tag }) => isSecond(card) && tag === 'markdown')
		.map(({ json }) => tablesIn(String(json.content ?? '')));
	const inMarkdown = store.settings.cardTables === 'together' ? written.reduce((sum, one) => sum + one, 0) : 0;
	const tables = elements.filter(({ tag }) => tag === 'table').length + inMarkdown;
	if (tables > LIMITS.tables || written.some((one) => one > LIMITS.markdownTables))
		throw new CardProblem(11310, 'card table number over limit', 'table');
};

const ELEMENT_ID = /^[A-Za-z][A-Za-z0-9_]{0,19}$/;

const checkElementIds: Rule = (_card, elements) => {
	const seen = new Set<unknown>();
	for (const { json, path } of elements) {
		const { element_id: id } = json;
		if (id === undefined || id === null || id === '') continue;
		if (!ELEMENT_ID.test(String(id))) throw malformed(`invalid element_id ${String(id)}, path: ${path}`);
		if (seen.has(id)) throw new CardProblem(300301, 'duplicate element_id in card component', String(id), path);
		seen.add(id);
	}
};

const submits = ({ form_action_type: type, action_type: old, behaviors }: Json) =>
	type === 'submit' ||
	old === 'form_submit' ||
	(Array.isArray(behaviors) && (behaviors as Json[]).some((one) => one.behavior === 'submit'));

/** Source: …/containers/form-container, and 200530 of …/feishu-cards/card-callback-communication */
const checkForms: Rule = (_card, elements) => {
	const names = new Set<string>();
	for (const { tag, json, path, around } of elements) {
		const form = tag === 'form' || around.some((one) => one.tag === 'form');
		// The buttons of a checker are its own.
		const named = NAMED_IN_FORMS.includes(tag) && around.at(-1)?.tag !== 'checker';
		if (!form || !(named || tag === 'form')) continue;
		const { name } = json;
		if (typeof name !== 'string' || name === '')
			throw new CardProblem(200530, 'name of form element is empty', tag, path);
		if (names.has(name)) throw new CardProblem(200530, 'name of form element is duplicate', name, path);
		names.add(name);
	}
	for (const form of elements.filter(({ tag }) => tag === 'form')) {
		const inside = elements.filter(({ tag, around }) => tag === 'button' && around.includes(form));
		if (!inside.some(({ json }) => submits(json))) throw malformed(`form has no submit button, path: ${form.path}`);
	}
};

const checkSelectImages: Rule = (_card, elements) => {
	for (const { tag, json, path, around } of elements)
		if (tag === 'select_img' && json.multi_select === true && !around.some((one) => one.tag === 'form'))
			throw malformed(`multi_select only works in a form, path: ${path}`);
};

const checkMarkdown: Rule = (_card, elements) => {
	for (const { tag, json, path } of elements)
		if (tag === 'markdown' && typeof json.content !== 'string' && !isObject(json.i18n_content))
			throw malformed(`content is required, path: ${path}`);
};

/** VChart's own schema is larger; this is what a mistake hits first. Source: …/content-components/chart */
const checkCharts: Rule = (_card, elements) => {
	for (const { tag, json, path } of elements) {
		if (tag !== 'chart') continue;
		const spec = json.chart_spec;
		const wrong =
			!isObject(spec) || typeof spec.type !== 'string'
				? '- (root): Must validate at least one schema (anyOf)'
				: spec.axes !== undefined && !Array.isArray(spec.axes)
					? '- axes: Invalid type. Expected: array'
					: '';
		if (wrong) throw new CardProblem(200550, 'chart spec is invalid', wrong, path);
	}
};

const COMMON: readonly Rule[] = [
	checkTags,
	checkHeader,
	checkPlaces,
	checkNumbers,
	checkForms,
	checkSelectImages,
	checkMarkdown,
	checkCharts,
	(_card, elements) => checkTables(elements),
	checkLinks,
	(card, elements, context) => checkResources(card, elements, context),
];
const FIRST: readonly Rule[] = [checkFirstForm, checkFirstPlaces, ...COMMON];
const SECOND: readonly Rule[] = [
	checkTags,
	checkProperties,
	checkShared,
	checkElementIds,
	checkLists,
	checkChoices,
	...COMMON,
];

/** Throws CardProblem with the card service's code for what it would not take; the size is the caller's. */
export function checkCard(card: Json, context: CardContext): void {
	const elements = [...elementsOf(card)];
	for (const rule of isSecond(card) ? SECOND : FIRST) rule(card, elements, context);
}
