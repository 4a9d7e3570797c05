/** Posts, and cards in the simplified form, as text and as Markdown. */
import type { JsonObject } from '../../json';
import { isObject, text } from '../../json';
import { postFiles } from './postFiles';
import { markdownOf, plainLine, type Part } from './receivedParts';
import { postBody } from './postBody';
import { fileLabel, readNode } from './richNodes';

export interface RichContent {
	text: string;
	title?: string;
	/** The first picture, where attachments of other types keep theirs. */
	image_key?: string;
	image_keys?: string[];
	file_key?: string;
	file_name?: string;
}

export function readRichContent(content: JsonObject): RichContent {
	const body = postBody(content);
	const image_keys = imageKeysIn(body.lines.flat());
	const [image_key] = image_keys;
	const file = postFiles(body).find(({ type }) => type !== 'image' && type !== 'folder');
	const said = richLines(content).lines.map(plainLine);
	return {
		text: (body.title === '' ? said : [body.title, ...said]).join('\n'),
		...(body.title === '' ? {} : { title: body.title }),
		...(image_key === undefined ? {} : { image_key, image_keys }),
		...(file === undefined ? {} : { file_key: file.key }),
		...(file?.file_name === undefined ? {} : { file_name: file.file_name }),
	};
}

function imageKeysIn(nodes: readonly JsonObject[]): string[] {
	return nodes.flatMap((node) => [
		...[text(node.image_key) || text(node.img_key)].filter((key) => key !== ''),
		...(Array.isArray(node.elements) ? imageKeysIn(node.elements.filter(isObject)) : []),
	]);
}

/** With its title as a heading. */
export function richMarkdown(content: JsonObject): string {
	const { title, lines } = richLines(content);
	return markdownOf(title === '' ? lines : [[{ type: 'title', text: title }], ...lines]);
}

export function richLines(content: JsonObject): { title: string; lines: Part[][] } {
	const { title, lines, files } = postBody(content);
	return { title, lines: [...lines.map((line) => line.flatMap(readNode)), ...files.map(fileLabel)] };
}

/** Names that stand with the placeholders of mentions, for messages that come without `mentions`. */
export function namesIn(content: JsonObject): ReadonlyMap<string, string> {
	const nodes = postBody(content).lines.flat();
	return new Map(
		nodes
			.filter(({ tag, user_id: id, user_name: name }) => tag === 'at' && text(id).startsWith('@_') && text(name) !== '')
			.map(({ user_id: id, user_name: name }) => [text(id), text(name).replace(/^@/, '')]),
	);
}
