import type { Block } from '../../../../../feishu/im/card';
import type { Field } from '../../../operation/operation';
import type { Params } from '../../../operation/params';
import type { ComposeContext, Surface } from '../kind';

/** A kind of block of a card: its entry in the dropdown of a row, its fields, and how they become a block. */
export interface BlockKind {
	/** Stable for ever. */
	value: string;
	name: string;
	description: string;
	/** Set for what a person clicks or fills in: it needs an app that is told of it. */
	interactive?: true;
	fields(surface: Surface): readonly Field[];
	/** @param row the block's row @throws InputError that names the block */
	read(row: Params, context: ComposeContext): Promise<Block> | Block;
}
