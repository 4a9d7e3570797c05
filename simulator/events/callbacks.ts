import { AnswerError, readAnswer, readCard, readToast, type Toast } from './callbackAnswer';
import { wantsStreaming } from '../state/cardEntities';
import { newCardToken } from '../state/cardTokens';
import { acceptContent } from '../content';
import { isSecond } from '../content/card';
import { PlatformError } from '../platform/envelope';
import { hasScope, USER_ID_SCOPES } from '../platform/scopes';
import { type Delivery, OLDER_CLICK, type Outlet } from './push';
import type { App } from '../state/apps';
import type { Chat } from '../state/chats';
import type { Message } from '../state/messages';
import type { Store } from '../state/store';

/** What somebody did to an element of a card; which fields there are depends on the element's tag. */
export interface CardAction {
	tag: string;
	value?: unknown;
	name?: string;
	option?: string;
	options?: string[];
	checked?: boolean;
	input_value?: string;
	form_value?: Record<string, unknown>;
	timezone?: string;
}

export interface CardClick {
	message_id: string;
	/** Who clicks: a member of the chat. */
	open_id: string;
	action: CardAction;
}

/** What the client shows after the click. */
export interface ClickOutcome {
	/** The `c-…` token of the callback. */
	token: string;
	/** The client's own error, when the answer was missing or wrong. */
	error?: { code: number; msg: string };
	toast?: Toast;
	/** Whether the answer replaced the card. */
	updated: boolean;
	delivery: Delivery;
}

/** A click that no client would let happen: an unknown message, somebody outside the chat, a card without such an element. */
class ClickError extends Error {
	constructor(
		readonly statusCode: number,
		message: string,
	) {
		super(message);
	}
}

type Json = Record<string, unknown>;

/** Where the person is: told with what is picked by the clock or the calendar, and with nothing else. */
const TIMEZONE = 'Asia/Shanghai';
const PICKERS = ['date_picker', 'picker_time', 'picker_datetime'];

/**
 * A person clicks in a card: the app gets `card.action.trigger` and its answer is applied.
 * @throws ClickError when nobody could click that.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-callback-communication
 */
export async function clickCard(platform: Outlet, click: CardClick): Promise<ClickOutcome> {
	const { store } = platform;
	const { message, chat } = clickable(store, click);
	const app = store.apps.get(message.sender.id);
	if (!app) throw new ClickError(400, 'Cards of custom bots send no callbacks');
	const token = newCardToken(store, app, message, click.open_id);
	const delivery = await deliverCallback(platform, app, callbackEvent(store, app, click, message, token.token));
	try {
		const answer = olderAnswer(delivery, readAnswer(delivery));
		const toast = readToast(answer.toast);
		const card = readCard(answer.card);
		if (card) replaceCard(store, { app, chat, message, card, openId: click.open_id });
		token.answered = true;
		return { token: token.token, ...(toast && { toast }), updated: card !== undefined, delivery };
	} catch (error) {
		if (!(error instanceof AnswerError)) throw error;
		return { token: token.token, error: { code: error.code, msg: error.message }, updated: false, delivery };
	}
}

/** Brings the callback to the app: in the old form only where its console lists that and not the new one. */
function deliverCallback(platform: Outlet, app: App, event: CallbackEvent): Promise<Delivery> {
	const { callbacks } = app;
	if (!callbacks?.includes(OLDER_CLICK) || callbacks.includes('card.action.trigger'))
		return platform.push.callback(app.app_id, 'card.action.trigger', event);
	const { operator, token, action, context } = event;
	const { open_id, user_id } = operator;
	return platform.push.olderClick(app.app_id, { open_id, user_id: user_id ?? '', ...context, token, action });
}

/** The old answer is the card itself, or a toast. */
function olderAnswer({ event_type: type }: Delivery, answer: Json): Json {
	if (type !== OLDER_CLICK || 'toast' in answer || Object.keys(answer).length === 0) return answer;
	return { card: { type: 'raw', data: answer } };
}

function clickable(store: Store, { message_id: id, open_id: openId, action }: CardClick) {
	const message = store.im.messages.get(id);
	const chat = message && store.im.chats.get(message.chat_id);
	if (!message || !chat || message.deleted) throw new ClickError(404, 'There is no such message');
	if (!message.card) throw new ClickError(400, 'The message is not a card');
	if ([...store.im.batches.values()].some(({ message_ids: ids }) => ids.includes(message.message_id)))
		throw new ClickError(400, 'Cards of batch messages send no callbacks');
	if (!store.contact.users.has(openId) || !chat.members.includes(openId))
		throw new ClickError(400, `${openId} is not a member of the chat`);
	const { visible_to: only } = message;
	if (only !== undefined && only !== openId) throw new ClickError(400, `${openId} does not see this card`);
	const seen = message.private_cards?.[openId] ?? message.card;
	if (typeof action?.tag !== 'string' || !hasTag(seen, action.tag))
		throw new ClickError(400, `The card has no ${String(action?.tag)}`);
	return { message, chat };
}

const hasTag = (value: unknown, tag: string): boolean =>
	typeof value === 'object' &&
	value !== null &&
	((value as { tag?: unknown }).tag === tag || Object.values(value).some((inner) => hasTag(inner, tag)));

function callbackEvent(
	store: Store,
	app: App,
	{ open_id: openId, action }: CardClick,
	message: Message,
	token: string,
) {
	const user = store.contact.users.get(openId);
	return {
		operator: {
			tenant_key: store.tenantKey,
			...(hasScope(app, USER_ID_SCOPES) && { user_id: user?.user_id }),
			open_id: store.directory.openIdFor(app, openId),
			union_id: user?.union_id,
		},
		token,
		action: PICKERS.includes(action.tag) ? { ...action, timezone: action.timezone ?? TIMEZONE } : action,
		host: 'im_message',
		context: { open_message_id: message.message_id, open_chat_id: message.chat_id },
	};
}

type CallbackEvent = ReturnType<typeof callbackEvent>;

interface Replacement {
	app: App;
	chat: Chat;
	message: Message;
	card: Json;
	openId: string;
}

const isShared = (card: Json) => isSecond(card) || (card.config as Json | undefined)?.update_multi === true;

/** A card of JSON 1.0 that is not shared changes only for the person who clicked. */
function replaceCard(store: Store, { app, chat, message, card, openId }: Replacement): void {
	// Source: https://open.feishu.cn/document/cardkit-v1/streaming-updates-openapi-overview
	if (message.card && wantsStreaming(message.card))
		throw new AnswerError(200673, 'The card is refused: it is still streaming');
	const accepted = acceptAnswer(store, { app, chat, msgType: 'interactive', content: JSON.stringify(card) });
	if (message.card && accepted.card && isSecond(message.card) && !isSecond(accepted.card))
		throw new AnswerError(200830, 'A card of JSON 2.0 cannot become one of JSON 1.0');
	if (message.card && accepted.card && !isShared(message.card))
		message.private_cards = { ...message.private_cards, [openId]: accepted.card };
	else Object.assign(message, accepted);
	Object.assign(message, { updated: true, update_time: store.tick() });
	store.changed();
}

function acceptAnswer(...args: Parameters<typeof acceptContent>): ReturnType<typeof acceptContent> {
	try {
		return acceptContent(...args);
	} catch (error) {
		if (error instanceof PlatformError) throw new AnswerError(200673, `The card is refused: ${error.msg}`);
		throw error;
	}
}
