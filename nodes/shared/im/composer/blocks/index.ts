import { rowsField } from '../../../fields/nested';
import { choiceField } from '../../../fields/plain';
import { variantField } from '../../../fields/variants';
import { mappedField, type Field } from '../../../operation/field';
import { fieldOn, type Surface } from '../surface';
import { datePicker, select } from './answers';
import type { BlockKind, MakeBlock } from './block';
import { buttons } from './buttons';
import { chart } from './chart';
import { elements } from './elements';
import { fields } from './fields';
import { form } from './form';
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

/** A block as filled in. */
export interface BlockDraft {
	/** What complaints call it. */
	label: string;
	make: MakeBlock;
}

/** The blocks of a card, in their order. @throws InputError that names the block */
export function blocksField(surface: Surface): Field<BlockDraft[], 'blocks'> {
	const offered = KINDS.filter(({ interactive }) => surface.app || !interactive);
	const type = choiceField({
		displayName: 'Type',
		name: 'type',
		options: offered.map(({ name, value, description }) => ({ name, value, description })),
		default: markdown.value,
		description: 'What the block shows',
	});
	const block = variantField<'type', Record<string, Field<MakeBlock>>>(
		type,
		Object.fromEntries(offered.map((kind) => [kind.value, fieldOn(surface, kind)])),
	);
	const rows = rowsField(
		{
			displayName: 'Blocks',
			name: 'blocks',
			groupKey: 'block',
			groupName: 'Block',
			rowName: (row, index) => `Block ${index + 1} (${nameOf(row.type ?? markdown.value)})`,
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add Block',
			default: { block: [{ type: 'markdown', text: '' }] },
			description: 'What stands in the card, from top to bottom',
		},
		[block],
	);
	return mappedField(rows, (found) => found.map((row) => ({ label: row.panel.place, make: row.read(block).value })));
}

function nameOf(type: unknown): string {
	return KINDS.find(({ value }) => value === type)?.name ?? String(type);
}
