import { isObject, object, parseObject, text, type JsonObject } from '../../json';
import { brokenJson } from '../../jsonFault';
import { InputError } from '../../input';
import type { Mention } from './textContent';

/** Content of a card message by template. @see https://open.feishu.cn/document/feishu-cards/send-feishu-card */
export interface CardTemplate {
	type: 'template';
	data: { template_id: string; template_version_name?: string; template_variable?: JsonObject };
}

export function cardTemplate(id: string, version: string, variables: JsonObject): CardTemplate {
	return {
		type: 'template',
		data: {
			template_id: id,
			...(version !== '' && { template_version_name: version }),
			...(Object.keys(variables).length > 0 && { template_variable: variables }),
		},
	};
}

/** The properties by which a card is known as one. A version or settings alone make a blank card, which may be sent. */
const PARTS = ['schema', 'config', 'elements', 'i18n_elements', 'body', 'card_link', 'header'];

/**
 * Accepts a card as people have it: the card itself, or a whole message around it as the card
 * builder and the documentation show it. An empty object is refused, though the platform would show a blank card: it is
 * what an expression gives that found nothing.
 * @throws InputError when it is no card, or its version does not go with what it holds
 */
export function cardFromJson(field: string, value: unknown): JsonObject {
	if (!isObject(value)) throw noCard(field);
	if (isObject(value.card)) return cardFromJson(field, value.card);
	if (value.msg_type === 'interactive' && value.content !== undefined)
		return cardFromJson(field, parsed(field, value.content));
	if (value.dsl !== undefined && value.elements === undefined && value.body === undefined)
		return cardFromJson(field, parsed(field, value.dsl));
	if (isReference(value)) return value;
	if (!PARTS.some((key) => value[key] !== undefined)) throw noCard(field);
	const problem = versionProblem(value);
	if (problem) throw new InputError(field, `The card in '${field}': ${problem.message}`, problem.advice);
	return value;
}

function noCard(field: string): InputError {
	return new InputError(
		field,
		`The field '${field}' holds no card`,
		'A card is a JSON object with header and elements (1.0) or schema, header and body (2.0)',
	);
}

export interface CardProblem {
	message: string;
	advice: string;
}

/** The version of card JSON that a card is read as; undefined when it names none that there is. */
export function versionOf({ schema }: JsonObject): '1.0' | '2.0' | undefined {
	if (schema === undefined || schema === null || schema === '' || schema === '1.0') return '1.0';
	return schema === '2.0' ? '2.0' : undefined;
}

/**
 * A card without its version is read as 1.0, which knows no body: it would arrive without content.
 * @see https://open.feishu.cn/document/feishu-cards/card-json-v2-structure
 */
export function versionProblem(card: JsonObject): CardProblem | undefined {
	const version = versionOf(card);
	if (version === undefined)
		return {
			message: `the schema ${JSON.stringify(card.schema)} is no version of cards`,
			advice: 'Write the version as a text: "schema": "2.0"',
		};
	if (version === '2.0' || card.body === undefined || card.body === null) return undefined;
	if (card.elements !== undefined || card.i18n_elements !== undefined) return undefined;
	return { message: 'body belongs to cards of version 2.0', advice: 'Add "schema": "2.0" before it' };
}

/** True for a card that stands elsewhere, by template or card ID: nothing can be added to it. */
export function isReference(card: JsonObject): boolean {
	return card.type === 'template' || card.type === 'card';
}

/** What a place takes of cards that stand elsewhere. */
export interface ReferenceUse {
	name: string;
	byId: boolean;
	byTemplate: boolean;
}

/** What keeps a card that `isReference` from going to a place. */
export function referenceProblem({ type, data }: JsonObject, use: ReferenceUse): CardProblem | undefined {
	const { card_id: cardId, template_id: templateId } = object(data);
	if (type === 'card') {
		if (!use.byId)
			return {
				message: `${use.name} takes no card by its ID`,
				advice: 'A card that was made before can be sent as a message, or as a reply, once; write out the card here',
			};
		if (typeof cardId === 'number')
			return {
				message: 'its card_id is a number, of which JSON keeps the first digits only',
				advice: 'Pass it on as a text, as it came',
			};
		if (text(cardId) === '')
			return { message: 'it has no card_id', advice: '{"type": "card", "data": {"card_id": "…"}}' };
		return undefined;
	}
	if (!use.byTemplate)
		return { message: `${use.name} takes no template here`, advice: 'Write out the card as JSON of version 2.0' };
	if (text(templateId) === '')
		return { message: 'it has no template_id', advice: '{"type": "template", "data": {"template_id": "AAq…"}}' };
	return undefined;
}

/**
 * A card that can be changed later, or take the place of one. Version 1.0 must say that it is the same for everybody;
 * version 2.0 always is. A card that says otherwise stays as it is.
 * @see https://open.feishu.cn/document/server-docs/im-v1/message-card/patch
 */
export function sharedCard(card: JsonObject): JsonObject {
	if (isReference(card) || versionOf(card) === '2.0') return card;
	return { ...card, config: { update_multi: true, ...object(card.config) } };
}

/** The tag that notifies somebody in the Markdown of a card. */
export function mentionTagInCard(mention: Mention): string {
	return `<at id=${mention.everyone ? 'all' : mention.id.replace(/[\s<>]/g, '')}></at>`;
}

/** Puts small words below a card's own elements. A card that `isReference` can't take them. */
export function withFooter(card: JsonObject, markdown: string | undefined): JsonObject {
	if (markdown === undefined) return card;
	const footer =
		versionOf(card) === '2.0'
			? { tag: 'markdown', content: markdown, text_size: 'notation' }
			: { tag: 'note', elements: [{ tag: 'lark_md', content: markdown }] };
	return withElements(card, (elements) => [...elements, footer]);
}

/** Puts mentions into a card's own words as a first block. A card that `isReference` can't take them. */
export function withMentions(card: JsonObject, mentions: readonly Mention[]): JsonObject {
	if (mentions.length === 0) return card;
	const block = { tag: 'markdown', content: mentions.map(mentionTagInCard).join(' ') };
	return withElements(card, (elements) => [block, ...elements]);
}

/** The card with other elements: in each of its languages where it has several, since those take the place of all others. */
function withElements(card: JsonObject, change: (elements: readonly unknown[]) => unknown[]): JsonObject {
	if (versionOf(card) === '2.0') {
		const body = object(card.body);
		return { ...card, body: { ...body, elements: change(list(body.elements)) } };
	}
	const languages = Object.entries(object(card.i18n_elements));
	if (languages.length === 0) return { ...card, elements: change(list(card.elements)) };
	return {
		...card,
		i18n_elements: Object.fromEntries(languages.map(([language, elements]) => [language, change(list(elements))])),
	};
}

function parsed(field: string, value: unknown): unknown {
	if (typeof value !== 'string') return value;
	const card = parseObject(value);
	if (!card)
		throw new InputError(
			field,
			`The card in '${field}' is not valid JSON`,
			brokenJson(value, 'A card starts with { and ends with }'),
		);
	return card;
}

function list(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}
