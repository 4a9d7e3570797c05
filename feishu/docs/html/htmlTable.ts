import type { Alignment } from '../../im/card/types';
import type { MarkdownNode, NodeOf, Words } from '../../markdown/nodes';
import { attribute, isElement, isUnseen, type Element, type Node } from './elements';
import { htmlWords } from './htmlWords';

const NOWHERE = { from: 0, to: 0 };

/** A table as one of GFM where it can be, otherwise by the tags of documents; one that only places things is what is in it. */
export function tableNodes(
	element: Element,
	nodes: (children: readonly Node[]) => MarkdownNode[],
	holdsBlocks: (cell: Element) => boolean,
): MarkdownNode[] {
	const caption = element.childNodes.filter((node) => isElement(node) && node.tagName === 'caption');
	const above = caption.flatMap((one) => (isElement(one) ? nodes(one.childNodes) : []));
	const rows = rowsOf(element).filter((row) => row.length > 0);
	if (rows.length === 0) return above;
	const isPlacing =
		/^(?:presentation|none)$/i.test(attribute(element, 'role')) ||
		rows.every(([cell, ...others]) => others.length === 0 && cell?.tagName === 'td');
	if (isPlacing) return [...above, ...rows.flat().flatMap((cell) => nodes(cell.childNodes))];
	const hasHeader = rows[0]?.every(({ tagName }) => tagName === 'th') === true || isInHead(rows[0]?.[0]);
	const columns = rows[0]?.length ?? 0;
	const isPlain =
		hasHeader && rows.every((row) => row.length === columns && row.every((cell) => !holdsBlocks(cell) && !spans(cell)));
	return [...above, isPlain ? plainTable(rows) : taggedTable(rows, hasHeader, nodes)];
}

function rowsOf(table: Element): Element[][] {
	return table.childNodes.flatMap((node): Element[][] => {
		if (!isElement(node) || isUnseen(node)) return [];
		if (/^(?:thead|tbody|tfoot)$/.test(node.tagName)) return rowsOf(node);
		if (node.tagName !== 'tr') return [];
		return [node.childNodes.filter((cell): cell is Element => isElement(cell) && /^t[dh]$/.test(cell.tagName))];
	});
}

function isInHead(cell: Element | undefined): boolean {
	const group = (cell?.parentNode as Element | null | undefined)?.parentNode;
	return group?.nodeName === 'thead';
}

const spans = (cell: Element): boolean => ['colspan', 'rowspan'].some((name) => Number(attribute(cell, name)) > 1);

function plainTable([header = [], ...rows]: readonly Element[][]): NodeOf<'table'> {
	const line = (row: readonly Element[]): Words[] => row.map((cell) => htmlWords(cell.childNodes));
	return { type: 'table', header: line(header), alignments: header.map(alignOf), rows: rows.map(line), ...NOWHERE };
}

function alignOf(cell: Element): Alignment | undefined {
	const written = /text-align\s*:\s*(\w+)/i.exec(attribute(cell, 'style'))?.[1] ?? attribute(cell, 'align');
	return /^(?:center|right)$/i.test(written) ? (written.toLowerCase() as Alignment) : undefined;
}

function taggedTable(
	rows: readonly Element[][],
	hasHeader: boolean,
	nodes: (children: readonly Node[]) => MarkdownNode[],
): MarkdownNode {
	const tag = (name: string, attributes: Array<[string, string]>, children: MarkdownNode[]): MarkdownNode => ({
		type: 'quote',
		tag: { name, attributes: new Map(attributes) },
		children,
		...NOWHERE,
	});
	const lines = rows.map((row) =>
		tag(
			'lark-tr',
			[],
			row.map((cell) =>
				tag(
					'lark-td',
					['colspan', 'rowspan'].map((name) => [name, attribute(cell, name)]),
					nodes(cell.childNodes),
				),
			),
		),
	);
	return tag('lark-table', hasHeader ? [['header-row', 'true']] : [], lines);
}
