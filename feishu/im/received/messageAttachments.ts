/**
 * The files that a received message brings.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message-resource/get
 */
import type { JsonObject } from '../../json';
import { object, parseObject, text } from '../../json';
import { postBody } from './postBody';
import { isGivenOut, postFiles } from './postFiles';
import type { EventEnvelope } from '../../events/eventEnvelope';

export interface Attachment {
	/** `image_key` or `file_key`. */
	file_key: string;
	/** The platform knows two kinds: images, and everything else. */
	type: 'image' | 'file';
	/** Only files and videos bring a name. */
	file_name?: string;
}

export interface MessageAttachments {
	message_id: string;
	/** In the order of the message, each once. */
	attachments: Attachment[];
}

const file = (content: JsonObject): Attachment => ({
	file_key: text(content.file_key),
	type: 'file',
	...(text(content.file_name) === '' ? {} : { file_name: text(content.file_name) }),
});
const image = (content: JsonObject): Attachment => ({ file_key: text(content.image_key), type: 'image' });

/** Stickers and folders have keys as well, but the platform gives neither out. */
const READERS: { readonly [messageType: string]: (content: JsonObject) => Attachment[] } = {
	image: (content) => [image(content)],
	file: (content) => [file(content)],
	audio: (content) => [file(content)],
	media: (content) => [file(content)],
	post: (content) =>
		postFiles(postBody(content))
			.filter(isGivenOut)
			.map(({ type, key, file_name }) => ({
				file_key: key,
				type: type === 'image' ? 'image' : 'file',
				...(file_name !== undefined && { file_name }),
			})),
};

/** What can be downloaded of a message event; undefined when that is nothing. Never throws. */
export function attachmentsOf({ event_type: type, event }: EventEnvelope): MessageAttachments | undefined {
	if (type !== 'im.message.receive_v1') return undefined;
	const message = object(event.message);
	const kind = text(message.message_type);
	const content = parseObject(text(message.content));
	const read = Object.hasOwn(READERS, kind) ? READERS[kind] : undefined;
	if (!content || !read) return undefined;
	const found = new Map(read(content).map((one) => [one.file_key, one]));
	found.delete('');
	const message_id = text(message.message_id);
	return message_id === '' || found.size === 0 ? undefined : { message_id, attachments: [...found.values()] };
}
