import type { Field } from '../../operation';
import type { BlockKind } from './block';

const textField: Field = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	placeholder: 'e.g. **Revenue** is up 12 %',
	description: 'Markdown: bold, italics, links, lists, code, headings',
};

export const markdown: BlockKind = {
	value: 'markdown',
	name: 'Text',
	description: 'Words in Markdown',
	fields: () => [
		textField,
		{
			displayName: 'Text Size',
			name: 'textSize',
			type: 'options',
			options: [
				{ name: 'Heading', value: 'heading', description: '16 pixels' },
				{ name: 'Normal', value: 'normal', description: '14 pixels' },
				{ name: 'Small', value: 'notation', description: '12 pixels' },
			],
			default: 'normal',
			description: 'How large the words are',
		},
	],
	read: (row) => ({ type: 'markdown', text: row.text('text'), size: row.choice('textSize') }),
};

export const note: BlockKind = {
	value: 'note',
	name: 'Note',
	description: 'Small gray words, such as where the figures come from',
	fields: () => [textField],
	read: (row) => ({ type: 'note', text: row.text('text') }),
};

export const divider: BlockKind = {
	value: 'divider',
	name: 'Divider',
	description: 'A line across the card',
	fields: () => [],
	read: () => ({ type: 'divider' }),
};

export const panel: BlockKind = {
	value: 'panel',
	name: 'Collapsible Panel',
	description: 'Words that open at a click, for details and logs',
	fields: () => [
		{
			displayName: 'Panel Title',
			name: 'panelTitle',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Details',
			description: 'What is shown while the panel is closed',
		},
		textField,
		{
			displayName: 'Expanded',
			name: 'expanded',
			type: 'boolean',
			default: false,
			description: 'Whether the panel is open at first',
		},
	],
	read: (row) => ({
		type: 'panel',
		title: row.text('panelTitle'),
		expanded: row.flag('expanded'),
		blocks: [{ type: 'markdown', text: row.text('text') }],
	}),
};
