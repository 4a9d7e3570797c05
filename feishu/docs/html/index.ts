/** Reads HTML as a browser does, and gives the same tree as Markdown. */
import { parse } from 'parse5';
import type { MarkdownNode } from '../../markdown/nodes';
import { isElement, textOf, type Element, type Node } from './elements';
import { htmlNodes } from './htmlNodes';

export function readHtml(html: string): { title: string; nodes: MarkdownNode[] } {
	const page = parse(html);
	const root = page.childNodes.find((node): node is Element => isElement(node) && node.tagName === 'html');
	const part = (name: string): readonly Node[] =>
		root?.childNodes.flatMap((node) => (isElement(node) && node.tagName === name ? node.childNodes : [])) ?? [];
	const title = part('head').find((node): node is Element => isElement(node) && node.tagName === 'title');
	return { title: title ? textOf(title).replace(/\s+/g, ' ').trim() : '', nodes: htmlNodes(part('body')) };
}
