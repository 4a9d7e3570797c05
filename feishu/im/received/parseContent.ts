/**
 * Everything that can be read out of a message of any type: plain text, Markdown, what is attached, who is mentioned.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/im-v1/message/events/message_content
 */
import { toIsoTime } from '../../events/eventEnvelope';
import type { JsonObject } from '../../json';
import { object, text } from '../../json';
import type { ReceivedContent } from './receivedContent';
import { nameMentions, readReceivedContent } from './receivedContent';
import { originalCard, readCard } from './receivedCard';
import { image, richMarkdown } from './richMarkdown';
import { paragraphs } from './richText';

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
	const markdown = written === undefined ? read.text : nameMentions(written, read.mentions);
	return { ...read, markdown, attachments: attachmentsOf(messageType, read), links: linksIn(markdown) };
}

/** Markdown of the types that have more than their text. */
const WRITERS: { readonly [messageType: string]: (content: JsonObject) => string } = {
	post: richMarkdown,
	interactive: (content) => {
		const card = originalCard(content);
		return card ? readCard(card).markdown : richMarkdown(content);
	},
	image: ({ image_key }) => image(text(image_key)),
	location: (content) => {
		const { name, longitude, latitude } = content;
		const label = text(name) || 'Location';
		const place = [latitude, longitude].map(text).join(',');
		return place === ',' ? label : `${label} (${place})`;
	},
	todo: (content) => {
		const due = toIsoTime(content.due_time);
		return `- [ ] ${richMarkdown(object(content.summary)).replace(/\n+/g, ' ')}${due === null ? '' : ` (due ${due})`}`;
	},
	vote: (content) => {
		const options = Array.isArray(content.options) ? content.options.map(text) : [];
		return [`**${text(content.topic)}**`, options.map((option) => `- ${option}`).join('\n')].join('\n\n').trim();
	},
	share_calendar_event: meeting,
	calendar: meeting,
	general_calendar: meeting,
	video_chat: (content) => withTimes(`[Video Meeting] ${text(content.topic)}`, [content.start_time]),
};

function meeting(content: JsonObject): string {
	return withTimes(`[Calendar Event] ${text(content.summary)}`, [content.start_time, content.end_time]);
}

function withTimes(label: string, times: unknown[]): string {
	const known = times.map(toIsoTime).filter((time) => time !== null);
	return known.length === 0 ? label.trim() : `${label.trim()} (${known.join(' – ')})`;
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
	if (messageType === 'post') return paragraphs(content).lines.flat().flatMap(postAttachment);
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

function postAttachment(node: JsonObject): Attachment[] {
	const image_key = text(node.image_key);
	const file_key = text(node.file_key);
	if (file_key !== '') {
		const cover = image_key === '' ? {} : { cover_image_key: image_key };
		return [{ type: 'video', key: file_key, ...cover, downloadable: true }];
	}
	return image_key === '' ? [] : [{ type: 'image', key: image_key, downloadable: true }];
}

/** `[words](address)` other than pictures, and bare addresses. Parts are bounded, so that no text takes long to search. */
const LINK =
	/(!?)\[((?:\\.|[^[\]\\]){0,1000})\]\((?:<([^<>\n]{1,2048})>|([^()\s<>]{1,2048}))\)|((?:https?|lark|feishu):\/\/[^\s<>"'()[\]{}，。；、）】》]+)/g;

/** Each address once, with the words that it stands behind. */
function linksIn(markdown: string): Link[] {
	const links = new Map<string, Link>();
	for (const [, picture, label = '', bracketed = '', plain = '', bare = ''] of markdown.matchAll(LINK)) {
		const url = bracketed || plain || bare.replace(/[.,;:!?]+$/, '');
		if (picture === '!' || links.has(url)) continue;
		links.set(url, { text: label.replace(/\\(.)/g, '$1') || url, url });
	}
	return [...links.values()];
}
