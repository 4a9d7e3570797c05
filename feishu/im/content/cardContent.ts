import { isObject, object, parseObject, type JsonObject } from '../../json';
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

/**
 * Accepts a card as people have it: the card itself, or a whole message around it as the card
 * builder and the documentation show it.
 * @throws InputError when it is no card
 */
export function cardFromJson(field: string, value: unknown): JsonObject {
	if (!isObject(value))
		throw new InputError(
			field,
			`The field '${field}' holds no card`,
			'A card is a JSON object with header and elements (1.0) or schema, header and body (2.0)',
		);
	if (isObject(value.card)) return cardFromJson(field, value.card);
	if (value.msg_type === 'interactive' && value.content !== undefined)
		return cardFromJson(field, parsed(field, value.content));
	if (value.dsl !== undefined && value.elements === undefined && value.body === undefined)
		return cardFromJson(field, parsed(field, value.dsl));
	const known = ['elements', 'i18n_elements', 'body', 'card_link', 'header'].some((key) => value[key] !== undefined);
	if (!known && !isReference(value)) {
		throw new InputError(
			field,
			`The field '${field}' holds no card`,
			'A card is a JSON object with header and elements (1.0) or schema, header and body (2.0)',
		);
	}
	return value;
}

/** True for a card that stands elsewhere, by template or card ID: nothing can be added to it. */
export function isReference(card: JsonObject): boolean {
	return card.type === 'template' || card.type === 'card';
}

/** The tag that notifies somebody in the Markdown of a card. */
export function mentionTagInCard(mention: Mention): string {
	return `<at id=${mention.everyone ? 'all' : mention.id.replace(/[\s<>]/g, '')}></at>`;
}

/** Puts small words below a card's own elements. A card that `isReference` can't take them. */
export function withFooter(card: JsonObject, markdown: string | undefined): JsonObject {
	if (markdown === undefined) return card;
	if (isSecondVersion(card)) {
		const body = object(card.body);
		const footer = { tag: 'markdown', content: markdown, text_size: 'notation' };
		return { ...card, body: { ...body, elements: [...list(body.elements), footer] } };
	}
	const footer = { tag: 'note', elements: [{ tag: 'lark_md', content: markdown }] };
	return { ...card, elements: [...list(card.elements), footer] };
}

/** Puts mentions into a card's own words as a first block. A card that `isReference` can't take them. */
export function withMentions(card: JsonObject, mentions: readonly Mention[]): JsonObject {
	if (mentions.length === 0) return card;
	const block = {
		tag: 'markdown',
		content: mentions.map(mentionTagInCard).join(' '),
	};
	if (isSecondVersion(card)) {
		const body = object(card.body);
		return { ...card, body: { ...body, elements: [block, ...list(body.elements)] } };
	}
	return { ...card, elements: [block, ...list(card.elements)] };
}

function isSecondVersion(card: JsonObject): boolean {
	return isObject(card.body) || card.schema === '2.0';
}

function parsed(field: string, value: unknown): unknown {
	if (typeof value !== 'string') return value;
	const card = parseObject(value);
	if (!card) throw new InputError(field, `The card in '${field}' is not valid JSON`);
	return card;
}

function list(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}
