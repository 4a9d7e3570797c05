import type { Block } from '../../../../../feishu/im/card';
import type { Field } from '../../../operation/field';
import type { Surface } from '../surface';
import type { Tools } from '../tools';

/** Makes what was filled in into a block. @throws InputError that names the block */
export type MakeBlock = (tools: Tools) => Promise<Block> | Block;

/** A kind of block of a card: its entry in the dropdown of a row, its fields, and how they become a block. */
export interface BlockKind {
	/** Stable for ever. */
	value: string;
	name: string;
	description: string;
	/** Set for what a person clicks or fills in: it needs an app that is told of it. */
	interactive?: true;
	/** Endpoints that it may call where an app writes, besides those that its fields bring. */
	calls?: readonly string[];
	/** Its fields, read as one. */
	field(surface: Surface): Field<MakeBlock>;
}
