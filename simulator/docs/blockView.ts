import type { Block, BlockTree } from '../state/blockTree';
import { contentName } from '../state/blockTypes';
import { type Given, isRecord } from './given';
import { isType } from './kinds';
import { type TableContent, tableView } from './tableShape';
import type { Writing } from './text';

const FLAGS = { bold: false, inline_code: false, italic: false, strikethrough: false, underline: false };

/** Addresses are given percent-encoded. */
const encoded = (url: unknown) => encodeURIComponent(String(url));

function styleView(given: unknown): Given {
	const style = isRecord(given) ? given : {};
	const { link } = style;
	return { ...FLAGS, ...style, ...(isRecord(link) && { link: { url: encoded(link.url) } }) };
}

function elementView(element: Given, { store, by, idType }: Writing): Given {
	const [[name, value] = ['', {}]] = Object.entries(element);
	const { user_id: person, create_user_id: creator, url, text_element_style: style, ...shown } = value as Given;
	const idFor = (openId: unknown) => store.directory.idFor(by.app, String(openId), idType);
	return {
		[name]: {
			...shown,
			...(person !== undefined && { user_id: idFor(person) }),
			...(creator !== undefined && { create_user_id: idFor(creator) }),
			...(url !== undefined && { url: encoded(url) }),
			text_element_style: styleView(style),
		},
	};
}

const isEmptyRun = (element: unknown) =>
	isRecord(element) && isRecord(element.text_run) && element.text_run.content === '';

function textView({ elements, ...content }: Given, reading: Writing): Given {
	const all = (elements ?? []) as Given[];
	const absent = reading.store.settings.docEmptyText === 'absent' && all.every(isEmptyRun);
	return { ...(!absent && { elements: all.map((element) => elementView(element, reading)) }), ...content };
}

function contentView(block: Block, content: Given, reading: Writing): Given {
	const { block_type: type, children = [] } = block;
	if (isType(type, 'table')) return tableView(content as TableContent, children);
	if (content.elements !== undefined) return textView(content, reading);
	if (isType(type, 'iframe')) {
		const component = content.component as Given;
		return { component: { ...component, url: encoded(component.url) } };
	}
	return content.url === undefined ? content : { ...content, url: encoded(content.url) };
}

/** A block as it is read. */
export function blockView(block: Block, reading: Writing): Given {
	const name = contentName(block.block_type) ?? 'undefined';
	const { block_id, block_type, parent_id, children, comment_ids } = block;
	return {
		block_id,
		block_type,
		parent_id,
		...(children && children.length > 0 && { children }),
		...(comment_ids !== undefined && { comment_ids }),
		[name]: contentView(block, (block[name] ?? {}) as Given, reading),
	};
}

/** What was made and is never read again. */
const isHidden = ({ block_type: type }: Block) => isType(type, 'link_preview');

/** Blocks as a list gives them. */
export function listView(blocks: readonly Block[], tree: BlockTree, reading: Writing): Given[] {
	const seen = (id: string) => {
		const child = tree.get(id);
		return child !== undefined && !isHidden(child);
	};
	return blocks
		.filter((block) => !isHidden(block))
		.map((block) => blockView({ ...block, ...(block.children && { children: block.children.filter(seen) }) }, reading));
}
