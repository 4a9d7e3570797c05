/**
 * Callbacks: events that the platform wants an answer to, within 3 seconds and never asked again.
 * Sources: https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-callback-communication
 * and https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/development-link-preview/pull-link-preview-data-callback-structure
 */
import type { EventEnvelope } from './eventEnvelope';
import type { JsonObject } from '../json';
import { isObject, object, parseObject, text } from '../json';
import { EVENTS } from './eventTypes';

export const CARD_ACTION = 'card.action.trigger';
export const LEGACY_CARD_ACTION = 'card.action.trigger_v1';
export const LINK_PREVIEW = 'url.preview.get';

const CALLBACKS: ReadonlySet<string> = new Set(
	EVENTS.filter(({ kind }) => kind === 'callback').map(({ type }) => type),
);

/** Whether somebody waits in front of a card or a link for the answer. */
export function isCallback({ event_type: type }: Pick<EventEnvelope, 'event_type'>): boolean {
	return CALLBACKS.has(type);
}

/** The colors of a toast, by what they mean. */
export type ToastType = 'error' | 'info' | 'success' | 'warning';

/** A short notice above the chat, which the one who clicked sees. */
export function toastAnswer(type: ToastType, content: string, languages: JsonObject = {}): JsonObject {
	if (content === '') return {};
	return { toast: { type, content, ...(Object.keys(languages).length > 0 && { i18n: languages }) } };
}

/**
 * The card in the shape in which an answer carries it.
 * @param card as messages carry it: a card, or `{type: 'template', data}`
 */
export function cardAnswer(card: object): JsonObject {
	const { type, data } = card as { type?: unknown; data?: unknown };
	return { card: type === 'template' ? { type, data } : { type: 'raw', data: card } };
}

/**
 * An answer in the shape that this callback takes. What it does not know is left out, because the platform would show
 * an error in place of the whole answer. The words of a toast are the title of a link preview, which has no toast.
 */
export function fitAnswer({ event_type: type }: Pick<EventEnvelope, 'event_type'>, answer: JsonObject): JsonObject {
	if (type === LINK_PREVIEW) {
		const title = text(object(answer.toast).content);
		return { ...(title === '' ? {} : { inline: { title } }), ...only(answer, 'inline', 'card') };
	}
	if (type === LEGACY_CARD_ACTION) {
		// Older: the card itself is the answer, or a toast is.
		if (!isObject(answer.card)) return only(answer, 'toast');
		return answer.card.type === 'raw' ? object(answer.card.data) : answer.card;
	}
	return answer;
}

/**
 * A click or a link in one shape for both versions: who (`operator`), where (`message_id`, `chat_id`), what (`action`
 * with what the element has, `url` for a link), and the `token` that updates the card later. What version 2.0 has
 * besides stays in its place.
 */
export function readCallback(envelope: EventEnvelope): JsonObject {
	const { event } = envelope;
	const legacy = envelope.schema === 'legacy-card';
	const context = object(event.context);
	const place = legacy ? event : context;
	const person = legacy ? event : object(event.operator);
	return {
		...(legacy ? {} : event),
		operator: only(person, 'open_id', 'union_id', 'user_id', 'tenant_key'),
		...given('token', event.token),
		...(isObject(event.action) ? { action: readAction(event.action) } : {}),
		...given('message_id', place.open_message_id),
		...given('chat_id', place.open_chat_id),
		...given('url', context.url),
		...given('preview_token', context.preview_token),
	};
}

/** The value that a card developer put on an element may be an object or, in cards 1.0, its JSON as text. */
function readAction(action: JsonObject): JsonObject {
	const value = typeof action.value === 'string' ? (parseObject(action.value) ?? action.value) : action.value;
	return value === undefined ? action : { ...action, value };
}

function given(name: string, value: unknown): JsonObject {
	return text(value) === '' ? {} : { [name]: value };
}

function only(source: JsonObject, ...names: string[]): JsonObject {
	return Object.fromEntries(names.filter((name) => source[name] !== undefined).map((name) => [name, source[name]]));
}
