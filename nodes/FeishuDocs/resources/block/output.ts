import { blockKind } from '../../../../feishu/docs/blockTypes';
import type { JsonObject } from '../../../../feishu/json';
import { outputOf } from '../../../shared/operation/output';

/** A block as the platform has it, with the name of its type. Source: …/docx-v1/data-structure/block */
export const BLOCK = outputOf({ block_id: 'string', kind: 'string', block_type: 'number', '*': 'any' });

export const blockItem = (block: JsonObject) => ({
	block_id: String(block.block_id),
	kind: blockKind(block.block_type),
	...block,
	block_type: Number(block.block_type),
});
