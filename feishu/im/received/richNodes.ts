/**
 * The nodes of posts, and of cards in the simplified form in which they are received.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/im-v1/message/events/message_content
 */
import { decodeHTML } from 'entities';
import type { JsonObject } from '../../json';
import { isObject, object, text } from '../../json';
import { kindOf, type PostFile } from './postFiles';
import { KEY_END, type Part } from './receivedParts';

type Reader = (node: JsonObject) => Part[];

/** What is not listed says its text, if it has one. */
const READERS: { readonly [tag: string]: Reader } = {
	text: (node) => [words(node)],
	a: (node) => [{ type: 'link', text: text(node.text), url: text(node.href), styles: styles(node) }],
	at: (node) => [{ type: 'mention', text: mention(node), styles: styles(node) }],
	img: (node) => [{ type: 'image', key: text(node.image_key), alt: '', label: '[Image]' }],
	media: (node) => [
		text(node.image_key) === ''
			? { type: 'label', text: 'Video' }
			: { type: 'image', key: text(node.image_key), alt: 'Video', label: '[Video]' },
		...named(node),
	],
	file: fileLabel,
	folder: fileLabel,
	audio: fileLabel,
	sticker: fileLabel,
	emotion: (node) => [{ type: 'label', text: text(node.emoji_type) || 'Emoji' }],
	hr: () => [{ type: 'rule' }],
	code_block: (node) => [{ type: 'code', text: text(node.text), language: text(node.language) }],
	md: written,
	markdown: written,
	button: (node) => [{ type: 'label', text: said(node.text), url: text(node.url) }],
	note: (node) => list(node.elements).filter(isObject).flatMap(readNode),
	select_static: choices,
	multi_select_static: choices,
	select_person: choices,
	multi_select_person: choices,
	overflow: choices,
	date_picker: picked('Date'),
	picker_time: picked('Time'),
	picker_datetime: picked('Time'),
	input: picked('Input'),
};

export function readNode(node: JsonObject): Part[] {
	const tag = text(node.tag);
	const read = Object.hasOwn(READERS, tag) ? READERS[tag] : undefined;
	return read ? read(node) : unknown(node);
}

/** A file by its name; folders stand among them. */
export function fileLabel(file: JsonObject): Part[] {
	return [{ type: 'label', text: LABELS[kindOf(file)] }, ...named(file)];
}

const LABELS: { readonly [kind in PostFile['type']]: string } = {
	file: 'File',
	folder: 'Folder',
	audio: 'Audio',
	sticker: 'Sticker',
	image: 'Image',
	video: 'Video',
};

function named({ file_name: name }: JsonObject): Part[] {
	return text(name) === '' ? [] : [{ type: 'words', text: ` ${text(name)}` }];
}

/** Of what is new at least the words, the picture or the file, and what is nested in it. */
function unknown(node: JsonObject): Part[] {
	const image = text(node.image_key);
	return [
		...(image === '' ? [] : [{ type: 'image', key: image, alt: '', label: '[Image]' } as const]),
		...(image === '' && text(node.file_key) !== '' ? fileLabel(node) : []),
		words(node),
		...list(node.elements).filter(isObject).flatMap(readNode),
	];
}

/** What people pick or fill in: what is chosen, or else what asks for it. */
function picked(kind: string): Reader {
	return (node) => {
		const { initial_date, initial_time, initial_datetime, default_value } = node;
		const chosen = [initial_date, initial_time, initial_datetime, default_value].map(text).find((one) => one !== '');
		return [{ type: 'label', text: chosen ?? (said(node.placeholder) || kind) }];
	};
}

function words(node: JsonObject): Part {
	const text = said(node.text ?? node.content);
	// The sender asked for it, and it is what people are shown.
	return { type: 'words', text: node.un_escape === true ? decodeHTML(text) : text, styles: styles(node) };
}

function written(node: JsonObject): Part[] {
	return [{ type: 'markdown', text: said(node.text ?? node.content) }];
}

/** A text is a string in posts and `{tag, content}` in cards. */
function said(value: unknown): string {
	return typeof value === 'string' ? value : text(object(value).content ?? object(value).text);
}

/** Posts keep the placeholder of a mention in `user_id`; where it is an id, the name stands beside it. */
function mention(node: JsonObject): string {
	const id = text(node.user_id);
	if (id.startsWith('@_')) return id + KEY_END;
	if (id === 'all') return `@_all${KEY_END}`;
	const name = text(node.user_name);
	return name === '' ? id : `@${name.replace(/^@/, '')}`;
}

function choices(node: JsonObject): Part[] {
	const options = list(node.options).map((option) => said(isObject(option) ? object(option).text : option));
	const shown = [said(node.placeholder), ...options].filter((one) => one !== '');
	return [{ type: 'label', text: shown.join(' | ') }];
}

function styles(node: JsonObject): string[] {
	return list(node.style).filter((style): style is string => typeof style === 'string');
}

function list(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}
