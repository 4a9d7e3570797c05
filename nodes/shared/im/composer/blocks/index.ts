import { mergeFields } from '../../../operation/mergeFields';
import type { Field } from '../../../operation/operation';
import { InputError } from '../../../../../feishu/input';
import type { Block } from '../../../../../feishu/im/card';
import type { ComposeContext, Surface } from '../kind';
import { datePicker, form, select } from './answerBlocks';
import type { BlockKind } from './block';
import { buttons } from './buttons';
import { chart } from './chart';
import { elements } from './elements';
import { fields } from './fields';
import { image } from './image';
import { people } from './people';
import { table } from './table';
import { divider, markdown, note, panel } from './words';

/** In the order of their names. */
const KINDS: readonly BlockKind[] = [
	buttons,
	elements,
	chart,
	panel,
	datePicker,
	divider,
	fields,
	form,
	image,
	note,
	people,
	select,
	table,
	markdown,
];

/** The blocks of a card, in their order. */
export function blocksField(surface: Surface): Field {
	const kinds = KINDS.filter(({ interactive }) => surface.app || !interactive);
	return {
		displayName: 'Blocks',
		name: 'blocks',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Block',
		default: { block: [{ type: 'markdown', text: '' }] },
		description: 'What stands in the card, from top to bottom',
		options: [
			{
				displayName: 'Block',
				name: 'block',
				values: [
					{
						displayName: 'Type',
						name: 'type',
						type: 'options',
						options: kinds.map(({ name, value, description }) => ({ name, value, description })),
						default: 'markdown',
						description: 'What the block shows',
					},
					...mergeFields(
						'type',
						kinds.map((kind) => ({ value: kind.value, fields: kind.fields(surface) })),
					),
				],
			},
		],
	};
}

/** The blocks as filled in; each carries the name by which complaints call it. @throws InputError that names the block */
export async function readBlocks(context: ComposeContext): Promise<Block[]> {
	const rows = context.param.rowParams('blocks', 'block', ({ type }, index) => {
		const kind = KINDS.find(({ value }) => value === (type ?? 'markdown'));
		return `Block ${index + 1} (${kind?.name ?? String(type)})`;
	});
	// In their order, so that the first complaint is about the first block.
	const blocks: Block[] = [];
	for (const row of rows) {
		const type = row.choice('type');
		const kind = KINDS.find(({ value }) => value === type);
		if (!kind || (kind.interactive && !context.surface.app))
			throw new InputError(row.place, `${row.place} has a type that can't be used here`, 'Choose another type');
		blocks.push({ ...(await kind.read(row, context)), label: row.place });
	}
	return blocks;
}
