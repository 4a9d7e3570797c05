import { isObject, object, text, type JsonObject } from '../json';
import { plainText } from '../markdown/plain';
import { written } from './blocks/cells';
import { elementLists } from './check/size';

/**
 * What a card says, as plain text: for a summary, a notification, or where no card can be shown. Version 1.0 or 2.0;
 * of a card in several languages the first one.
 */
export function cardText(card: JsonObject): string {
	const header = object(card.header);
	const [body] = elementLists(card);
	return [words(header.title), words(header.subtitle), ...(body?.elements ?? []).map(elementText)]
		.filter((line) => line.trim() !== '')
		.join('\n')
		.trim();
}

type Say = (element: JsonObject) => string;

/** Tags that say more, or other things, than their texts and children. */
const SAID: { readonly [tag: string]: Say } = {
	markdown: (element) => plainText(text(element.content)),
	lark_md: (element) => plainText(text(element.content)),
	plain_text: (element) => text(element.content),
	hr: () => '---',
	img: (element) => `[${words(element.alt) || words(element.title) || 'Image'}]`,
	button: (element) => `[${words(element.text)}]`,
	chart: (element) => `[${text(object(object(element.chart_spec).title).text) || 'Chart'}]`,
	table: tableText,
	checker: (element) => `${element.checked === true ? '☑' : '☐'} ${words(element.text)}`,
};

function elementText(element: unknown): string {
	if (!isObject(element)) return '';
	const tag = text(element.tag);
	const say = Object.hasOwn(SAID, tag) ? SAID[tag] : undefined;
	return say ? say(element) : childrenText(element);
}

function childrenText(element: JsonObject): string {
	const title = words(object(element.header).title);
	const fields = list(element.fields).map((field) => words(object(field).text));
	const children = ['elements', 'columns', 'actions'].flatMap((name) => list(element[name])).map(elementText);
	return [title, words(element.label), words(element.text), ...fields, ...children]
		.filter((line) => line.trim() !== '')
		.join('\n');
}

function tableText(table: JsonObject): string {
	const columns = list(table.columns).filter(isObject);
	const rows = list(table.rows).filter(isObject);
	const lines = [
		columns.map((column) => text(column.display_name)),
		...rows.map((row) => columns.map((column) => cellText(row[text(column.name)], text(column.data_type)))),
	];
	return lines.map((line) => line.join(' | ')).join('\n');
}

function cellText(value: unknown, type: string): string {
	if (type === 'date' && typeof value === 'number') return new Date(value).toISOString();
	if (type === 'options')
		return list(value)
			.map((one) => (isObject(one) ? written(one.text) : written(one)))
			.join(', ');
	return type === 'markdown' || type === 'lark_md' ? plainText(written(value)) : written(value);
}

/** The words of `{tag, content}`. */
function words(value: unknown): string {
	if (!isObject(value)) return text(value);
	return text(value.tag) === 'plain_text' ? text(value.content) : plainText(text(value.content));
}

function list(value: unknown): unknown[] {
	return Array.isArray(value) ? (value as unknown[]) : [];
}
