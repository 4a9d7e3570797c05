import type { JsonObject } from '../json';
import { blockRequests, type BlockRequest } from './blockRequests';
import { isEmptyText, type NewBlock } from './newBlock';

export interface FilledCell {
	/** A request of `batch_update`, without its `block_id`, for the empty text that each new cell holds. */
	update?: JsonObject;
	/** What is added behind it; requests without a parent are for the cell itself. */
	requests: BlockRequest[];
	/** Whether the empty text goes then, because something else stands first. */
	dropsFirst: boolean;
}

/** Fields of a style in `update_text`. @see https://open.feishu.cn/document/server-docs/docs/docs/docx-v1/document-block/patch */
const ALIGN_FIELD = 1;

/** How blocks come into a cell of a row that was inserted. */
export function filledCell(blocks: readonly NewBlock[]): FilledCell {
	const [first, ...rest] = blocks;
	if (!first || (rest.length === 0 && isEmptyText(first))) return { requests: [], dropsFirst: false };
	if (first.kind !== 'text' || first.children) return { requests: blockRequests(blocks), dropsFirst: true };
	const { elements, style } = first.body;
	const { align } = style as JsonObject;
	const update =
		align === undefined
			? { update_text_elements: { elements } }
			: { update_text: { elements, style: { align }, fields: [ALIGN_FIELD] } };
	return { update, requests: blockRequests(rest), dropsFirst: false };
}
