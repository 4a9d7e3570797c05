import type { DocSettings } from '../state/docSettings';
import { contentName, typeOf } from '../state/blockTypes';

const named = (...names: readonly string[]): ReadonlySet<number> => new Set(names.map(typeOf));
const HEADINGS = Array.from({ length: 9 }, (_, index) => `heading${index + 1}`);

/** Blocks that hold text, whose elements and style can be changed. */
export const TEXTS = named('page', 'text', ...HEADINGS, 'bullet', 'ordered', 'code', 'quote', 'todo', 'equation');
/** Of those, the ones that take nothing but runs of text. */
export const PLAIN_TEXTS = named('page', 'code');
const PARENTS = named(
	...['page', 'text', ...HEADINGS, 'bullet', 'ordered', 'todo', 'task', 'table_cell', 'grid_column', 'callout'],
	'quote_container',
);
/** They hold at least one block. */
export const FILLED = named('table_cell', 'grid_column', 'callout');

const MADE = named(
	...['text', ...HEADINGS, 'bullet', 'ordered', 'code', 'quote', 'todo', 'bitable', 'callout', 'chat_card', 'divider'],
	...['file', 'grid', 'iframe', 'image', 'isv', 'sheet', 'table', 'quote_container', 'okr', 'add_ons', 'wiki_catalog'],
	...['board', 'link_preview', 'sub_page_list'],
);
/** Made only below the block that they belong to, in the request for blocks within each other. */
const BELOW: ReadonlyMap<number, number> = new Map([
	[typeOf('table_cell'), typeOf('table')],
	[typeOf('grid_column'), typeOf('grid')],
]);
const ODD = named('equation', 'task');

/** What a block can't have in it, and for a callout all that it can. */
const NOT_IN: ReadonlyMap<number, ReadonlySet<number>> = new Map([
	[typeOf('table_cell'), named('table', 'sheet', 'bitable', 'okr')],
	[typeOf('grid_column'), named('grid', 'bitable', 'okr')],
]);
const IN_CALLOUT = named('text', ...HEADINGS, 'ordered', 'bullet', 'task', 'todo', 'quote', 'quote_container');

export const isType = (type: number, name: string): boolean => contentName(type) === name;

/** Whether blocks of the type can be made: by themselves, or `nested` in a request for blocks within each other. */
export function isMade(type: number, nested: boolean, { docOddBlocks }: DocSettings): boolean {
	if (ODD.has(type)) return docOddBlocks === 'made';
	return MADE.has(type) || (nested && BELOW.has(type));
}

/** Whether the type has other blocks in it that a caller may put there. */
export const takesChildren = (type: number): boolean => PARENTS.has(type);

/** Whether the one may stand right below the other. Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/document-docx/docx-overview */
export function fits(parent: number, child: number): boolean {
	const around = BELOW.get(child);
	if (around !== undefined) return around === parent;
	if (!PARENTS.has(parent)) return false;
	if (isType(parent, 'callout')) return IN_CALLOUT.has(child);
	return !NOT_IN.get(parent)?.has(child);
}

/** Whether a block of the type may stand anywhere below the other. */
export const fitsAnywhereIn = (above: number, child: number): boolean => !NOT_IN.get(above)?.has(child);
