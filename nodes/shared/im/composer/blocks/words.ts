import { fieldGroup } from '../../../fields/nested';
import { choiceField, flagField } from '../../../fields/plain';
import { decidedField } from '../../../fields/variants';
import { mappedField } from '../../../operation/field';
import { UPLOAD_IMAGE } from '../../upload';
import { filledMarkdownField, markdownField, trimmedMarkdown } from '../markdownField';
import type { BlockKind, MakeBlock } from './block';

const words = filledMarkdownField({
	displayName: 'Text',
	name: 'text',
	typeOptions: { rows: 4 },
	placeholder: 'e.g. **Revenue** is up 12 %',
	// Each line of a note is gray by itself, and a color takes nothing but what stands within a line.
	description: 'Markdown: bold, italics, links, lists, code, headings; in a note, what stands within lines',
});

const size = choiceField({
	displayName: 'Text Size',
	name: 'textSize',
	options: [
		{ name: 'Heading', value: 'heading', description: '16 pixels' },
		{ name: 'Normal', value: 'normal', description: '14 pixels' },
		{ name: 'Small', value: 'notation', description: '12 pixels' },
	],
	default: 'normal',
	description: 'How large the words are',
});

export const markdown: BlockKind = {
	value: 'markdown',
	name: 'Text',
	description: 'Words in Markdown',
	calls: [UPLOAD_IMAGE],
	field: () =>
		fieldGroup('words', [words, size], ({ read }): MakeBlock => {
			const said = read(words);
			const textSize = read(size);
			return async (tools) => ({ type: 'markdown', text: await said.uploaded(tools), size: textSize });
		}),
};

export const note: BlockKind = {
	value: 'note',
	name: 'Note',
	description: 'Small gray words, such as where the figures come from',
	calls: [UPLOAD_IMAGE],
	field: () =>
		mappedField(
			words,
			(said): MakeBlock =>
				async (tools) => ({ type: 'note', text: await said.uploaded(tools) }),
		),
};

const line: MakeBlock = () => ({ type: 'divider' });

export const divider: BlockKind = {
	value: 'divider',
	name: 'Divider',
	description: 'A line across the card',
	field: () => decidedField('divider', line),
};

/** The panel has the same field, and may hold other blocks instead. */
const panelWords = markdownField({
	displayName: 'Text',
	name: 'text',
	typeOptions: { rows: 4 },
	placeholder: 'e.g. All lines of the log',
	description: "Markdown; may be empty where blocks below have the option 'Stands In'",
});

const title = filledMarkdownField({
	displayName: 'Panel Title',
	name: 'panelTitle',
	placeholder: 'e.g. Details',
	description: 'What is shown while the panel is closed',
});

const expanded = flagField({
	displayName: 'Expanded',
	name: 'expanded',
	default: false,
	description: 'Whether the panel is open at first',
});

export const panel: BlockKind = {
	value: 'panel',
	name: 'Collapsible Panel',
	description: 'Words that open at a click, for details and logs',
	calls: [UPLOAD_IMAGE],
	field: () =>
		fieldGroup('panel', [title, panelWords, expanded], ({ read }): MakeBlock => {
			const heading = read(title);
			const said = read(panelWords);
			const isOpen = read(expanded);
			return async (tools) => ({
				type: 'panel',
				title: await heading.uploaded(tools),
				expanded: isOpen,
				blocks: said.isEmpty ? [] : [{ type: 'markdown', text: trimmedMarkdown(await said.uploaded(tools)) }],
			});
		}),
};
