import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

export const isElement = (node: Node): node is Element => 'tagName' in node;

export const attributesOf = ({ attrs }: Element): Map<string, string> =>
	new Map(attrs.map(({ name, value }) => [name.toLowerCase(), value]));

export const attribute = ({ attrs }: Element, name: string): string =>
	attrs.find((one) => one.name.toLowerCase() === name)?.value ?? '';

/** All text within, as it is written. */
export function textOf(node: Node): string {
	if (node.nodeName === '#text' && 'value' in node) return node.value;
	return isElement(node) ? node.childNodes.map(textOf).join('') : '';
}

/** The elements of that name within, at any depth. */
export function within(element: Element, name: string): Element[] {
	return element.childNodes.flatMap((node) =>
		isElement(node) ? [...(node.tagName === name ? [node] : []), ...within(node, name)] : [],
	);
}

/** What nobody is shown. */
const UNSEEN: ReadonlySet<string> = new Set([
	'base',
	'button',
	'canvas',
	'head',
	'link',
	'meta',
	'noscript',
	'object',
	'option',
	'script',
	'select',
	'style',
	'svg',
	'template',
	'textarea',
	'title',
]);

export function isUnseen(element: Element): boolean {
	return (
		UNSEEN.has(element.tagName) ||
		element.attrs.some(({ name }) => name === 'hidden') ||
		/(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, 'style'))
	);
}
