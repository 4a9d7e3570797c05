/** Where a card has Markdown: texts, their languages, and cells of tables. */
import { isObject, text } from '../../../json';
import type { Visit } from './walk';

const MARKDOWN: ReadonlySet<string> = new Set(['markdown', 'lark_md']);

export interface CardMarkdown {
	text: string;
	/** As complaints call it: `content`, `i18n_content.en_us`, `row 2, column 'a'`. */
	at: string;
}

export function* markdownsOf({ element, tag }: Visit): Generator<CardMarkdown> {
	if (MARKDOWN.has(tag)) {
		if (typeof element.content === 'string') yield { text: element.content, at: 'content' };
		for (const [language, content] of Object.entries(isObject(element.i18n_content) ? element.i18n_content : {}))
			if (typeof content === 'string') yield { text: content, at: `i18n_content.${language}` };
	}
	if (tag !== 'table') return;
	const columns = objects(element.columns).filter(({ data_type: type }) => MARKDOWN.has(text(type)));
	for (const [index, row] of objects(element.rows).entries())
		for (const { name } of columns) {
			const cell = row[text(name)];
			if (typeof cell === 'string') yield { text: cell, at: `row ${index + 1}, column '${text(name)}'` };
		}
}

function objects(value: unknown) {
	return Array.isArray(value) ? (value as unknown[]).filter(isObject) : [];
}
