import { PlatformError } from '../platform/envelope';
import { invalidContent, wrongFormat } from './contentErrors';
import type { Acceptor, ContentContext } from './types';

/** Where what is required is missing, the words name the type of the message and not the field. */
function key({ content, msgType }: Pick<ContentContext, 'content' | 'msgType'>, name: string): string {
	const value = content[name];
	if (typeof value !== 'string' || value === '') throw wrongFormat(msgType);
	return value;
}

export const image: Acceptor = (context) => ({
	content: { image_key: context.image(key(context, 'image_key')).key },
});

export const file: Acceptor = (context) => {
	const found = context.file(key(context, 'file_key'), ['pdf', 'doc', 'xls', 'ppt', 'stream']);
	return { content: { file_key: found.key, file_name: found.name } };
};

export const audio: Acceptor = (context) => {
	const found = context.file(key(context, 'file_key'), ['opus']);
	return { content: { file_key: found.key, duration: found.duration ?? 0 } };
};

export const media: Acceptor = (context) => {
	const found = context.file(key(context, 'file_key'), ['mp4']);
	const cover =
		context.content.image_key === undefined ? {} : { image_key: context.image(key(context, 'image_key')).key };
	return { content: { file_key: found.key, ...cover, file_name: found.name, duration: found.duration ?? 0 } };
};

/** Only stickers that the bot has received can be sent. */
export const sticker: Acceptor = (context) => {
	const fileKey = key(context, 'file_key');
	if (!context.store.im.stickers.has(fileKey)) throw invalidContent('invalid sticker file_key');
	return { content: { file_key: fileKey } };
};

export const shareChat: Acceptor = (context) => {
	const { store } = context;
	const chat = store.im.chats.get(key(context, 'chat_id'));
	if (!chat) throw invalidContent('invalid chat_id');
	if (chat.chat_type === 'p2p') throw new PlatformError(230015, 'P2P chat can NOT be shared.');
	if (!context.isMember(chat)) throw new PlatformError(230002, 'Bot/User can NOT be out of the chat.');
	return { content: { chat_id: chat.chat_id } };
};

/** open_id only, whatever the receiver's id type. */
export const shareUser: Acceptor = (context) => {
	const { store, app } = context;
	const user = store.directory.find(app, 'open_id', key(context, 'user_id'));
	if (!user) throw invalidContent('invalid user_id');
	return { content: { user_id: user.open_id } };
};

const DIVIDER_LANGUAGES = ['zh_CN', 'en_US', 'ja_JP', 'zh_HK', 'zh_TW', 'id_ID', 'vi_VN', 'th_TH', 'pt_BR', 'es_ES'];
const MORE_LANGUAGES = ['ko_KR', 'de_DE', 'fr_FR', 'it_IT', 'ru_RU', 'ms_MY'];
/** A Chinese character counts as two. */
const MAX_DIVIDER = 20;

const widthOf = (words: string) =>
	[...words].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0xff ? 2 : 1), 0);

function checkDivider(words: unknown, name: string): void {
	if (typeof words !== 'string' || words === '') throw invalidContent(`divider ${name} can not be empty`);
	if (widthOf(words) > MAX_DIVIDER) throw invalidContent(`the length of divider ${name} exceeds the limit`);
}

function checkTranslations(given: unknown): void {
	if (typeof given !== 'object' || given === null) return;
	for (const [language, words] of Object.entries(given)) {
		if (![...DIVIDER_LANGUAGES, ...MORE_LANGUAGES].includes(language))
			throw invalidContent(`unsupported language ${language} in i18n_text`);
		checkDivider(words, `i18n_text ${language}`);
	}
}

/** Languages are read back in small letters. */
const translationsRead = (given: unknown) =>
	typeof given === 'object' && given !== null
		? { i18n_text: Object.fromEntries(Object.entries(given).map(([name, words]) => [name.toLowerCase(), words])) }
		: {};

/** The divider of a conversation with one person. */
export const system: Acceptor = ({ content, chat }) => {
	const params = content.params as { divider_text?: { text?: unknown; i18n_text?: unknown } } | undefined;
	const divider = params?.divider_text?.text;
	if (chat.chat_type !== 'p2p') throw invalidContent('sending system messages in group chats is not supported');
	if (content.type !== 'divider') throw invalidContent('unsupported system message type');
	checkDivider(divider, 'text');
	checkTranslations(params?.divider_text?.i18n_text);
	return {
		content: {
			template: '{divider_text}',
			from_user: [],
			to_chatters: [],
			divider_text: { ...params?.divider_text, ...translationsRead(params?.divider_text?.i18n_text) },
		},
	};
};
