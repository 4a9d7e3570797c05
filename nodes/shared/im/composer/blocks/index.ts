import { rowsField } from '../../../fields/nested';
import { choiceField } from '../../../fields/plain';
import { variantField } from '../../../fields/variants';
import { mappedField, type Field } from '../../../operation/field';
import { fieldOn, hasClicks, ONLY_WITH_CLICKS, type Surface } from '../surface';
import { datePicker, select } from './answers';
import type { BlockKind, MakeBlock } from './block';
import { blockOptions, type BlockOptions } from './blockOptions';
import { buttons } from './buttons';
import { chart } from './chart';
import { clickable, columns } from './containers';
import { checkbox, input, menu, pictures } from './usedAlone';
import { elements } from './elements';
import { fields } from './fields';
import { form } from './form';
import { image } from './image';
import { people, person } from './people';
import { audio, images } from './shown';
import { table } from './table';
import { divider, markdown, note, panel } from './words';

/** In the order of their names. */
const KINDS: readonly BlockKind[] = [
	audio,
	buttons,
	elements,
	chart,
	checkbox,
	panel,
	columns,
	clickable,
	datePicker,
	divider,
	fields,
	form,
	image,
	images,
	input,
	menu,
	note,
	people,
	person,
	pictures,
	select,
	table,
	markdown,
];

/** A block as filled in. */
export interface BlockDraft {
	/** What complaints call it. */
	label: string;
	make: MakeBlock;
	options: BlockOptions;
}

/** The blocks of a card, in their order. @throws InputError that names the block */
export function blocksField(surface: Surface): Field<BlockDraft[], 'blocks'> {
	const offered = KINDS.filter(({ interactive }) => surface.app || !interactive);
	const type = choiceField({
		displayName: 'Type',
		name: 'type',
		options: offered.map(({ name, value, description, interactive }) => ({
			name,
			value,
			description,
			...(surface.app && interactive && { displayOptions: ONLY_WITH_CLICKS }),
		})),
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
		[block, blockOptions],
	);
	return mappedField(rows, (found) =>
		found.map((row): BlockDraft => {
			const { choice, value: make } = row.read(block);
			const { interactive } = KINDS.find(({ value }) => value === choice) ?? {};
			if (interactive && !hasClicks(surface))
				throw row.refuse(block, `can't be '${choice}' here`, 'Clicks in a message to many go nowhere');
			return { label: row.panel.place, make, options: row.read(blockOptions) };
		}),
	);
}

function nameOf(type: unknown): string {
	return KINDS.find(({ value }) => value === type)?.name ?? String(type);
}
