/** Blocks that hold those below them which say so. */
import type { CardColumn } from '../../../../../feishu/im/card';
import { fieldGroup, rowsField } from '../../../fields/nested';
import { choiceField, textField } from '../../../fields/plain';
import { mappedField } from '../../../operation/field';
import type { BlockKind, MakeBlock } from './block';
import { checkedProperties, properties } from './blockOptions';
import { clickField } from './buttons';

const narrow = choiceField({
	displayName: 'On Narrow Screens',
	name: 'narrow',
	options: [
		{ name: 'Flow', value: 'flow' },
		{ name: 'One Below the Other', value: 'stretch' },
		{ name: 'Shrink', value: 'none' },
		{ name: 'Three a Row', value: 'trisect' },
		{ name: 'Two a Row', value: 'bisect' },
	],
	default: 'none',
	description: 'What becomes of the columns',
});

const width = textField({
	displayName: 'Width',
	name: 'width',
	placeholder: 'e.g. auto, 200',
	description: 'Auto is as wide as what is in it; or pixels from 16 to 600, or a share (1 to 5)',
});

const verticalAlign = choiceField({
	displayName: 'Vertical Align',
	name: 'verticalAlign',
	options: [
		{ name: 'Bottom', value: 'bottom' },
		{ name: 'Center', value: 'center' },
		{ name: 'Top', value: 'top' },
	],
	default: 'top',
	description: 'How what is in it stands',
});

const background = textField({
	displayName: 'Background',
	name: 'background',
	placeholder: 'e.g. grey-50',
	description: 'A color; none when empty',
});

const rows = rowsField(
	{
		displayName: 'Card Columns',
		name: 'cardColumns',
		groupKey: 'column',
		groupName: 'Column',
		alike: true,
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Column',
		description: "From left to right. What stands in them are the blocks below with the option 'Stands In'.",
	},
	[width, verticalAlign, background, properties],
);

/** A share of the width is a small number, pixels a larger one. */
function widthOf(entered: string): Pick<CardColumn, 'width' | 'weight'> {
	if (/^[1-5]$/.test(entered)) return { width: 'weighted', weight: Number(entered) };
	return entered === '' ? {} : { width: entered as CardColumn['width'] };
}

export const columns: BlockKind = {
	value: 'columns',
	name: 'Columns',
	description: 'Blocks beside each other',
	field: () =>
		fieldGroup('columns', [rows, narrow], ({ read, refuse }): MakeBlock => {
			const made = read(rows).map(
				(row): CardColumn => ({
					...widthOf(row.read(width)),
					verticalAlign: row.read(verticalAlign),
					background: row.read(background),
					...checkedProperties<CardColumn>('cardColumn', row.read(properties), row.label(properties)),
					blocks: [],
				}),
			);
			if (made.length === 0) throw refuse(rows, 'is empty', 'Add a column for each place');
			const mode = read(narrow);
			return () => ({ type: 'columns', columns: made, narrow: mode });
		}),
};

export const clickable: BlockKind = {
	value: 'clickable',
	name: 'Container',
	description: 'Blocks that are clicked as one',
	field: (surface) =>
		mappedField(
			clickField(surface),
			(click): MakeBlock =>
				() => ({ type: 'clickable', ...click, blocks: [] }),
		),
};
