import { buildCard, checkCard, type Block, type HeaderColor, type Streaming } from './card';
import { CARD_LIMIT_BYTES } from './content/contentLimits';
import { InputError } from '../input';
import type { JsonObject } from '../json';
import { cutText } from '../graphemes';
import { markdownElements, markdownText, plainText, splitMarkdown } from '../markdown';

/**
 * Card entities, and text that grows in them.
 * @see https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/streaming-updates-openapi-overview
 */
const CARD = '/open-apis/cardkit/v1/cards';
export const CREATE_CARD = `POST ${CARD}`;
export const UPDATE_CARD = `PUT ${CARD}/:card_id`;
export const BATCH_UPDATE_CARD = `POST ${CARD}/:card_id/batch_update`;
export const STREAM_TEXT = `PUT ${CARD}/:card_id/elements/:element_id/content`;
export const PATCH_ELEMENT = `PATCH ${CARD}/:card_id/elements/:element_id`;

export const CARDKIT_SCOPES: readonly string[] = ['cardkit:card:write'];

/** The `element_id` of the text that grows. */
export const TEXT_ELEMENT = 'answer';

/** The number of a change is not larger than that of the last one. */
export const SEQUENCE_TOO_SMALL = 300317;

/** A change with this `uuid` was made before. */
export const KNOWN_UUID = 200770;

/** The card takes no streamed text any more: switched off, or ten minutes are over. Its elements can be changed as ever. */
export const STREAMING_ENDED: ReadonlySet<number> = new Set([300309, 200850, 200510]);

/** What a card has besides its text; kept free of the card's 30 KB. */
const FRAME_LIMIT_BYTES = 4 * 1024;

/** Bytes of JSON that the text of a card with a header and a note may have. */
export const CARD_TEXT_LIMIT_BYTES = CARD_LIMIT_BYTES - FRAME_LIMIT_BYTES;

/** Characters of the text that the chat list shows. */
const SUMMARY_LENGTH = 100;

export interface StreamingCard {
	/** Markdown. */
	text: string;
	/** No header without. */
	title?: string;
	color?: HeaderColor;
	/** Small gray words below the text. */
	note?: string;
	/** What the chat list shows; the beginning of the text unless given. */
	summary?: string;
}

/** A card whose text is going to grow. @throws InputError when title and note are too long */
export function streamingCard(card: StreamingCard, typing: Streaming, field: string): JsonObject {
	const block: Block = { type: 'markdown', text: markdownText(card.text), ready: true, id: TEXT_ELEMENT };
	return frameOf(card, block, field, typing);
}

/** The same card when its text is whole: not streamed any more. @throws InputError when it is too long */
export function finishedCard(card: StreamingCard, field: string): JsonObject {
	const block: Block = { type: 'elements', elements: markdownElements(card.text), id: TEXT_ELEMENT };
	const built = frameOf(card, block, field);
	return { ...built, config: { ...(built.config as JsonObject), streaming_mode: false } };
}

/**
 * What `batch_update` does to end the streaming of a card whose header is not known: the text becomes whole, the rest stays.
 * Without a summary the chat list would go on saying that the card is being written.
 * @param how further elements are added below the text, or take the place of those from before; or all is the one text
 */
export function finishingActions(
	card: Pick<StreamingCard, 'text' | 'summary'>,
	elementId: string,
	how: 'add' | 'replace' | 'text' = 'add',
): JsonObject[] {
	const elements =
		how === 'text' ? [{ tag: 'markdown', content: markdownText(card.text) }] : markdownElements(card.text);
	const [first, ...others] = elements.map((element, index) => ({
		...element,
		element_id: index === 0 ? elementId : `${TEXT_ELEMENT}_${index + 1}`,
	}));
	const settings = { config: { streaming_mode: false, summary: { content: summaryOf(card) } } };
	return [
		replacing(first ?? {}, elementId),
		...(how === 'replace'
			? others.map((element) => replacing(element, element.element_id))
			: others.length === 0
				? []
				: [action('add_elements', { type: 'insert_after', target_element_id: elementId, elements: others })]),
		action('partial_update_setting', { settings }),
	];
}

/** Ends a text that goes on elsewhere, or will. */
const MORE = '\n\n*… the rest follows*';
const CUT = '\n\n*… the rest did not fit*';

/** As much of a growing text as a card takes, as the text of its element; a cut one says so. */
export function growingText(markdown: string): string {
	const text = markdownText(markdown);
	if (fitsElement(text)) return text;
	const [first = ''] = splitMarkdown(markdown, (part) => fitsElement(markdownText(part + MORE)));
	return markdownText(first + MORE);
}

export interface CardParts {
	/** What the card says. */
	first: string;
	/** What has no room in it; empty mostly. */
	rest: string;
}

/** The text that a card takes, and what has to go elsewhere. @param follows whether the rest will be sent */
export function cardParts(markdown: string, follows: boolean): CardParts {
	if (fitsCard(markdown)) return { first: markdown, rest: '' };
	const ending = follows ? MORE : CUT;
	const [first = '', ...others] = splitMarkdown(markdown, (part) => fitsCard(part + ending));
	return { first: first + ending, rest: others.join('\n\n') };
}

/** Whether the card of a text stays within the limits, whatever header and note it has. */
export function fitsCard(markdown: string): boolean {
	try {
		return bytes(finishedCard({ text: markdown }, 'Text')) <= CARD_TEXT_LIMIT_BYTES;
	} catch {
		return false;
	}
}

function fitsElement(text: string): boolean {
	return bytes(text) <= CARD_TEXT_LIMIT_BYTES;
}

const action = (name: string, params: JsonObject): JsonObject => ({ action: name, params });
const replacing = (element: JsonObject, id: string) => action('update_element', { element_id: id, element });

function frameOf(card: StreamingCard, block: Block, field: string, streaming?: Streaming): JsonObject {
	const title = card.title?.trim() ?? '';
	const note = card.note?.trim() ?? '';
	if (bytes([title, note]) > FRAME_LIMIT_BYTES - 1024)
		throw new InputError(field, 'Title and note of the card are too long', 'Together they may have 3 KB');
	const built = buildCard(
		{
			...(title !== '' && { header: { title, color: card.color } }),
			blocks: [block, ...(note === '' ? [] : [{ type: 'note' as const, text: note }])],
			summary: summaryOf(card),
			...(streaming && { streaming }),
		},
		field,
	);
	checkCard(built, { field });
	return built;
}

function summaryOf({ summary = '', text }: Pick<StreamingCard, 'text' | 'summary'>): string {
	if (summary.trim() !== '') return summary.trim();
	// A long text is not read to its end for its beginning.
	const start = plainText(cutText(text, 20 * SUMMARY_LENGTH)).replace(/\s+/g, ' ');
	return start.length <= SUMMARY_LENGTH ? start : `${cutText(start, SUMMARY_LENGTH)}…`;
}

const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value), 'utf8');
