/**
 * Everything that can be read out of a message of any type: plain text, Markdown, what is attached, who is mentioned.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/im-v1/message/events/message_content
 */
import { toIsoTime } from '../../events/eventEnvelope';
import type { JsonObject } from '../../json';
import { object, text } from '../../json';
import { addressEnd } from '../../markdown/addresses';
import type { ReceivedContent } from './receivedContent';
import { nameMentions, namesFor, readReceivedContent } from './receivedContent';
import { originalCard, readCard } from './receivedCard';
import { postBody } from './postBody';
import { isGivenOut, postFiles } from './postFiles';
import { markdownOf } from './receivedParts';
import { richLines, richMarkdown } from './richContent';
import { escaped, image, textMarkdown } from './writeMarkdown';

export interface Attachment {
	type: 'image' | 'file' | 'folder' | 'audio' | 'video' | 'sticker';
	/** `image_key` or `file_key`: with the message's ID it is what a download needs. */
	key: string;
	file_name?: string;
	/** Milliseconds. */
	duration?: number;
	/** The still picture of a video. */
	cover_image_key?: string;
	/** Whether the platform lets an app download it from the message: not from cards, no stickers, no folders. */
	downloadable: boolean;
}

export interface Link {
	text: string;
	url: string;
}

export interface ParsedContent extends ReceivedContent {
	/** The same as `text` with its styles; pictures as `![](image_key)`. */
	markdown: string;
	attachments: Attachment[];
	links: Link[];
}

/**
 * Reads the content of a message of any type. Never throws; see readReceivedContent.
 * @param messageType `message_type` of an event or `msg_type` of a message
 * @param content a JSON text, or the object
 * @param mentions `mentions` of the message
 */
export function parseReceivedContent(messageType: string, content: unknown, mentions?: unknown): ParsedContent {
	const read = readReceivedContent(messageType, content, mentions);
	const writer = Object.hasOwn(WRITERS, messageType) ? WRITERS[messageType] : undefined;
	const written = read.content && writer ? writer(read.content) : undefined;
	const names = namesFor(read.mentions, read.content);
	const markdown = written === undefined ? labelled(read.text) : nameMentions(written, names, { say: escaped });
	return { ...read, markdown, attachments: attachmentsOf(messageType, read), links: linksIn(markdown) };
}

/** Markdown of the types that have more than their text. */
const WRITERS: { readonly [messageType: string]: (content: JsonObject) => string } = {
	text: (content) => textMarkdown(text(content.text)),
	post: richMarkdown,
	interactive: (content) => {
		const card = originalCard(content);
		return card ? readCard(card).markdown : richMarkdown(content);
	},
	image: ({ image_key }) => image(text(image_key)),
	location: (content) => {
		const { name, longitude, latitude } = content;
		const label = escaped(text(name)) || 'Location';
		const place = [latitude, longitude].map(text).join(',');
		return place === ',' ? label : `${label} (${place})`;
	},
	todo: (content) => {
		const { title, lines } = richLines(object(content.summary));
		const words = [title === '' ? '' : escaped(title), markdownOf(lines)].filter((line) => line !== '').join('\n');
		const due = withTimes('', [content.due_time], 'due ');
		return `- [ ] ${words.replace(/\n+/g, '\n  ')}${due === '' ? '' : ` ${due}`}`;
	},
	vote: (content) => {
		const options = Array.isArray(content.options) ? content.options.map(text) : [];
		const topic = text(content.topic) === '' ? '[Vote]' : `**${escaped(text(content.topic))}**`;
		return [topic, options.map((option) => `- ${escaped(option)}`).join('\n')].join('\n\n').trim();
	},
	share_calendar_event: meeting,
	calendar: meeting,
	general_calendar: meeting,
	video_chat: (content) => {
		const number = text(content.meet_number).trim();
		const topic = `[Video Meeting] ${escaped(text(content.topic))}${number === '' ? '' : ` ${number}`}`;
		return withTimes(topic, [content.start_time]);
	},
};

/** What only has a text: a label, such as `[File]`, and words. */
function labelled(words: string): string {
	const [, label = '', rest = ''] = /^(\[[^[\]\n]*\](?=\s|$))?([^]*)$/.exec(words) ?? [];
	return label === '' ? textMarkdown(rest) : label + escaped(rest);
}

function meeting(content: JsonObject): string {
	return withTimes(`[Calendar Event] ${escaped(text(content.summary))}`, [content.start_time, content.end_time]);
}

function withTimes(label: string, times: unknown[], before = ''): string {
	// Of an event without a time it is 0.
	const known = times.map((time) => (Number(time) > 0 ? toIsoTime(time) : null)).filter((time) => time !== null);
	return (known.length === 0 ? label : `${label} (${before}${known.join(' – ')})`).trim();
}

/** What the keys of each type are. */
const ATTACHED: { readonly [messageType: string]: readonly [type: Attachment['type'], downloadable: boolean] } = {
	image: ['image', true],
	file: ['file', true],
	folder: ['folder', false],
	audio: ['audio', true],
	media: ['video', true],
	sticker: ['sticker', false],
};

function attachmentsOf(messageType: string, read: ReceivedContent): Attachment[] {
	const content = read.content ?? {};
	if (messageType === 'post')
		return postFiles(postBody(content)).map((file) => ({ ...file, downloadable: isGivenOut(file) }));
	if (messageType === 'interactive')
		return (read.image_keys ?? []).map((key) => ({ type: 'image', key, downloadable: false }));
	const attached = Object.hasOwn(ATTACHED, messageType) ? ATTACHED[messageType] : undefined;
	if (!attached) return [];
	const [type, downloadable] = attached;
	const { file_key, image_key, file_name, duration } = read;
	const key = type === 'image' ? image_key : file_key;
	if (key === undefined) return [];
	return [
		{
			type,
			key,
			...(file_name === undefined ? {} : { file_name }),
			...(duration === undefined ? {} : { duration }),
			...(type !== 'video' || image_key === undefined ? {} : { cover_image_key: image_key }),
			downloadable,
		},
	];
}

/** `[words](address)` other than pictures, and bare addresses. Parts are bounded, so that no text takes long to search. */
const LINK =
	/(!?)\[((?:\\.|[^[\]\\]){0,1000})\]\((?:<([^<>\n]{1,2048})>|([^()\s<>]{1,2048}))\)|(?:https?|lark|feishu):\/\//gi;

/** Each address once, with the words that it stands behind. */
function linksIn(markdown: string): Link[] {
	const links = new Map<string, Link>();
	let at = 0;
	for (const { index, 0: whole, 1: picture, 2: label = '', 3: bracketed = '', 4: plain = '' } of markdown.matchAll(
		LINK,
	)) {
		if (index < at) continue;
		const start = index + whole.length;
		const bare = picture === undefined ? markdown.slice(index, addressEnd(markdown, start)) : '';
		const url = bracketed || plain || bare;
		if (picture === undefined) at = index + bare.length;
		if (picture === '!' || url === whole || links.has(url)) continue;
		links.set(url, { text: label.replace(/\\(.)/g, '$1') || url, url });
	}
	return [...links.values()];
}
