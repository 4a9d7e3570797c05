/** What a post brings besides words: in its nodes, in the Markdown of its nodes, and beside them. */
import type { JsonObject } from '../../json';
import { isObject, text } from '../../json';
import { isImageKey } from '../../markdown/imageKeys';
import { imagesOf } from '../../markdown/images';
import type { PostBody } from './postBody';

export interface PostFile {
	type: 'image' | 'file' | 'folder' | 'audio' | 'video' | 'sticker';
	/** `image_key` or `file_key`. */
	key: string;
	file_name?: string;
	/** The still picture of a video. */
	cover_image_key?: string;
}

/** Whether the platform gives it out: stickers and folders have keys as well. */
export function isGivenOut({ type }: PostFile): boolean {
	return type !== 'folder' && type !== 'sticker';
}

/** In the order of the post, each once. */
export function postFiles({ lines, files }: PostBody): PostFile[] {
	const found = [...lines.flat().flatMap(filesOf), ...files.map((file) => fileOf(file))];
	return [...new Map(found.filter(({ key }) => key !== '').map((file) => [file.key, file])).values()];
}

function filesOf(node: JsonObject): PostFile[] {
	const tag = text(node.tag);
	if (tag === 'md' || tag === 'markdown')
		return imagesOf(text(node.text ?? node.content))
			.filter(({ url }) => isImageKey(url))
			.map(({ url }) => ({ type: 'image', key: url }));
	if (Array.isArray(node.elements)) return node.elements.filter(isObject).flatMap(filesOf);
	const image_key = text(node.image_key);
	if (tag === 'media') return [{ ...fileOf(node, 'video'), ...(image_key !== '' && { cover_image_key: image_key }) }];
	if (text(node.file_key) !== '') return [fileOf(node)];
	return [{ type: 'image', key: image_key }];
}

/** Nodes whose tag says what they hold. */
const KINDS: { readonly [tag: string]: PostFile['type'] } = { folder: 'folder', audio: 'audio', sticker: 'sticker' };

export function kindOf({ tag, is_folder: isFolder }: JsonObject): PostFile['type'] {
	const name = text(tag);
	return isFolder === true ? 'folder' : Object.hasOwn(KINDS, name) ? (KINDS[name] ?? 'file') : 'file';
}

function fileOf(file: JsonObject, type = kindOf(file)): PostFile {
	const file_name = text(file.file_name);
	return { type, key: text(file.file_key), ...(file_name !== '' && { file_name }) };
}
