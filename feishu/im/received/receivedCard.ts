/**
 * Words out of a card as it was written, versions 1.0 and 2.0: the form in which a message holds it that is read with
 * `card_msg_content_type`. Newer clients' cards carry the same beside the simplified form, as text in `user_dsl`.
 * Source: https://open.feishu.cn/document/ukzMukzMukzM/feishu-cards/card-json-v2-components/component-json-v2-overview
 */
import type { JsonObject } from '../../json';
import { isObject, object, parseObject, text } from '../../json';
import { attachmentOf, type CardAttachment } from './cardAttachment';
import { cardWords, objects, properties, readElements } from './cardElements';
import { markdownOf, plainLines, type Part } from './receivedParts';
import type { RichContent } from './richContent';

/** The card itself, where it stands as text inside the content; undefined when the content is the simplified form. */
export function originalCard(content: JsonObject): JsonObject | undefined {
	for (const name of ['user_dsl', 'json_card']) {
		const card = parseObject(text(content[name]));
		if (card) return name === 'json_card' ? { ...card, json_attachment: content.json_attachment } : card;
	}
	const isTemplate = isObject(content.data) && ['template', 'card'].includes(text(content.type));
	const isSimplified = Array.isArray(content.elements) && content.elements.some(Array.isArray);
	return isTemplate || (!isSimplified && ['header', 'body', 'schema', 'config'].some((key) => isObject(content[key])))
		? content
		: undefined;
}

/** Plain text and Markdown of a card. */
export function readCard(card: JsonObject): RichContent & { markdown: string } {
	const attachment = attachmentOf(card.json_attachment);
	const image_keys = imageKeys(card, attachment);
	const [image_key] = image_keys;
	const title = cardWords(properties(object(card.header)).title);
	const lines = linesOf(card, attachment);
	return {
		text: plainLines(lines),
		markdown: markdownOf(lines),
		...(title === '' ? {} : { title }),
		...(image_key === undefined ? {} : { image_key, image_keys }),
	};
}

function linesOf(card: JsonObject, attachment: CardAttachment): Part[][] {
	if (isObject(card.data)) {
		const { template_id, card_id } = card.data;
		return [
			[
				{ type: 'label', text: 'Card' },
				{ type: 'words', text: ` ${text(template_id) || text(card_id)}` },
			],
		];
	}
	const { title, subtitle, text_tag_list: tags } = properties(object(card.header));
	const heading = cardWords(title);
	const labels = objects(tags).flatMap((tag, index): Part[] => [
		...(index === 0 ? [] : [{ type: 'words', text: ' ' } as const]),
		{ type: 'label', text: cardWords(properties(tag).text) },
	]);
	return [
		heading === '' ? [] : [{ type: 'title', text: heading }],
		[{ type: 'words', text: cardWords(subtitle) }],
		labels,
		...readElements(card, attachment),
		...readElements(properties(object(card.body)), attachment),
	];
}

/** Keys of all pictures, in the order of the card. */
function imageKeys(value: unknown, attachment: CardAttachment): string[] {
	const found = (one: unknown): string[] => {
		if (Array.isArray(one)) return one.flatMap(found);
		if (!isObject(one)) return [];
		return Object.entries(one).flatMap(([key, inner]) => {
			if (key === 'json_attachment') return [];
			const isKey = (key === 'img_key' || key === 'imageID') && typeof inner === 'string' && inner !== '';
			return isKey ? [attachment.imageKey(inner)] : found(inner);
		});
	};
	return [...new Set(found(value))];
}
