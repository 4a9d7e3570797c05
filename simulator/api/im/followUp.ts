import { isIn, isSender } from '../../state/operator';
import { invalidContent } from '../../content/contentErrors';
import { PlatformError } from '../../platform/envelope';
import { messageById } from '../../state/lookUp';
import { objects, oneOf, required, text } from '../../platform/validate';
import type { Message } from '../../state/messages';
import type { Store } from '../../state/store';
import { defineRoute } from '../../gateway/route';
import { chatOf } from './access';

const MAX_AGE_MS = 600_000;
const LANGUAGES =
	'en_us zh_cn zh_hk zh_tw ja_jp id_id vi_vn th_th pt_br es_es ko_kr de_de fr_fr it_it ru_ru ms_my'.split(' ');

function latestOf(store: Store, chatId: string): Message | undefined {
	return [...store.im.messages.values()].filter((message) => message.chat_id === chatId).at(-1);
}

/**
 * Bubbles under the newest message of a conversation with one person. The endpoint has its own meanings for 230002 to
 * 230008. Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/push_follow_up
 */
export const followUpRoutes = [
	defineRoute({
		method: 'POST',
		path: '/open-apis/im/v1/messages/:message_id/push_follow_up',
		scopes: ['im:message', 'im:message:send_as_bot'],
		body: {
			follow_ups: required(
				objects(
					{
						content: required(text({ max: 200 })),
						i18n_contents: objects(
							{ content: required(text({ max: 200 })), language: required(oneOf(LANGUAGES)) },
							{ max: 50 },
						),
					},
					{ min: 1, max: 3 },
				),
			),
		},
		handle({ platform: { store, clock }, by, params, body }) {
			const message = messageById(store, params.message_id ?? '');
			const chat = chatOf(store, message);
			if (!isIn(chat, by)) throw new PlatformError(230004, 'invisible message.');
			if (chat.chat_type !== 'p2p') throw new PlatformError(230003, 'only support p2p chat.');
			if (!isSender(message, by)) throw invalidContent('the message is not one of the bot');
			if (clock.now() - message.create_time > MAX_AGE_MS) throw new PlatformError(230002, 'expired message.');
			if (latestOf(store, chat.chat_id) !== message) throw new PlatformError(230006, 'only support latest message.');
			if (message.follow_ups) throw new PlatformError(230008, 'follow up already exist.');
			const bubbles = body.follow_ups.map(({ content }) => content);
			if (bubbles.some((content) => content.trim() === '')) throw new PlatformError(230007, 'invalid follow up.');
			store.im.setFollowUps(message, bubbles);
			store.changed();
			return { data: {} };
		},
	}),
];
