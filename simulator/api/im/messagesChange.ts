import { BOTH } from '../../gateway/tokens';
import { isOwner, isSender, type Operator } from '../../state/operator';
import { awaitsAnswer } from '../../state/cardTokens';
import { acceptContent } from '../../content';
import { isSecond } from '../../content/card';
import { cardFailure, invalidContent } from '../../content/contentErrors';
import { PlatformError } from '../../platform/envelope';
import { required, text } from '../../platform/validate';
import { pushRecalled, type RecallType } from '../../events/messageEvents';
import type { Chat } from '../../state/chats';
import type { Message } from '../../state/messages';
import { defineRoute } from '../../gateway/route';
import { messageDeleted, reachableMessage, recalled, unsupportedType } from './access';
import { isManager, requireAtAll, requireSpeech } from './chatAccess';
import { messageView } from './messageViews';

const SCOPES = ['im:message', 'im:message:send_as_bot', 'im:message:update'];
const MAX_EDITS = 20;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;
const CARD_DAYS = 14;
const EDITABLE = ['text', 'post'];

const sharedCard = (card: Record<string, unknown> | undefined) =>
	card !== undefined &&
	(isSecond(card) || (card.config as { update_multi?: unknown } | undefined)?.update_multi === true);

function recallTypeOf(chat: Chat, message: Message, by: Operator): RecallType {
	if (isSender(message, by)) return 'message_owner';
	return isOwner(chat, by) ? 'group_owner' : 'group_manager';
}

export const messageChangeRoutes = [
	defineRoute({
		method: 'PUT',
		path: '/open-apis/im/v1/messages/:message_id',
		scopes: SCOPES,
		body: { msg_type: required(text()), content: required(text(), { allowEmpty: true }) },
		handle({ platform, by, params, body }) {
			const { store, clock } = platform;
			const { message, chat } = reachableMessage(store, by, params.message_id ?? '');
			if (message.deleted) throw recalled();
			if (!isSender(message, by)) throw new PlatformError(230071, 'The operator is not the sender of the message.');
			if (!EDITABLE.includes(message.msg_type) || !EDITABLE.includes(body.msg_type)) throw unsupportedType();
			requireSpeech(store, chat, by);
			if (clock.now() - message.create_time > store.settings.editHours * HOUR_MS)
				throw new PlatformError(230075, 'The message can not be edited because of the edit time limit.');
			if (message.edits >= MAX_EDITS)
				throw new PlatformError(230072, 'The message has reached the number of times it can be edited.');
			const accepted = acceptContent(store, { app: by.app, chat, msgType: body.msg_type, content: body.content });
			requireAtAll(chat, by, accepted.content);
			Object.assign(message, accepted, {
				msg_type: body.msg_type,
				updated: true,
				edits: message.edits + 1,
				update_time: store.tick(),
			});
			store.changed();
			return { data: messageView(store, by.app, message) };
		},
	}),
	defineRoute({
		method: 'PATCH',
		path: '/open-apis/im/v1/messages/:message_id',
		tokens: BOTH,
		scopes: SCOPES,
		body: { content: required(text(), { allowEmpty: true }) },
		handle({ platform, by, params, body }) {
			const { store, clock, rate } = platform;
			const { message, chat } = reachableMessage(store, by, params.message_id ?? '');
			if (message.deleted) throw recalled();
			if (!isSender(message, by)) throw new PlatformError(230027, 'Lack of necessary permissions.');
			if (message.msg_type !== 'interactive') throw invalidContent('This message is NOT a card');
			if (clock.now() - message.create_time > CARD_DAYS * DAY_MS)
				throw new PlatformError(230031, 'The message was sent more than 14 days ago and can not be updated.');
			const accepted = acceptContent(store, { app: by.app, chat, msgType: 'interactive', content: body.content });
			if (message.card && isSecond(message.card) && awaitsAnswer(store, message.message_id))
				throw cardFailure(11310, 'card action is lock');
			if (message.card && accepted.card && isSecond(message.card) && !isSecond(accepted.card))
				throw cardFailure(200830, 'schemaV2 card can not change schemaV1');
			if (!sharedCard(message.card) || !sharedCard(accepted.card))
				throw invalidContent('config.update_multi must be true before and after the update');
			rate.countReceiver(message.message_id);
			Object.assign(message, accepted, { updated: true, update_time: store.tick() });
			store.cards.link(message);
			store.changed();
			return { data: {} };
		},
	}),
	defineRoute({
		method: 'DELETE',
		path: '/open-apis/im/v1/messages/:message_id',
		tokens: BOTH,
		scopes: ['im:message', 'im:message:recall', 'im:message:send_as_bot'],
		handle({ platform, by, params }) {
			const { store, clock } = platform;
			const { message, chat } = reachableMessage(store, by, params.message_id ?? '');
			if (message.deleted) throw messageDeleted();
			// What was sent to many is recalled by the ID of all of it.
			if (message.msg_type === 'system' || store.im.isOfBatch(message)) throw unsupportedType();
			const manages = chat.chat_type === 'group' && isManager(chat, by);
			if (!isSender(message, by) && !manages) throw new PlatformError(230026, 'No permission to recall this message.');
			// The window is the tenant administrator's setting; one day is its default. Those who run the group have a year.
			const windowMs = manages ? YEAR_MS : DAY_MS;
			if (clock.now() - message.create_time > windowMs)
				throw new PlatformError(230009, 'This message can NOT be recalled because of the recall time limit.');
			Object.assign(message, { deleted: true, update_time: store.tick() });
			store.changed();
			pushRecalled(platform, message, recallTypeOf(chat, message, by));
			return { data: {} };
		},
	}),
];
