import { awaitsAnswer } from '../../../state/cardTokens';
import { CardProblem } from '../../../content/cardProblem';
import { checkCard } from '../../../content/cardRules';
import { LIMITS } from '../../../content/cardSchema';
import { simplified } from '../../../content/cardSimplified';
import { resolveTemplate } from '../../../content/cardTemplate';
import { isObject, isSecond, type Json } from '../../../content/cardWalk';
import { PlatformError } from '../../../platform/envelope';
import type { Platform } from '../../../gateway/platform';
import { anything, text } from '../../../platform/validate';
import type { App } from '../../../state/apps';
import type { CardToken } from '../../../state/cards';
import type { Message } from '../../../state/messages';
import type { Store } from '../../../state/store';
import { defineRoute } from '../../../gateway/route';

/** Source: https://open.feishu.cn/document/ukTMukTMukTM/uMDO1YjLzgTN24yM4UjN */
const TOKEN_MS = 30 * 60_000;
const MAX_USES = 2;

const TOKEN = /^c-[0-9A-Za-z-]+$/;

/** The token, if it still updates a card of the app. */
function usableToken(
	{ store, clock }: Platform,
	app: App,
	token: string | undefined,
): { token: CardToken; message: Message } {
	if (!token || !TOKEN.test(token)) throw new PlatformError(300020, 'the token format is invalid');
	const known = store.cards.tokens.get(token);
	if (!known || clock.now() - known.created_at > TOKEN_MS) throw new PlatformError(300030, 'the token is expired');
	if (known.uses >= MAX_USES) throw new PlatformError(300040, 'the token has been used too many times');
	if (known.app_id !== app.app_id) throw new PlatformError(200310, 'the card was sent by another app');
	const message = store.im.messages.get(known.message_id);
	if (!message || message.deleted) throw new PlatformError(200000, 'the message card has been recalled');
	// An update ahead of the callback's answer fails or is undone by it.
	if (!known.answered || awaitsAnswer(store, message.message_id))
		throw new PlatformError(11310, 'ErrCode: 11310; ErrMsg: card action is lock; ErrorValue: ; ');
	return { token: known, message };
}

function readCard(store: Store, app: App, content: Json): Json {
	try {
		const card = content.type === 'template' ? resolveTemplate(content.data, store) : content;
		if (Buffer.byteLength(JSON.stringify(card)) > LIMITS.bytes)
			throw new PlatformError(100000, 'the card is larger than allowed');
		checkCard(card, { store, app });
		return card;
	} catch (error) {
		if (error instanceof CardProblem) throw new PlatformError(11311, error.ext);
		throw error;
	}
}

const isShared = (card: Json) => isSecond(card) || (card.config as Json | undefined)?.update_multi === true;

/** The people whose card changes; undefined for everyone. */
function audience(store: Store, app: App, card: Json, openIds: unknown): string[] | undefined {
	if (isShared(card)) return undefined;
	if (!Array.isArray(openIds) || openIds.length === 0)
		throw new PlatformError(300090, 'open_ids is required for a card that is not shared');
	const known = openIds.map((id: unknown) => store.directory.find(app, 'open_id', String(id))?.open_id);
	if (known.includes(undefined)) throw new PlatformError(200320, 'open_ids is invalid');
	return known.filter((id) => id !== undefined);
}

function show(store: Store, message: Message, card: Json, openIds: readonly string[] | undefined): void {
	if (openIds)
		message.private_cards = { ...message.private_cards, ...Object.fromEntries(openIds.map((id) => [id, card])) };
	else Object.assign(message, { card, content: JSON.stringify(simplified(card)) });
	Object.assign(message, { updated: true, update_time: store.tick() });
	store.changed();
}

export const cardUpdateRoutes = [
	defineRoute({
		method: 'POST',
		path: '/open-apis/interactive/v1/card/update',
		scopes: ['im:message', 'im:message:send_as_bot', 'im:message:update'],
		body: { token: text(), card: anything() },
		handle({ platform, app, body }) {
			const { store } = platform;
			const { token, message } = usableToken(platform, app, body.token);
			if (!isObject(body.card)) throw new PlatformError(10002, 'card is not an object');
			const { open_ids: openIds, ...content } = body.card;
			const card = readCard(store, app, content);
			if (message.card && isSecond(message.card) && !isSecond(card))
				throw new PlatformError(
					11311,
					'ErrCode: 200830; ErrMsg: schemaV2 card can not change schemaV1; ErrorValue: ; ',
				);
			const people = audience(store, app, card, openIds);
			token.uses += 1;
			show(store, message, card, people);
			return { top: {} };
		},
	}),
];
