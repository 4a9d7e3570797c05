/** Blocks that say no words: by their tags, or by a comment that holds their place. */
import { escaped } from '../im/received/writeMarkdown';
import { isObject, object, text, type JsonObject } from '../json';
import type { BlockKind } from './blockTypes';
import { decodedUrl, type ReadBlock } from './readBlocks';
import { linkTarget, openingTag } from './tagAttributes';
import { idsIn, type MarkdownOptions } from './writtenElement';

type Writer = (body: JsonObject, options: MarkdownOptions) => string;

const WRITERS: Partial<Record<BlockKind, Writer>> = {
	image: (body, options) => picture(body, options),
	file: ({ token, name, view_type }, { links, dialect }) => {
		const own = text(token);
		const url = links?.get(own);
		if (own === '') return '';
		if (dialect === 'plain') return `[${escaped(text(name) || own)}](${linkTarget(url ?? own)})`;
		const view = view_type === 2 ? 2 : '';
		return openingTag('file', { ...(url === undefined ? { token: own } : { url }), name, 'view-type': view }, true);
	},
	iframe: ({ component }, { dialect }) => {
		const { iframe_type, type, url: encoded } = object(component);
		const url = decodedUrl(encoded);
		if (url === '') return '';
		return dialect === 'plain' ? `<${url}>` : openingTag('iframe', { type: iframe_type ?? type, url }, true);
	},
	chat_card: ({ chat_id }, { dialect }) => (dialect === 'plain' ? '' : openingTag('chat-card', { id: chat_id }, true)),
	add_ons: ({ component_type_id, record }, { dialect }) =>
		dialect === 'plain' ? '' : openingTag('add-ons', { 'component-type-id': component_type_id, record }, true),
	link_preview: ({ url }) => (decodedUrl(url) === '' ? '' : `<${decodedUrl(url)}>`),
	equation: (body) => {
		const content = text(body.content).trim();
		return content === '' || content.includes('$$') ? '' : `$$\n${content.replace(/\n\s*\n/g, '\n')}\n$$`;
	},
};

/** What a block is, with the blocks in it left out. Something that Markdown can't say is a comment in either dialect. */
export function loneMarkdown({ kind, type, body, children }: ReadBlock, options: MarkdownOptions): string {
	const said = WRITERS[kind]?.(body, options) ?? '';
	if (said !== '') return said;
	const name = kind === 'undefined' && type !== 999 ? `type ${type}` : kind;
	const ids = idsIn(body);
	const deeper = children.flatMap((child) => idsIn(child.body));
	return `<!-- ${[name, ...ids, ...(ids.length === 0 ? deeper : [])].join(' ')} -->`;
}

/** Its place, size and style are not said: any reader knows a picture in this form. */
export function picture({ token, caption }: JsonObject, { links }: MarkdownOptions): string {
	const own = text(token);
	const said = isObject(caption) ? escaped(text(caption.content).replace(/\s+/g, ' ').trim()) : '';
	return own === '' ? '' : `![${said}](${linkTarget(links?.get(own) ?? own)})`;
}
