/** The card that asks, and the same card once it has been answered. */
import { buildNamedCard, checkCard, type Block, type HeaderColor } from '../card';
import { escapeMarkdown } from '../../markdown';
import type { JsonObject } from '../../json';

/** What is asked, without the means to answer: the part of the card that stays. */
export interface Question {
	/** Of the header; without it there is none. */
	title: string;
	/** Elements of card JSON 2.0. */
	words: readonly JsonObject[];
	/** Small words at the end, Markdown. */
	note?: string;
}

/** What the card says about its answer. */
export interface Outcome {
	/** The label of the button that was clicked. */
	label: string;
	color: HeaderColor;
	/** The open_id of who answered; absent where nobody knows, as behind a link. */
	openId?: string;
	/** Milliseconds since 1970. */
	at: number;
	/** What was entered; values as Markdown. */
	answers: readonly { name: string; value: string }[];
}

/**
 * The card that asks.
 * @param until milliseconds since 1970, shown as the end of the wait in the reader's time zone
 * @param field the field on the panel that errors belong to
 * @throws InputError when the card is not possible, or larger than the platform takes
 */
export function askingCard(question: Question, controls: Block, until: number | undefined, field: string): JsonObject {
	return finished(
		question,
		'blue',
		[{ ...controls, label: 'Buttons' }, ...(until === undefined ? [] : [small(`⏳ ${timeTag(until)}`)])],
		field,
	);
}

/** The card after it: who answered what, and no buttons. */
export function answeredCard(question: Question, { label, color, openId, at, answers }: Outcome): JsonObject {
	const parts = [`**${escapeMarkdown(label)}**`, ...(openId ? [personTag(openId)] : []), timeTag(at)];
	return finished(
		question,
		color,
		[
			...(answers.length > 0 ? [{ type: 'fields' as const, fields: answers, columns: 1 as const }] : []),
			{ type: 'divider' },
			{ type: 'markdown', text: parts.join(' · ') },
		],
		'Message',
	);
}

/** Shows a person in the Markdown of a card, and notifies nobody. */
export function personTag(id: string): string {
	return `<person id='${id.replace(/[^\w-]/g, '')}' show_name=true show_avatar=true style='normal'></person>`;
}

/**
 * Shows a moment in the reader's time zone.
 * @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/rich-text
 */
function timeTag(ms: number): string {
	const tag = (format: string) => `<local_datetime millisecond='${ms}' format_type='${format}'></local_datetime>`;
	return `${tag('date_num')} ${tag('time')}`;
}

function finished(question: Question, color: HeaderColor, blocks: readonly Block[], field: string): JsonObject {
	const { card, nameOf } = buildNamedCard(
		{
			...(question.title !== '' && { header: { title: question.title, color } }),
			blocks: [
				{ type: 'elements', label: field, elements: question.words },
				...blocks,
				...(question.note ? [small(question.note)] : []),
			],
			// A forwarded copy would ask people in other chats.
			forward: false,
		},
		field,
	);
	checkCard(card, { field, nameOf });
	return card;
}

const small = (text: string): Block => ({ type: 'note', text });
