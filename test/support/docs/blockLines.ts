import type { NewBlock } from '../../../feishu/docs/newBlock';
import { isObject, object, type JsonObject } from '../../../feishu/json';

/** Blocks as a test reads them: a line each, those within moved in. */
export function blockLines(blocks: readonly NewBlock[], indent = ''): string[] {
	return blocks.flatMap((block) => [`${indent}${lineOf(block)}`, ...blockLines(block.children ?? [], `${indent}  `)]);
}

function lineOf({ kind, body, content }: NewBlock): string {
	const { elements, style, ...rest } = body;
	const { property } = body;
	const said = Array.isArray(elements) ? (elements as JsonObject[]).map(elementText).join('') : '';
	const dress = { ...object(style), ...(isObject(property) ? property : rest) };
	const parts = [kind, said, isEmpty(dress) ? '' : JSON.stringify(dress), content ? JSON.stringify(content) : ''];
	return parts.filter((part) => part !== '').join(' ');
}

const isEmpty = (value: JsonObject): boolean => Object.keys(value).length === 0;

/** `[words]{style}`; words alone where there is no style. */
function elementText(element: JsonObject): string {
	const [[name = '', value] = []] = Object.entries(element);
	const { text_element_style, ...rest } = object(value);
	const style = object(text_element_style);
	const said = name === 'text_run' ? String(rest.content) : `${name} ${Object.values(rest).map(String).join(' ')}`;
	const plain = name === 'text_run' && isEmpty(style);
	return plain ? said : `[${said}]${isEmpty(style) ? '' : styleText(style)}`;
}

function styleText(style: JsonObject): string {
	const words = Object.entries(style).map(([name, value]) => {
		if (value === true) return name;
		return isObject(value) ? `${name}=${String(value.url)}` : `${name}=${String(value)}`;
	});
	return `{${words.join(' ')}}`;
}
