import type { Field } from '../../../operation/operation';
import type { Params } from '../../../operation/params';
import { withUploadedImages } from '../images';
import type { ComposeContext } from '../kind';
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

/** Markdown with its images uploaded, since a card takes keys only. */
async function words(row: Params, name: string, context: ComposeContext): Promise<string> {
	return await withUploadedImages({ ...context, param: row }, row.text(name), name);
}

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
	read: async (row, context) => ({
		type: 'markdown',
		text: await words(row, 'text', context),
		size: row.choice('textSize'),
	}),
};

export const note: BlockKind = {
	value: 'note',
	name: 'Note',
	description: 'Small gray words, such as where the figures come from',
	// Each line is gray by itself, and a color takes nothing but what stands within a line.
	fields: () => [{ ...textField, description: 'Markdown within lines: bold, italics, links, code' }],
	read: async (row, context) => ({ type: 'note', text: await words(row, 'text', context) }),
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
	read: async (row, context) => ({
		type: 'panel',
		title: await words(row, 'panelTitle', context),
		expanded: row.flag('expanded'),
		blocks: [{ type: 'markdown', text: await words(row, 'text', context) }],
	}),
};
