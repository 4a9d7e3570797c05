/**
 * What the platform takes and does not show, or not as it is meant. Nothing of it keeps a card from being sent.
 */
import { isObject, object, text, type JsonObject } from '../../../json';
import { languageAdvice, languageNamed } from '../../languages';
import { isReference, versionOf } from '../../content/cardContent';
import { encodedAddress } from '../../../markdown/addresses';
import type { CardPath } from '../path';
import { HEADER_TAGS_LIMIT, IMAGE_GRIDS, TABLE_COLUMNS_LIMIT, TABLES_LIMIT } from '../limits';
import { withoutCode } from '../../../markdown/codeMarks';
import { markdownsOf } from './markdowns';
import { CARD, COMMON, factsOf } from './facts';
import { outside } from './pixels';
import { reporter, type CheckOptions } from './reporter';
import { addressesOf } from './rules/addresses';
import { tablesIn } from './rules/tables';
import { elementLists } from './size';
import { CARD_USES, type CardUse, type CardUseFacts } from './uses';
import { visits, type Visit } from './walk';

export interface HintOptions extends Pick<CheckOptions, 'nameOf'> {
	use?: CardUse;
}

interface Told {
	path: CardPath;
	tag?: string;
	hint: string;
}

interface Shown {
	card: JsonObject;
	found: readonly Visit[];
	use: CardUseFacts;
	second: boolean;
}

/** What is to be known about a card that can be sent, each with the block or the path that it is about. */
export function cardHints(card: JsonObject, { use = 'message', nameOf }: HintOptions = {}): string[] {
	if (isReference(card)) return [];
	const second = versionOf(card) === '2.0';
	const found = second
		? [...visits(card.header, ['header']), ...visits(card.body, ['body'])]
		: [...visits(card.header, ['header']), ...elementLists(card).flatMap((one) => visits(one.elements, one.path))];
	const { place } = reporter({ field: '', nameOf });
	return HINTS.flatMap((hints) => [...hints({ card, found, use: CARD_USES[use], second })]).map(
		({ path, tag, hint }) => `${place(path, tag)}: ${hint}`,
	);
}

const VARIABLE = /\$\{\s*[\p{L}_][\p{L}\d_.]*\s*\}/u;

/** One is enough: whoever pasted a template has many. */
function* variables({ found }: Shown): Generator<Told> {
	for (const { element, path, tag } of found) {
		for (const words of [element.content, ...Object.values(object(element.i18n_content))]) {
			const variable = typeof words === 'string' ? VARIABLE.exec(words)?.[0] : undefined;
			if (variable === undefined) continue;
			yield {
				path,
				tag,
				hint: `it shows ${variable} as it stands; Feishu fills in variables of cards that are sent as a template only`,
			};
			return;
		}
	}
}

function* headerTags({ card }: Shown): Generator<Told> {
	const header = object(card.header);
	const lists = [header.text_tag_list, ...Object.values(object(header.i18n_text_tag_list))];
	if (lists.some((list) => Array.isArray(list) && list.length > HEADER_TAGS_LIMIT))
		yield { path: ['header'], hint: `Feishu shows its first ${HEADER_TAGS_LIMIT} tags only` };
}

function* columns({ found }: Shown): Generator<Told> {
	for (const { element, path, tag } of found)
		if (tag === 'table' && Array.isArray(element.columns) && element.columns.length > TABLE_COLUMNS_LIMIT)
			yield {
				path,
				tag,
				hint: `Feishu shows its first ${TABLE_COLUMNS_LIMIT} columns only, of ${element.columns.length}`,
			};
}

const GRIDS: { readonly [mode: string]: number } = IMAGE_GRIDS;

function* pictures({ found }: Shown): Generator<Told> {
	for (const { element, path, tag } of found) {
		if (tag !== 'img_combination') continue;
		const most = GRIDS[text(element.combination_mode)] ?? Infinity;
		const count = Array.isArray(element.img_list) ? element.img_list.length : 0;
		if (count > most) yield { path, tag, hint: `Feishu shows its first ${most} images only, of ${count}` };
	}
}

/** No page says that components and Markdown tables count together, but cards with more have been refused (11310). */
function* tables({ found, second }: Shown): Generator<Told> {
	if (!second) return;
	let count = 0;
	for (const visit of found) {
		count += visit.tag === 'table' ? 1 : Math.max(0, ...[...tablesIn(visit)].map((one) => one.count));
		if (count <= TABLES_LIMIT) continue;
		yield {
			path: visit.path,
			tag: visit.tag,
			hint: `with it the card has more than ${TABLES_LIMIT} tables, in Markdown and by themselves; Feishu may refuse it`,
		};
		return;
	}
}

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/single-select-user-picker */
function* initialPeople({ found }: Shown): Generator<Told> {
	for (const { element, path, tag } of found) {
		const initial = text(element.initial_option);
		if (tag !== 'select_person' || initial === '') continue;
		const options = Array.isArray(element.options) ? (element.options as unknown[]) : [];
		if (!options.some((option) => isObject(option) && option.value === initial))
			yield { path, tag, hint: 'initial_option is none of its options, so nobody is chosen at first' };
	}
}

/** What is chosen at first, by the form that its page gives; otherwise nothing is. */
const INITIAL: { readonly [property: string]: { form: RegExp; example: string } } = {
	initial_date: { form: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, example: '2024-01-31' },
	initial_time: { form: /^(?:[01]\d|2[0-3]):[0-5]\d$/, example: '11:30' },
	initial_datetime: {
		form: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]) (?:[01]\d|2[0-3]):[0-5]\d$/,
		example: '2024-01-31 11:30',
	},
};

function* initialTimes({ found }: Shown): Generator<Told> {
	for (const { element, path, tag } of found)
		for (const [property, { form, example }] of Object.entries(INITIAL)) {
			const initial = text(element[property]);
			if (initial !== '' && !form.test(initial))
				yield { path, tag, hint: `${property} '${initial}' may not be shown; Feishu reads it as ${example}` };
		}
}

/** The pages have bounds of pixels, and don't say what comes of others. */
function* pixels({ card, found, second }: Shown): Generator<Told> {
	if (!second) return;
	const parts = [{ path: [], tag: undefined, value: card, facts: CARD }];
	const tagged = found.flatMap(({ element, path, tag }) => {
		const facts = factsOf(tag);
		return facts ? [{ path, tag, value: element, facts: { properties: { ...COMMON, ...facts.properties } } }] : [];
	});
	for (const { path, tag, value, facts } of [...parts, ...tagged])
		for (const { path: at, written, within } of outside(value, facts))
			yield { path, tag, hint: `${at} '${written}' may not be shown as meant; Feishu's page has: ${within}` };
}

/** Of a language that no client has, nothing is ever shown. */
function* unknownLanguages({ found }: Shown): Generator<Told> {
	for (const { element, path, tag } of found)
		for (const [property, entry] of Object.entries(element)) {
			if (!property.startsWith('i18n_') || !isObject(entry)) continue;
			const unknown = Object.keys(entry).find((name) => languageNamed(name) !== name);
			if (unknown !== undefined)
				yield { path, tag, hint: `${property} has the unknown language ${unknown}. ${languageAdvice(unknown)}` };
		}
}

function* foreignAddresses({ card, found }: Shown): Generator<Told> {
	const holders: ReadonlyArray<Told & { element: JsonObject }> = [
		{ path: [], element: { card_link: card.card_link }, hint: '' },
		...found.map(({ element, path, tag }) => ({ element, path, tag, hint: '' })),
	];
	for (const { element, path, tag } of holders)
		for (const [at, address] of addressesOf(element))
			if (/\P{ASCII}/u.test(address))
				yield {
					path,
					tag,
					hint: `${at} has letters that devices read in different ways; write ${encodedAddress(address)}`,
				};
}

/** Links in Markdown open http and https, and telephone numbers written as tel://. */
function* otherLinks({ found }: Shown): Generator<Told> {
	for (const visit of found)
		for (const { text: markdown, at } of markdownsOf(visit)) {
			if (!markdown.includes('](')) continue;
			for (const [, target = ''] of withoutCode(markdown).matchAll(
				/(?<!!)\[[^[\]\n]*\]\(\s*([a-z][a-z\d+.-]*:[^)\s]*)/gi,
			))
				if (!/^(?:https?:\/\/|tel:\/\/)/i.test(target)) {
					yield {
						path: visit.path,
						tag: visit.tag,
						hint: `${at}: the link to ${target} opens nothing; Feishu opens http, https and tel:// only`,
					};
					return;
				}
		}
}

function* neverUpdated({ card, use, second }: Shown): Generator<Told> {
	if (second || !use.callbacks || use.shared || object(card.config).update_multi !== undefined) return;
	yield {
		path: [],
		hint: 'it can\'t be changed later as a whole, because its config does not say "update_multi": true',
	};
}

function* lostClicks({ found, use }: Shown): Generator<Told> {
	if (use.callbacks) return;
	for (const { element, path, tag } of found) {
		const list = Array.isArray(element.behaviors) ? (element.behaviors as unknown[]) : [];
		if (tag !== 'form' && !list.some((one) => isObject(one) && one.type === 'callback')) continue;
		yield { path, tag, hint: `a click in it goes nowhere: cards of ${use.name} can't call back` };
		return;
	}
}

const HINTS: ReadonlyArray<(shown: Shown) => Generator<Told>> = [
	variables,
	headerTags,
	columns,
	pictures,
	tables,
	initialPeople,
	initialTimes,
	pixels,
	unknownLanguages,
	foreignAddresses,
	otherLinks,
	neverUpdated,
	lostClicks,
];
