import { object, type JsonObject } from '../../json';

/**
 * A message in the older form that custom bots and batch messages take: content as an object, a post under `post`,
 * a shared chat as `share_chat_id`, and a card beside the content.
 * @see https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
 * @see https://open.feishu.cn/document/server-docs/im-v1/batch_message/send-messages-in-batches
 */
export function legacyMessage({ msg_type, content }: { msg_type: string; content: object }): JsonObject {
	if (msg_type === 'interactive') return { msg_type, card: content };
	if (msg_type === 'post') return { msg_type, content: { post: content } };
	if (msg_type === 'share_chat') return { msg_type, content: { share_chat_id: object(content).chat_id } };
	return { msg_type, content };
}
