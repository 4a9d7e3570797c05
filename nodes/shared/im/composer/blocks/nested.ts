import type { Block, CardColumn, FormBlock } from '../../../../../feishu/im/card';
import { InputError } from '../../../../../feishu/input';

/** A block as it was made, and where it stands. */
export interface Placed {
	block: Block;
	/** In the block above that holds others; of columns, in the one of this number. */
	inside?: number;
	/** What complaints call it. */
	label: string;
}

/** Puts a block into one that holds others. */
type Hold = (block: Block, place: number) => string | undefined;

/** The rows of the panel are a list; what is said to stand in another block is put there. @throws InputError */
export function nested(placed: readonly Placed[]): Block[] {
	const root: Block[] = [];
	const all: Array<{ held: Block; label: string }> = [];
	let outer: Hold | undefined;
	let inner: Hold | undefined;
	for (const { block, inside, label } of placed) {
		const [held, hold] = holding({ ...block, label });
		all.push({ held, label });
		if (inside === undefined) {
			root.push(held);
			outer = inner = hold;
			continue;
		}
		// What holds others goes beside what held them before, not into it.
		const into = hold ? outer : inner;
		const problem = into ? into(held, inside) : 'no block above it holds others';
		if (problem !== undefined)
			throw new InputError(label, `${label}: ${problem}`, 'Columns, containers, panels and forms hold other blocks');
		if (hold) inner = hold;
	}
	for (const { held, label } of all)
		if ((held.type === 'panel' || held.type === 'clickable') && held.blocks.length === 0)
			throw new InputError(label, `${label}: it is empty`, `Give a block below it the option 'Stands In'`);
	return root;
}

/** The block, and what puts others into it. */
function holding(block: Block): [Block, Hold?] {
	if (block.type === 'panel' || block.type === 'clickable') {
		const blocks: Block[] = [...block.blocks];
		return [{ ...block, blocks }, putInto(blocks)];
	}
	if (block.type === 'form') {
		const inputs: Array<FormBlock['inputs'][number]> = [...block.inputs];
		return [{ ...block, inputs }, putInto(inputs)];
	}
	if (block.type !== 'columns') return [block];
	const columns = block.columns.map((column): CardColumn & { blocks: Block[] } => ({
		...column,
		blocks: [...column.blocks],
	}));
	return [
		{ ...block, columns },
		(held, place) => {
			const column = columns[place - 1];
			if (!column) return `there is no column ${place}; the columns above are ${columns.length}`;
			column.blocks.push(held);
			return undefined;
		},
	];
}

const putInto =
	(list: Array<Block | FormBlock['inputs'][number]>): Hold =>
	(held) => {
		list.push(held);
		return undefined;
	};
