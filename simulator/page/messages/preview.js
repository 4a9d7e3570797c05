/** A message in one line, for the list of chats, quotes and search. */
import { emojiGlyph } from '../emoji.js';
import { mentionMap } from '../people.js';
import { asText } from '../safe.js';
import { postBody } from './post.js';
import { systemText } from './system.js';

const withoutTags = (text) =>
	text
		.replace(/<[^>]*>/g, '')
		.replace(/\s+/g, ' ')
		.trim();

const words = (text, message, directory) =>
	withoutTags(
		asText(text)
			.replace(
				/<at\s+(?:user_id|id)\s*=\s*["']?([^"'\s>]+)["']?\s*>([^<]*)<\/at>/g,
				(_whole, id, name) => `@${directory?.person(id)?.name ?? (name || (id === 'all' ? 'All' : id))}`,
			)
			.replace(/@_user_\d+/g, (key) => `@${mentionMap(message.mentions).get(key)?.name ?? key}`)
			.replace(/@_all/g, '@All'),
	);

function postWords(content, message, directory) {
	const body = postBody(content);
	const text = (body.content ?? [])
		.flat()
		.map((node) =>
			node.tag === 'emotion'
				? (emojiGlyph(node.emoji_type) ?? '')
				: node.tag === 'at'
					? `@${mentionMap(message.mentions).get(node.user_id)?.name ?? directory?.personName(node.user_id)}`
					: (node.text ?? (node.tag === 'img' ? '[Image]' : '')),
		)
		.join(' ');
	return words([body.title, text].filter(Boolean).join(' · '), message, directory);
}

/** The title, or else the first words anywhere in the card. */
const cardTitle = (content) =>
	asText(
		content?.config?.summary?.content ||
			(content?.config?.streaming_mode && '[Generating…]') ||
			content?.header?.title?.content ||
			content?.title ||
			firstWords((content?.schema === '2.0' && content.body?.elements) || content?.elements),
	);

function firstWords(value) {
	for (const one of Array.isArray(value) ? value : []) {
		const found = one?.content ?? one?.text?.content ?? firstWords(one?.elements ?? one?.columns ?? one?.actions);
		if (found) return withoutTags(asText(found));
	}
	return '';
}

const PREVIEWS = {
	text: (content, message, directory) => words(content?.text, message, directory),
	post: postWords,
	image: () => '[Image]',
	file: (content) => `[File] ${content?.file_name ?? ''}`,
	audio: () => '[Audio]',
	media: () => '[Video]',
	sticker: () => '[Sticker]',
	share_chat: () => '[Group card]',
	share_user: () => '[Contact card]',
	interactive: (content) => `[Card] ${cardTitle(content)}`,
	merge_forward: () => '[Chat history]',
	system: systemText,
};

/** One line of a message; `[type]` for types without words. */
export function preview(message, directory) {
	if (message.deleted) return 'Message recalled';
	const make = Object.hasOwn(PREVIEWS, message.msg_type) ? PREVIEWS[message.msg_type] : () => `[${message.msg_type}]`;
	return make(message.content, message, directory).trim();
}
