import { escapeMarkdown } from '../../../markdown/escape';
import type { JsonObject } from '../../../json';
import { filledList, optionalText, requiredText, type Builder } from '../context';
import type { FieldsBlock } from '../types';
import { markdownText } from '../../../markdown';

export const fields: Builder<FieldsBlock> = {
	name: 'Fields',
	build(block, context) {
		const listed = filledList(context, 'Fields', block.fields);
		const columns = Number(block.columns ?? 2);
		if (![1, 2, 3].includes(columns)) throw context.error(`${columns} columns are not possible`, 'Choose 1, 2 or 3');
		const texts = listed.map((field, index) => {
			const name = requiredText(context, `the name of field ${index + 1}`, field.name).trim();
			const value = markdownText(optionalText(field.value));
			// A line of these signs alone would make a heading of the name above it.
			const gap = /^[-=]+[ \t]*(?:\n|$)/.test(value) ? '\n\n' : '\n';
			return `${markdownText(`**${escapeMarkdown(name)}**`)}${gap}${value}`.trimEnd();
		});
		return columns === 1 ? texts.map(element) : rowsOf(texts, columns);
	},
};

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
