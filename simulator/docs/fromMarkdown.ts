import { typeOf } from '../state/blockTypes';
import type { Making } from './content';
import { markdownParts } from './convertMarkdown';
import { flattened } from './convertParts';
import { makeDescendants } from './descendants';
import type { Given } from './given';
import { problem } from './problem';

const MOST = 1000;

/** What can be written of a block that was converted. */
function writable({ block_id, block_type, children, ...content }: Given): Given {
	const { parent_id: _parent, revision_id: _revision, table, image, ...rest } = content;
	const below = typeof children === 'string' ? [children] : children;
	const { row_size, column_size } = ((table as Given | undefined)?.property ?? {}) as Given;
	return {
		...{ block_id, block_type, children: below, ...rest },
		...(image !== undefined && { image: {} }),
		...(table !== undefined && { table: { property: { row_size, column_size } } }),
	};
}

/** Writes Markdown at the end of a document, as somebody who pastes it there; images stay empty. */
export function addMarkdown(making: Making, markdown: string): void {
	const { document, store } = making;
	const page = document.tree.get(document.document_id);
	const parts = markdownParts(markdown, store.settings);
	const converted = flattened(parts, store.settings);
	if (!page || !converted || converted.blocks.length > MOST) throw problem(1770004);
	if (parts.length === 0) return;
	const body = {
		children_id: converted.first_level_block_ids,
		descendants: converted.blocks.map(writable),
		index: -1,
	};
	makeDescendants({ ...making, nested: true }, page, body);
}

/** The blocks of a type right below the page. */
export const blocksOf = ({ document: { tree, document_id: id } }: Making, type: string) =>
	tree.childrenOf(id).filter(({ block_type: one }) => one === typeOf(type));
