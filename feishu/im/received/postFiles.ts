/** What a post brings besides words: in its nodes, in the Markdown of its nodes, and beside them. */
import type { JsonObject } from '../../json';
import { text } from '../../json';
import { isImageKey } from '../../markdown/imageKeys';
import { imagesOf } from '../../markdown/images';
import type { PostBody } from './postBody';

export interface PostFile {
	type: 'image' | 'file' | 'folder' | 'video';
	/** `image_key` or `file_key`. */
	key: string;
	file_name?: string;
	/** The still picture of a video. */
	cover_image_key?: string;
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
	const image_key = text(node.image_key);
	if (tag === 'media') return [{ ...fileOf(node, 'video'), ...(image_key !== '' && { cover_image_key: image_key }) }];
	if (text(node.file_key) !== '') return [fileOf(node)];
	return [{ type: 'image', key: image_key }];
}

function fileOf(file: JsonObject, type: PostFile['type'] = file.is_folder === true ? 'folder' : 'file'): PostFile {
	const file_name = text(file.file_name);
	return { type, key: text(file.file_key), ...(file_name !== '' && { file_name }) };
}
