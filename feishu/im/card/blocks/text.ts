import { escapeMarkdown } from '../../../markdown/escape';
import type { JsonObject } from '../../../json';
import { TEXT_SIZES } from '../colors';
import {
	checkLength,
	filledList,
	oneOf,
	optionalText,
	plainText,
	requiredText,
	type BuildContext,
	type Builder,
} from '../context';
import type { DividerBlock, FieldsBlock, MarkdownBlock, NoteBlock } from '../types';

const ALIGNMENTS = ['left', 'center', 'right'] as const;

export const markdown: Builder<MarkdownBlock> = {
	name: 'Markdown',
	build(block, context) {
		return [
			{
				tag: 'markdown',
				content: requiredText(context, 'the text', block.text),
				...(block.size && { text_size: oneOf(context, 'the size', block.size, TEXT_SIZES as readonly string[], '') }),
				...(block.align && { text_align: oneOf(context, 'the alignment', block.align, ALIGNMENTS, 'left') }),
			},
		];
	},
};

export const fields: Builder<FieldsBlock> = {
	name: 'Fields',
	build(block, context) {
		const listed = filledList(context, 'Fields', block.fields);
		const columns = Number(block.columns ?? 2);
		if (![1, 2, 3].includes(columns)) throw context.error(`${columns} columns are not possible`, 'Choose 1, 2 or 3');
		const texts = listed.map((field, index) => fieldText(context, field, index));
		return columns === 1 ? texts.map(element) : rowsOf(texts, columns);
	},
};

/** Small grey text; a color takes inline syntax only, so it is put around each line. */
export const note: Builder<NoteBlock> = {
	name: 'Note',
	build(block, context) {
		const lines = requiredText(context, 'the text', block.text).trim().split(/\r?\n/);
		const content = lines.map((line) => (line.trim() === '' ? '' : `<font color='grey'>${line}</font>`)).join('\n');
		const imageKey = optionalText(block.imageKey);
		return [
			{
				tag: 'markdown',
				content,
				text_size: 'notation',
				...(imageKey !== '' && { icon: { tag: 'custom_icon', img_key: imageKey } }),
			},
		];
	},
};

export const divider: Builder<DividerBlock> = { name: 'Divider', build: () => [{ tag: 'hr' }] };

function fieldText(context: BuildContext, field: { name: unknown; value: unknown }, index: number): string {
	const name = requiredText(context, `the name of field ${index + 1}`, field.name);
	checkLength(context, `the name of field ${index + 1}`, name, 500);
	return `**${escapeMarkdown(name.trim())}**\n${optionalText(field.value)}`.trimEnd();
}

function element(content: string): JsonObject {
	return { tag: 'markdown', content };
}

/** One set of columns a row, so that the rows stay level; the last one is filled up to keep the widths. */
function rowsOf(texts: readonly string[], columns: number): JsonObject[] {
	const rows: JsonObject[] = [];
	for (let start = 0; start < texts.length; start += columns) {
		rows.push({
			tag: 'column_set',
			columns: Array.from({ length: columns }, (_gap, index) => {
				const text = texts[start + index];
				return {
					tag: 'column',
					width: 'weighted',
					weight: 1,
					elements: text === undefined ? [] : [element(text)],
				};
			}),
		});
	}
	return rows;
}

/** A label in front of an input that has none of its own. */
export function labelText(text: string): JsonObject {
	return { tag: 'div', text: plainText(text) };
}
