import { CARD_USES, CUSTOM_BOT_LIMIT_BYTES, type CardUse } from '../../../../feishu/im/card';
import type { PostUse } from '../../../../feishu/im/content/post/checkPost';
import {
	CARD_LIMIT_BYTES,
	PERSON_CARD_LIMIT_BYTES,
	POST_LIMIT_BYTES,
	TEXT_LIMIT_BYTES,
} from '../../../../feishu/im/content/contentLimits';
import { memberField, optionalUserField, type Person } from '../../contact/person';
import type { Words } from '../../fields/plain';
import type { Field } from '../../operation/field';

/** Where a message goes, as far as that decides how it can be written. */
export interface Surface {
	/** Values of the kinds that it takes. */
	kinds: readonly string[];
	/** Chooses a person. */
	person(words: Partial<Words<'user'>>): Field<Person | undefined, 'user'>;
	/** Set where an app writes: it can upload files, look people up and be told of clicks. */
	app: boolean;
	/** What a card becomes, and so what it may hold. */
	cardUse: CardUse;
	/** What a post may hold. */
	postUse: PostUse;
	/** Bytes of UTF-8 that a card may have. */
	cardLimit: number;
	/** Bytes of UTF-8 that a post may have. */
	postLimit: number;
	/** Bytes of UTF-8 that a text may have. */
	textLimit: number;
	/** What Markdown becomes, where it is not for the person to choose. */
	markdownAs?: 'card' | 'post';
	/** Set where a post has words, links, mentions and images only: the older form of messages knows no others. */
	plainPosts?: boolean;
	/** Set where exactly one message is written, as when one is changed. */
	single?: boolean;
}

/** Whether clicks in its cards come back to an app. */
export const hasClicks = ({ app, cardUse }: Surface): boolean => app && CARD_USES[cardUse].callbacks;

/**
 * Hides a choice where clicks go nowhere. The fields themselves stay the same for every surface of an app, so that they
 * stand in the panel once.
 */
export const ONLY_WITH_CLICKS = { hide: { '/resource': ['batchMessage'] } };

/** What a kind of message, or of block, has: its fields on a surface, and endpoints that it may call besides theirs. */
interface Kind<T> {
	calls?: readonly string[];
	field(surface: Surface): Field<T>;
}

/** The fields of a kind on a surface, with all that they may call. Without an app, nothing is called. */
export function fieldOn<T>(surface: Surface, { field, calls = [] }: Kind<T>): Field<T> {
	const own = field(surface);
	return surface.app ? { ...own, calls: [...calls, ...own.calls] } : own;
}

const IN_WORDS = ['text', 'markdown', 'post'];
const CARDS = ['card', 'cardJson', 'cardTemplate'];

const limits = { cardLimit: CARD_LIMIT_BYTES, postLimit: POST_LIMIT_BYTES, textLimit: TEXT_LIMIT_BYTES };

/** A chat in which an app writes. */
export const CHAT: Surface = {
	kinds: [
		...IN_WORDS,
		...CARDS,
		'files',
		'image',
		'file',
		'audio',
		'video',
		'sticker',
		'shareChat',
		'shareUser',
		'system',
	],
	person: optionalUserField,
	app: true,
	cardUse: 'message',
	postUse: 'message',
	...limits,
};

/** A message that is changed: it stays one message, of words. */
export const EDIT: Surface = { ...CHAT, kinds: IN_WORDS, markdownAs: 'post', single: true };

/** A card that takes the place of one that was sent. */
export const CARD: Surface = {
	...CHAT,
	kinds: [...CARDS, 'markdown'],
	markdownAs: 'card',
	single: true,
	cardUse: 'update',
};

/** A card that one person alone sees. */
export const PERSON_CARD: Surface = { ...CARD, cardUse: 'person', cardLimit: PERSON_CARD_LIMIT_BYTES };

/** The new card after a click in it. */
export const CLICKED_CARD: Surface = { ...CARD, cardUse: 'click' };

/** The answer to a click: it may leave the card as it is. */
export const CALLBACK: Surface = { ...CLICKED_CARD, kinds: ['none', ...CARD.kinds] };

/** A message to many at once. @see https://open.feishu.cn/document/server-docs/im-v1/batch_message/send-messages-in-batches */
export const BATCH: Surface = {
	...CHAT,
	kinds: [...IN_WORDS, ...CARDS, 'image', 'shareChat'],
	plainPosts: true,
	single: true,
	cardUse: 'batch',
	postUse: 'batch',
};

/** The whole body has 20 KB: what stands around the content, a signature among it, is kept free. */
const BOT_LIMIT_BYTES = CUSTOM_BOT_LIMIT_BYTES - 256;

/**
 * A group's custom bot: no app, so nothing can be uploaded, looked up or clicked.
 * @see https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
 */
export const CUSTOM_BOT: Surface = {
	kinds: [...IN_WORDS, ...CARDS, 'image', 'shareChat'],
	person: memberField,
	app: false,
	plainPosts: true,
	cardUse: 'customBot',
	postUse: 'customBot',
	cardLimit: BOT_LIMIT_BYTES,
	postLimit: BOT_LIMIT_BYTES,
	textLimit: BOT_LIMIT_BYTES,
};
