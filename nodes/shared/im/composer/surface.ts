import { CUSTOM_BOT_LIMIT_BYTES } from '../../../../feishu/im/card';
import { CARD_LIMIT_BYTES, POST_LIMIT_BYTES, TEXT_LIMIT_BYTES } from '../../../../feishu/im/content/contentLimits';
import { memberFieldOld, userFieldOld } from '../../contact/user';
import type { Surface } from './kind';

const IN_WORDS = ['text', 'markdown', 'post'];
const CARDS = ['card', 'cardJson', 'cardTemplate'];

const limits = { cardLimit: CARD_LIMIT_BYTES, postLimit: POST_LIMIT_BYTES, textLimit: TEXT_LIMIT_BYTES };

/** A chat in which an app writes. */
export const CHAT: Surface = {
	kinds: [...IN_WORDS, ...CARDS, 'files', 'image', 'file', 'audio', 'video', 'sticker', 'shareChat', 'shareUser'],
	person: userFieldOld,
	app: true,
	...limits,
};

/** A message that is changed: it stays one message, of words. */
export const EDIT: Surface = { ...CHAT, kinds: IN_WORDS, markdownAs: 'post', single: true };

/** A card that is changed, or that one person alone sees. */
export const CARD: Surface = { ...CHAT, kinds: [...CARDS, 'markdown'], markdownAs: 'card', single: true };

/** The answer to a click: it may leave the card as it is. */
export const CALLBACK: Surface = { ...CARD, kinds: ['none', ...CARD.kinds] };

/** A message to many at once. @see https://open.feishu.cn/document/server-docs/im-v1/batch_message/send-messages-in-batches */
export const BATCH: Surface = {
	...CHAT,
	kinds: [...IN_WORDS, ...CARDS, 'image', 'shareChat'],
	plainPosts: true,
	single: true,
};

/** The whole body has 20 KB: what stands around the content, a signature among it, is kept free. */
const BOT_LIMIT_BYTES = CUSTOM_BOT_LIMIT_BYTES - 256;

/**
 * A group's custom bot: no app, so nothing can be uploaded, looked up or clicked.
 * @see https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
 */
export const CUSTOM_BOT: Surface = {
	kinds: [...IN_WORDS, ...CARDS, 'image', 'shareChat'],
	person: memberFieldOld,
	app: false,
	plainPosts: true,
	cardLimit: BOT_LIMIT_BYTES,
	postLimit: BOT_LIMIT_BYTES,
	textLimit: BOT_LIMIT_BYTES,
};
